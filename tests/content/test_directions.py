"""What turns a line round, in messages and in stored texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.directions import stray_marks, turned
from bot.i18n import TALEN, direction, isolate, po
from bot.i18n.sentences import bot_po

RTL = [taal for taal in TALEN if direction(taal) == "rtl"]
PIECES = st.sampled_from(
    ["DUO", "B1-route", "€ 50", "0800-8020", "ind.nl", "/menu", "<b>", "</b>", "&amp;", "🆘", "🇳🇱", "(", ")", ".", "\n",
     " ", "البلدية", "گفتگو", "شارەوانی", "ښاروالۍ", "٥٠", "é", "1.000"]
)  # fmt: skip


@given(st.lists(PIECES), st.sampled_from(TALEN))
def test_what_is_isolated_cannot_turn_a_line(pieces: list[str], taal: str) -> None:
    assert turned(isolate(" ".join(pieces), taal), taal) == []


@pytest.mark.parametrize(
    ("sent", "taal", "found"),
    [
        ("اسأل DUO أو IND", "ar", ["DUO", "IND"]),
        ("اسأل \u2068DUO\u2069 <b>أو</b> &lt;", "ar", []),
        ("<b>🆘</b> لديّ ديون", "ar", ["🆘"]),
        ("Ask the البلدية", "en", ["البلدية"]),
        ("Ask DUO", "en", []),
        ("اسأل \u2068DUO\nأو \u2068IND\u2069", "ar", ["FIRST STRONG ISOLATE"]),
        ("اسأل \u2068DUO\u2069\u2069", "ar", ["POP DIRECTIONAL ISOLATE"]),
    ],
)
def test_what_is_not_isolated_is_told(sent: str, taal: str, found: list[str]) -> None:
    assert turned(sent, taal) == found


def test_marks_in_a_stored_text_are_named() -> None:
    assert stray_marks("اسأل \u200eDUO\u2069") == ["LEFT-TO-RIGHT MARK", "POP DIRECTIONAL ISOLATE"]
    assert stray_marks("می‌خواهم") == [], "Persian needs this joiner; it is no mark of direction"


@pytest.mark.parametrize("taal", RTL)
def test_the_sentences_of_the_bot_hold_no_marks_and_are_isolated_when_sent(taal: str) -> None:
    sentences = [message.string for message in po.catalogue(bot_po(taal), taal) if message.id]
    texts = [text for said in sentences for text in ([said] if isinstance(said, str) else said)]
    assert len(texts) > 100
    assert [text for text in texts if stray_marks(text)] == []
    assert [text for text in texts if turned(isolate(re.sub(r"\{\w*\}", "", text), taal), taal)] == []
