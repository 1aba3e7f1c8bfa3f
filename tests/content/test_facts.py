"""The answers themselves, as they stand in the repository."""

import re
from functools import cache

import pytest

from bot.content import sources
from bot.content.checks import problem
from bot.content.comparing import lost
from bot.content.seeds import dutch
from bot.content.sources import Source
from bot.content.translations import faq_po, of_repository
from bot.i18n import TALEN
from bot.i18n.catalogues import VERTALINGEN

COMPLETE = ("en", "ar")
LONGEST = 900
LONGEST_TITLE = 60
EMERGENCY = ("112", "113", "0800-0113", "0800-2000")
TRANSLATED = [taal for taal in TALEN[1:] if faq_po(taal, VERTALINGEN).exists()]
Key = tuple[str, str]


@cache
def found() -> list[Source]:
    return sources.load()


@cache
def texts(taal: str) -> dict[Key, str]:
    """Return (topic, variant) → text of a language."""
    there = dutch(found())
    if taal == "nl":
        return there
    return {(t.topic, t.variant): t.text for t in of_repository(taal, VERTALINGEN, there)}


def test_there_are_a_hundred_topics_in_eleven_themas() -> None:
    assert len(found()) == 100
    assert {source.topic.thema for source in found()} == set(sources.THEMAS)


def test_english_and_arabic_are_among_the_translations() -> None:
    assert set(COMPLETE) <= set(TRANSLATED)


@pytest.mark.parametrize("taal", COMPLETE)
def test_every_text_is_translated(taal: str) -> None:
    assert set(texts(taal)) == set(texts("nl"))


@pytest.mark.parametrize("taal", TRANSLATED)
def test_no_translation_is_outdated(taal: str) -> None:
    there = dutch(found())
    assert [(t.topic, t.variant) for t in of_repository(taal, VERTALINGEN, there) if t.status == "outdated"] == []


@pytest.mark.parametrize("taal", TRANSLATED)
def test_nothing_of_the_dutch_is_lost_in_the_translation(taal: str) -> None:
    there = texts("nl")
    missing = {key: found for key, text in texts(taal).items() if (found := lost(there[key], text, key[1] != "title"))}
    assert missing == {}


@pytest.mark.parametrize("taal", TRANSLATED)
def test_every_link_and_tag_of_the_dutch_stands_in_the_translation(taal: str) -> None:
    def kept(text: str) -> list[str]:
        return sorted(re.findall(r"https?://[^\s<]+|</?\w+>", text))

    there = texts("nl")
    assert {key for key, text in texts(taal).items() if kept(text) != kept(there[key])} == set()


@pytest.mark.parametrize("taal", ["nl", *COMPLETE])
def test_texts_are_short_and_can_be_shown(taal: str) -> None:
    for (topic, variant), text in texts(taal).items():
        assert problem(text, variant) is None, (taal, topic, variant)
        assert len(text) <= LONGEST, (taal, topic, variant, len(text))
    titles = [text for (_, variant), text in texts("nl").items() if variant == "title"]
    assert max(map(len, titles)) <= LONGEST_TITLE


def test_related_topics_are_one_or_two_and_exist() -> None:
    known = {source.topic.id for source in found()}
    for source in found():
        assert 1 <= len(source.topic.related) <= 2, source.topic.id
        assert set(source.topic.related) <= known - {source.topic.id}, source.topic.id


def test_every_answer_has_a_source_a_date_and_an_emoji() -> None:
    for source in found():
        assert source.topic.sources, source.topic.id
        assert source.topic.peildatum >= "2026-11-23", source.topic.id
        assert not source.topic.emoji.isascii(), source.topic.id


@pytest.mark.parametrize("taal", ["nl", *TRANSLATED])
def test_the_numbers_that_save_lives_stand_in_the_emergency_answer(taal: str) -> None:
    text = texts(taal).get(("violence_emergency", ""), texts("nl")["violence_emergency", ""])
    assert [number for number in EMERGENCY if not re.search(rf"(?<![\d-]){number}(?![\d-])", text)] == []


@pytest.mark.parametrize("taal", ["nl", *COMPLETE])
def test_dutch_digits_and_no_marks_of_direction(taal: str) -> None:
    strange = re.compile("[\u0660-\u0669\u06f0-\u06f9\u200e\u200f\u202a-\u202e\u2066-\u2069]")
    assert [key for key, text in texts(taal).items() if strange.search(text)] == []


def test_a_text_for_one_doelgroep_has_its_counterpart() -> None:
    for source in found():
        asked = {variant for variant in source.texts if variant.startswith("doelgroep=")}
        assert asked in (set(), {"doelgroep=statushouder", "doelgroep=gezinsmigrant"}), source.topic.id
