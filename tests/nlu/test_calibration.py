"""Calibration: held-out examples are judged by models that did not see them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import numpy as np

from nlu.calibration import HeldOut, best_temperature, held_out_scores, ranked
from nlu.encoder import Vectors
from nlu.topic_model import Recipe, TopicModel, softmax

LEARN = partial(TopicModel.fit, recipe=Recipe(strength=10, rounds=50))


def noisy(examples: int) -> tuple[Vectors, list[str]]:
    """Three intents that overlap."""
    random = np.random.default_rng(7)
    labels = random.integers(0, 3, examples)
    rows = np.eye(3)[labels] + random.normal(0, 0.5, (examples, 3))
    return rows.astype(np.float32), ["abc"[label] for label in labels]


def test_no_example_is_judged_by_a_model_that_saw_it() -> None:
    rows, labels = noisy(60)
    seen: list[set[bytes]] = []

    def learn(some: Vectors, names: Sequence[str]) -> TopicModel:
        seen.append({row.tobytes() for row in some})
        return LEARN(some, names)

    scores, truth = held_out_scores(rows, labels, learn, folds=3)
    assert scores.shape == (60, 3)
    assert truth.tolist() == ["abc".index(label) for label in labels]
    assert sum(len(part) for part in seen) == 2 * 60
    assert all(sum(row.tobytes() not in part for part in seen) == 1 for row in rows)


def test_confidence_comes_to_mean_how_often_it_is_right() -> None:
    rows, labels = noisy(600)
    scores, truth = held_out_scores(rows, labels, LEARN, folds=3)
    confidence = softmax(scores / best_temperature(scores, truth))
    right = confidence.argmax(axis=1) == truth
    assert abs(confidence.max(axis=1).mean() - right.mean()) < 0.05


def test_an_overconfident_model_is_cooled() -> None:
    rows, labels = noisy(300)
    scores, truth = held_out_scores(rows, labels, LEARN, folds=3)
    assert np.isclose(best_temperature(scores * 2, truth), 2 * best_temperature(scores, truth), rtol=0.01)


def test_folds_too_poor_to_learn_from_leave_no_idea() -> None:
    rows = np.eye(2, dtype=np.float32)
    scores, _ = held_out_scores(rows, ["a", "b"], LEARN, folds=3)
    assert np.array_equal(softmax(scores), np.full((2, 2), 0.5))


def test_rankings_come_back_from_disk(tmp_path: Path) -> None:
    rows, labels = noisy(30)
    held_out = ranked(*held_out_scores(rows, labels, LEARN, folds=3), temperature=1.0)
    held_out.save(tmp_path / "held_out.npz")
    again = HeldOut.load(tmp_path / "held_out.npz")
    assert np.array_equal(again.ranked, held_out.ranked)
    assert np.allclose(again.confidence, held_out.confidence)
    assert (np.diff(again.confidence, axis=1) <= 0).all()
