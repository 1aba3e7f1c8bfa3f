"""Own names, directions, phones, and isolation of the other direction."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import TALEN, direction, isolate, negotiate, own_name, words
from nlu.taal.languages import TALEN as RECOGNISED

MARKS = dict.fromkeys([0x2068, 0x2069])


def test_there_are_sixteen_languages_with_names_of_their_own_and_both_lists_agree() -> None:
    assert len(TALEN) == 16
    assert len({own_name(taal) for taal in TALEN}) == 16
    assert set(TALEN) == set(RECOGNISED)
    assert own_name("fa_AF") == "دری"
    assert {taal for taal in TALEN if direction(taal) == "rtl"} == {"ar", "fa", "fa_AF", "ckb", "ps"}


@pytest.mark.parametrize(
    ("phone", "taal"),
    [("ar", "ar"), ("ar-SY", "ar"), ("fa-AF", "fa_AF"), ("prs", "fa_AF"), ("kmr", "ku"), ("pt-br", None), ("", None)],
)
def test_a_phones_language_is_one_of_ours_or_none(phone: str, taal: str | None) -> None:
    assert negotiate(phone) == taal


def test_latin_runs_are_isolated_in_arabic_and_arabic_ones_in_dutch() -> None:
    assert isolate("ادفع 50 يورو عند DUO (B1).", "ar") == "ادفع \u206850\u2069 يورو عند \u2068DUO (B1)\u2069."
    assert isolate("<b>PIP</b> &amp; نعم", "ar") == "<b>\u2068PIP\u2069</b> &amp; نعم"
    assert isolate("اكتب /mens الآن", "ar") == "اكتب \u2068/mens\u2069 الآن"
    assert isolate("#1 العربية · Aalten", "nl") == "#1 \u2068العربية\u2069 · Aalten"


@given(st.text(alphabet="abcDUO 50€(). /<b>نعمدش\n", max_size=80), st.sampled_from(["ar", "nl", "fa", "en"]))
def test_isolation_adds_marks_in_pairs_and_nothing_else(text: str, taal: str) -> None:
    marked = isolate(text, taal)
    assert marked.translate(MARKS) == text
    assert marked.count("\u2068") == marked.count("\u2069")


@pytest.mark.parametrize("taal", TALEN)
def test_a_date_ends_a_sentence_with_one_dot(taal: str) -> None:
    assert not words(taal).date(date(2026, 11, 25)).endswith(".")
