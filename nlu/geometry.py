"""The space of sentence vectors made even: centred, and stretched where the texts of one intent agree."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlu.encoder import Vectors


class Geometry:
    """E5 vectors lie in a narrow cone: take the mean away, whiten within intents, make every row one long."""

    def __init__(self, mean: Vectors, stretch: Vectors) -> None:
        self.mean = mean
        self.stretch = stretch

    @classmethod
    def fit(cls, vectors: Vectors, intents: Sequence[str], shrinkage: float) -> "Geometry":
        """Learn from labelled vectors; a shrinkage of 1 only centres, 0 trusts the measured spread fully."""
        mean = vectors.mean(axis=0)
        centred = one_long(vectors - mean)
        _, rows = np.unique(np.asarray(intents), return_inverse=True)
        sums = np.zeros((rows.max() + 1, vectors.shape[1]), dtype=np.float32)
        np.add.at(sums, rows, centred)
        apart = centred - (sums / np.bincount(rows)[:, None])[rows]
        spread = apart.T @ apart / len(apart)
        even = np.eye(len(spread)) * (np.trace(spread) / len(spread) or 1.0)
        values, axes = np.linalg.eigh((1 - shrinkage) * spread + shrinkage * even)
        stretch = (axes / np.sqrt(np.maximum(values, 1e-9))) @ axes.T
        return cls(mean, stretch.astype(np.float32))

    def apply(self, vectors: Vectors) -> Vectors:
        """The same rows in the even space, each one long."""
        return one_long(one_long(vectors - self.mean) @ self.stretch)

    def save(self, folder: Path) -> None:
        """Write two plain arrays."""
        np.savez(folder / "geometry.npz", mean=self.mean, stretch=self.stretch)

    @classmethod
    def load(cls, folder: Path) -> "Geometry":
        """Read what `save` wrote."""
        with np.load(folder / "geometry.npz", allow_pickle=False) as stored:
            return cls(stored["mean"], stored["stretch"])


def one_long(rows: Vectors) -> Vectors:
    """The same directions at length one; a row of zeros stays as it is."""
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-9), dtype=np.float32)
