"""Handle what is in the inbox: one update at a time per chat, chats side by side, each at most three times."""

import asyncio
import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import structlog
from telegram import Update
from telegram.ext import Application

from bot.domain.effects import Plan
from bot.domain.outgoing import Send
from bot.i18n import words
from bot.replies import unreadable
from bot.storage import Store
from bot.storage.errors import passing
from bot.storage.inbox import Received
from bot.telegram.context import current_row
from bot.telegram.failures import raised
from bot.telegram.patience import wait, when_it_works

log = structlog.get_logger()
AT_ONCE = 16
POLL = 1.0


class Dispatcher:
    """Runs until cancelled."""

    def __init__(self, application: Application[Any, Any, Any, Any, Any, Any], store: Store) -> None:
        self._application, self._store = application, store
        self._woken = asyncio.Event()
        self._busy: dict[int | None, asyncio.Task[None]] = {}

    def wake(self) -> None:
        """Look for new updates at once."""
        self._woken.set()

    async def run(self) -> None:
        """Handle what is there, and what comes."""
        try:
            while True:
                await when_it_works(self._start_what_can)
                with suppress(TimeoutError):
                    async with asyncio.timeout(POLL):
                        await self._woken.wait()
                self._woken.clear()
        finally:
            running = list(self._busy.values())
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)

    def _start_what_can(self) -> None:
        while len(self._busy) < AT_ONCE:
            received = self._store.inbox.next(self._busy)
            if received is None:
                return
            self._busy[received.chat_id] = asyncio.create_task(self._handle(received))

    async def _handle(self, received: Received) -> None:
        """Handle one update; the chat's next one starts when this one is done or set aside."""
        try:
            error = await self._process(received)
            if error is None:
                await when_it_works(lambda: self._store.inbox.done(received.id))
            elif passing(error):
                # No fault of the update: it stays the next one of its chat, however often that takes.
                await wait(error)
            else:
                await when_it_works(lambda: self._failed(received, error))
        finally:
            del self._busy[received.chat_id]
            self._woken.set()

    async def _process(self, received: Received) -> Exception | None:
        """Return the exception that the handlers raised, if any."""
        errors: list[Exception] = []
        current_row.set(received.id)
        raised.set(errors)
        try:
            update = Update.de_json(json.loads(received.raw), self._application.bot)
            await self._application.process_update(update)
        except Exception as error:
            return error
        return errors[0] if errors else None

    def _failed(self, received: Received, error: Exception) -> None:
        """Count the failure; after the last one tell the person, for nothing may end in silence."""
        at = error.__traceback__
        while at and at.tb_next:
            at = at.tb_next
        where = f"{at.tb_frame.f_code.co_filename}:{at.tb_lineno}" if at else ""
        log.error("update failed", id=received.id, error=type(error).__name__, where=where)
        if not self._store.inbox.failed(received.id, type(error).__name__) or received.chat_id is None:
            return
        person = self._store.people.at(received.chat_id)
        if person is None:
            return
        told = Send(received.chat_id, unreadable.failure(words(person.taal)))
        self._store.apply(Plan(outgoing=(told,)), datetime.now(UTC))
