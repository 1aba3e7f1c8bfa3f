"""The report of an evaluation: figures, a picture, and what was taken for what."""

from pathlib import Path

import pytest

from bot.commandline import calibration, evaluation, reporting
from bot.commandline.evaluation import BrokenFile, Outcome, Row
from tests.commandline.shell import sleutelbot


def outcome(named: str, besluit: str, topic: str | None, confidence: float, text: str = "?") -> Outcome:
    """Return what the bot decided on one Dutch question."""
    return Outcome(Row("nl", text, frozenset(named.split("|"))), besluit, topic, (), 20.0, confidence)


OUTCOMES = [
    outcome("gp|work", "antwoord", "gp", 0.95),
    outcome("gp", "antwoord", "work", 0.91, "<b>dokter</b>"),
    outcome("exam_cost", "doorvraag", "exam_cost", 0.55),
    outcome("buiten_bereik", "onbekend", None, 0.1),
    outcome("mens", "mens", None, 1.0),
]


def test_confidence_is_set_against_truth() -> None:
    steps = calibration.steps(OUTCOMES)
    assert [(step.questions, step.right) for step in steps] == [(1, 1.0), (2, 0.5)]
    assert calibration.error(steps) == pytest.approx((0.45 + 2 * 0.43) / 3, abs=1e-4)
    assert calibration.error(calibration.steps([])) is None


def test_the_report_shows_figures_picture_and_what_was_taken_for_what(tmp_path: Path) -> None:
    page = reporting.write(tmp_path / "rapport", evaluation.report(OUTCOMES), OUTCOMES, ["vragen.tsv"])
    shown = page.read_text("utf-8")
    assert reporting.confusions(OUTCOMES) == [("gp", "work", 1)]
    assert "vragen.tsv" in shown
    assert "&lt;b&gt;dokter&lt;/b&gt;" in shown
    assert "0.6667" in shown
    assert (page.parent / reporting.PICTURE).read_bytes().startswith(b"\x89PNG")


def test_rows_are_read_with_their_origin_and_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "vragen.tsv"
    path.write_text("taal\ttekst\tonderwerpen\tbron\nnl\tdokter\tgp|work\trapport\n", "utf-8")
    assert evaluation.read(path) == [Row("nl", "dokter", frozenset({"gp", "work"}), "rapport")]
    path.write_text("taal\ttekst\tonderwerpen\nnl\tdokter\tgp\n", "utf-8")
    assert evaluation.read(path) == [Row("nl", "dokter", frozenset({"gp"}), "")]
    path.write_text("taal\ttekst\nnl\tdokter\n", "utf-8")
    with pytest.raises(BrokenFile, match="the column 'onderwerpen' is missing"):
        evaluation.read(path)


def test_a_word_that_no_row_has_as_its_origin_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vragen.tsv"
    path.write_text("taal\ttekst\tonderwerpen\tbron\nnl\tdokter\tgp\trapport\n", "utf-8")
    done = sleutelbot(tmp_path, "evalueer", str(path), "--bron", "raport")
    assert done.returncode == 2
    assert "No row has 'raport'" in done.stderr


def test_a_question_after_a_topic_that_is_none_is_refused(tmp_path: Path) -> None:
    done = sleutelbot(tmp_path, "vraag", "--taal", "xx", "hallo")
    assert done.returncode == 2
    assert "no language 'xx'" in done.stderr


def test_an_example_is_taught_shown_and_forgotten(tmp_path: Path) -> None:
    taught = sleutelbot(tmp_path, "voorbeeld", "add", "gp", "--taal", "nl", "ik heb pijn aan mijn oor")
    assert taught.returncode == 0, taught.stderr
    assert sleutelbot(tmp_path, "voorbeeld", "list").stdout == "1\tgp\tnl\tik heb pijn aan mijn oor\n"
    assert sleutelbot(tmp_path, "voorbeeld", "remove", "1").returncode == 0
    assert sleutelbot(tmp_path, "voorbeeld", "remove", "1").returncode == 2
    assert sleutelbot(tmp_path, "voorbeeld", "list").stdout == ""
