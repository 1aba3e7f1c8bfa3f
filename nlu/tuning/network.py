"""multilingual-e5-small in TensorFlow, its matrices at four bits while it learns.

The weights in the file are so coarse that what is learned in between would be lost in rounding: it has to be learned
under rounding. Each matrix is kept as a fine one that is rounded in use, and the gradient goes through as if it were
not (Y. Bengio et al., 2013); the scales of the blocks learn too (S. Esser et al., Learned Step Size Quantization,
2020).
"""

from typing import Any

import numpy as np
import tensorflow as tf

from nlu.e5_file import Bytes, E5File, packed, unpacked

_MATRICES = ("q", "k", "v", "ao", "fi", "fo")
_VECTORS = ("q.b", "k.b", "v.b", "ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b")
_DITHER = 0.45


class Matrix:
    """A matrix that learns under rounding: numbers (fine), scales, and how much each scale is stretched."""

    def __init__(self, stored: Bytes, rows: int, chance: np.random.Generator) -> None:
        scales, numbers = unpacked(stored)
        self._shape = (rows, -1)
        self._scales = tf.constant(scales.astype(np.float32)[:, None])
        # Everywhere in its rounding step alike, so that a small push already moves its share of the numbers.
        fine = numbers.astype(np.float32) - 8 + chance.uniform(-_DITHER, _DITHER, numbers.shape).astype(np.float32)
        self.fine = tf.Variable(fine * self._scales)
        self.stretch = tf.Variable(tf.ones_like(self._scales))

    def value(self) -> Any:
        """The rounded matrix, to compute with."""
        scales = self._scales * self.stretch
        exact = tf.clip_by_value(tf.math.divide_no_nan(self.fine, scales), -8.0, 7.0)
        return tf.reshape((exact + tf.stop_gradient(tf.round(exact) - exact)) * scales, self._shape)

    def stored(self) -> Bytes:
        """The bytes of the rounded matrix for the file."""
        scales = (self._scales * self.stretch).numpy().astype(np.float16)
        wide = scales.astype(np.float32)
        exact = np.divide(self.fine.numpy(), wide, out=np.zeros(self.fine.shape, np.float32), where=wide != 0)
        return packed(scales.reshape(-1), (np.clip(np.rint(exact), -8, 7) + 8).astype(np.uint8))


class Network:
    """The encoder; `matrices` and `vectors` of its layers learn, the words stay as they are."""

    def __init__(self, file: E5File, seed: int) -> None:
        chance = np.random.default_rng(seed)
        self._file = file
        self._width, self._heads = file.shape.width, file.shape.heads
        rows = dict.fromkeys(_MATRICES, file.shape.width) | {"fi": file.shape.middle}
        layers = range(file.shape.layers)
        self.matrices = {
            f"l{layer}.{name}.w": Matrix(file.bytes_of(f"l{layer}.{name}.w"), rows[name], chance)
            for layer in layers for name in _MATRICES
        }  # fmt: skip
        names = [f"l{layer}.{name}" for layer in layers for name in _VECTORS]
        self.vectors = {name: tf.Variable(file.bytes_of(name).view(np.float32)) for name in names}
        scales, numbers = unpacked(file.bytes_of("emb.word"))
        words = (numbers.astype(np.float16) - 8) * scales[:, None]
        self._words = tf.constant(words.reshape(-1, self._width))
        self._places = tf.constant(file.bytes_of("emb.pos").view(np.float32).reshape(-1, self._width))
        self._kind = tf.constant(file.bytes_of("emb.type").view(np.float32)[: self._width])
        self._first = [tf.constant(file.bytes_of(f"emb.ln.{part}").view(np.float32)) for part in "wb"]

    def encode(self, pieces: Any, there: Any, dropped: float = 0.0) -> Any:
        """Rows of pieces to vectors of length one; `dropped` is the share of what is left out while learning."""
        words = tf.cast(tf.gather(self._words, pieces), tf.float32)
        rows = self._normed(words + self._places[: tf.shape(pieces)[1]] + self._kind, *self._first)
        rows = tf.reshape(_some(rows, dropped), (-1, self._width))
        hidden = tf.where(there[:, None, None, :], 0.0, -1e9)
        for layer in range(self._file.shape.layers):
            rows = self._layer(f"l{layer}.", rows, hidden, tf.shape(pieces), dropped)
        marks = tf.cast(there, tf.float32)[..., None]
        rows = tf.reshape(rows, (tf.shape(pieces)[0], -1, self._width))
        return tf.nn.l2_normalize(tf.reduce_sum(rows * marks, 1) / tf.reduce_sum(marks, 1), -1)

    def _layer(self, name: str, rows: Any, hidden: Any, shape: Any, dropped: float) -> Any:
        seen = _some(self._linear(f"{name}ao", self._attention(name, rows, hidden, shape)), dropped)
        rows = self._normed(rows + seen, self.vectors[f"{name}aln.w"], self.vectors[f"{name}aln.b"])
        thought = self._linear(f"{name}fo", tf.nn.gelu(self._linear(f"{name}fi", rows), approximate=False))
        return self._normed(rows + _some(thought, dropped), self.vectors[f"{name}oln.w"], self.vectors[f"{name}oln.b"])

    def _attention(self, name: str, rows: Any, hidden: Any, shape: Any) -> Any:
        size = self._width // self._heads
        query, key, value = (
            tf.reshape(self._linear(f"{name}{part}", rows), (shape[0], shape[1], self._heads, size)) for part in "qkv"
        )
        likeness = tf.nn.softmax(tf.einsum("bqhd,bkhd->bhqk", query, key) / size**0.5 + hidden)
        return tf.reshape(tf.einsum("bhqk,bkhd->bqhd", likeness, value), (-1, self._width))

    def _linear(self, name: str, rows: Any) -> Any:
        return tf.matmul(rows, self.matrices[f"{name}.w"].value(), transpose_b=True) + self.vectors[f"{name}.b"]

    def _normed(self, rows: Any, weight: Any, bias: Any) -> Any:
        mean, variance = tf.nn.moments(rows, -1, keepdims=True)
        return (rows - mean) * tf.math.rsqrt(variance + self._file.epsilon) * weight + bias

    def changes(self) -> dict[str, Bytes]:
        """What was learned, as bytes of the file."""
        vectors = {name: vector.numpy().view(np.uint8) for name, vector in self.vectors.items()}
        return {name: matrix.stored() for name, matrix in self.matrices.items()} | vectors


def _some(rows: Any, dropped: float) -> Any:
    return tf.nn.dropout(rows, dropped) if dropped else rows
