"""What is to be sent: values that the outbox stores and the Telegram door carries out in order."""

from dataclasses import dataclass, replace
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
    """Send a text; `ref` names it for later edits, replies and relays; `reply_to` is a message in the same chat.

    With an `album` it is the heading above that album, which falls away when only one piece comes.
    """

    chat_id: int
    text: Text
    ref: str | None = None
    reply_to: int | None = None
    reply_to_ref: str | None = None
    not_before: datetime | None = None
    album: str | None = None


@dataclass(frozen=True)
class Copy:
    """Copy a voice message, photo or file from one chat to another, with our caption.

    The pieces of an `album` that wait together leave together, as one album with the captions of their sender.
    """

    chat_id: int
    source: Place
    caption: str | None = None
    ref: str | None = None
    reply_to: int | None = None
    reply_to_ref: str | None = None
    album: str | None = None


@dataclass(frozen=True)
class Play:
    """Send the recording of a text, the newest there is when it is sent."""

    chat_id: int
    topic: str
    taal: str
    variant: str
    caption: str = ""


@dataclass(frozen=True)
class Edit:
    """Replace a message sent earlier, named by its id or by the `ref` that it was sent with."""

    chat_id: int
    text: Text
    message_id: int | None = None
    ref: str | None = None


@dataclass(frozen=True)
class EditCaption:
    """Replace what stands under a file sent earlier, named by the `ref` that it was sent with."""

    chat_id: int
    caption: str
    ref: str


@dataclass(frozen=True)
class Delete:
    """Delete a message sent earlier, named by the `ref` that it was sent with, and the whole `album` that it is of."""

    chat_id: int
    ref: str
    album: str | None = None


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


LONGEST = 4000  # Telegram takes 4096 UTF-16 units; tags do not count there, so this is on the safe side


def units(text: str) -> int:
    """Return the length as Telegram counts it: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def fitting(send: Send) -> tuple[Send, ...]:
    """Return a message in as many pieces as Telegram takes, cut at empty lines; the buttons go under the last one."""
    pieces = [""]
    for part in send.text.html.split("\n\n"):
        joined = f"{pieces[-1]}\n\n{part}" if pieces[-1] else part
        pieces = [*pieces[:-1], joined] if units(joined) <= LONGEST or not pieces[-1] else [*pieces, part]
    if len(pieces) == 1:
        return (send,)
    first = replace(send, text=Text(pieces[0]))
    middle = tuple(Send(send.chat_id, Text(piece)) for piece in pieces[1:-1])
    return (first, *middle, Send(send.chat_id, Text(pieces[-1], send.text.buttons)))


Outgoing = Send | Copy | Play | Edit | EditCaption | Delete | AnswerPress | Typing | Menu
Payload = dict[str, Any]
