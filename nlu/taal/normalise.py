"""One spelling for what people type in many: letters, digits, marks and spacing made equal, script by script."""

import re
import unicodedata

_ARABIC = {
    **dict.fromkeys("آأإٱٲٳ", "ا"),
    **dict.fromkeys("يىے", "ی"),
    **dict.fromkeys("كڪ", "ک"),
    **dict.fromkeys("ةھہۀۂۃ", "ه"),
    **dict.fromkeys("ؤۇ", "و"),
    "ګ": "گ",
    "ـ": "",
}
_PUNCTUATION = {
    **dict.fromkeys("’‘‛`´ʼʹʻʿʾ′", "'"),
    **dict.fromkeys("“”„«»‹›″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("؟፧¿", "?"),
    **dict.fromkeys("،፣、", ","),
    **dict.fromkeys("؛፤", ";"),
    **dict.fromkeys("۔።٫", "."),
    **dict.fromkeys("፡٬", " "),
    "፥": ":",
    "፦": ":",
    "¡": "!",
}
_LATIN_AND_CYRILLIC = {"ı": "i", "ё": "е"}
# Rows of Ge'ez letters that sound alike, each with its vowel orders in the same sequence.
_GEEZ_ROWS = (("ሐ", "ሀ", 7), ("ኀ", "ሀ", 7), ("ሠ", "ሰ", 8), ("ዐ", "አ", 7), ("ፀ", "ጸ", 8))
_GEEZ_FIRST_AND_FOURTH = {"ሃ": "ሀ", "ሓ": "ሀ", "ኃ": "ሀ", "ኣ": "አ", "ዓ": "አ"}

_SORANI = re.compile(r"[ێۆڕڵڤە]|\bئه")
_SORANI_VOWEL = re.compile(r"ة(?=\w)")
# Only before a verb: the Pashto for "my" looks the same and stands before anything.
_PERSIAN_VERB = (
    "خوا|خا|خو|تو|توان|دان|دون|کن|رو|ر|گ|گوی|گیر|باش|زن|بین|ترس|ذار|گذار|خور|پرس|فهم|نویس|خون|خوان|مان|مون|کش|بر|اور|ار|ای|"
    "یا|سوز|میر|پر|فرست|رس|ش|شو|شد|کرد|رفت|گفت|داد|زد|گرفت|امد|اومد|خواست|تونست|توانست"
)
_PERSIAN_PREFIX = re.compile(
    rf"\b(ن?می) (?=(?:(?:{_PERSIAN_VERB})(?:م|د|ه|یم|ید|ین|ند|ن|ت|هم|هد|هیم|هند|یی)|دهم|دهد|دهند|کنی|خوای|تونی|گی)\b)"
)
_PERSIAN_PLURAL = re.compile(r"(?<=\w\w) (?=ها(?:ی|یی|یم)?\b)")
_HAMZA_SEAT = re.compile(r"(?<=\w)ئ")
_LONG_EE = re.compile(r"\b([^\W\d_aeiouyäëïöüáéèêíóúàâîôû]+e)e{2,}\b")
_LONG_END = re.compile(r"([^\W\d_])\1{2,}\b")
_LONG_ARABIC_OR_GEEZ = re.compile(r"([\u0600-\u06ff\u1200-\u137f])\1{2,}")
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_LONG_MARK = re.compile(r"([^\w\s])\1+")
_GEEZ_HASTE = {ord(a) + order: chr(ord(b) + order) for a, b in ("ቐቀ", "ኸከ") for order in range(7)}
_HASTE = str.maketrans("ڕڵێۆېۍەڤ", "رلیوییهف") | _GEEZ_HASTE


def _geez_homophones() -> dict[str, str]:
    pairs = {chr(ord(a) + order): chr(ord(b) + order) for a, b, orders in _GEEZ_ROWS for order in range(orders)}
    return pairs | _GEEZ_FIRST_AND_FOURTH


class _Letters(dict[int, str]):
    """A translation table that works out a character the first time it is met and remembers it."""

    def __missing__(self, code: int) -> str:
        self[code] = _one(chr(code))
        return self[code]


def _one(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category in {"Mn", "Me", "Cf", "Sk"}:
        return ""
    if category in {"So", "Cc", "Cn", "Co", "Cs", "Zs", "Zl", "Zp"}:
        return " "
    return character


_KNOWN = _ARABIC | _PUNCTUATION | _LATIN_AND_CYRILLIC | _geez_homophones()
_LETTERS = _Letters({ord(seen): wanted for seen, wanted in _KNOWN.items()})


def _shorten(text: str) -> str:
    """Letters held down: one at the end of a word ("helppp"), two within ("hellllo"), one in Arabic and Ge'ez."""
    text = _LONG_ARABIC_OR_GEEZ.sub(r"\1", text)
    text = _LONG_EE.sub(r"\1e", text)
    text = _LONG_END.sub(r"\1", text)
    text = _LONG.sub(r"\1\1", text)
    return _LONG_MARK.sub(r"\1", text)


def _once(text: str) -> str:
    # The free-standing accent comes first: NFKC would take it for a space.
    text = unicodedata.normalize("NFKC", text.replace("´", "'")).casefold()
    text = unicodedata.normalize("NFKC", text)
    # Older Sorani keyboards give the vowel ە as ة, which ends a word in every other language.
    text = _SORANI_VOWEL.sub("ە", text)
    if _SORANI.search(text):
        text = text.replace("ه\u200c", "ە")
    text = " ".join(text.translate(_LETTERS).split())
    text = _HAMZA_SEAT.sub("ی", text)
    text = _PERSIAN_PLURAL.sub("", _PERSIAN_PREFIX.sub(r"\1", text))
    return _shorten(text)


def normalise(text: str) -> str:
    """The text in one spelling; twice is the same as once, and Latin diacritics stay."""
    while (again := _once(text)) != text:
        text = again
    return text


def fold(text: str) -> str:
    """Normalised, and without what a hasty typist leaves out: Latin accents, the marks of Sorani and Pashto letters."""
    text = normalise(text).translate(_HASTE)
    return normalise("".join(_bare(character) for character in text))


def _bare(character: str) -> str:
    if not "\u00df" < character < "\u0250" and not "\u1e00" <= character <= "\u1eff":
        return character
    return unicodedata.normalize("NFD", character)[0]
