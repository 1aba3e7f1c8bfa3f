"""A human is asked for in every language, and not by accident."""

from pathlib import Path

import pytest
import yaml

from nlu.taal.asking_human import asks_for_human
from nlu.taal.languages import TALEN

SAID: dict[str, dict[str, list[str]]] = yaml.safe_load(Path(__file__).with_name("asking_human.yml").read_text("utf-8"))


def test_every_language_is_there() -> None:
    assert set(SAID) == set(TALEN)


@pytest.mark.parametrize("taal", TALEN)
def test_asking_for_a_human_is_heard(taal: str) -> None:
    assert [text for text in SAID[taal]["ja"] if not asks_for_human(text)] == []


@pytest.mark.parametrize("taal", TALEN)
def test_other_questions_are_not_taken_for_it(taal: str) -> None:
    assert [text for text in SAID[taal]["nee"] if asks_for_human(text)] == []
