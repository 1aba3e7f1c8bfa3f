"""A trained model read from its archive without Rasa, to be judged right after the training."""

import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from nlu.char_ngrams import CharNgrams
from nlu.encoder import encoder_named
from nlu.encodings import Encodings
from nlu.geometry import Geometry
from nlu.spelling import for_encoder, for_ngrams
from nlu.steps import rows_of, steps_of
from nlu.topic_model import Floats, TopicModel


class Trained:
    """What the steps of config.yml learned."""

    def __init__(self, archive: Path, config: Path, cache: Path) -> None:
        """Read the archive. Raises FileNotFoundError when a part is missing."""
        self._steps = steps_of(config)
        self._encodings = Encodings(encoder_named(self._steps["E5Featurizer"]["encoder"]), cache)
        with tempfile.TemporaryDirectory() as folder, tarfile.open(archive) as files:
            files.extractall(folder, filter="data")
            self._geometry = Geometry.load(_of(Path(folder), "geometry.npz"))
            self._ngrams = CharNgrams.load(_of(Path(folder), "ngrams.npz"))
            self._topics = TopicModel.load(_of(Path(folder), "topics.npz"))

    @property
    def intents(self) -> list[str]:
        """What there is to tell apart, in the order of the columns of `confidence`."""
        return self._topics.intents

    def confidence(self, texts: Sequence[str]) -> Floats:
        """One row a text, one column an intent."""
        encoded = self._encodings.encode([for_encoder(text) for text in texts])
        spelled = [for_ngrams(text) for text in texts]
        return self._topics.confidence(rows_of(self._steps, self._geometry, encoded, self._ngrams, spelled))


def _of(folder: Path, name: str) -> Path:
    found = next(folder.rglob(name), None)
    if found is None:
        raise FileNotFoundError(f"The model holds no {name}.")
    return found.parent
