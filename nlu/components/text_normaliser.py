"""Gives every message, beside its own words, what the featurizers read of it."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.spelling import for_encoder, for_ngrams

PLAIN = "plain"
NORMALISED = "normalised"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class TextNormaliser(GraphComponent):
    """Sets `plain` for a sentence encoder and `normalised` for n-grams (see nlu.spelling); the text stays as typed."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TextNormaliser:
        """There is nothing to remember."""
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Normalise what people typed."""
        for message in messages:
            text = message.get(TEXT) or ""
            message.set(PLAIN, for_encoder(text))
            message.set(NORMALISED, for_ngrams(text))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Normalise the examples in the same way."""
        self.process(training_data.training_examples)
        return training_data
