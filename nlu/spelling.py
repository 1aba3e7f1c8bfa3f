"""What is read of a message: not its greeting and thanks, not its capitals, and no more than a thousand characters."""

import functools
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from nlu.examples import LONGEST
from nlu.taal.normalise import normalise
from nlu.taal.romanised import looks_romanised, phonetic

_FILE = Path(__file__).with_name("courtesies.yml")
_FEWEST_LEFT = 2

Words = tuple[str, ...]


class Courtesies(NamedTuple):
    """How messages open and close, per language as written and all together as compared."""

    openings: dict[str, list[str]]
    closings: dict[str, list[str]]
    opening_words: frozenset[Words]
    closing_words: frozenset[Words]
    longest: int


@functools.cache
def courtesies() -> Courtesies:
    """The phrases of courtesies.yml."""
    found = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    openings = {taal: each["open"] for taal, each in found.items()}
    closings = {taal: each["close"] for taal, each in found.items()}
    opening_words = frozenset(_words(phrase.split()) for phrases in openings.values() for phrase in phrases)
    closing_words = frozenset(_words(phrase.split()) for phrases in closings.values() for phrase in phrases)
    longest = max(len(words) for words in opening_words | closing_words)
    return Courtesies(openings, closings, opening_words, closing_words, longest)


def for_encoder(text: str) -> str:
    """The text for a sentence encoder: in its own spelling, without capitals, emoji, greeting, thanks and end mark."""
    drawn = "".join(" " if unicodedata.category(each) in {"So", "Sk", "Cs"} else each for each in text[:LONGEST])
    return " ".join(_to_the_point(drawn.lower().split())).rstrip("?!.؟። ")


def for_ngrams(text: str) -> str:
    """The text for character n-grams: in the one spelling, without greeting and thanks.

    Arabic, Persian, Tigrinya and Amharic in Latin letters, which everybody spells in his own way, stand there a second
    time by their rough sound.
    """
    said = " ".join(_to_the_point(text[:LONGEST].split()))
    return normalise(f"{said} {phonetic(said)}" if looks_romanised(said) else said)


def _to_the_point(written: list[str]) -> list[str]:
    """The words between greeting and thanks; all of them when too little would be left."""
    telling = [(word, each) for each in written if (word := _word(each))]
    words, known = [word for word, _ in telling], courtesies()
    start, end = 0, len(words)
    while step := _phrase(words[start : start + known.longest], known.opening_words, end - start):
        start += step
    while step := _phrase(words[max(start, end - known.longest) : end][::-1], _reversed(), end - start):
        end -= step
    return [each for _, each in telling[start:end]]


def _phrase(words: Sequence[str], phrases: frozenset[Words], left: int) -> int:
    """How many words the longest phrase at the beginning of `words` takes, when enough of `left` would remain."""
    lengths = range(min(len(words), left - _FEWEST_LEFT), 0, -1)
    return next((length for length in lengths if tuple(words[:length]) in phrases), 0)


@functools.cache
def _reversed() -> frozenset[Words]:
    return frozenset(words[::-1] for words in courtesies().closing_words)


def _words(written: Sequence[str]) -> Words:
    return tuple(_word(each) for each in written)


@functools.lru_cache(maxsize=50_000)
def _word(written: str) -> str:
    return normalise(written).strip(".,:;!?-()\"'… ")
