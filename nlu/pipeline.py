"""The steps of config.yml without Rasa, to learn from one part of the examples and be judged on another."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlu.calibration import Ints
from nlu.char_ngrams import CharNgrams
from nlu.encoder import Vectors, encoder_named
from nlu.encodings import Encodings
from nlu.examples import Example
from nlu.geometry import Geometry
from nlu.spelling import for_encoder, for_ngrams
from nlu.steps import rows_of, steps_of
from nlu.topic_model import Floats, Recipe, TopicModel
from nlu.withheld import judges


class Material:
    """Examples with what never changes between parts: their encodings and their spelling."""

    def __init__(self, examples: Sequence[Example], config: Path, cache: Path | None = None) -> None:
        self.steps = steps_of(config)
        self.intents = [example.intent for example in examples]
        self.talen = np.asarray([example.taal for example in examples])
        self.judges = np.asarray(judges([example.text for example in examples]))
        self.spelled = [for_ngrams(example.text) for example in examples]
        encoder = encoder_named(self.steps["E5Featurizer"]["encoder"])
        self.encoded = Encodings(encoder, cache).encode([for_encoder(example.text) for example in examples])

    def labels(self, part: Ints) -> list[str]:
        """The intents of a part."""
        return [self.intents[index] for index in part]


class Pipeline:
    """What one part of the material taught."""

    def __init__(self, material: Material, part: Ints) -> None:
        """Learn from the part. Raises TooFewIntents."""
        self._material = material
        dense, sparse = material.steps["E5Featurizer"], material.steps["CharNgramFeaturizer"]
        labels = material.labels(part)
        self._geometry = Geometry.fit(material.encoded[part], labels, dense["shrinkage"])
        self._ngrams = CharNgrams(sparse["dimensions"], sparse["most"]).fit([material.spelled[i] for i in part])
        classifier = material.steps["TopicClassifier"]
        recipe = Recipe(**{name: classifier[name] for name in Recipe._fields if name in classifier})
        self.model = TopicModel.fit(self._rows(part), labels, recipe)

    def scores(self, part: Ints) -> Floats:
        """What it makes of another part: a row an example, a column an intent of `model`."""
        return self.model.scores(self._rows(part))

    def _rows(self, part: Ints) -> Vectors:
        there = self._material
        spelled = [there.spelled[index] for index in part]
        return rows_of(there.steps, self._geometry, there.encoded[part], self._ngrams, spelled)
