"""Which script a text is written in, and which of its words tell anything about its language."""

import re
import unicodedata
from collections import Counter
from typing import Final, Literal

Script = Literal["latin", "arabic", "cyrillic", "geez", "other"]

ENOUGH: Final = 400
_NOISE = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|[@/#]\w+")
_WORD = re.compile(r"[^\W\d_][\w\u200c]*(?:['’ʼ`-][^\W\d_][\w\u200c]*)*|\d+[^\W\d_]\w*")
_SCRIPTS: tuple[tuple[Script, str], ...] = (
    ("latin", "a-zA-Z\u00aa-\u024f\u1e00-\u1eff"),
    ("arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("cyrillic", "\u0400-\u052f"),
    ("geez", "\u1200-\u139f\u2d80-\u2ddf"),
)
_STARTS = tuple((script, re.compile(f"[{letters}]")) for script, letters in _SCRIPTS)


def beginning(text: str) -> str:
    """The first four hundred characters, composed, without addresses, handles, commands and hashtags."""
    return " ".join(_NOISE.sub(" ", unicodedata.normalize("NFC", text[: 3 * ENOUGH]))[:ENOUGH].split())


def words(text: str) -> list[str]:
    """The words of a text, marks and plain numbers left out."""
    return _WORD.findall(text)


def script_of(word: str) -> Script:
    """The script of a word, by its first letter that has one."""
    for letter in word:
        for script, letters in _STARTS:
            if letters.match(letter):
                return script
    return "other"


def leading_script(found: list[str]) -> Script | None:
    """The script that most words are in; others count double beside Latin, in which borrowed words are."""
    counts: Counter[Script] = Counter()
    for word in found:
        script = script_of(word)
        counts[script] += 1 if script == "latin" else 2
    return counts.most_common(1)[0][0] if counts else None
