"""The even space: centred, one long, and wider where the texts of an intent agree."""

from pathlib import Path

import numpy as np

from nlu.encoder import Vectors
from nlu.geometry import Geometry


def cone() -> tuple[Vectors, list[str]]:
    """Two intents in a narrow cone that differ on one axis and each spread along another."""
    random = np.random.default_rng(1)
    rows = np.tile(np.array([5.0, 0.0, 0.0], dtype=np.float32), (40, 1))
    rows[:, 1] += random.normal(0, 1.0, 40)
    rows[:20, 2] += 0.5
    return rows.astype(np.float32), ["a"] * 20 + ["b"] * 20


def test_rows_are_one_long_and_lie_around_the_middle() -> None:
    rows, intents = cone()
    even = Geometry.fit(rows, intents, shrinkage=1.0).apply(rows)
    assert np.allclose(np.linalg.norm(even, axis=1), 1, atol=1e-5)
    assert abs(even.mean()) < 0.2


def test_the_axis_that_tells_intents_apart_counts_for_more() -> None:
    rows, intents = cone()
    plain = Geometry.fit(rows, intents, shrinkage=1.0).apply(rows)
    whitened = Geometry.fit(rows, intents, shrinkage=0.3).apply(rows)
    assert np.abs(whitened[:, 2]).mean() > np.abs(plain[:, 2]).mean()


def test_what_was_learned_comes_back_from_disk(tmp_path: Path) -> None:
    rows, intents = cone()
    geometry = Geometry.fit(rows, intents, shrinkage=0.5)
    geometry.save(tmp_path)
    assert np.array_equal(Geometry.load(tmp_path).apply(rows), geometry.apply(rows))


def test_equal_rows_are_no_reason_to_fail() -> None:
    rows = np.ones((4, 3), dtype=np.float32)
    assert np.isfinite(Geometry.fit(rows, ["a", "a", "b", "b"], shrinkage=0.5).apply(rows)).all()
