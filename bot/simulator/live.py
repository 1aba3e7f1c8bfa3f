"""A bell that rings when anything changed, and waiting for it without looking at the clock again and again."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")


class Bell:
    """Everyone who waits is woken at each ring and looks for himself."""

    def __init__(self) -> None:
        self._waiting: set[asyncio.Event] = set()

    def ring(self) -> None:
        """Something changed."""
        for event in self._waiting:
            event.set()

    async def until(self, look: Callable[[], Found], seconds: float) -> Found:
        """What `look` returns once it is true, or at the last moment whatever it returns then."""
        event = asyncio.Event()
        self._waiting.add(event)
        try:
            async with asyncio.timeout(max(seconds, 0)):
                while not (result := look()):
                    event.clear()
                    await event.wait()
                return result
        except TimeoutError:
            return look()
        finally:
            self._waiting.discard(event)
