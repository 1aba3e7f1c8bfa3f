"""Encoded texts kept on disk by content, so that training again encodes only what is new."""

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder, Vectors

_BATCH = 64


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""


class Encodings:
    """The encodings of one encoder in one file; without a file they live as long as the object."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._path = folder / f"{encoder.name.replace('/', '_')}.npz" if folder else None
        self._known: dict[bytes, Vectors] = self._read()

    def encode(self, texts: Sequence[str], watch: Callable[[int, int], None] = _quiet) -> Vectors:
        """One row a text; `watch` hears how many of the new texts are done."""
        keys = [_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        todo = list(missing.items())
        for start in range(0, len(todo), _BATCH):
            batch = todo[start : start + _BATCH]
            rows = self._encoder.encode([text for _, text in batch])
            self._known.update({key: row for (key, _), row in zip(batch, rows, strict=True)})
            watch(min(start + _BATCH, len(todo)), len(todo))
        if todo:
            self._write()
        return np.stack([self._known[key] for key in keys])

    def _read(self) -> dict[bytes, Vectors]:
        if self._path is None or not self._path.exists():
            return {}
        try:
            with self._path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
                keys, rows = stored["keys"], stored["rows"]
        except (OSError, ValueError, KeyError, zipfile.BadZipFile):
            return {}  # A cache that cannot be read is a cache that is empty.
        return {key.tobytes(): row for key, row in zip(keys, rows, strict=True)}

    def _write(self) -> None:
        if self._path is None:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        passing = self._path.with_suffix(f".{os.getpid()}.npz")
        keys = np.frombuffer(b"".join(self._known), dtype=np.uint8).reshape(len(self._known), -1)
        np.savez(passing, keys=keys, rows=np.stack(list(self._known.values())))
        passing.replace(self._path)


def _key(text: str) -> bytes:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[:16]
