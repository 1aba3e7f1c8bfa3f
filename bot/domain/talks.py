"""What is kept beside a conversation."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Note:
    """An internal note, with the first name of who wrote it, if he is still known."""

    naam: str | None
    text: str
    created_at: datetime


@dataclass(frozen=True)
class Held:
    """A message that waits for its sender to say whether it may be passed on."""

    hulpvraag_id: int
    chat_id: int
    message_id: int
    kind: str
    text: str
    reply_to: int | None


@dataclass(frozen=True)
class Reminder:
    """A hulpvraag that a sleutelpersoon wants to come back to."""

    hulpvraag_id: int
    person_id: int
    due_at: datetime


@dataclass(frozen=True)
class SavedReply:
    """One language of a reply that a sleutelpersoon saved under a name."""

    id: int
    naam: str
    taal: str
    text: str
