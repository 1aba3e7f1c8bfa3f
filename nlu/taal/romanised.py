"""Arabic, Persian, Tigrinya and Amharic in Latin letters: recognised when sure, and brought to one rough sound."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from nlu.taal.evidence import common_words
from nlu.taal.normalise import fold
from nlu.taal.script import beginning, leading_script, words

_DIGITS: Final = str.maketrans({"2": "a", "3": "a", "7": "h", "5": "x", "6": "t", "8": "k", "9": "k"})
_PAIRS: Final = (
    ("3'", "g"), ("7'", "x"), ("tch", "c"), ("sch", "c"), ("kh", "x"), ("gh", "g"), ("sh", "$"), ("ch", "$"),
    ("zh", "j"), ("dj", "j"), ("th", "t"), ("dh", "d"), ("ts", "t"), ("gn", "n"), ("ck", "k"), ("c", "$"),
    ("q", "k"), ("v", "w"),
)  # fmt: skip
_ORDINAL = re.compile(r"\d+(?:e|de|ste|th|st|nd|rd|er|x|h|u|km|kg|mg|cm|ml|pm|am|uur|jaar|euro|k|m|g|a|b|c)?")
_WITH_DIGIT = re.compile(r"(?=.*[23567])(?:[a-z']+[235679][a-z'235679]*|[35679][a-z']{2,}[a-z'235679]*)")
_LEVEL = re.compile(r"[abc][12]\+?|(?:covid|mp|nt|g|h|b|k|f)\d+|[a-z]{1,2}\d{2,}")
_LATIN: Final = frozenset({"nl", "en", "tr", "so", "ku", "fr", "es"})
_SUSPECT: Final = 0.6
_SURE_FROM: Final = 1.2
_AHEAD: Final = 0.3
_SHARE: Final = 0.3
_FEW: Final = 2
_ALONE: Final = 5
_SOUNDS_ALIKE: Final = 4


def phonetic(text: str) -> str:
    """The rough sound of romanised text, word by word: only a first vowel left, doubled letters one, digits read."""
    return " ".join(filter(None, (_sound(word) for word in fold(text).split())))


def _sound(word: str) -> str:
    if word.isdigit() or _LEVEL.fullmatch(word):
        return word
    for written, heard in _PAIRS[:2]:
        word = word.replace(written, heard)
    word = word.translate(_DIGITS)
    for written, heard in _PAIRS[2:]:
        word = word.replace(written, heard)
    word = re.sub(r"[^a-z$]", "", word)
    word = re.sub(r"(?<=\w)h$|(?<=[aeiou])[wy](?![aeiou])|(?<=[^aeiou])y", "", word)
    word = re.sub(r"(?<=.)[aeiouy]+", "", re.sub(r"^[aeiou]+", "a", word))
    return re.sub(r"(.)\1+", r"\1", word)


def looks_romanised(text: str) -> str | None:
    """Which of the four languages a text in Latin letters is in, when that is sure; None otherwise."""
    taal, sure = suspected(text)
    return taal if sure else None


def suspected(text: str) -> tuple[str | None, bool]:
    """The likeliest of the four languages, if a text in Latin letters shows any sign of one, and whether it is sure."""
    found = words(beginning(text))
    if leading_script(found) != "latin":
        return None, False
    # Who types Arabic in Latin letters types no accents: a word that has them is kept as it is and fits no list.
    lower = [fold(word) if word.isascii() else word for word in found if not word.isdigit()]
    heard = {word: _sound(word) for word in lower if word.isascii()}
    scores = {taal: sum(_hit(word, taal, heard) for word in lower) for taal in _lists()}
    scores["ar"] += sum(1.5 for word in lower if _arabizi(word))
    best, second = sorted(scores, key=lambda taal: -scores[taal])[:2]
    if scores[best] < _SUSPECT or scores[best] <= _rivals(lower, best, heard):
        return None, False
    clear = scores[best] >= scores[second] + _AHEAD and scores[best] >= _SHARE * len(lower)
    alone = len(lower) <= _FEW and any(_speaks_alone(word, best, heard) for word in lower)
    return best, clear and (alone or scores[best] >= _SURE_FROM)


def _speaks_alone(word: str, taal: str, heard: Mapping[str, str]) -> bool:
    return _arabizi(word) or (len(word) >= _ALONE and _hit(word, taal, heard) == 1)


@cache
def _lists() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Per language its words as typed, and the sounds of the longer ones."""
    lists: dict[str, str] = yaml.safe_load(Path(__file__).with_name("romanised.yml").read_text("utf-8"))
    typed = {taal: frozenset(fold(listed).split()) for taal, listed in lists.items()}
    return {
        taal: (spelled, frozenset(sound for word in spelled if len(sound := _sound(word)) >= _SOUNDS_ALIKE))
        for taal, spelled in typed.items()
    }


def _hit(word: str, taal: str, heard: Mapping[str, str]) -> float:
    """One for a word of the language alone; less when it sounds like one, or is a common word elsewhere too.

    `heard` holds the sound of every word in plain Latin letters.
    """
    spelled, sounds = _lists()[taal]
    borrowed = bool(common_words().get(word, frozenset()) & _LATIN)
    if word in spelled:
        shared = sum(word in other for other, _ in _lists().values())
        return (0.25 if borrowed else 1.0) / (1 if shared == 1 else 1.5)
    return 0.7 if not borrowed and heard.get(word) in sounds else 0.0


def _arabizi(word: str) -> bool:
    return bool(_WITH_DIGIT.fullmatch(word)) and not _ORDINAL.fullmatch(word) and not _LEVEL.fullmatch(word)


def _rivals(lower: list[str], taal: str, heard: Mapping[str, str]) -> float:
    """The most words that one ordinary Latin-script language has in common with the text."""
    counts = dict.fromkeys(_LATIN, 0.0)
    for word in lower:
        for other in common_words().get(fold(word), frozenset()) & _LATIN:
            counts[other] += 0.5 if _hit(word, taal, heard) else 1.0
    return max(counts.values())
