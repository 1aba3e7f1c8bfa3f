"""From the features of a message to the intents it may mean, best first, with calibrated confidences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.nlu.featurizers.featurizer import Featurizer
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.calibration import best_temperature, held_out_scores, ranked
from nlu.encoder import Vectors
from nlu.progress import report
from nlu.topic_model import Recipe, TopicModel
from nlu.withheld import judges

HELD_OUT = "held_out.npz"
_FOLDS_OF_ALL = 3


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class TopicClassifier(IntentClassifier, GraphComponent):
    """Learns from all dense features that the components before it made (see TopicModel).

    It is calibrated on the examples that the encoder was never shown (nlu.withheld), held out in `folds` parts, or on
    all in three when there are too few; `ranking_length` is how many intents an answer carries, the rest a Recipe.
    """

    @classmethod
    def required_components(cls) -> list[type]:
        """It sees nothing but features."""
        return [Featurizer]

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """What config.yml may change."""
        return {**Recipe()._asdict(), "folds": 1, "ranking_length": 10}

    def __init__(
        self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource, model: TopicModel | None = None
    ) -> None:
        self._config = config
        self._model_storage = model_storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> TopicClassifier:
        """A classifier that has learned nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> TopicClassifier:
        """The classifier of a trained model."""
        with model_storage.read_from(resource) as folder:
            model = TopicModel.load(folder)
        return cls(config, model_storage, resource, model)

    def train(self, training_data: TrainingData) -> Resource:
        """Learn the intents, how sure to be of them, and keep what was said of held-out examples."""
        examples = training_data.intent_examples
        rows, labels = _features(examples), [example.get(INTENT) for example in examples]
        marks = judges([example.get(TEXT) for example in examples])
        folds, steps = _FOLDS_OF_ALL if all(marks) else self._config["folds"], count(1)
        recipe, part = Recipe(*(self._config[name] for name in Recipe._fields)), None

        def learn(some: Vectors, names: Sequence[str]) -> TopicModel:
            nonlocal part
            part = TopicModel.fit(some, names, recipe)
            report("fit", next(steps), folds + 1)
            return part

        scores, truth = held_out_scores(rows, labels, learn, folds, marks)
        self._model = TopicModel.fit(rows, labels, recipe, part)
        report("fit", next(steps), folds + 1)
        self._model.temperature = best_temperature(scores, truth)
        with self._model_storage.write_to(self._resource) as folder:
            self._model.save(folder)
            ranked(scores, truth, self._model.temperature).save(folder / HELD_OUT)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking` as Rasa's own classifiers do."""
        if self._model is None:
            raise RuntimeError("TopicClassifier is asked for intents before it was trained or loaded.")
        for message, shares in zip(messages, self._model.confidence(_features(messages)), strict=True):
            best = np.argsort(-shares)[: self._config["ranking_length"]]
            ranking = [{"name": self._model.intents[i], "confidence": float(shares[i])} for i in best]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages


def _features(messages: list[Message]) -> Vectors:
    rows = [message.get_dense_features(TEXT)[1].features for message in messages]
    return np.vstack(rows).astype(np.float32)
