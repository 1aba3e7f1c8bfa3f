"""Calls that put something new into a chat."""

from bot.simulator import keyboards, objects
from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.media import Stored, described, picture_size
from bot.simulator.methods.shared import LONGEST_CAPTION, Said, open_chat, reply_target, said, text_of
from bot.simulator.params import Params
from bot.simulator.station import Station
from bot.simulator.world import Chat, Message

_ACTIONS = frozenset(
    {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"}
    | {"choose_sticker", "find_location", "record_video_note", "upload_video_note"}
)
_ACTION_SECONDS = 5
_LARGEST_PHOTO = 10 << 20


def deliver(station: Station, params: Params, chat: Chat, kind: str, words: Said, media: Json) -> Message:
    """Adds the bot's message to the chat, with what it replies to and its keyboard."""
    reply_to = reply_target(station, params, chat)
    markup = keyboards.parsed(params, station.strict.callback_data)
    message = station.world.add(chat, station.world.bot, kind, words.text, words.entities)
    message.media, message.reply_to, message.buttons = media, reply_to, markup.buttons
    if markup.keyboard:
        message.keyboard = markup.keyboard
        chat.keyboard = None if markup.keyboard.get("remove_keyboard") else markup.keyboard
    return message


def send_message(station: Station, params: Params) -> Json:
    """sendMessage: returns the Message."""
    if not params.text("text").strip():
        raise bad_request("message text is empty")
    chat = open_chat(station, params)
    return objects.message(station.world, deliver(station, params, chat, "text", text_of(station, params), {}))


def _file(station: Station, params: Params, kind: str) -> Stored:
    upload = params.upload(kind)
    if upload is not None:
        if not upload.content:
            raise bad_request("file must be non-empty")
        return station.files.keep(kind, upload.content, upload.name, upload.mime)
    named = params.text(kind)
    if not named:
        raise bad_request(f"there is no {kind} in the request")
    if named.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    stored = station.files.get(named)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def _send_file(station: Station, params: Params, kind: str) -> Json:
    chat = open_chat(station, params)
    words = said(station, params, "caption", LONGEST_CAPTION)
    stored = _file(station, params, kind)
    if kind == "photo" and len(stored.content) > _LARGEST_PHOTO:
        raise bad_request("file is too big")
    if kind == "photo" and picture_size(stored.content) is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    media = described(stored, params.number("duration"))
    return objects.message(station.world, deliver(station, params, chat, kind, words, media))


def send_photo(station: Station, params: Params) -> Json:
    """sendPhoto: returns the Message."""
    return _send_file(station, params, "photo")


def send_voice(station: Station, params: Params) -> Json:
    """sendVoice: returns the Message."""
    return _send_file(station, params, "voice")


def send_document(station: Station, params: Params) -> Json:
    """sendDocument: returns the Message."""
    return _send_file(station, params, "document")


def send_location(station: Station, params: Params) -> Json:
    """sendLocation: returns the Message."""
    chat = open_chat(station, params)
    try:
        place = {name: float(params.text(name)) for name in ("latitude", "longitude")}
    except ValueError:
        raise bad_request("wrong latitude or longitude specified") from None
    if abs(place["latitude"]) > 90 or abs(place["longitude"]) > 180:
        raise bad_request("wrong latitude or longitude specified")
    message = deliver(station, params, chat, "location", Said("", []), {"location": place})
    return objects.message(station.world, message)


def send_chat_action(station: Station, params: Params) -> bool:
    """sendChatAction: the phone shows it for five seconds or until the next message."""
    action = params.text("action")
    chat = open_chat(station, params)
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.action, chat.action_until = action, station.clock() + _ACTION_SECONDS
    station.world.touch(chat)
    return True
