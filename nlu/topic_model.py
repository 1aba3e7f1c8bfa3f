"""From feature rows to intents: two learners and the nearest examples decide together, with calibrated confidences."""

import json
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier

from nlu.encoder import Vectors
from nlu.nearest import Nearest

Floats = NDArray[np.float64]
Arrays = dict[str, NDArray[Any]]
_NEAREST = ("near_axes", "near_rows", "near_starts")


class TooFewIntents(Exception):
    """There is nothing to tell apart: a classifier needs two intents with examples."""


class Recipe(NamedTuple):
    """How to learn: scikit-learn's C and rounds for the straight learner, width and steps for the bent one.

    `share` is how much the bent one has to say; with 0 it is not learned at all. `nearness` is how much the nearest
    example of each intent counts, on so many main `axes`; with 0 none is kept.
    """

    strength: float = 3.0
    rounds: int = 40
    width: int = 512
    steps: int = 800
    share: float = 0.7
    nearness: float = 15.0
    axes: int = 192


class TopicModel:
    """Logistic regression, one hidden layer and nearest examples over the same rows; kept on disk as plain arrays.

    The first is steady where examples are few, the second better where they are many: on held-out questions together
    one point in a hundred better than either. The nearest examples help most where few are like the text: in a language
    without examples (five to eight points) and with ten examples an intent.
    """

    def __init__(self, intents: list[str], arrays: Arrays, temperature: float = 1.0) -> None:
        self.intents = intents
        self.temperature = temperature
        self._arrays = arrays
        self._nearest = Nearest(*(arrays[name] for name in _NEAREST)) if "nearness" in arrays else None

    @classmethod
    def fit(
        cls, rows: Vectors, labels: Sequence[str], recipe: Recipe, start: "TopicModel | None" = None
    ) -> "TopicModel":
        """Learn from labelled rows, going on from a model of most of them if there is one. Raises TooFewIntents."""
        if len(set(labels)) < 2:
            raise TooFewIntents("The examples name fewer than two intents; a model needs at least two to tell apart.")
        wanted = np.asarray(labels)
        with warnings.catch_warnings():
            # Both stop before the last drop on purpose: what comes after it holds on no other text.
            warnings.simplefilter("ignore", ConvergenceWarning)
            straight = _straight(rows, wanted, recipe, start)
            arrays = _outputs("", straight.coef_.T, straight.intercept_)
            if recipe.share:
                arrays |= _bent(rows, wanted, recipe)
        intents = [str(name) for name in straight.classes_]
        if recipe.nearness:
            nearest = Nearest.fit(rows, labels, intents, recipe.axes)
            arrays |= dict(zip(_NEAREST, (nearest.axes, nearest.rows, nearest.starts), strict=True))
            arrays["nearness"] = np.asarray(recipe.nearness)
        return cls(intents, arrays)

    def confidence(self, rows: Vectors) -> Floats:
        """One row a text, one column an intent, in the order of `intents`; each row adds up to one."""
        return softmax(self.scores(rows) / self.temperature)

    def scores(self, rows: Vectors) -> Floats:
        """What the confidences are made of, before the temperature."""
        kept = self._arrays
        found = rows @ kept["weights"] + kept["bias"]
        if "hidden_weights" in kept:
            hidden = np.maximum(rows @ kept["hidden_weights"] + kept["hidden_bias"], 0)
            found = found + hidden @ kept["bent_weights"] + kept["bent_bias"]
        if self._nearest is not None:
            found = found + kept["nearness"] * self._nearest.nearness(rows)
        return np.asarray(found, dtype=np.float64)

    @property
    def straight(self) -> tuple[Vectors, Vectors]:
        """The weights of the straight learner, a row an intent, and its biases."""
        return np.ascontiguousarray(self._arrays["weights"].T), self._arrays["bias"]

    def save(self, folder: Path) -> None:
        """Write the intents as JSON and the rest as arrays."""
        (folder / "intents.json").write_text(json.dumps(self.intents), encoding="utf-8")
        np.savez(folder / "topics.npz", temperature=self.temperature, **self._arrays)

    @classmethod
    def load(cls, folder: Path) -> "TopicModel":
        """Read what `save` wrote."""
        intents = json.loads((folder / "intents.json").read_text(encoding="utf-8"))
        with np.load(folder / "topics.npz", allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        return cls(intents, arrays, float(arrays.pop("temperature")))


_BATCH = 256
_ON = 4  # what goes on from another model takes so many times less rounds


def _straight(rows: Vectors, wanted: NDArray[Any], recipe: Recipe, start: TopicModel | None) -> LogisticRegression:
    """Logistic regression, from nothing or from the weights of a model with the same intents."""
    known = start is not None and start.intents == sorted(set(wanted.tolist())) and len(start.intents) > 2
    rounds = max(1, recipe.rounds // _ON) if known else recipe.rounds
    learner = LogisticRegression(C=recipe.strength, max_iter=rounds, tol=1e-3, warm_start=True)
    if start is not None and known:
        learner.coef_, learner.intercept_ = start.straight
    return learner.fit(rows, wanted)


_SCALE = 4.0


def _bent(rows: Vectors, wanted: NDArray[Any], recipe: Recipe) -> Arrays:
    passes = int(np.clip(round(recipe.steps * _BATCH / len(rows)), 2, 300))
    learner = MLPClassifier(
        (recipe.width,),
        alpha=0.01,
        batch_size=min(_BATCH, len(rows)),
        max_iter=passes,
        n_iter_no_change=passes,
        random_state=0,
    ).fit(_SCALE * rows, wanted)
    (first, last), (first_bias, last_bias) = learner.coefs_, learner.intercepts_
    arrays = {"hidden_weights": _SCALE * first, "hidden_bias": first_bias}
    shared = {name: recipe.share * array for name, array in _outputs("bent_", last, last_bias).items()}
    return {name: array.astype(np.float32) for name, array in (arrays | shared).items()}


def _outputs(prefix: str, weights: Vectors, bias: Vectors) -> Arrays:
    """Weights with one column an intent; scikit-learn gives a single column when there are two."""
    if weights.shape[1] == 1:
        weights, bias = np.hstack([-weights, weights]) / 2, np.concatenate([-bias, bias]) / 2
    return {f"{prefix}weights": weights.astype(np.float32), f"{prefix}bias": bias.astype(np.float32)}


def softmax(scores: Floats) -> Floats:
    """Scores to shares that add up to one, row by row."""
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float64)
