"""Which of the sixteen languages a text is in, and whether that is sure enough to answer in it."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal

import yaml

from nlu.taal.evidence import chances, common_words
from nlu.taal.letter_groups import NEIGHBOURS, fit
from nlu.taal.normalise import fold
from nlu.taal.romanised import suspected
from nlu.taal.script import Script, beginning, leading_script, script_of, words

Verdict = Literal["sure", "close", "unknown"]

# A short text has to be clearer: words counted, then the chance from which it is sure.
_SURE: Final = ((1, 0.85), (2, 0.65))
_SURE_LONGER: Final = 0.5
_BEYOND_DOUBT: Final = 0.8
_IN_THE_RUNNING: Final = 0.1
_TWINS: Final = {"fa": "fa_AF"}
_MOST: Final = 3
# In letter groups a language that is not ours has to be this much better, per word, before ours is given up.
_FOREIGN: Final = 1.2
_FOREIGN_WORDS: Final = 4


@dataclass(frozen=True, slots=True)
class Identified:
    """The languages that a text may be in, the likeliest first.

    sure: one language. close: two or three, ask with buttons. unknown: too little, or no language of ours: none.
    """

    verdict: Verdict
    candidates: tuple[str, ...] = ()

    @property
    def taal(self) -> str | None:
        """The language when it is sure, else None."""
        return self.candidates[0] if self.verdict == "sure" else None

    @property
    def twin(self) -> str | None:
        """The language that a text cannot tell from the sure one, Dari beside Persian: the person's choice decides."""
        return _TWINS.get(self.taal) if self.taal else None


UNKNOWN: Final = Identified("unknown")


@cache
def _without_language(*kinds: str) -> frozenset[str]:
    lists: dict[str, str] = yaml.safe_load(Path(__file__).with_name("office_words.yml").read_text("utf-8"))
    return frozenset(word for kind in kinds or lists for word in fold(lists[kind]).split())


def _telling(found: list[str]) -> list[str]:
    """The words that are no office words and no names that everybody knows."""
    empty = _without_language()
    return [word for word in found if fold(word) not in empty]


def _at_best(found: list[str]) -> list[str]:
    """The telling words, or the Dutch office words when there is nothing else."""
    everywhere = _without_language("afkortingen", "overal")
    return _telling(found) or [word for word in found if fold(word) not in everywhere]


def carries_language(text: str) -> bool:
    """Whether a text holds more than Dutch office words, names and numbers."""
    telling = _telling(words(beginning(text)))
    common = common_words()
    if any(len(word) > 1 and fold(word) in common for word in telling):
        return True
    return any(len(word) > 1 and (script_of(word) != "latin" or not word[0].isupper()) for word in telling)


def identify(text: str) -> Identified:
    """The language of a text, from the text alone; only its first four hundred characters count."""
    found = _at_best(words(beginning(text)))
    script = leading_script(found)
    if script is None or script == "other":
        return UNKNOWN
    found = [word for word in found if script_of(word) == script]
    if script == "latin" and (known := _romanised(found)):
        return known
    if _foreign(found, script):
        return UNKNOWN
    return _judged(chances(found, script), len(found))


def _romanised(found: list[str]) -> Identified | None:
    """Arabic, Persian, Tigrinya or Amharic in Latin letters: sure, or beside the language that the letters suggest."""
    taal, sure = suspected(" ".join(found))
    if taal is None:
        return None
    if sure:
        return Identified("sure", (taal,))
    chance = chances(found, "latin")
    other = max(chance, key=lambda taal: chance[taal])
    return Identified("close", _with_twins([taal, other])) if chance[other] < _BEYOND_DOUBT else None


def _judged(chance: dict[str, float], count: int) -> Identified:
    ranked = sorted(chance, key=lambda taal: -chance[taal])
    needed = next((least for most, least in _SURE if count <= most), _SURE_LONGER)
    if chance[ranked[0]] >= needed:
        return Identified("sure", (ranked[0],))
    running = [taal for taal in ranked if chance[taal] >= _IN_THE_RUNNING]
    if len(running) > _MOST:
        return UNKNOWN
    return Identified("close", _with_twins(running if len(running) > 1 else ranked[:2]))


def _with_twins(running: list[str]) -> tuple[str, ...]:
    wide = [same for taal in running for same in (taal, _TWINS.get(taal)) if same]
    return tuple(wide if len(wide) <= _MOST else running)


def _foreign(found: list[str], script: Script) -> bool:
    """Whether a longer text fits a language that is not ours far better than any that is."""
    if script not in NEIGHBOURS or len(found) < _FOREIGN_WORDS:
        return False
    scores = fit(" ".join(found), script)
    best = max(scores[taal] for taal in NEIGHBOURS[script].ours)
    return best < -_FOREIGN * len(found)
