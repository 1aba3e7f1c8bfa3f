"""Recognition: sure where it can be, asking where it is close, silent where there is nothing to go by."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.taal.identifying import carries_language, identify
from nlu.taal.languages import TALEN

SURE = [
    ("nl", "wat kost inburgering"),
    ("nl", "hoeveel is de boete"),
    ("nl", "mijn man komt naar nederland"),
    ("en", "i got letter from duo what i do"),
    ("ar", "عندي brief من DUO لا أفهم"),
    ("ar", "وصلتني boete من DUO"),
    ("ar", "شو لازم اعمل"),
    ("fa", "من یک brief از gemeente گرفتم"),
    ("fa", "چطو میتانم وقت بگیرم"),
    ("tr", "gemeenteden brief geldi anlamadim"),
    ("tr", "nasil basvurabilirim"),
    ("so", "waxaan rabaa afspraak gemeente"),
    ("ku", "min nameyek ji DUO hat"),
    ("ckb", "نامەیەکم لە DUO بۆ هات"),
    ("ckb", "من نازانم چي بكةم"),
    ("ps", "د DUO څخه لیک مې ترلاسه کړ"),
    ("ti", "ካብ DUO brief ተቐቢለ"),
    ("am", "ከ DUO brief ደረሰኝ"),
    ("fr", "jai recu une amende"),
    ("es", "nesesito ayuda con la carta"),
    ("ru", "где найти жилье"),
    ("uk", "де знайти житло"),
    ("ar", "kif fini e7ki ma3 el baladiyeh"),
    ("ar", "3andi su2al 3an el imti7an"),
    ("fa", "salam chetor mitunam emtehan bedam"),
    ("ti", "ane debdabe metsiuni kab DUO"),
    ("am", "debdabe ke DUO deresegn"),
]


@pytest.mark.parametrize(("taal", "text"), SURE)
def test_sure_as_people_type(taal: str, text: str) -> None:
    assert identify(text).taal == taal
    assert carries_language(text)


@pytest.mark.parametrize("text", ["no", "la", "ሰላም", "نه", "بله", "в", "de"])
def test_what_two_languages_share_is_asked(text: str) -> None:
    found = identify(text)
    assert found.taal is None
    assert len(found.candidates) in (0, 2, 3)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "12345", "👍", "A2", "DUO", "ok", "Mohammed Ali", "salam", "سلام"],
)
def test_nothing_to_go_by(text: str) -> None:
    assert identify(text).taal is None
    assert not carries_language(text)


@pytest.mark.parametrize("text", ["gemeente", "inburgering boete DUO", "bezwaar maken", "Uitkering aanvragen"])
def test_dutch_office_words_carry_no_language(text: str) -> None:
    assert not carries_language(text)


@pytest.mark.parametrize(
    "text",
    [
        "Was kostet die Prüfung und wann kann ich sie machen",
        "quanto costa l'esame e quando posso farlo per favore",
        "すべてのリマインダーを表示",
        "Όταν έρθει το γράμμα τι κάνω",
    ],
)
def test_a_language_that_is_not_ours(text: str) -> None:
    assert identify(text).taal is None


def test_dari_is_the_twin_of_persian() -> None:
    found = identify("امتحان چقدر می شود")
    assert (found.taal, found.twin) == ("fa", "fa_AF")
    assert identify("hoeveel kost het examen").twin is None


def test_only_the_beginning_counts() -> None:
    dutch = "ik heb een brief gekregen van de school en ik begrijp hem niet. "
    assert identify(dutch * 7 + "این یک متن فارسی است " * 500).taal == "nl"


@settings(deadline=None)
@given(st.text())
def test_any_text_gets_a_verdict(text: str) -> None:
    found = identify(text)
    assert set(found.candidates) <= set(TALEN)
    assert len(found.candidates) in {"sure": {1}, "close": {2, 3}, "unknown": {0}}[found.verdict]
    assert isinstance(carries_language(text), bool)
