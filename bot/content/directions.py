"""Directions of writing: what in a message could turn a line round, and marks that do not belong in stored texts."""

import html
import re
import unicodedata

from bot.content.numbers import MARKS
from bot.i18n import direction

_OPENING, _CLOSING = "\u2066\u2067\u2068", "\u2069"
_OTHER = {"rtl": frozenset({"L"}), "ltr": frozenset({"R", "AL"})}


def stray_marks(text: str) -> list[str]:
    """Return the names of marks of direction in a text: in storage there are none, they are set when it is sent."""
    return sorted({unicodedata.name(mark) for mark in MARKS.findall(text)})


def turned(sent: str, taal: str) -> list[str]:
    """Return what, in HTML that is sent to a reader of `taal`, has the other direction and no isolation around it.

    A mark that is not closed on its line, or closes nothing, is returned as its name.
    """
    text = html.unescape(re.sub(r"<[^<>]*>", "", sent))
    return [each for line in text.splitlines() for each in _line(line, _OTHER[direction(taal)])]


def _line(line: str, other: frozenset[str]) -> list[str]:
    depth, runs = 0, [""]
    for letter in line:
        if letter in _OPENING:
            depth += 1
        elif letter == _CLOSING:
            depth -= 1
            if depth < 0:
                return [unicodedata.name(letter)]
        bare = depth == 0 and unicodedata.bidirectional(letter) in other
        runs = [*runs[:-1], runs[-1] + letter] if bare else [*runs, ""] if runs[-1] else runs
    if depth:
        return [unicodedata.name(_OPENING[-1])]
    return [run for run in runs if run]
