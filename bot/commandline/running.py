"""Run the bot until it is told to stop."""

import asyncio
import signal
from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.app import Service
from bot.commandline.lock import alone
from bot.settings import Settings, require_token
from bot.storage import Store


def until_stopped(main: Callable[[], Awaitable[None]]) -> None:
    """Run `main` until it ends, or until SIGINT or SIGTERM; the first error of a group is raised as itself."""

    async def guarded() -> None:
        task = asyncio.ensure_future(main())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, task.cancel)
        with suppress(asyncio.CancelledError):
            await task

    try:
        asyncio.run(guarded())
    except BaseExceptionGroup as group:
        raise first(group) from None


def first(error: BaseException) -> BaseException:
    """Return the first exception inside nested groups."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return error


def run(settings: Settings) -> None:
    """Run the real bot; raises SettingError, DatabaseError, PortTaken or AlreadyRunning."""
    require_token(settings)
    with alone(settings.data):
        store = Store(settings.database, settings.beheerders)
        service = Service(settings, store)
        try:
            until_stopped(service.run)
        finally:
            service.close()
