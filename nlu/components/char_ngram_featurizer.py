"""Dense features of a message from its character n-grams."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.char_ngrams import CharNgrams
from nlu.components.text_normaliser import NORMALISED, TextNormaliser


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class CharNgramFeaturizer(DenseFeaturizer, GraphComponent):
    """Sees the normalised text; `dimensions` is the length of the vector, `most` how many n-grams count.

    `weight` says how much they count beside the encoder.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """The spelling is made one first."""
        return [TextNormaliser]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What config.yml may change."""
        return {**DenseFeaturizer.get_default_config(), "dimensions": 600, "most": 40_000, "weight": 1.0}

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Nothing can be wrong that scikit-learn would not say."""

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        ngrams: CharNgrams | None = None,
    ) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._ngrams = ngrams or CharNgrams(config["dimensions"], config["most"])

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CharNgramFeaturizer:
        """A featurizer that has learned nothing yet."""
        return cls(config, execution_context.node_name, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> CharNgramFeaturizer:
        """The featurizer of a trained model."""
        with model_storage.read_from(resource) as folder:
            ngrams = CharNgrams.load(folder)
        return cls(config, execution_context.node_name, model_storage, resource, ngrams)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the n-grams of the examples."""
        self._ngrams.fit([example.get(NORMALISED) for example in training_data.intent_examples])
        with self._model_storage.write_to(self._resource) as folder:
            self._ngrams.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to the examples."""
        self.process(training_data.training_examples)
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add features to what people typed."""
        rows = self._config["weight"] * self._ngrams.vectors([message.get(NORMALISED) or "" for message in messages])
        for message, row in zip(messages, rows, strict=True):
            self.add_features_to_message(None, row[None, :], TEXT, message)
        return messages
