"""The nearest example of each intent: whichever order the examples stand in, on the axes that tell most."""

import numpy as np
import pytest

from nlu.nearest import Nearest

ROWS = np.asarray([[0, 0, 2, 0], [3, 0, 0, 0], [0, 1, 1, 0], [0, 1, 0, 0.01]], dtype=np.float32)
LABELS = ["b", "a", "b", "a"]


def test_a_text_is_as_near_to_an_intent_as_to_its_nearest_example() -> None:
    near = Nearest.fit(ROWS, LABELS, ["a", "b"], axes=4).nearness(
        np.asarray([[1, 0, 0, 0], [0, 0, 5, 0], [0, 0, 0, 0]], dtype=np.float32)
    )
    assert near[0].tolist() == pytest.approx([1, 0], abs=1e-2)
    assert near[1].tolist() == pytest.approx([0, 1], abs=1e-2)
    assert near[2].tolist() == [0, 0]


def test_the_order_of_the_intents_is_that_of_the_columns() -> None:
    one, other = (Nearest.fit(ROWS, LABELS, intents, axes=4).nearness(ROWS) for intents in (["a", "b"], ["b", "a"]))
    assert np.array_equal(one, other[:, ::-1])


def test_axes_on_which_nothing_happens_are_left_out() -> None:
    found = Nearest.fit(ROWS, LABELS, ["a", "b"], axes=3)
    assert found.axes.shape == (4, 3)
    assert np.allclose(found.axes[3], 0, atol=0.01)
    assert np.allclose(found.nearness(ROWS).max(axis=1), 1, atol=1e-2)


def test_many_texts_are_judged_as_each_of_them_alone() -> None:
    found = Nearest.fit(ROWS, LABELS, ["a", "b"], axes=4)
    many = np.random.default_rng(0).normal(size=(600, 4)).astype(np.float32)
    assert np.allclose(found.nearness(many)[[0, 599]], np.vstack([found.nearness(many[i : i + 1]) for i in (0, 599)]))
