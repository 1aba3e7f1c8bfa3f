"""Which word of the office a text is, or asks about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.terms import Term, asked, find, folded

TERMS = (
    Term("beschikking", ("beschikkingen",), "appeal"),
    Term("eigen risico", ("eigenrisico",)),
    Term("PIP", ("plan inburgering en participatie",), "pip"),
    Term("bijstand"),
    Term("bijzondere bijstand"),
)
ASKING = {"nl": ("wat", "is", "een", "betekent"), "ar": ("شو", "يعني")}


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("beschikking", "beschikking"), ("BESCHIKKINGEN!", "beschikking"), ("beschiking", "beschikking"),
        ("  eigen   risico?", "eigen risico"), ("pip", "PIP"), ("pop", None),
        ("ik heb een beschikking", None), ("", None),
    ],
)  # fmt: skip
def test_a_word_is_found_by_its_forms_and_with_typing_mistakes(typed: str, word: str | None) -> None:
    found = find(typed, TERMS)
    assert (found.word if found else None) == word


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("Wat is een beschikking?", "beschikking"), ("شو يعني PIP", "PIP"),
        ("wat is bijzondere bijstand", "bijzondere bijstand"),
        ("beschikking", None), ("wat is mijn beschikking waard", None), ("wat is dat", None),
    ],
)  # fmt: skip
def test_a_question_for_the_meaning_holds_the_word_and_nothing_else(typed: str, word: str | None) -> None:
    found = asked(typed, TERMS, ASKING)
    assert (found.word if found else None) == word


@given(st.sampled_from(TERMS), st.sampled_from(["", "?", " !", "…"]), st.booleans())
def test_every_word_is_found_however_it_is_written(term: Term, sign: str, loud: bool) -> None:
    for form in (term.word, *term.forms):
        assert find((form.upper() if loud else form) + sign, TERMS) == term


@given(st.text(max_size=300))
def test_any_text_can_be_looked_up(text: str) -> None:
    find(text, TERMS)
    asked(text, TERMS, ASKING)
    assert folded(folded(text)) == folded(text)
