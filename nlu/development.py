"""Questions with every topic that answers them: written apart from the examples, and never learned from.

Rows of origin `keuze` help to choose thresholds; those of `rapport` judge the whole bot and are not read here.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from nlu.examples import CONVERSATION, BrokenExamples
from nlu.thresholds import Judged, judged_by
from nlu.topic_model import Floats

CHOOSING = "keuze"
_COLUMNS = 4
_ROMANISED = "-Latn"


class Question(NamedTuple):
    """What somebody types, in which language, and what it may ask."""

    taal: str
    text: str
    named: frozenset[str]


def load_questions(folder: Path, origin: str = CHOOSING) -> list[Question]:
    """Read the rows of one origin from `<folder>/<taal>.tsv`. Raises BrokenExamples with file and line."""
    return [question for path in sorted(folder.glob("*.tsv")) for question in _file(path, origin)]


def _file(path: Path, origin: str) -> Iterable[Question]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()[1:], 2):
        cells = line.split("\t")
        if len(cells) != _COLUMNS:
            raise BrokenExamples(f"{path}:{number}: expected taal, tekst, onderwerpen and bron, separated by tabs.")
        if cells[3] == origin:
            yield Question(cells[0].removesuffix(_ROMANISED), cells[1], frozenset(cells[2].split("|")))


def judge_questions(shares: Floats, intents: Sequence[str], questions: Sequence[Question]) -> Judged:
    """What a model made of the questions (a row each, a column an intent), any topic that is named being right."""
    named = np.asarray([[name in question.named for name in intents] for question in questions])
    topic = np.asarray([not question.named <= set(CONVERSATION) for question in questions])
    ranked = np.argsort(-shares, axis=1, kind="stable")
    return judged_by(ranked, np.take_along_axis(shares, ranked, axis=1), named, topic, intents)
