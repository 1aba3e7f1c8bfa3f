"""Gives every message one spelling beside its own words."""

from __future__ import annotations

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.examples import LONGEST
from nlu.taal.normalise import normalise

NORMALISED = "normalised"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class TextNormaliser(GraphComponent):
    """Sets `normalised` on each message, cut at a thousand characters; the text itself stays as typed."""

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
            message.set(NORMALISED, normalise((message.get(TEXT) or "")[:LONGEST]))
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Normalise the examples in the same way."""
        self.process(training_data.training_examples)
        return training_data
