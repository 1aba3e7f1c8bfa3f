"""What is to be remembered beside a conversation: notes, reminders, messages that are held back, saved replies."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class TalkEffect:
    """An effect that bot.storage.talks carries out."""


@dataclass(frozen=True)
class AddNote(TalkEffect):
    """Keep an internal note on a hulpvraag until it ends; the text holds no personal data."""

    hulpvraag_id: int
    person_id: int
    text: str


@dataclass(frozen=True)
class SetReminder(TalkEffect):
    """Remind a sleutelpersoon of a hulpvraag at a moment; without a moment the reminder is taken away."""

    hulpvraag_id: int
    person_id: int
    due_at: datetime | None = None


@dataclass(frozen=True)
class Hold(TalkEffect):
    """Keep a message that is not passed on until its sender says so; `kind` is text, edit, or the kind of a file."""

    hulpvraag_id: int
    person_id: int
    chat_id: int
    message_id: int
    kind: str
    text: str
    reply_to: int | None = None


@dataclass(frozen=True)
class LetGo(TalkEffect):
    """Keep a message no longer: it was passed on, or never will be; raises Stale when that was done already."""

    chat_id: int
    message_id: int


@dataclass(frozen=True)
class DropMessage(TalkEffect):
    """Forget the words of a message that its sender takes back; it, or its album, goes along with no hulpvraag."""

    chat_id: int
    message_id: int
    album: str | None = None


@dataclass(frozen=True)
class SaveReply(TalkEffect):
    """Keep a reply that a sleutelpersoon uses more often, in one language; an earlier one is replaced."""

    person_id: int
    naam: str
    taal: str
    text: str


@dataclass(frozen=True)
class RemoveReply(TalkEffect):
    """Remove a saved reply in all languages."""

    person_id: int
    naam: str
