"""Calls that change or take away what was sent before."""

from bot.simulator import keyboards, objects
from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.methods.shared import (
    LONGEST_CAPTION,
    Said,
    known_chat,
    message_in,
    open_chat,
    said,
    text_of,
)
from bot.simulator.objects import WITH_CAPTION
from bot.simulator.params import Params
from bot.simulator.station import Station
from bot.simulator.world import Message

_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
_DELETABLE_SECONDS = 48 * 3600


def _own(station: Station, params: Params) -> Message:
    message = message_in(station, params, open_chat(station, params), "edit")
    if message.sender is not station.world.bot:
        raise bad_request("message can't be edited")
    return message


def _change(station: Station, params: Params, message: Message, words: Said) -> Json:
    markup = keyboards.parsed(params, station.strict.callback_data)
    if markup.keyboard:
        raise bad_request("inline keyboard expected")
    same = (message.text, message.entities, message.buttons) == (*words, markup.buttons)
    if same and station.strict.unchanged:
        raise bad_request(_NOT_MODIFIED)
    if (message.text, message.entities) != tuple(words):
        message.edited = int(station.clock())
    message.text, message.entities, message.buttons = *words, markup.buttons
    station.world.change(message)
    return objects.message(station.world, message)


def edit_text(station: Station, params: Params) -> Json:
    """editMessageText: returns the Message; without reply_markup the buttons go."""
    if not params.text("text").strip():
        raise bad_request("message text is empty")
    message = _own(station, params)
    if message.kind != "text":
        raise bad_request("there is no text in the message to edit")
    return _change(station, params, message, text_of(station, params))


def edit_caption(station: Station, params: Params) -> Json:
    """editMessageCaption: returns the Message."""
    message = _own(station, params)
    if message.kind not in WITH_CAPTION:
        raise bad_request("there is no caption in the message to edit")
    return _change(station, params, message, said(station, params, "caption", LONGEST_CAPTION))


def edit_buttons(station: Station, params: Params) -> Json:
    """editMessageReplyMarkup: returns the Message."""
    message = _own(station, params)
    return _change(station, params, message, Said(message.text, message.entities))


def _delete(station: Station, message: Message) -> None:
    if station.clock() - message.date > _DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    station.world.change(message)


def delete_message(station: Station, params: Params) -> bool:
    """deleteMessage: within 48 hours, the bot's messages and the person's."""
    _delete(station, message_in(station, params, known_chat(station, params), "delete"))
    return True


def delete_messages(station: Station, params: Params) -> bool:
    """deleteMessages: those that are not there are skipped."""
    chat = known_chat(station, params)
    for identity in params.nested("message_ids", "message identifiers") or []:
        message = station.world.seen(chat, int(identity))
        if message:
            _delete(station, message)
    return True
