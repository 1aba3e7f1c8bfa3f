"""What several families of methods ask first: which chat, which text, which message."""

from typing import NamedTuple

from bot.simulator.entities import Json, found, trimmed, utf16
from bot.simulator.errors import bad_request
from bot.simulator.markup import parsed
from bot.simulator.params import Params
from bot.simulator.station import Station
from bot.simulator.world import Chat, Message

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024


class Said(NamedTuple):
    """A text after Telegram read it."""

    text: str
    entities: list[Json]


def known_chat(station: Station, params: Params, name: str = "chat_id") -> Chat:
    """The chat a call speaks of. Raises ApiError 400 when it does not exist or was never opened."""
    if not params.text(name):
        raise bad_request(f"{name} is empty")
    chat = station.world.chats.get(params.number(name) or 0)
    if chat is None or (station.strict.start_first and not chat.opened):
        raise bad_request("chat not found")
    return chat


def open_chat(station: Station, params: Params) -> Chat:
    """The chat to write to. Raises ApiError 400 or 403 when the bot may not."""
    chat = known_chat(station, params)
    station.reachable(chat)
    return chat


def said(station: Station, params: Params, name: str, longest: int) -> Said:
    """A text or caption with its entities. Raises ApiError 400 on bad markup or too much of it."""
    text, entities = _read(station, params, name)
    if station.strict.lengths and utf16(text) > longest:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    return Said(text, found(text, entities))


def _read(station: Station, params: Params, name: str) -> tuple[str, list[Json]]:
    source, mode = params.text(name), params.text("parse_mode").lower()
    given = params.nested("entities" if name == "text" else "caption_entities", "message entities")
    if mode == "html":
        return parsed(source) if station.strict.html else trimmed(source, [])
    if mode:
        raise bad_request("unsupported parse_mode (the simulator reads HTML only)")
    entities = [entity for entity in given or [] if 0 <= entity["offset"] < utf16(source) and entity["length"] > 0]
    return trimmed(source, entities)


def text_of(station: Station, params: Params) -> Said:
    """The text of a message. Raises ApiError 400 when nothing is left to say."""
    if not params.text("text").strip():
        raise bad_request("message text is empty")
    words = said(station, params, "text", LONGEST_TEXT)
    if not words.text:
        raise bad_request("text must be non-empty")
    return words


def reply_target(station: Station, params: Params, chat: Chat) -> int | None:
    """The id of the message that is replied to. Raises ApiError 400 when it is not there."""
    wanted = params.nested("reply_parameters", "reply parameters") or {}
    if not isinstance(wanted, dict):
        raise bad_request("can't parse reply parameters JSON object")
    identity = wanted.get("message_id") or params.number("reply_to_message_id")
    if not identity:
        return None
    elsewhere = wanted.get("chat_id") not in {None, chat.id, str(chat.id)}
    if not elsewhere and station.world.seen(chat, int(identity)):
        return int(identity)
    if wanted.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply"):
        return None
    raise bad_request("message to be replied not found")


def message_in(station: Station, params: Params, chat: Chat, deed: str) -> Message:
    """The message a call speaks of. Raises ApiError 400 "message to <deed> not found"."""
    message = station.world.seen(chat, params.number("message_id"))
    if message is None:
        raise bad_request(f"message to {deed} not found")
    return message
