"""Arabic, Persian, Tigrinya and Amharic in Latin letters."""

import pytest

from nlu.taal.romanised import looks_romanised, phonetic

SPELLINGS = [
    ("kif", "kef"),
    ("lazem", "lazim"),
    ("3ndi", "andi"),
    ("shukran", "choukran"),
    ("madrase", "madrasah"),
    ("mo7ameh", "mohame"),
    ("su2al", "soal"),
    ("baladiyeh", "baladeye"),
    ("beit", "bayt"),
    ("5alas", "khalas"),
    ("gharameh", "3'arama"),
    ("endemin", "indemn"),
    ("efelgalehu", "ifeligalehu"),
    ("khane", "khaneh"),
    ("nemidunam", "nemidoonam"),
    ("timhrti", "temhirti"),
    ("hollanda", "holanda"),
]


@pytest.mark.parametrize(("first", "second"), SPELLINGS)
def test_spellings_sound_the_same(first: str, second: str) -> None:
    assert phonetic(first) == phonetic(second) != ""


def test_words_stay_apart() -> None:
    assert phonetic("shu lazem a3mel B1 2021") == "$ lzm aml b1 2021"


@pytest.mark.parametrize(
    ("taal", "text"),
    [
        ("ar", "bedi edfa3 el gharame bas ma 3andi flus"),
        ("ar", "shu lazem a3mel"),
        ("ar", "ma fhemt hal risale"),
        ("fa", "nemidunam chikar konam"),
        ("fa", "lotfan komakam konid"),
        ("ti", "hagezuni bejakum"),
        ("ti", "geza yebleyn"),
        ("am", "sira efelgalehu"),
        ("am", "selam endemin neh"),
    ],
)
def test_sure(taal: str, text: str) -> None:
    assert looks_romanised(text) == taal


@pytest.mark.parametrize(
    "text",
    [
        "ik ben 3 jaar hier en doe A2",
        "de 3e keer examen b1",
        "the man is in the car",
        "bu ana dar",
        "ez kar dikim",
        "waan ku baryayaa",
        "la mesa y la mano",
        "salam",
        "7th of june",
        "شو لازم اعمل",
        "",
    ],
)
def test_silent_about_the_rest(text: str) -> None:
    assert looks_romanised(text) is None
