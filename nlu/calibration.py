"""Confidences that mean what they say: a model judged by examples that it has not seen."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar

from nlu.encoder import Vectors
from nlu.topic_model import Floats, TopicModel, softmax

Ints = NDArray[np.int64]

_NEVER = -30.0
_KEPT = 10


class HeldOut(NamedTuple):
    """What models said of examples that they had not seen: a row an example, the best ten intents first."""

    truth: Ints
    ranked: Ints
    confidence: Floats

    def save(self, path: Path) -> None:
        """Write three plain arrays; no text."""
        np.savez(path, truth=self.truth, ranked=self.ranked, confidence=self.confidence.astype(np.float32))

    @classmethod
    def load(cls, stream: Path | IO[bytes]) -> "HeldOut":
        """Read what `save` wrote, from a path or an open file."""
        with np.load(stream, allow_pickle=False) as stored:
            return cls(stored["truth"], stored["ranked"], stored["confidence"].astype(np.float64))


def held_out_scores(
    rows: Vectors,
    labels: Sequence[str],
    learn: Callable[[Vectors, Sequence[str]], TopicModel],
    folds: int,
    judges: Sequence[bool] | None = None,
) -> tuple[Floats, Ints]:
    """Scores of held-out examples by models that were learned without their fold, and where the right one stands.

    Only the examples marked in `judges` are held out, in so many folds; the others teach every time. Without marks all
    are held out in turn. A fold too poor to learn from leaves its examples without any idea.
    """
    intents, truth = np.unique(np.asarray(labels), return_inverse=True)
    marks = np.ones(len(rows), dtype=bool) if judges is None else np.asarray(judges)
    scores = np.full((len(rows), len(intents)), _NEVER)
    part_of = np.full(len(rows), -1)
    part_of[marks] = folds_of(truth[marks], folds)
    for fold in range(folds):
        out, kept = part_of == fold, np.flatnonzero(part_of != fold)
        if len(set(truth[kept])) < 2 or not out.any():
            continue
        part = learn(rows[kept], [labels[i] for i in kept])
        scores[np.ix_(out, np.searchsorted(intents, np.asarray(part.intents)))] = part.scores(rows[out])
    return scores[marks], truth[marks]


def best_temperature(scores: Floats, truth: Ints) -> float:
    """The temperature under which the right intents surprise least."""

    def surprise(temperature: float) -> float:
        right = softmax(scores / temperature)[np.arange(len(truth)), truth]
        return float(-np.log(np.maximum(right, 1e-12)).mean())

    return float(minimize_scalar(surprise, bounds=(0.05, 20.0), method="bounded").x)


def ranked(scores: Floats, truth: Ints, temperature: float) -> HeldOut:
    """Scores to the best ten intents of each example and their confidences."""
    confidence = softmax(scores / temperature)
    best = np.argsort(-confidence, axis=1)[:, :_KEPT]
    return HeldOut(truth, best, np.take_along_axis(confidence, best, axis=1))


def folds_of(truth: Ints, folds: int) -> Ints:
    """Deal the examples of each intent over the folds in the order in which they stand."""
    part_of = np.zeros(len(truth), dtype=np.int64)
    for intent in np.unique(truth):
        where = np.flatnonzero(truth == intent)
        part_of[where] = np.arange(len(where)) % folds
    return part_of
