"""What a failed call to Telegram means: done anyway, try later, try plain, unreachable, or lost."""

from contextvars import ContextVar
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from telegram.error import BadRequest, Forbidden, NetworkError, RetryAfter, TelegramError

from bot.telegram.context import Context

LONGEST_WAIT = 60.0
AS_GOOD_AS_DONE = ("message is not modified", "query is too old", "query id is invalid", "message to edit not found",
                   "message can't be edited", "message to delete not found")  # fmt: skip
ONCE_MORE_PLAIN = ("message to be replied not found", "replied message not found", "can't parse entities")

raised: ContextVar[list[Exception]] = ContextVar("raised")


class Fate(StrEnum):
    """What to do with the message."""

    DONE = "done"
    RETRY = "retry"
    PLAIN = "plain"
    UNREACHABLE = "unreachable"
    FAILED = "failed"


@dataclass(frozen=True)
class Verdict:
    """A fate; for RETRY also how long to wait and whether it counts as an attempt."""

    fate: Fate
    wait: float = 0.0
    counts: bool = True


def verdict(error: Exception, attempts: int, plain: bool) -> Verdict:
    """Return what to do after `error`, the message having failed `attempts` times before."""
    said = str(error).lower()
    if isinstance(error, Forbidden) or (isinstance(error, BadRequest) and "chat not found" in said):
        return Verdict(Fate.UNREACHABLE)
    if isinstance(error, RetryAfter):
        after = error.retry_after
        return Verdict(Fate.RETRY, after.total_seconds() if isinstance(after, timedelta) else float(after), False)
    if isinstance(error, BadRequest):
        if any(text in said for text in AS_GOOD_AS_DONE):
            return Verdict(Fate.DONE)
        if not plain and any(text in said for text in ONCE_MORE_PLAIN):
            return Verdict(Fate.PLAIN)
        return Verdict(Fate.FAILED)
    if isinstance(error, NetworkError | TelegramError | OSError):
        return Verdict(Fate.RETRY, min(LONGEST_WAIT, 0.5 * 2 ** min(attempts, 10)))
    return Verdict(Fate.FAILED)


def reason(error: Exception) -> str:
    """Return in one word why a message failed for good: gone, voice, protected, big or refused."""
    said = str(error).lower()
    reasons = {
        "voice_messages_forbidden": "voice", "can't be copied": "protected", "too big": "big", "too large": "big",
        "too long": "big", "not found": "gone", "no messages to copy": "gone", "message_id_invalid": "gone",
    }  # fmt: skip
    return next((name for part, name in reasons.items() if part in said), "refused")


async def keep(update: object, context: Context) -> None:
    """Hand a handler's exception back to the dispatcher, which process_update would swallow."""
    if context.error is not None:
        raised.get([]).append(context.error)
