"""Keyboards, accepted and refused."""

from typing import Any

import pytest

from bot.simulator.errors import ApiError
from bot.simulator.keyboards import Markup, parsed
from bot.simulator.params import Params


def _inline(*buttons: Any) -> Params:
    return Params({"reply_markup": {"inline_keyboard": [list(buttons)]}})


def test_buttons_and_keys() -> None:
    button = {"text": "Nederlands", "callback_data": "taal:nl"}
    assert parsed(_inline(button)).buttons == [[button]]
    keys = parsed(Params({"reply_markup": '{"keyboard": [["ja", {"text": "nee"}]], "resize_keyboard": true}'}))
    assert keys.keyboard == {"keyboard": [[{"text": "ja"}, {"text": "nee"}]], "resize_keyboard": True}
    assert parsed(Params({"reply_markup": {"remove_keyboard": True}})).keyboard == {"remove_keyboard": True}
    assert parsed(Params({"reply_markup": {"inline_keyboard": []}})) == Markup()


@pytest.mark.parametrize(
    ("button", "sentence"),
    [
        ({"text": "x", "callback_data": "é" * 33}, "BUTTON_DATA_INVALID"),
        ({"text": "x", "callback_data": ""}, "BUTTON_DATA_INVALID"),
        ({"text": "x"}, "Text buttons are unallowed in the inline keyboard"),
        ({"callback_data": "x"}, 'Can\'t find field "text"'),
        ({"text": " ", "callback_data": "x"}, "Button text must be non-empty"),
        ({"text": "x", "url": "no url"}, "inline keyboard button URL 'no url' is invalid"),
        ("x", "InlineKeyboardButton must be an Object"),
    ],
)
def test_refused_buttons(button: Any, sentence: str) -> None:
    with pytest.raises(ApiError, match=sentence):
        parsed(_inline(button))


@pytest.mark.parametrize(
    ("markup", "sentence"),
    [
        ("{", "can't parse reply keyboard markup JSON object"),
        ("[]", "object expected as reply markup"),
        ('{"inline_keyboard": [{"text": "x"}]}', "must be an Array of Arrays"),
        ('{"keyboard": [[5]]}', "KeyboardButton must be of type Object"),
    ],
)
def test_refused_markup(markup: str, sentence: str) -> None:
    with pytest.raises(ApiError, match=sentence):
        parsed(Params({"reply_markup": markup}))


def test_sixty_four_bytes_fit() -> None:
    assert parsed(_inline({"text": "x", "callback_data": "é" * 32})).buttons


def test_a_hundred_buttons_fit_and_no_more() -> None:
    button = {"text": "x", "callback_data": "y"}
    assert parsed(_inline(*[button] * 100)).buttons
    with pytest.raises(ApiError, match="reply markup is too long"):
        parsed(_inline(*[button] * 101))
