"""Rows of the outbox as those see them who send or look back."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Queued:
    """A message that is to be sent: `payload` holds the fields of the outgoing value named by `method`."""

    id: int
    chat_id: int
    method: str
    payload: dict[str, Any]
    target_ref: str | None
    attempts: int
    plain: bool
    album: str | None = None


@dataclass(frozen=True)
class Passed:
    """The copy of a message in somebody else's chat, and since when it is there."""

    chat_id: int
    ref: str
    created_at: datetime
