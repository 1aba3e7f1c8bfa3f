"""Training as the bot does it: a model with its facts, the same one again for the same examples, or one sentence."""

import json
import tarfile
from pathlib import Path

import pytest

from nlu.examples import load_examples
from nlu.taal.languages import TALEN
from tests.nlu.conftest import TINY, run_train, write_examples

pytestmark = pytest.mark.slow


def test_beside_the_model_stand_its_thresholds_and_figures(model: Path) -> None:
    facts = json.loads(model.with_name(model.name.removesuffix(".tar.gz") + ".json").read_text(encoding="utf-8"))
    assert facts["fingerprint"] == model.name.removesuffix(".tar.gz")
    assert facts["examples"] == 42
    assert facts["intents"] == ["buiten_bereik", "exam_costs", "huurtoeslag"]
    assert set(facts["languages"]) == {"nl", "en", "ar"}
    assert set(facts["languages"]["nl"]) == {"examples", "sure", "suggest", "off_topic", "crisis", "held_out"}
    for chosen in [facts["default"], *facts["languages"].values()]:
        assert 0 < chosen["suggest"] <= chosen["sure"] < 1


def test_the_model_holds_arrays_and_words_only(model: Path) -> None:
    with tarfile.open(model) as archive:
        names = [member.name for member in archive.getmembers() if member.isfile()]
    assert names
    assert {Path(name).suffix for name in names} == {".npz", ".json"}


def test_training_turns_to_nobody(model: Path) -> None:
    assert not (model.parent / "addresses").exists()


def test_the_same_examples_give_the_model_that_is_there(tiny: Path, models: Path, model: Path) -> None:
    before = model.stat().st_mtime_ns
    again = run_train(tiny, models)
    assert again.stdout.strip() == str(model)
    assert "fit" not in again.stderr
    assert model.stat().st_mtime_ns == before


def test_broken_examples_end_with_one_sentence(tmp_path: Path) -> None:
    data = write_examples(tmp_path / "data", TINY)
    (data / "nl" / "scheef.yml").write_text("exam_costs:\n  - goed\n  - {}\n", encoding="utf-8")
    run = run_train(data, tmp_path / "models")
    assert run.returncode == 1
    assert run.stdout == ""
    assert (
        run.stderr.splitlines()[-1]
        == f"{data}/nl/scheef.yml:3: an example of exam_costs is not a text; put it between quotes."
    )
    assert not list((tmp_path / "models").glob("*.tar.gz"))


def test_one_intent_is_not_enough(tmp_path: Path) -> None:
    run = run_train(write_examples(tmp_path / "data", {"nl": {"a": ["een", "twee"]}}), tmp_path / "models")
    assert run.returncode == 1
    assert "at least two" in run.stderr.splitlines()[-1]


def test_the_examples_of_the_repository_can_be_read() -> None:
    examples = load_examples(Path(__file__).resolve().parents[2] / "nlu" / "data")
    assert {example.taal for example in examples} <= set(TALEN)
