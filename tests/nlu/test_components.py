"""The Rasa components one by one, on messages in memory."""

from pathlib import Path

import numpy as np
import pytest
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.engine.storage.resource import Resource
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.char_ngram_featurizer import CharNgramFeaturizer
from nlu.components.e5_featurizer import E5Featurizer
from nlu.components.examples_importer import ExamplesImporter
from nlu.components.text_normaliser import TextNormaliser
from nlu.components.topic_classifier import TopicClassifier
from nlu.encoder import UnknownEncoder


class Bench:
    """A place to train one component, put it away and load it again."""

    def __init__(self, folder: Path) -> None:
        self._storage = LocalModelStorage(folder)
        self._context = ExecutionContext(GraphSchema({}), node_name="node")

    def new(self, component: type[GraphComponent], **settings: object) -> GraphComponent:
        """A component that has learned nothing."""
        config = component.get_default_config() | settings
        return component.create(config, self._storage, Resource(component.__name__), self._context)

    def load(self, component: type[GraphComponent], **settings: object) -> GraphComponent:
        """The component as a server would load it."""
        config = component.get_default_config() | settings
        return component.load(config, self._storage, Resource(component.__name__), self._context)


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench with an empty model storage."""
    return Bench(tmp_path)


@pytest.fixture
def examples(tiny: Path) -> TrainingData:
    """The tiny examples, as the importer hands them to Rasa, normalised."""
    data = ExamplesImporter(training_data_paths=[str(tiny)]).get_nlu_data()
    return TextNormaliser().process_training_data(data)


def asked(text: str) -> list[Message]:
    """One message with a text, normalised."""
    return TextNormaliser().process([Message(data={TEXT: text})])


def test_the_importer_hands_over_every_example_with_its_language(examples: TrainingData) -> None:
    assert len(examples.intent_examples) == 42
    assert examples.intents == {"exam_costs", "huurtoeslag", "buiten_bereik"}
    assert {example.get("metadata")["example"]["taal"] for example in examples.intent_examples} == {"nl", "en", "ar"}


def test_the_normaliser_leaves_the_text_as_typed_and_stands_long_ones() -> None:
    (message,) = asked("HUUR " * 3000)
    assert message.get(TEXT).startswith("HUUR HUUR")
    for read in ("plain", "normalised"):
        assert message.get(read).startswith("huur huur")
        assert len(message.get(read)) <= 1000


def test_a_message_without_text_is_normalised_to_nothing() -> None:
    (message,) = TextNormaliser().process([Message(data={})])
    assert message.get("plain") == message.get("normalised") == ""


@pytest.mark.parametrize(("component", "length"), [(E5Featurizer, 384), (CharNgramFeaturizer, 10)])
def test_a_featurizer_gives_the_same_features_after_loading(
    bench: Bench, examples: TrainingData, component: type[GraphComponent], length: int
) -> None:
    settings = {"dimensions": 10} if component is CharNgramFeaturizer else {}
    trained = bench.new(component, **settings)
    trained.train(examples)
    (before,) = trained.process(asked("prijs van het examen"))
    (after,) = bench.load(component, **settings).process(asked("prijs van het examen"))
    rows = [message.get_dense_features(TEXT)[1].features for message in (before, after)]
    assert rows[0].shape == (1, length)
    assert np.allclose(rows[0], rows[1], atol=1e-2)


def test_a_featurizer_that_learned_nothing_says_so(bench: Bench) -> None:
    with pytest.raises(RuntimeError, match="before it was trained"):
        bench.new(E5Featurizer).process(asked("huur"))


def test_an_unknown_encoder_is_refused_before_training(bench: Bench) -> None:
    with pytest.raises(UnknownEncoder):
        bench.new(E5Featurizer, encoder="woordzak")


def test_the_classifier_ranks_intents_and_comes_back_from_disk(bench: Bench, examples: TrainingData) -> None:
    featurizer = bench.new(E5Featurizer)
    featurizer.train(examples)
    featurizer.process_training_data(examples)
    bench.new(TopicClassifier).train(examples)
    (message,) = bench.load(TopicClassifier, ranking_length=2).process(featurizer.process(asked("prix de l'examen")))
    ranking = message.get("intent_ranking")
    assert message.get("intent") == ranking[0]
    assert ranking[0]["name"] == "exam_costs"
    assert len(ranking) == 2
    assert ranking[0]["confidence"] > ranking[1]["confidence"] > 0


def test_a_classifier_that_learned_nothing_says_so(bench: Bench) -> None:
    with pytest.raises(RuntimeError, match="before it was trained"):
        bench.new(TopicClassifier).process([])
