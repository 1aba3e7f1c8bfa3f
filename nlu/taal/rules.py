"""Phrase rules: patterns of words that a beheerder can read, over folded text.

A rule is words in a row. `~` stands for any further letters, `..` for up to six words in between, `(a|b)` for either,
`<name>` for a list under `woorden`. `&` joins parts that stand in one sentence in any order; a part after `& !` must
not stand there.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from nlu.taal.normalise import fold
from nlu.taal.script import script_of

_GAP: Final = r"\W+(?:[\w']+\W+){0,6}?"
# "And" is written onto the next word in Arabic.
_AND: Final = "[وف]?"
_SENTENCE = re.compile(r"[.!?;؟؛۔።፧፨]+(?:\s|$)|\n")
_RUN = re.compile(r"[^\W\d_]+")
_CLASS = re.compile(r"\\\w")
_OPENING = re.compile(r"\((?!\?)")
_LIST = re.compile(r"<(\w+)>")
_TOKEN = re.compile(r"\s*\.\.\s*|\s+|~")
_CAP: Final = 4000


class BadRuleError(ValueError):
    """A rule that cannot be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, ready to be tried on a sentence."""

    script: str
    wanted: tuple[re.Pattern[str], ...]
    unwanted: tuple[re.Pattern[str], ...] = ()

    def fits(self, sentence: str) -> bool:
        """Whether all wanted parts stand in the sentence and no unwanted one does."""
        return all(part.search(sentence) for part in self.wanted) and not any(
            part.search(sentence) for part in self.unwanted
        )


def read(written: str, lists: Mapping[str, str]) -> Rule:
    """The rule that is written; raises BadRuleError when it cannot be read."""
    parts = [part.strip() for part in written.split("&")]
    try:
        wanted = tuple(_pattern(part, lists) for part in parts if not part.startswith("!"))
        unwanted = tuple(_pattern(part[1:].strip(), lists) for part in parts if part.startswith("!"))
    except (re.error, KeyError) as error:
        raise BadRuleError(f"The rule {written!r} cannot be read: {error}.") from error
    if not wanted or "" in parts:
        raise BadRuleError(f"The rule {written!r} has an empty part.")
    return Rule(_script(wanted[0].pattern), wanted, unwanted)


def sentences(text: str) -> list[str]:
    """The sentences of a text, folded."""
    folded = (fold(part) for part in _SENTENCE.split(text[:_CAP]))
    return [sentence for sentence in folded if sentence]


def scripts(sentence: str) -> set[str]:
    """The scripts that a sentence has words in."""
    return {script_of(word) for word in sentence.split()}


def first_fit(rules: Iterable[Rule], sentence: str) -> Rule | None:
    """The first rule that fits the sentence, if any."""
    present = scripts(sentence)
    return next((rule for rule in rules if rule.script in present and rule.fits(sentence)), None)


def _script(pattern: str) -> str:
    return script_of(_CLASS.sub("", pattern))


def _pattern(part: str, lists: Mapping[str, str]) -> re.Pattern[str]:
    expanded = _LIST.sub(lambda found: f"({lists[found[1]]})", part).replace("\u200c", "")
    joined = _AND if _script(expanded) == "arabic" else ""
    folded = "".join(_pieces(expanded, joined))
    return re.compile(rf"(?<!\w){joined}{folded}(?!\w)")


def _pieces(part: str, joined: str) -> Iterator[str]:
    """The part as a regular expression, its words folded like the text that it is tried on."""
    at = 0
    for token in _TOKEN.finditer(part):
        yield _plain(part[at : token.start()])
        yield r"\w*" if token[0] == "~" else (_GAP if ".." in token[0] else r"\W+") + joined
        at = token.end()
    yield _plain(part[at:])


def _plain(piece: str) -> str:
    return _RUN.sub(lambda run: _folded(run[0]), _OPENING.sub("(?:", piece))


@cache
def _folded(word: str) -> str:
    return fold(word)
