"""What is to be sent: values that the outbox stores and the Telegram door carries out in order."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Button:
    """A button under a message: `data` is verb:argument (at most 64 bytes), or `url` for a link."""

    label: str
    data: str = ""
    url: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True)
class Text:
    """A text in Telegram's HTML with its buttons."""

    html: str
    buttons: Rows = ()


@dataclass(frozen=True)
class Place:
    """A message in a chat."""

    chat_id: int
    message_id: int


@dataclass(frozen=True)
class Send:
    """Send a text; `ref` names it for later edits, replies and relays; `reply_to` is a message in the same chat."""

    chat_id: int
    text: Text
    ref: str | None = None
    reply_to: int | None = None
    reply_to_ref: str | None = None
    not_before: datetime | None = None


@dataclass(frozen=True)
class Copy:
    """Copy a voice message, photo or file from one chat to another, with our caption."""

    chat_id: int
    source: Place
    caption: str | None = None
    ref: str | None = None
    reply_to: int | None = None
    reply_to_ref: str | None = None


@dataclass(frozen=True)
class Edit:
    """Replace a message sent earlier, named by its id or by the `ref` that it was sent with."""

    chat_id: int
    text: Text
    message_id: int | None = None
    ref: str | None = None


@dataclass(frozen=True)
class AnswerPress:
    """Stop the waiting circle of a pressed button, with a short notice if there is something to say."""

    callback_id: str
    notice: str = ""
    alert: bool = False


@dataclass(frozen=True)
class Typing:
    """Show that the bot is busy."""

    chat_id: int


@dataclass(frozen=True)
class Menu:
    """Set the command menu of one chat: (command, description) in order."""

    chat_id: int
    commands: tuple[tuple[str, str], ...]


Outgoing = Send | Copy | Edit | AnswerPress | Typing | Menu
Payload = dict[str, Any]
