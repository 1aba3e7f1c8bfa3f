"""The only sender: in order per chat, within Telegram's limits, until it arrived or cannot arrive."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.domain.outgoing import Place
from bot.storage import Store
from bot.storage.outbox import Ephemeral
from bot.storage.queued import Queued
from bot.telegram import sending
from bot.telegram.failures import Fate, reason, verdict
from bot.telegram.limits import Limits
from bot.telegram.patience import when_it_works
from bot.telegram.voices import Voices

log = structlog.get_logger()
POLL = 0.5  # another process (the command line) may have put something in the outbox
AT_ONCE = 20


@dataclass(frozen=True)
class Parcel:
    """What goes in one call: one message or the pieces of an album, and what it is about in the chat."""

    rows: list[Queued]
    target: Place | None
    together: list[int]


@dataclass(frozen=True)
class Outcome:
    """What became of a message or album: why it failed for good, or how many of its pieces did not arrive."""

    queued: Queued
    reason: str | None = None
    pieces: int = 1
    lost: int = 0


class Outbox:
    """Runs until cancelled; `unreachable` is called with the chat that cannot be reached, when that is news.

    `settled` is called inside the transaction that records what became of a message.
    """

    def __init__(
        self, bot: Bot, store: Store, voices: Voices, unreachable: Callable[[int], None],
        settled: Callable[[Outcome], None], limits: Limits | None = None,
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
            await when_it_works(lambda: self._store.outbox.albums.wake_up(datetime.now(UTC)))
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
        """Send one message or album and record what became of it; once sent, only the recording is tried again."""
        try:
            parcel = await when_it_works(lambda: self._parcel(queued))
            if parcel is None:
                return
            try:
                message_ids = await self._carry_out(parcel)
            except Exception as error:
                failure = error
                await when_it_works(lambda: self._settle(parcel.rows, failure))
            else:
                await when_it_works(lambda: self._sent(parcel.rows, message_ids))
        finally:
            del self._busy[queued.chat_id]
            self._woken.set()

    def _parcel(self, queued: Queued) -> Parcel | None:
        """Return what goes with a message, or None when it is a heading above less than two pieces: it falls away."""
        outbox, loop = self._store.outbox, asyncio.get_running_loop()
        if outbox.albums.alone(queued):
            outbox.drop(queued.id)
            return None
        rows = outbox.albums.together(queued)
        for _ in rows[1:]:
            self._limits.take(queued.chat_id, loop.time())
        album = queued.payload.get("album") if queued.method == "Delete" else None
        gone = outbox.albums.places(queued.chat_id, album) if album else []
        return Parcel(rows, self._target(queued), gone)

    def _target(self, queued: Queued) -> Place | None:
        outbox = self._store.outbox
        if queued.album and queued.method == "Copy" and (first := outbox.albums.first(queued.chat_id, queued.album)):
            return first
        return outbox.place(queued.chat_id, queued.target_ref) if queued.target_ref else None

    async def _carry_out(self, parcel: Parcel) -> list[int | None]:
        if len(parcel.rows) > 1:
            return list(await sending.copy_together(self._bot, parcel.rows))
        return [await sending.send(self._bot, parcel.rows[0], parcel.target, self._voices, parcel.together)]

    def _sent(self, rows: list[Queued], message_ids: list[int | None]) -> None:
        with self._store.database.transaction():
            lost = self._store.outbox.sent_together(rows, message_ids)
            self._settled(Outcome(rows[0], None, len(rows), lost))

    def _settle(self, rows: list[Queued], error: Exception) -> None:
        """Do with what failed what its error asks for; an album is tried again from its first row in the queue."""
        queued = min(rows, key=lambda row: row.id)
        found = verdict(error, queued.attempts, queued.plain)
        log.warning("not sent", id=queued.id, method=queued.method, error=type(error).__name__, fate=found.fate)
        later = datetime.now(UTC) + timedelta(seconds=found.wait)
        match found.fate:
            case Fate.DONE:
                self._sent(rows, [None] * len(rows))
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
                    for row in rows:
                        self._store.outbox.failed(row.id, f"{type(error).__name__}: {error}"[:200])
                    self._settled(Outcome(rows[0], reason(error), len(rows)))
