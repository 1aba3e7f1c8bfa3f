"""How sure is sure enough, per language: chosen on held-out examples, off-topic ones among them.

Whether a text is off-topic at all is told best by the share of `buiten_bereik` (held out, nine of ten off-topic texts
are caught at the price of one in twenty questions; by the confidence of the best topic it would be one in four).
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nlu.calibration import HeldOut, Ints
from nlu.examples import CONVERSATION, CRISIS, DANGER, OUT_OF_SCOPE

WRONG = 0.015
CAUGHT = 0.9
LOST = 0.002
ALARMED = 0.007
_FEW = 40
_RARE = 100
_BOUNDS = {"sure": (0.3, 0.95), "suggest": (0.05, 0.3), "off_topic": (0.03, 0.6), "crisis": (0.03, 0.5)}

Marks = NDArray[np.bool_]
Shares = NDArray[np.float64]


class Thresholds(NamedTuple):
    """When to answer, to suggest, or to say that it is not known.

    From `off_topic` on, as the share of `buiten_bereik`, a text is off-topic whatever else it may be. Otherwise the
    best of the other intents counts: from `sure` on the bot answers, from `suggest` on it offers topics. From `crisis`
    on, as the share of that intent, the numbers for people in danger are shown before anything else.
    """

    sure: float
    suggest: float
    off_topic: float
    crisis: float


DEFAULT = Thresholds(sure=0.6, suggest=0.12, off_topic=0.25, crisis=0.2)


class Judged(NamedTuple):
    """Held-out examples as the bot would see them: the best intent that is not off-topic, and how sure it is."""

    confidence: Shares
    off_share: Shares
    crisis_share: Shares
    right: Marks
    in_three: Marks
    topic: Marks
    off_topic: Marks
    danger: Marks

    def where(self, chosen: Marks) -> "Judged":
        """The chosen examples only."""
        return Judged(*(column[chosen] for column in self))


def judge(held_out: HeldOut, intents: Sequence[str]) -> Judged:
    """Read held-out rankings, each with one right intent."""
    right = np.eye(len(intents), dtype=bool)[held_out.truth]
    topic = ~np.isin(np.asarray(intents), CONVERSATION)[held_out.truth]
    return judged_by(held_out.ranked, held_out.confidence, right, topic, intents)


def judged_by(ranked: Ints, confidence: Shares, named: Marks, topic: Marks, intents: Sequence[str]) -> Judged:
    """Read rankings with off-topic left out of the candidates: its share only lowers theirs.

    `named` marks what is right, a row a text and a column an intent; `topic` marks the texts that ask for a topic.
    """
    names = np.asarray(intents)
    off = names == OUT_OF_SCOPE
    is_off = off[ranked]
    shares = np.where(is_off, -1.0, confidence)
    order = np.argsort(-shares, axis=1, kind="stable")[:, :3]
    hits = np.take_along_axis(named, np.take_along_axis(ranked, order, axis=1), axis=1)
    return Judged(
        confidence=np.maximum(np.take_along_axis(shares, order[:, :1], axis=1)[:, 0], 0.0),
        off_share=np.where(is_off, confidence, 0.0).sum(axis=1),
        crisis_share=np.where((names == CRISIS)[ranked], confidence, 0.0).sum(axis=1),
        right=hits[:, 0],
        in_three=hits.any(axis=1),
        topic=topic,
        off_topic=named[:, off].any(axis=1),
        danger=named[:, np.isin(names, DANGER)].any(axis=1),
    )


def choose(judged: Judged, fallback: Thresholds = DEFAULT) -> Thresholds:
    """The lowest thresholds that keep wrong answers and unnoticed off-topic texts rare.

    The fewer examples there are, the more the outcome leans on `fallback`.
    """
    off = judged.where(judged.off_topic)
    gate = _lean("off_topic", _quantile(off.off_share, 1 - CAUGHT), fallback.off_topic, len(off.right))
    topic = judged.where(judged.topic)
    left = topic.where(topic.off_share < gate)
    sure = _lean("sure", _sure(left, len(topic.right)), fallback.sure, len(left.right))
    useful = left.where(left.in_three)
    suggest = _lean("suggest", _quantile(useful.confidence, LOST), fallback.suggest, len(useful.right))
    safe = judged.where(~judged.danger)
    crisis = _lean("crisis", _quantile(safe.crisis_share, 1 - ALARMED), fallback.crisis, len(safe.right) // _RARE)
    return Thresholds(*(round(each, 3) for each in (sure, suggest, gate, crisis)))


def _lean(name: str, found: float, fallback: float, examples: int) -> float:
    return float(np.clip((examples * found + _FEW * fallback) / (examples + _FEW), *_BOUNDS[name]))


def _quantile(shares: Shares, part: float) -> float:
    return float(np.quantile(shares, part)) if len(shares) else 0.0


def _sure(left: Judged, questions: int) -> float:
    """The lowest confidence from which on no more than WRONG of all questions are answered wrongly."""
    order = np.argsort(-left.confidence)
    wrong = np.cumsum(~left.right[order]) / max(questions, 1)
    allowed = int(np.searchsorted(wrong, WRONG, side="right"))
    return float(left.confidence[order][allowed]) + 1e-3 if allowed < len(order) else 0.0


def figures(judged: Judged, thresholds: Thresholds) -> dict[str, float | int | None]:
    """What these thresholds would have done with the held-out examples, as shares."""
    topic, off = judged.where(judged.topic), judged.where(judged.off_topic)
    on = topic.off_share < thresholds.off_topic
    answered = on & (topic.confidence >= thresholds.sure)
    shown = on & (topic.confidence >= thresholds.suggest)
    return {
        "n": len(topic.right),
        "top1": _share(topic.right),
        "top3": _share(topic.in_three),
        "shown_in_three": _share(shown & np.where(answered, topic.right, topic.in_three)),
        "answered": _share(answered),
        "wrong": _share(answered & ~topic.right),
        "oos_n": len(off.right),
        "oos_caught": _share((off.off_share >= thresholds.off_topic) | (off.confidence < thresholds.suggest)),
    }


def _share(marks: Marks) -> float | None:
    return round(float(marks.mean()), 4) if len(marks) else None
