"""Updates come in: stored before Telegram hears that they arrived, by long polling or by webhook."""

import asyncio
import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.storage import Store

log = structlog.get_logger()
LONG_POLL = 30
READ = 40.0
LONGEST_PAUSE = 30.0
ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
_HOLDERS = ("message", "edited_message", "my_chat_member", "channel_post", "edited_channel_post")


def chat_of(update: dict[str, Any]) -> int | None:
    """Return the chat in whose order an update belongs: the person's own for a pressed button."""
    query = update.get("callback_query")
    if query:
        return int(query["from"]["id"])
    holder = next((update[name] for name in _HOLDERS if name in update), None)
    return int(holder["chat"]["id"]) if holder else None


class Intake:
    """Stores raw updates of one bot and wakes the dispatcher."""

    def __init__(self, bot_id: int, store: Store, wake: Callable[[], None]) -> None:
        self._bot_id, self._store, self._wake = bot_id, store, wake

    def receive(self, updates: list[dict[str, Any]]) -> None:
        """Store updates; raises KeyError or ValueError when they are no updates."""
        rows = [(int(u["update_id"]), chat_of(u), json.dumps(u, ensure_ascii=False)) for u in updates]
        self._store.inbox.receive(self._bot_id, rows, datetime.now(UTC))
        self._wake()


async def poll(bot: Bot, intake: Intake) -> None:
    """Ask Telegram for updates until cancelled; the offset is raised only after the commit.

    The first call has no offset: update ids turn random after a quiet week, so an old one cannot be trusted.
    Raises InvalidToken when Telegram does not know the token any more.
    """
    offset: int | None = None
    failures = 0
    while True:
        try:
            updates = await bot.get_updates(offset, timeout=LONG_POLL, allowed_updates=ALLOWED, read_timeout=READ)
            intake.receive([update.to_dict() for update in updates])
            if updates:
                offset = max(update.update_id for update in updates) + 1
            failures = 0
        except InvalidToken:
            raise
        except (TelegramError, OSError) as error:
            failures += 1
            await asyncio.sleep(_pause(error, failures))


def _pause(error: Exception, failures: int) -> float:
    """Return how long to wait after a failure, and say in the log what it means."""
    if isinstance(error, Conflict):
        log.warning("another program polls with the same token, or a webhook is set; stop it", error="Conflict")
        return 5.0
    if isinstance(error, RetryAfter):
        after = error.retry_after
        seconds: float = after.total_seconds() if isinstance(after, timedelta) else after
        return seconds
    level = log.warning if isinstance(error, BadRequest) or not isinstance(error, NetworkError) else log.info
    level("no updates from Telegram", error=type(error).__name__, failures=failures)
    return min(LONGEST_PAUSE, 0.25 * 2.0 ** min(failures, 10))
