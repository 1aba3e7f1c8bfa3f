"""Entities that Telegram finds in a plain text by itself."""

import pytest

from bot.simulator.entities import found, piece, trimmed, utf16


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/start abc", [("bot_command", "/start")]),
        ("zie /menu@sleutel_bot.", [("bot_command", "/menu@sleutel_bot")]),
        ("a/b and 1/2/3", []),
        ("😀 https://duo.nl/x, of mail a@b.nl", [("url", "https://duo.nl/x"), ("email", "a@b.nl")]),
        ("@iemand #inburgering #1", [("mention", "@iemand"), ("hashtag", "#inburgering")]),
    ],
)
def test_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one["type"], piece(text, one)) for one in found(text)] == expected


def test_code_is_left_alone() -> None:
    code = [{"type": "code", "offset": 0, "length": 6}]
    assert found("/start", code) == code


def test_trimming_moves_entities() -> None:
    given = [{"type": "bold", "offset": 0, "length": 6}, {"type": "code", "offset": 4, "length": 2}]
    text, entities = trimmed("  ab  ", given)
    assert (text, entities) == ("ab", [{"type": "bold", "offset": 0, "length": 2}])


def test_length_counts_units() -> None:
    assert [utf16(text) for text in ("abc", "سلام", "😀", "é")] == [3, 4, 2, 1]
