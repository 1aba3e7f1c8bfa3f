"""The classifier without Rasa: what it learns, what it refuses, and that it comes back from disk."""

from pathlib import Path

import numpy as np
import pytest

from nlu.topic_model import Recipe, TooFewIntents, TopicModel

ROWS = np.repeat(np.eye(3, dtype=np.float32), 4, axis=0)
LABELS = ["a"] * 4 + ["b"] * 4 + ["c"] * 4


def test_confidences_add_up_and_point_the_right_way() -> None:
    confidence = TopicModel.fit(ROWS, LABELS, recipe=Recipe(strength=10, rounds=50)).confidence(ROWS)
    assert np.allclose(confidence.sum(axis=1), 1)
    assert confidence.argmax(axis=1).tolist() == [0] * 4 + [1] * 4 + [2] * 4


def test_two_intents_are_enough_and_one_is_not() -> None:
    two = TopicModel.fit(ROWS[:8], LABELS[:8], recipe=Recipe(strength=10, rounds=50))
    assert two.confidence(ROWS[:8]).argmax(axis=1).tolist() == [0] * 4 + [1] * 4
    with pytest.raises(TooFewIntents, match="at least two"):
        TopicModel.fit(ROWS[:4], LABELS[:4], recipe=Recipe(strength=10, rounds=50))


def test_a_higher_temperature_is_less_sure() -> None:
    model = TopicModel.fit(ROWS, LABELS, recipe=Recipe(strength=10, rounds=50))
    before = model.confidence(ROWS).max()
    model.temperature = 3.0
    assert model.confidence(ROWS).max() < before


def test_a_model_comes_back_from_disk_with_nothing_executable(tmp_path: Path) -> None:
    model = TopicModel.fit(ROWS, LABELS, recipe=Recipe(strength=10, rounds=50))
    model.temperature = 1.7
    model.save(tmp_path)
    assert {path.suffix for path in tmp_path.iterdir()} == {".npz", ".json"}
    assert np.allclose(TopicModel.load(tmp_path).confidence(ROWS), model.confidence(ROWS))


def test_the_nearest_example_of_an_intent_has_its_say() -> None:
    far = np.asarray([[0.1, 0.2, 1.0]], dtype=np.float32)
    without = TopicModel.fit(ROWS, LABELS, recipe=Recipe(strength=10, rounds=50, nearness=0))
    beside = TopicModel.fit(ROWS, LABELS, recipe=Recipe(strength=10, rounds=50, nearness=2))
    assert np.allclose((beside.scores(far) - without.scores(far)) / 2, far / np.linalg.norm(far), atol=1e-3)
