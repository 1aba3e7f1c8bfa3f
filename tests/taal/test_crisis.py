"""Danger is found in every language, and ordinary questions raise no alarm."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.taal.crisis import KINDS, crisis
from nlu.taal.languages import TALEN

HERE = Path(__file__).parent
FOLDERS = ("crisis", "crisis_fresh", "crisis_third")
FALSE_ALARMS = 0.01


def _sets(taal: str) -> list[dict[str, list[str]]]:
    return [yaml.safe_load((HERE / folder / f"{taal}.yml").read_text("utf-8")) for folder in FOLDERS]


@pytest.mark.parametrize("taal", TALEN)
def test_all_danger_is_found(taal: str) -> None:
    said = [sentence for one in _sets(taal) for kind in KINDS for sentence in one[kind]]
    assert len(said) >= (55 if taal in ("nl", "en", "ar") else 40)
    assert [sentence for sentence in said if not crisis(sentence)] == []


@pytest.mark.parametrize("taal", TALEN)
def test_suicide_is_told_from_violence(taal: str) -> None:
    for one in _sets(taal):
        for kind in KINDS:
            assert [sentence for sentence in one[kind] if (found := crisis(sentence)) and found.kind != kind] == []


@pytest.mark.parametrize("taal", TALEN)
def test_ordinary_questions_raise_no_alarm(taal: str) -> None:
    ordinary = [sentence for one in _sets(taal) for sentence in one["gewoon"]]
    assert len(ordinary) >= (55 if taal in ("nl", "en", "ar") else 40)
    alarms = [sentence for sentence in ordinary if crisis(sentence)]
    assert len(alarms) <= FALSE_ALARMS * len(ordinary), alarms


def test_danger_in_a_roundabout_way() -> None:
    said: dict[str, list[str]] = yaml.safe_load((HERE / "crisis_further.yml").read_text("utf-8"))
    assert set(said) == set(TALEN)
    assert [sentence for listed in said.values() for sentence in listed if not crisis(sentence)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Goedemiddag. Ik heb een vraag. MIJN MAN SLAAT MIJ!!! Wat moet ik doen?",
        "hallo\nik wil niet meer leven\ngroetjes",
        "mijn man sláát mij 😭😭",
        "زَوْجِي يَضْرِبُنِي",
        "ما هو العنف؟ زوجي يضربني كل يوم",
        "ዓመጽ እንታይ እዩ፧ ሰብኣየይ ይሃርመኒ ኣሎ",
    ],
)
def test_danger_among_other_words(text: str) -> None:
    assert crisis(text)


def test_the_language_of_the_words_is_told() -> None:
    found = crisis("مېړه مې ما وهي")
    assert found is not None
    assert (found.kind, found.taal) == ("geweld", "ps")


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_asked(text: str) -> None:
    found = crisis(text)
    assert found is None or (found.kind in KINDS and found.taal in TALEN)
