"""A running simulator with a real bot, a desk and one phone, for one test."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from telegram import Bot

from bot.simulator.driver import Desk, Phone
from bot.simulator.server import serve
from bot.simulator.station import TOKEN

AMINA = 101


@dataclass
class Room:
    """What a test needs at hand."""

    address: str
    bot: Bot
    desk: Desk
    amina: Phone

    async def raw(self, method: str, **values: Any) -> dict[str, Any]:
        """The answer to a call as it came over the line."""
        async with httpx.AsyncClient(trust_env=False, verify=False) as client:
            answer = await client.post(f"{self.address}/bot{TOKEN}/{method}", json=values)
            body: dict[str, Any] = answer.json()
            assert body.get("error_code", 200) == answer.status_code
            return body


def bot_at(address: str, token: str = TOKEN) -> Bot:
    """An unmodified bot that takes the simulator for Telegram."""
    return Bot(token, base_url=f"{address}/bot", base_file_url=f"{address}/file/bot")


@asynccontextmanager
async def room(started: bool = True) -> AsyncIterator[Room]:
    """A simulator without flood limits, in which Amina has an account and, unless told otherwise, an open chat."""
    async with serve() as address, bot_at(address) as bot, Desk(address) as desk, Phone(address, AMINA) as amina:
        await desk.strict(limits=False)
        if started:
            await amina.start()
            seen = await bot.get_updates()
            await bot.get_updates(offset=seen[-1].update_id + 1)
        yield Room(address, bot, desk, amina)


def run(scene: Callable[[Room], Awaitable[None]], started: bool = True) -> None:
    """Plays one scene in a fresh room."""

    async def play() -> None:
        async with room(started) as here:
            await scene(here)

    asyncio.run(play())
