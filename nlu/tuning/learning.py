"""How the encoder learns: to put the examples of a topic together, in all languages, and the others apart."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from nlu.progress import report
from nlu.tuning.network import Network
from nlu.tuning.tokens import padded

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
_BATCH = 64
_WARM = 0.06
_LOWEST = 0.02
_SPREAD = 0.3
_SAMPLE = 2000
_ABOUT_AS_LONG = 6.0
_PREFIX = 3
_OFTEN = 20


class Pace(NamedTuple):
    """How often all is read, how fast weights, scales and classes learn, and how much is left out on purpose."""

    epochs: int = 5
    weights: float = 2e-4
    scales: float = 1e-3
    classes: float = 3e-3
    dropped: float = 0.1
    pieces_dropped: float = 0.1
    smoothing: float = 0.1


class Learner:
    """Teaches a network with one linear layer on top, which is thrown away afterwards."""

    def __init__(self, network: Network, classes: int, pace: Pace, centre: Floats, scale: float) -> None:
        self._network, self._pace, self._classes = network, pace, classes
        self._centre, self._scale = tf.constant(centre), scale
        self._layer = [tf.Variable(tf.zeros((len(centre), classes))), tf.Variable(tf.zeros(classes))]
        matrices = network.matrices.values()
        self._groups = [
            ([*network.vectors.values(), *(matrix.fine for matrix in matrices)], pace.weights),
            ([matrix.stretch for matrix in matrices], pace.scales),
            (self._layer, pace.classes),
        ]
        self._optimizers = [tf.keras.optimizers.Adam(full, jit_compile=False) for _, full in self._groups]
        any_rows = [tf.TensorSpec((None, None), tf.int32), tf.TensorSpec((None, None), tf.bool)]
        rows_and_truth = [*any_rows, tf.TensorSpec((None,), tf.int32)]
        self._learn = tf.function(self._once, input_signature=rows_and_truth, autograph=False)

    def step(self, pieces: Any, there: Any, truth: Any, done: float) -> tuple[float, float]:
        """Learn from one batch when `done` (0..1) of all is behind us; returns the loss and the share that was right.

        The pace goes up at the beginning and then slowly down.
        """
        for optimizer, (_, full) in zip(self._optimizers, self._groups, strict=True):
            optimizer.learning_rate.assign(full * min(1.0, done / _WARM) * max(_LOWEST, 1 - done))
        loss, right = self._learn(tf.constant(pieces), tf.constant(there), tf.constant(truth, tf.int32))
        return float(loss), float(right)

    def _once(self, pieces: Any, there: Any, truth: Any) -> tuple[Any, Any]:
        learned = [variable for group, _ in self._groups for variable in group]
        with tf.GradientTape() as tape:
            vectors = (self._network.encode(pieces, there, self._pace.dropped) - self._centre) * self._scale
            scores = tf.matmul(vectors, self._layer[0]) + self._layer[1]
            smoothing = self._pace.smoothing
            wanted = tf.one_hot(truth, self._classes) * (1 - smoothing) + smoothing / self._classes
            loss = tf.reduce_mean(tf.nn.softmax_cross_entropy_with_logits(wanted, scores))
        slopes, _ = tf.clip_by_global_norm(tape.gradient(loss, learned), 1.0)
        for (group, _), optimizer in zip(self._groups, self._optimizers, strict=True):
            optimizer.apply_gradients(zip(slopes[: len(group)], group, strict=True))
            slopes = slopes[len(group) :]
        right = tf.equal(tf.argmax(scores, 1, tf.int32), truth)
        return loss, tf.reduce_mean(tf.cast(right, tf.float32))


def teach(network: Network, rows: Sequence[Sequence[int]], labels: Sequence[str], pad: int, pace: Pace) -> None:
    """Let a network learn from tokenised texts and what each of them asks."""
    chance = np.random.default_rng(0)
    tf.random.set_seed(0)
    _, truth = np.unique(np.asarray(labels), return_inverse=True)
    lengths = np.asarray([len(row) for row in rows])
    sample = [rows[i] for i in chance.permutation(len(rows))[:_SAMPLE]]
    vectors = np.vstack([network.encode(*padded(sample[i : i + _BATCH], pad)) for i in range(0, len(sample), _BATCH)])
    centre = vectors.mean(axis=0)
    learner = Learner(network, int(truth.max()) + 1, pace, centre, _SPREAD / float((vectors - centre).std()))
    batches = max(1, len(rows) // _BATCH)
    steps, behind = pace.epochs * batches, 0
    for _ in range(pace.epochs):
        for batch in _batches(lengths, chance):
            pieces, there = padded([rows[i] for i in batch], pad)
            there[:, _PREFIX:] &= chance.random(there[:, _PREFIX:].shape) >= pace.pieces_dropped
            learner.step(pieces, there, truth[batch], (behind + 1) / steps)
            behind += 1
            if behind % _OFTEN == 0 or behind == steps:
                report("learn", behind, steps)


def _batches(lengths: Ints, chance: np.random.Generator) -> Iterator[Ints]:
    """All rows in chance order, in batches of about the same length; what is left over comes next time."""
    order = np.argsort(lengths + chance.random(len(lengths)) * _ABOUT_AS_LONG, kind="stable")
    full = [order[start : start + _BATCH] for start in range(0, max(1, len(order) - _BATCH + 1), _BATCH)]
    yield from (full[i] for i in chance.permutation(len(full)))
