"""The only sender: in order per chat, within Telegram's limits, until it arrived or cannot arrive."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.storage import Store
from bot.storage.outbox import Ephemeral, Queued
from bot.telegram import sending
from bot.telegram.failures import Fate, reason, verdict
from bot.telegram.limits import Limits
from bot.telegram.patience import when_it_works
from bot.telegram.voices import Voices

log = structlog.get_logger()
POLL = 0.5  # another process (the command line) may have put something in the outbox
AT_ONCE = 20


class Outbox:
    """Runs until cancelled; `unreachable` is called with the chat that cannot be reached, when that is news.

    `settled` is called inside the transaction that records what became of a message, with the reason if it failed.
    """

    def __init__(
        self, bot: Bot, store: Store, voices: Voices, unreachable: Callable[[int], None],
        settled: Callable[[Queued, str | None], None], limits: Limits | None = None,
    ) -> None:  # fmt: skip
        self._bot, self._store, self._voices, self._unreachable = bot, store, voices, unreachable
        self._settled = settled
        self._limits = limits or Limits()
        self._woken = asyncio.Event()
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._now: set[asyncio.Task[None]] = set()

    def wake(self) -> None:
        """Look for new messages at once."""
        self._woken.set()

    def send_now(self, items: list[Ephemeral]) -> None:
        """Send what waits for nothing; a failure is forgotten."""
        for item in items:
            task = asyncio.create_task(self._try_now(item))
            self._now.add(task)
            task.add_done_callback(self._now.discard)

    async def _try_now(self, item: Ephemeral) -> None:
        try:
            await sending.send_now(self._bot, item)
        except TelegramError as error:
            log.info("not answered", kind=type(item).__name__, error=type(error).__name__)

    async def run(self) -> None:
        """Send what is queued, and what comes."""
        try:
            while True:
                pause = await when_it_works(self._start_what_can)
                with suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._woken.wait()
                self._woken.clear()
        finally:
            running = [*self._busy.values(), *self._now]
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    def _start_what_can(self) -> float:
        """Start sending wherever that is allowed; return after how many seconds to look again."""
        pause = POLL
        loop = asyncio.get_running_loop()
        held: set[int] = set()
        while len(self._busy) < AT_ONCE:
            queued = self._store.outbox.next({*self._busy, *held}, datetime.now(UTC))
            if queued is None:
                return pause
            wait = self._limits.overall_wait(loop.time())
            if wait > 0:
                return min(pause, wait)
            wait = self._limits.chat_wait(queued.chat_id, loop.time())
            if wait > 0:
                held.add(queued.chat_id)
                pause = min(pause, wait)
                continue
            self._limits.take(queued.chat_id, loop.time())
            self._busy[queued.chat_id] = asyncio.create_task(self._send(queued))
        return pause

    async def _send(self, queued: Queued) -> None:
        """Send one message and record what became of it; once it is sent, only the recording is tried again."""
        try:
            ref = queued.target_ref
            target = await when_it_works(lambda: self._store.outbox.place(queued.chat_id, ref) if ref else None)
            try:
                message_id = await sending.send(self._bot, queued, target, self._voices)
            except Exception as error:
                failure = error
                await when_it_works(lambda: self._settle(queued, failure))
            else:
                await when_it_works(lambda: self._sent(queued, message_id))
        finally:
            del self._busy[queued.chat_id]
            self._woken.set()

    def _sent(self, queued: Queued, message_id: int | None) -> None:
        with self._store.database.transaction():
            self._store.outbox.sent(queued, message_id)
            self._settled(queued, None)

    def _settle(self, queued: Queued, error: Exception) -> None:
        """Do with a message that failed what its error asks for."""
        found = verdict(error, queued.attempts, queued.plain)
        log.warning("not sent", id=queued.id, method=queued.method, error=type(error).__name__, fate=found.fate)
        later = datetime.now(UTC) + timedelta(seconds=found.wait)
        match found.fate:
            case Fate.DONE:
                self._sent(queued, None)
            case Fate.RETRY:
                self._store.outbox.retry(queued.id, later, counts=found.counts)
            case Fate.PLAIN:
                self._store.outbox.retry(queued.id, later, plain=True)
            case Fate.UNREACHABLE:
                of_a_talk = self._store.outbox.drop_chat(queued.chat_id)
                if self._store.people.set_reachable(queued.chat_id, False) or of_a_talk:
                    self._unreachable(queued.chat_id)
            case Fate.FAILED:
                with self._store.database.transaction():
                    self._store.outbox.failed(queued.id, f"{type(error).__name__}: {error}"[:200])
                    self._settled(queued, reason(error))
