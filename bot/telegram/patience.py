"""Use the database again after a pause, while it is locked or its disk is full or away."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

import structlog

from bot.storage.errors import DatabaseBusy, passing

log = structlog.get_logger()
PAUSE = 1.0
Result = TypeVar("Result")


async def when_it_works(use: Callable[[], Result]) -> Result:
    """Return what `use` returns, however often it takes; a failure that cannot pass by itself is raised."""
    while True:
        try:
            return use()
        except DatabaseBusy as error:
            if not passing(error):
                raise
            await wait(error)


async def wait(error: Exception) -> None:
    """Say what is the matter, and pause."""
    log.error("the database cannot be used, trying again", reason=str(error))
    await asyncio.sleep(PAUSE)
