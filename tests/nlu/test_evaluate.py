"""Judging the examples without Rasa: the same steps, the same outcome, and figures that can be read."""

import json
from copy import copy
from pathlib import Path

import numpy as np
import pytest

from nlu.calibration import HeldOut
from nlu.evaluate import Confusion, confusions, cross_validate, leave_languages_out, main
from nlu.examples import CONVERSATION, load_examples
from nlu.pipeline import Material, Pipeline
from tests.nlu.conftest import ROOT, write_examples


@pytest.fixture(scope="module")
def material(tiny: Path) -> Material:
    """The tiny examples, encoded."""
    return Material(load_examples(tiny), ROOT / "config.yml")


def test_what_was_learned_from_some_languages_answers_another(material: Material) -> None:
    arabic = material.talen == "ar"
    taught = Pipeline(material, np.flatnonzero(~arabic))
    best = taught.scores(np.flatnonzero(arabic)).argmax(axis=1)
    right = np.asarray(taught.model.intents)[best] == np.asarray(material.labels(np.flatnonzero(arabic)))
    assert right.mean() > 0.5


def test_every_language_gets_figures(material: Material) -> None:
    unseen = copy(material)
    unseen.judges = np.ones(len(material.intents), dtype=bool)
    found = cross_validate(unseen, folds=3)
    assert set(found["languages"]) == {"nl", "en", "ar"}
    assert found["all"]["n"] == 32
    assert found["all"]["top1"] > 0.5
    assert found["all"]["top3"] == 1


def test_only_what_the_encoder_has_not_seen_is_judged(material: Material) -> None:
    few = int((material.judges & ~np.isin(material.intents, CONVERSATION)).sum())
    assert 0 < few < 32
    assert cross_validate(material, folds=1)["all"]["n"] == few


def test_a_language_that_was_left_out_gets_a_share(material: Material) -> None:
    assert leave_languages_out(material, ["en"])["en"] > 0.5


def test_the_commonest_mistake_comes_first() -> None:
    held_out = HeldOut(
        truth=np.array([0, 0, 0, 1, 1]),
        ranked=np.array([[1, 0], [1, 0], [0, 1], [0, 1], [1, 0]]),
        confidence=np.full((5, 2), 0.5),
    )
    assert confusions(held_out, ["a", "b"]) == [Confusion("a", "b", 2), Confusion("b", "a", 1)]


def test_the_command_prints_json(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tiny), "--folds", "2", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"all", "languages", "confusions"}


def test_the_command_prints_a_table(tiny: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tiny), "--leave-out"]) == 0
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines()] == ["ar", "en", "nl", "mean"]


def test_broken_examples_end_with_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(write_examples(tmp_path / "data", {"nl": {"a": [""]}}))]) == 1
    assert "is empty" in capsys.readouterr().err
