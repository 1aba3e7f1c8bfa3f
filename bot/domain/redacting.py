"""Take out of a question what points to a person, before it is stored."""

import re

MASK = "▮▮▮"
_PATTERNS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # e-mail
    re.compile(r"\b(?:https?://)?(?:www\.)?(?:t|telegram)\.(?:me|dog)/\S+", re.IGNORECASE),  # a link to an account
    re.compile(r"(?<![\w@])@\w{3,}"),  # the name of an account
    re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){8,10}\b", re.IGNORECASE),  # IBAN
    re.compile(r"\b[vV][- ]?(?:nummer|number|nr)?[-.: ]*\d{6,10}\b"),  # V-number
    re.compile(r"(?<![\d.,])[+(]?\d(?:[\d\s().-]*\d){6,}(?!\d)"),  # BSN, phone, any number of seven digits or more
    re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b(?=\s|[,.;!?]|$)"),  # postcode
    re.compile(
        r"\b[A-ZÀ-Ýa-zà-ÿ][\w'’.-]*(?:straat|laan|weg|plein|dijk|pad|hof|kade|gracht|singel|steeg|dreef|plantsoen|park)"
        r"\s+\d+\s?[a-zA-Z]?\b",
        re.IGNORECASE,
    ),  # street and house number
)
_KEPT = re.compile(
    r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}"  # a date
    r"|(?:19|20)\d\d(?:\s?[-/ ]\s?(?:19|20)\d\d)+"  # years
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+(?:,\d{2}|,-)?")
_BEFORE, _AFTER = re.compile(r"(?:€|\beuro?)\s?$", re.IGNORECASE), re.compile(r"\s?(?:€|euro?\b)", re.IGNORECASE)
_REACHES = (*_PATTERNS[:3], _PATTERNS[5])
_CHAT = re.compile(
    r"\b(?:wa\.me|m\.me|signal\.me|(?:instagram|facebook|fb|tiktok|snapchat|viber|whatsapp)\.com)/\S+", re.IGNORECASE
)
_SERVICE = re.compile(r"\D*(?:\+31|0031)?\D*0?\D*(?:800|900|906|909|88)\D*\d(?:\D*\d){3,6}\D*")  # of an organisation
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def redact(text: str) -> str:
    """Return the text with BSN, V-number, phone, e-mail, account, IBAN, postcode and street address masked.

    Numbers of fewer than seven digits, amounts, years and dates stay: an answer may turn on them. Names stay too.
    """
    plain = text.translate(_DIGITS)
    for pattern in _PATTERNS:
        plain = pattern.sub(_masked, plain)
    return plain


def reaches(text: str) -> bool:
    """Return whether a text tells how to reach a person: a phone number, an e-mail address or an account.

    The numbers of organisations that begin with 0800, 0900, 0906, 0909 or 088 reach no person.
    """
    plain = text.translate(_DIGITS)
    found = (each for pattern in _REACHES for each in pattern.finditer(plain))
    return bool(_CHAT.search(plain)) or any(
        _masked(each) == MASK and not _SERVICE.fullmatch(each.group(0)) for each in found
    )


def _masked(found: re.Match[str]) -> str:
    said = found.group(0)
    return said if _KEPT.fullmatch(said) or _amount(found) else MASK


def _amount(found: re.Match[str]) -> bool:
    """Return whether this is money: in groups of three, with the euro before or after it."""
    if not _GROUPED.fullmatch(found.group(0)):
        return False
    before, after = found.string[: found.start()], found.string[found.end() :]
    return bool(_BEFORE.search(before[-6:]) or _AFTER.match(after))
