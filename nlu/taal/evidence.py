"""What speaks for each language of a script: letter groups, common words, telling letters, Google's CLD2."""

import importlib
import math
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from nlu.taal.letter_groups import NEIGHBOURS, fit
from nlu.taal.normalise import fold
from nlu.taal.script import Script

Detected = tuple[bool, int, tuple[tuple[str, str, int, float], ...]]
_HERE: Final = Path(__file__).parent
GEEZ: Final = ("ti", "am")
_FLOOR: Final = -60.0
_CLD2_NAMES: Final = {"ku": "ckb"}


class Signs(NamedTuple):
    """How strongly one language is suggested, each sign on a scale of its own."""

    letters: float = 0.0
    letters_without_names: float = 0.0
    common_words: float = 0.0
    strong_traces: float = 0.0
    weak_traces: float = 0.0
    cld2: float = 0.0


# Fitted on the odd lines of NTREX, cut to one, two, three and five words, also without accents and capitals.
WEIGHTS: Final[dict[Script, Signs]] = {
    "latin": Signs(0.13, 0.22, 2.95, 0.23, 0.06, 0.43),
    "arabic": Signs(0.15, 0.13, 2.41, 0.99, 0.6, 1.69),
    "cyrillic": Signs(0.36, 0.05, 2.56, 0.05, 0.0, 1.43),
    "geez": Signs(0.0, 0.0, 2.82, 2.5, 0.47, 2.2),
}
# What a text without any sign is taken for: Persian and Dari together, and Tigrinya, leave the fewest signs.
LEANING: Final = {"ar": -0.84, "fa": 0.87, "ti": 0.75, "am": -0.75}


@cache
def common_words() -> dict[str, frozenset[str]]:
    """Every common word, folded, with the languages in which it is common."""
    lists: dict[str, str] = yaml.safe_load((_HERE / "words.yml").read_text("utf-8"))
    where: dict[str, set[str]] = {}
    for taal, listed in lists.items():
        for word in fold(listed).split():
            where.setdefault(word, set()).add(taal)
    return {word: frozenset(talen) for word, talen in where.items()}


@cache
def _traces() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    patterns: dict[str, dict[str, str]] = yaml.safe_load((_HERE / "telling_letters.yml").read_text("utf-8"))
    return {taal: (re.compile(both["strong"]), re.compile(both["weak"])) for taal, both in patterns.items()}


def candidates(script: Script) -> tuple[str, ...]:
    """Our languages that are written in this script; Persian stands for Dari too."""
    return GEEZ if script == "geez" else tuple(NEIGHBOURS[script].ours)


def signs(words: list[str], script: Script) -> dict[str, Signs]:
    """The signs for each language of the script in these words."""
    talen = candidates(script)
    text = " ".join(words)
    nothing = dict.fromkeys(talen, 0.0)
    letters = _letters(text, script) if script in NEIGHBOURS else nothing
    bare = _letters(" ".join(_without_names(words)), script) if script in NEIGHBOURS else nothing
    common = _common(words, talen)
    lower = [word.lower().replace("’", "'") for word in words]
    found = _detected(text)
    return {
        taal: Signs(
            letters[taal],
            bare[taal],
            common[taal],
            sum(1.0 for word in lower if _traces()[taal][0].search(word)),
            sum(1.0 for word in lower if _traces()[taal][1].search(word)),
            found.get(taal, 0.0),
        )
        for taal in talen
    }


def chances(words: list[str], script: Script) -> dict[str, float]:
    """How likely each language of the script is, together one."""
    weights = WEIGHTS[script]
    sums = {
        taal: LEANING.get(taal, 0.0) + sum(weight * sign for weight, sign in zip(weights, found, strict=True))
        for taal, found in signs(words, script).items()
    }
    highest = max(sums.values())
    powers = {taal: math.exp(value - highest) for taal, value in sums.items()}
    total = sum(powers.values())
    return {taal: power / total for taal, power in powers.items()}


def _letters(text: str, script: Script) -> dict[str, float]:
    return {taal: max(score, _FLOOR) for taal, score in fit(text, script).items()}


def _without_names(words: list[str]) -> list[str]:
    return [word for word in words if not word[0].isupper()] or words


def _common(words: Iterable[str], talen: tuple[str, ...]) -> dict[str, float]:
    """Per language the words that are common in it, a word shared with neighbours divided among them."""
    counts = dict.fromkeys(talen, 0.0)
    for word in words:
        for part in {fold(word), *fold(word).split("'")}:
            shared = [taal for taal in talen if taal in common_words().get(part, ())]
            for taal in shared:
                counts[taal] += 1 / len(shared)
    return counts


def _detected(text: str) -> dict[str, float]:
    """What CLD2 makes of the text: the share that it gives to its first language."""
    detected: Detected = importlib.import_module("pycld2").detect(text.encode(errors="ignore"), bestEffort=True)
    _, code, percent, _ = detected[2][0]
    return {_CLD2_NAMES.get(code, code): percent / 100}
