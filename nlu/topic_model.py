"""Logistic regression from feature rows to intents, with confidences that mean what they say."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from nlu.encoder import Vectors

Floats = NDArray[np.float64]


class TooFewIntents(Exception):
    """There is nothing to tell apart: a classifier needs two intents with examples."""


class TopicModel:
    """Weights, a bias and a temperature; kept on disk as plain arrays."""

    def __init__(self, intents: list[str], weights: Vectors, bias: Vectors, temperature: float = 1.0) -> None:
        self.intents = intents
        self.temperature = temperature
        self._weights = weights
        self._bias = bias

    @classmethod
    def fit(cls, rows: Vectors, labels: Sequence[str], strength: float, rounds: int) -> "TopicModel":
        """Learn from labelled rows; `strength` is scikit-learn's C. Raises TooFewIntents."""
        if len(set(labels)) < 2:
            raise TooFewIntents("The examples name fewer than two intents; a model needs at least two to tell apart.")
        learned = LogisticRegression(C=strength, max_iter=rounds, tol=1e-3).fit(rows, np.asarray(labels))
        weights, bias = learned.coef_, learned.intercept_
        if len(weights) == 1:  # Two intents come back as one column.
            weights, bias = np.vstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
        return cls([str(name) for name in learned.classes_], weights.astype(np.float32), bias.astype(np.float32))

    def confidence(self, rows: Vectors) -> Floats:
        """One row a text, one column an intent, in the order of `intents`; each row adds up to one."""
        return softmax(self.scores(rows) / self.temperature)

    def scores(self, rows: Vectors) -> Floats:
        """What the confidences are made of, before the temperature."""
        return (rows @ self._weights.T + self._bias).astype(np.float64)

    def save(self, folder: Path) -> None:
        """Write the intents as JSON and the rest as arrays."""
        (folder / "intents.json").write_text(json.dumps(self.intents), encoding="utf-8")
        np.savez(folder / "topics.npz", weights=self._weights, bias=self._bias, temperature=self.temperature)

    @classmethod
    def load(cls, folder: Path) -> "TopicModel":
        """Read what `save` wrote."""
        intents = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        with np.load(folder / "topics.npz", allow_pickle=False) as stored:
            return cls(intents, stored["weights"], stored["bias"], float(stored["temperature"]))


def softmax(scores: Floats) -> Floats:
    """Scores to shares that add up to one, row by row."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float64)
