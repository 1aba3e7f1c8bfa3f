"""How near a text comes to the nearest example of each intent, measured on the main axes of all examples."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlu.encoder import Vectors
from nlu.geometry import one_long

_AT_ONCE = 256

Halves = NDArray[np.float16]


class Nearest:
    """All examples at half precision, those of an intent together; `starts` says where each intent begins.

    The nearest example alone is right less often than what is learned. But it asks for no more than one example that is
    like the text, be it in another language, where a learner leans on what many have in common.
    """

    def __init__(self, axes: Halves, rows: Halves, starts: NDArray[np.int64]) -> None:
        self.axes = axes
        self.rows = rows
        self.starts = starts
        # Wide for the engine of numpy, which is slow at halves.
        self._axes, self._rows = axes.astype(np.float32), np.ascontiguousarray(rows.T, dtype=np.float32)

    @classmethod
    def fit(cls, rows: Vectors, labels: Sequence[str], intents: Sequence[str], axes: int) -> "Nearest":
        """Keep labelled rows on so many main axes; every one of `intents`, in that order, has an example."""
        _, directions = np.linalg.eigh((rows.T @ rows).astype(np.float64))
        main = directions[:, ::-1][:, :axes].astype(np.float16)
        columns = {intent: column for column, intent in enumerate(intents)}
        owners = np.asarray([columns[label] for label in labels])
        order = np.argsort(owners, kind="stable")
        there = one_long(rows[order] @ main.astype(np.float32)).astype(np.float16)
        return cls(main, there, np.searchsorted(owners[order], np.arange(len(intents))).astype(np.int64))

    def nearness(self, rows: Vectors) -> Vectors:
        """For each row (a text) and each intent (a column) the cosine with the nearest example."""
        there = one_long(rows @ self._axes)
        parts = [there[start : start + _AT_ONCE] for start in range(0, len(there), _AT_ONCE)]
        return np.vstack([np.maximum.reduceat(part @ self._rows, self.starts, axis=1) for part in parts])
