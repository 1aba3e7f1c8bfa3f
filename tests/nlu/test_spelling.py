"""What is read of a message: the question, not the manners."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.spelling import courtesies, for_encoder, for_ngrams
from nlu.taal.languages import TALEN


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Hallo, goedemiddag. Ik heb een vraag: wat kost het EXAMEN? Alvast bedankt!! 😀", "wat kost het examen"),
        ("Bonjour, j'ai une question. Combien coûte l’examen? Merci d’avance", "combien coûte l’examen"),
        ("السلامُ عليكم ، عندي سؤال كم سعر الامتحان؟ شكراً", "كم سعر الامتحان"),
        ("ሰላም፡ ሕቶ ኣለኒ፡ ፈተና ክንደይ ዋግኡ? የቐንየለይ", "ፈተና ክንደይ ዋግኡ"),
        ("hallo hoi wat kost dat", "wat kost dat"),
    ],
)
def test_greeting_thanks_and_capitals_are_left_out(typed: str, read: str) -> None:
    assert for_encoder(typed) == read


@pytest.mark.parametrize("text", ["hallo", "bedankt", "hello thanks", "dag van het examen", "groetjes doen aan wie"])
def test_a_message_that_is_nothing_but_manners_stays_whole(text: str) -> None:
    assert for_encoder(text) == text
    assert for_ngrams(text) == text


def test_the_spelling_is_made_one_for_ngrams_only() -> None:
    assert for_ngrams("مُحَمَّد يدرُس") == for_ngrams("محمد يدرس")
    assert for_encoder("Ик hou  van ёлка") == "ик hou van ёлка"


def test_every_language_has_its_manners() -> None:
    known = courtesies()
    assert set(known.openings) == set(known.closings) == set(TALEN)
    assert all(len(phrases) >= 8 for phrases in [*known.openings.values(), *known.closings.values()])


@given(st.text(max_size=1500))
def test_any_text_can_be_read_and_comes_out_tidy(text: str) -> None:
    for read in (for_encoder(text), for_ngrams(text)):
        assert read == " ".join(read.split())
        assert len(read) <= 4 * len(text)
