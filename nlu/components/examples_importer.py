"""Hands our training examples to Rasa in memory, each with its language."""

import hashlib
from functools import cached_property
from pathlib import Path
from typing import Any

from rasa.shared.core.domain import Domain
from rasa.shared.core.training_data.structures import StoryGraph
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData
from rasa.shared.utils.io import read_model_configuration

from nlu.examples import Example, load_examples


class ExampleMessage(Message):
    """An example as Rasa's message, which Rasa copies and compares a dozen times on its way.

    It is compared by what it was read from alone, and copied without its values: with 50,000 examples that is half a
    minute less than the fingerprints and deep copies of a plain Message. What components add does not change it.
    """

    @classmethod
    def of(cls, example: Example) -> "ExampleMessage":
        """Build it from an example."""
        metadata = {"example": {"taal": example.taal}}
        return cls({"text": example.text, "intent": example.intent, "metadata": metadata})

    @cached_property
    def _digest(self) -> str:
        read = [self.get("text"), self.get("intent"), self.get("metadata")]
        return hashlib.sha256(repr(read).encode("utf-8", "surrogatepass")).hexdigest()

    def fingerprint(self) -> str:
        """Return the same for the same text, intent and language."""
        return self._digest

    def __deepcopy__(self, memo: dict[int, Any]) -> "ExampleMessage":
        return ExampleMessage(dict(self.data), set(self.output_properties), features=list(self.features))


class ExamplesImporter(TrainingDataImporter):
    """Reads `<folder>/<taal>/<thema>.yml`; named under `importers` in config.yml."""

    def __init__(
        self,
        config_file: str | None = None,
        domain_path: str | None = None,
        training_data_paths: list[str] | str | None = None,
        extra: str | None = None,
    ) -> None:
        paths = [training_data_paths] if isinstance(training_data_paths, str) else training_data_paths or []
        self._config_file = config_file
        self._data = Path(paths[0] if paths else "nlu/data")
        self._extra = Path(extra) if extra else None

    @cached_property
    def _training_data(self) -> TrainingData:
        return TrainingData([ExampleMessage.of(example) for example in load_examples(self._data, self._extra)])

    def get_nlu_data(self, language: str | None = None) -> TrainingData:
        """All examples; the language that Rasa asks for is ignored, for one model speaks them all."""
        return self._training_data

    def get_domain(self) -> Domain:
        """No conversations are learned: the bot decides."""
        return Domain.empty()

    def get_stories(self, exclusion_percentage: int | None = None) -> StoryGraph:
        """No conversations are learned: the bot decides."""
        return StoryGraph([])

    def get_config(self) -> dict[str, Any]:
        """The pipeline, as read from config.yml."""
        config: dict[str, Any] = read_model_configuration(self._config_file) if self._config_file else {}
        return config

    def get_config_file_for_auto_config(self) -> str | None:
        """The file itself, so that Rasa fills in nothing that we left out."""
        return self._config_file
