"""How sure is sure enough, per language: chosen on held-out examples, off-topic ones among them."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import HeldOut
from nlu.examples import CONVERSATION, OUT_OF_SCOPE

WRONG = 0.03
CAUGHT = 0.92
LOWEST, HIGHEST = 0.12, 0.9
_FEW = 40

Marks = NDArray[np.bool_]


class Thresholds(NamedTuple):
    """From `sure` on the bot answers, from `suggest` on it offers topics, below it says that it does not know."""

    sure: float
    suggest: float


DEFAULT = Thresholds(sure=0.6, suggest=0.25)


class Judged(NamedTuple):
    """Held-out examples as the bot would see them: the best intent that is not off-topic, and how sure it is."""

    confidence: NDArray[np.float64]
    right: Marks
    in_three: Marks
    topic: Marks
    off_topic: Marks

    def where(self, chosen: Marks) -> "Judged":
        """The chosen examples only."""
        return Judged(*(column[chosen] for column in self))


def judge(held_out: HeldOut, intents: Sequence[str]) -> Judged:
    """Read held-out rankings with off-topic left out of the candidates: its share only lowers theirs."""
    names = np.asarray(intents)
    topic_names = ~np.isin(names, CONVERSATION)
    off = names == OUT_OF_SCOPE
    shares = np.where(off[held_out.ranked], -1.0, held_out.confidence)
    order = np.argsort(-shares, axis=1, kind="stable")[:, :3]
    best = np.take_along_axis(held_out.ranked, order, axis=1)
    hits = best == held_out.truth[:, None]
    return Judged(
        confidence=np.maximum(np.take_along_axis(shares, order[:, :1], axis=1)[:, 0], 0.0),
        right=hits[:, 0],
        in_three=hits.any(axis=1),
        topic=topic_names[held_out.truth],
        off_topic=off[held_out.truth],
    )


def choose(judged: Judged, fallback: Thresholds = DEFAULT) -> Thresholds:
    """The lowest thresholds that keep wrong answers and answered off-topic texts rare.

    The fewer examples there are, the more the outcome leans on `fallback`.
    """
    topic, off = judged.where(judged.topic), judged.where(judged.off_topic)
    suggest, sure = fallback.suggest, fallback.sure
    if len(off.confidence):
        suggest = _lean(float(np.quantile(off.confidence, CAUGHT)), fallback.suggest, len(off.confidence))
    if len(topic.confidence):
        sure = _lean(_sure(topic), fallback.sure, len(topic.confidence))
    suggest = float(np.clip(suggest, LOWEST, HIGHEST))
    return Thresholds(round(float(np.clip(sure, suggest, HIGHEST)), 3), round(suggest, 3))


def _lean(found: float, fallback: float, examples: int) -> float:
    return (examples * found + _FEW * fallback) / (examples + _FEW)


def _sure(topic: Judged) -> float:
    """The lowest confidence from which on no more than WRONG of all questions are answered wrongly."""
    order = np.argsort(-topic.confidence)
    wrong = np.cumsum(~topic.right[order]) / len(order)
    allowed = int(np.searchsorted(wrong, WRONG, side="right"))
    return float(topic.confidence[order][allowed]) + 1e-3 if allowed < len(order) else LOWEST


def figures(judged: Judged, thresholds: Thresholds) -> dict[str, float | int | None]:
    """What these thresholds would have done with the held-out examples, as shares."""
    topic, off = judged.where(judged.topic), judged.where(judged.off_topic)
    answered = topic.confidence >= thresholds.sure
    return {
        "n": len(topic.right),
        "top1": _share(topic.right),
        "top3": _share(topic.in_three),
        "answered": _share(answered),
        "wrong": _share(answered & ~topic.right),
        "oos_n": len(off.right),
        "oos_caught": _share(off.confidence < thresholds.suggest),
    }


def _share(marks: Marks) -> float | None:
    return round(float(marks.mean()), 4) if len(marks) else None
