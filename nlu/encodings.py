"""Encoded texts kept on disk by content, so that training again encodes only what is new."""

import hashlib
import multiprocessing
import os
import zipfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from nlu.encoder import Encoder, Vectors, encoder_named
from nlu.parent import die_with_parent

_BATCH = 64
_WORTH_PROCESSES = 20


def _alone(parent: int) -> None:
    """One thread a process: with more, the encoder's threads wait for each other. Nobody outlives the parent."""
    os.environ["OMP_NUM_THREADS"] = "1"
    die_with_parent(parent)


def _encoded(name: str, texts: list[str]) -> Vectors:
    return encoder_named(name).encode(texts)


def _quiet(done: int, total: int) -> None:
    """Nobody watches."""


class Encodings:
    """The encodings of one encoder in one file; without a file they live as long as the object."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._path = folder / f"{encoder.key.replace('/', '_')}.npz" if folder else None
        self._known: dict[bytes, Vectors] = self._read()

    def encode(self, texts: Sequence[str], watch: Callable[[int, int], None] = _quiet) -> Vectors:
        """One row a text; `watch` hears how many of the new texts are done."""
        keys = [_key(text) for text in texts]
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in self._known}
        todo = list(missing.items())
        batches = [todo[start : start + _BATCH] for start in range(0, len(todo), _BATCH)]
        done = 0
        for batch, rows in zip(batches, self._rows([[text for _, text in batch] for batch in batches]), strict=True):
            self._known.update({key: row for (key, _), row in zip(batch, rows, strict=True)})
            done += len(batch)
            watch(done, len(todo))
        if todo:
            self._write()
        return np.stack([self._known[key] for key in keys])

    def _rows(self, batches: list[list[str]]) -> Iterator[Vectors]:
        """The rows of each batch: of many by a process a core, for one process does not keep two cores busy."""
        cores = os.cpu_count() or 1
        if len(batches) < _WORTH_PROCESSES or cores == 1:
            yield from map(self._encoder.encode, batches)
            return
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(cores, context, initializer=_alone, initargs=(os.getpid(),)) as pool:
            yield from pool.map(partial(_encoded, self._encoder.name), batches)

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
