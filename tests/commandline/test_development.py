"""The whole bot, with a real Rasa, on questions that nobody trained on: it stays above the floors."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.commandline.printing import ROMANISED
from tests.commandline.shell import PROJECT, sleutelbot

pytestmark = pytest.mark.slow
FILES = sorted(str(path) for path in (PROJECT / "nlu" / "development").glob("*.tsv"))


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory, rasa_url: str) -> dict[str, Any]:
    """Return the figures of `sleutelbot evalueer` over the rows that judge."""
    folder = tmp_path_factory.mktemp("evaluation")
    (folder / "models").symlink_to(PROJECT / "data" / "models")
    done = sleutelbot(
        folder, "evalueer", *FILES, "--bron", "rapport", "--rapport", str(folder / "rapport"), "--json",
        patience=900, RASA_URL=rasa_url,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "Taken for something else" in (folder / "rapport" / "report.html").read_text("utf-8")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def floors() -> dict[str, dict[str, float]]:
    """Return what the bot must reach."""
    found: dict[str, dict[str, dict[str, float]]] = yaml.safe_load((PROJECT / "nlu" / "floors.yml").read_text("utf-8"))
    return found["development"]


def test_the_bot_is_above_the_floors(measured: dict[str, Any]) -> None:
    for name, least in floors()["totaal"].items():
        assert measured["totaal"][name] >= least, name
    for name, most in floors()["ceilings"].items():
        assert measured["totaal"][name] <= most, name


def test_no_language_is_left_behind(measured: dict[str, Any]) -> None:
    for taal, row in measured["talen"].items():
        if not taal.endswith(ROMANISED):
            assert row["top1"] >= floors()["taal"]["top1"], taal


def test_a_question_that_goes_on_is_answered_with_the_topic_before_it(tmp_path: Path, rasa_url: str) -> None:
    (tmp_path / "models").symlink_to(PROJECT / "data" / "models")
    said = ("vraag", "--taal", "nl", "--json")
    alone = json.loads(sleutelbot(tmp_path, *said, "en wat kost dat?", RASA_URL=rasa_url).stdout)
    after = json.loads(
        sleutelbot(tmp_path, *said, "--na", "exam_registration", "en wat kost dat?", RASA_URL=rasa_url).stdout
    )
    first = after["onderwerp"] or after["suggesties"][0]
    assert first == "exam_cost"
    assert after["kandidaten"] != alone["kandidaten"]
