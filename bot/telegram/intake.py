"""Updates come in: stored before Telegram hears that they arrived, by long polling or by webhook."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, Conflict, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.settings import TOKEN_REFUSED, SettingError
from bot.storage import Store
from bot.storage.errors import DatabaseBusy, passing

log = structlog.get_logger()
LONG_POLL = 30
MOST_AT_ONCE = 100
LOOK_EVERY = 20.0
READ = 40.0
LONGEST_PAUSE = 30.0
FULL_PAUSE = 1.0
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
    """Stores raw updates of one bot and wakes the dispatcher; `heard` is told until when everything is stored."""

    def __init__(
        self, bot_id: int, store: Store, wake: Callable[[], None], heard: Callable[[datetime], None],
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        self._bot_id, self._store, self._wake, self.heard, self.now = bot_id, store, wake, heard, now

    def receive(self, updates: list[dict[str, Any]]) -> None:
        """Store updates; raises KeyError or ValueError when they are no updates."""
        rows = [(int(u["update_id"]), chat_of(u), json.dumps(u, ensure_ascii=False)) for u in updates]
        self._store.inbox.receive(self._bot_id, rows, self.now())
        self._wake()


async def persist(call: Callable[[], Awaitable[object]]) -> None:
    """Make a call to Telegram until it works; raises SettingError when Telegram refuses the token: no use waiting."""
    failures = 0
    while True:
        try:
            await call()
            return
        except InvalidToken:
            raise SettingError(TOKEN_REFUSED) from None
        except (TelegramError, OSError) as error:
            failures += 1
            await asyncio.sleep(_pause(error, failures))


async def poll(bot: Bot, intake: Intake) -> None:
    """Ask Telegram for updates until cancelled; the offset is raised only after the commit.

    The first call has no offset: update ids turn random after a quiet week, so an old one cannot be trusted.
    Raises SettingError when Telegram does not know the token any more.
    """
    offset: int | None = None
    failures = 0
    while True:
        try:
            updates = await bot.get_updates(offset, timeout=LONG_POLL, allowed_updates=ALLOWED, read_timeout=READ)
            intake.receive([update.to_dict() for update in updates])
            if updates:
                offset = max(update.update_id for update in updates) + 1
            if len(updates) < MOST_AT_ONCE:
                intake.heard(intake.now())
            failures = 0
        except InvalidToken:
            raise SettingError(TOKEN_REFUSED) from None
        except (TelegramError, OSError, DatabaseBusy) as error:
            if isinstance(error, DatabaseBusy) and not passing(error):
                raise
            failures += 1
            await asyncio.sleep(_pause(error, failures))


async def watch(bot: Bot, intake: Intake) -> None:
    """Ask now and then whether anything still waits at Telegram that a webhook has not delivered yet."""
    while True:
        asked = intake.now()
        try:
            if not (await bot.get_webhook_info()).pending_update_count:
                intake.heard(asked)
        except InvalidToken:
            raise SettingError(TOKEN_REFUSED) from None
        except (TelegramError, OSError) as error:
            _pause(error, failures=0)
        await asyncio.sleep(LOOK_EVERY)


def _pause(error: Exception, failures: int) -> float:
    """Return how long to wait after a failure, and say in the log what it means."""
    if isinstance(error, Conflict):
        log.warning("another program polls with the same token, or a webhook is set; stop it", error="Conflict")
        return 5.0
    if isinstance(error, RetryAfter):
        after = error.retry_after
        seconds: float = after.total_seconds() if isinstance(after, timedelta) else after
        return seconds
    if isinstance(error, DatabaseBusy):
        log.error("updates cannot be stored, trying again", reason=str(error))
        return FULL_PAUSE
    level = log.warning if isinstance(error, BadRequest) or not isinstance(error, NetworkError) else log.info
    level("the call to Telegram failed, trying again", error=type(error).__name__, failures=failures)
    return min(LONGEST_PAUSE, 0.25 * 2.0 ** min(failures, 10))
