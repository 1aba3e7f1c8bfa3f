"""How easy Dutch is to read: the reading ease of Flesch as Douma fitted it to Dutch (1960)."""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pyphen import Pyphen

_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"(?:https?://)?(?:[\w-]+\.)+(?:nl|eu|com|org)\b\S*")
_MARKER = re.compile(r"^\s*(?:[0-9]+\.|[•–-])\s+")
_SENTENCE = re.compile(r"[.!?]+(?=\s|$)")
_VOWELS = re.compile("[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Level:
    """What makes a text hard: how long its sentences are, and how long its words."""

    sentences: int
    words: int
    syllables: int

    @property
    def ease(self) -> float:
        """Return the reading ease: above 80 is easy, 60 to 70 is ordinary, below 50 is hard."""
        return 206.84 - 0.93 * self.sentence_length - 77 * self.syllables / max(1, self.words)

    @property
    def sentence_length(self) -> float:
        """Return how many words a sentence has."""
        return self.words / max(1, self.sentences)


def level(text: str) -> Level:
    """Return the level of a Dutch text in HTML; every line and every item of a list ends a sentence."""
    lines = (_MARKER.sub("", line) for line in html.unescape(_TAG.sub("", text)).splitlines())
    parts = [part for line in lines for part in _SENTENCE.split(_LINK.sub(" ", line))]
    sentences = [words for part in parts if (words := _WORD.findall(part))]
    return Level(len(sentences), sum(map(len, sentences)), sum(syllables(word) for each in sentences for word in each))


def together(levels: Iterable[Level]) -> Level:
    """Return the level of several texts as if they were one."""
    found = list(levels)
    return Level(sum(each.sentences for each in found), sum(e.words for e in found), sum(e.syllables for e in found))


def syllables(word: str) -> int:
    """Return how many syllables a Dutch word has; letters that are said one by one (PVT) are one each.

    Words are not broken after a first vowel (o-verheid), so vowels count, and breaks tell them apart (ge-ëindigd).
    """
    if word.isupper():
        return len(word)
    pieces = (piece for part in re.split("['’-]", word.casefold()) for piece in _dutch().inserted(part, " ").split())
    return max(1, sum(len(_VOWELS.findall(piece)) for piece in pieces))


@cache
def _dutch() -> Pyphen:
    return Pyphen(lang="nl_NL")
