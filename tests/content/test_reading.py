"""How easy Dutch is to read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.reading import Level, level, syllables, together

COUNTED = [
    ("overheid", 3), ("idee", 2), ("ideeën", 3), ("reünie", 3), ("beëdigd", 3), ("verblijfsvergunning", 5), ("huur", 1),
    ("uitkering", 3), ("zo'n", 1), ("foto's", 2), ("Z-route", 2), ("PVT", 3), ("hbo", 1), ("onderwijsroute", 5),
]  # fmt: skip
WORD = st.text("abcdefghijklmnopqrstuvwxyzëï", min_size=1, max_size=12)


@pytest.mark.parametrize(("word", "count"), COUNTED)
def test_syllables_are_counted_as_they_are_said(word: str, count: int) -> None:
    assert syllables(word) == count


def test_lines_and_items_end_a_sentence_and_signs_are_no_words() -> None:
    text = "<b>Wat doe je nu?</b>\n1. Bel DUO: 0800-8020.\n• Ga naar ind.nl\nof &amp; lees dit."
    assert level(text) == Level(sentences=4, words=11, syllables=13)


def test_the_ease_is_that_of_douma() -> None:
    assert Level(sentences=10, words=100, syllables=150).ease == pytest.approx(206.84 - 0.93 * 10 - 77 * 1.5)
    assert level("De kat zit op de mat.").ease > level("De uitkeringsgerechtigde ontvangt een beschikking.").ease
    assert level("").sentence_length == 0


@given(st.lists(WORD, min_size=1, max_size=30))
def test_shorter_sentences_are_never_harder(words: list[str]) -> None:
    assert level(". ".join(words)).ease >= level(" ".join(words)).ease


@given(st.lists(st.lists(WORD, max_size=8), max_size=6))
def test_texts_together_are_as_one_text(texts: list[list[str]]) -> None:
    lines = [" ".join(words) for words in texts]
    assert together(map(level, lines)) == level("\n".join(lines))


@given(WORD)
def test_every_word_has_a_syllable_and_none_more_than_letters(word: str) -> None:
    assert 1 <= syllables(word) <= len(word)
