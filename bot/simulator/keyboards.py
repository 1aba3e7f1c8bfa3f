"""Keyboards that a bot sends with a message, checked as Telegram checks them."""

import re
from typing import Any, NamedTuple

from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.params import Params

_ACTIONS = (
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
)
_URL = re.compile(r"(?:https?|tg|mailto|ton)://\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_MOST_BUTTONS = 100


class Markup(NamedTuple):
    """Buttons under the message, or a keyboard in place of the letters (or its removal)."""

    buttons: list[list[Json]] | None = None
    keyboard: Json | None = None


def parsed(params: Params, strict: bool = True) -> Markup:
    """The reply_markup of a call. Raises ApiError 400 on what Telegram refuses."""
    raw = params.nested("reply_markup", "reply keyboard markup")
    if raw is None:
        return Markup()
    if not isinstance(raw, dict):
        raise bad_request("object expected as reply markup")
    if "inline_keyboard" in raw:
        return Markup(buttons=_inline(raw["inline_keyboard"], strict) or None)
    if "keyboard" in raw:
        rows = [[_key(key) for key in row] for row in _rows(raw["keyboard"], "keyboard")]
        return Markup(keyboard=raw | {"keyboard": rows})
    return Markup(keyboard=raw if raw.get("remove_keyboard") or raw.get("force_reply") else None)


def _rows(raw: Any, name: str) -> list[list[Any]]:
    if not isinstance(raw, list) or not all(isinstance(row, list) for row in raw):
        raise bad_request(f'can\'t parse reply keyboard markup JSON object: Field "{name}" must be an Array of Arrays')
    return [row for row in raw if row]


def _key(key: Any) -> Json:
    label = key if isinstance(key, str) else key.get("text") if isinstance(key, dict) else None
    if not isinstance(label, str):
        raise bad_request("can't parse keyboard button: KeyboardButton must be of type Object")
    return {"text": label} if isinstance(key, str) else dict(key)


def _inline(raw: Any, strict: bool) -> list[list[Json]]:
    rows = [[_button(button, strict) for button in row] for row in _rows(raw, "inline_keyboard")]
    if strict and sum(map(len, rows)) > _MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def _button(button: Any, strict: bool) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request('can\'t parse inline keyboard button: Can\'t find field "text"')
    if not any(action in button for action in _ACTIONS):
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    if strict and not button["text"].strip():
        raise bad_request("can't parse inline keyboard button: Button text must be non-empty")
    data = button.get("callback_data")
    if strict and data is not None and not 1 <= len(str(data).encode()) <= 64:
        raise bad_request("BUTTON_DATA_INVALID")
    url = button.get("url")
    if url is not None and not _URL.fullmatch(str(url)):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")
    return button
