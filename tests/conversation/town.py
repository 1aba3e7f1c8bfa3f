"""A town for one test: the simulator, the bot, and people with phones; search understands, without Rasa."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from bot.app import Service
from bot.content.gemeenten import gemeenten
from bot.content.seeds import seed
from bot.domain.people import Sleutelpersoon
from bot.interpreter import Reader
from bot.settings import Settings
from bot.simulator.desk import Desk
from bot.simulator.driver import Phone
from bot.simulator.server import serve
from bot.simulator.station import TOKEN
from bot.storage import Store
from bot.telegram.limits import Limits
from bot.usecases.people import enrolling
from bot.usecases.turn import House

BEHEERDER = 301
NOWHERE = "http://127.0.0.1:9"


@cache
def seeded() -> Path:
    """Return a database with the content of the repository, made once for all tests."""
    path = Path(mkdtemp(prefix="sleutelbot-seeded-")) / "seeded.db"
    store = Store(path)
    seed(store, datetime.now(UTC))
    store.database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.close()
    return path


def settings_for(folder: Path, api_url: str, rasa_url: str = NOWHERE) -> Settings:
    """Return settings for a bot that talks to a simulator; it has no Rasa unless one is named."""
    return Settings(
        token=TOKEN, api_url=api_url, data=folder, database=folder / "sleutelbot.db",
        beheerders=frozenset({BEHEERDER}), web_host="127.0.0.1", web_port=0, public_url=None, rasa_url=rasa_url,
    )  # fmt: skip


@dataclass
class Town:
    """What a test can do with the town."""

    address: str
    settings: Settings
    stack: AsyncExitStack
    hasty: bool = True
    service: Service | None = None
    task: asyncio.Task[None] | None = None
    desks: list[Desk] = field(default_factory=list)
    ahead: timedelta = timedelta()

    @property
    def store(self) -> Store:
        """What the running bot remembers."""
        assert self.service is not None
        return self.service.store

    async def phone(self, number: int, name: str, taal: str | None) -> Phone:
        """Give somebody a phone; nothing is pressed yet."""
        return await self.stack.enter_async_context(Phone(self.address, number, name, taal))

    async def nieuwkomer(self, number: int = 101, name: str = "Samira", taal: str = "ar") -> Phone:
        """Give a nieuwkomer who pressed START and chose his language."""
        phone = await self.phone(number, name, taal)
        await phone.start()
        await phone.press(f"taal:{taal}")
        await phone.until(lambda bubble: "mens" in bubble.data())
        return phone

    async def sleutelpersoon(
        self, number: int, name: str, talen: str = "ar,nl", taal: str = "nl", gemeente: str = "doetinchem"
    ) -> Phone:
        """Give a sleutelpersoon, added by the command line's own verb, who pressed START."""
        lists = frozenset(talen.split(",")), frozenset({gemeente}), frozenset({"vertaler"})
        house = House(self.store, Reader(self.store.search, self.settings.data), gemeenten())
        enrolling.add(house, number, Sleutelpersoon(name, *lists), datetime.now(UTC))
        phone = await self.phone(number, name, taal)
        await phone.start()
        await phone.until("beschikbaar" if taal == "nl" else "")
        return phone

    async def beheerder(self) -> Phone:
        """Give the beheerder, who pressed START."""
        phone = await self.phone(BEHEERDER, "Henk", "nl")
        await phone.start()
        await phone.until("Kies je taal")
        return phone

    def now(self) -> datetime:
        """Return what time the bot's clock has: a test moves it ahead."""
        return datetime.now(UTC) + self.ahead

    async def until(self, holds: Callable[[], bool], seconds: float = 15.0) -> None:
        """Wait until something holds that no phone shows."""
        async with asyncio.timeout(seconds):
            while not holds():
                await asyncio.sleep(0.02)

    async def desk(self) -> Desk:
        """Give the desk that switches the simulator's rules and faults."""
        return await self.stack.enter_async_context(Desk(self.address))

    async def start(self, **changes: Any) -> None:
        """Start the bot."""
        settings = replace(self.settings, **changes)
        limits = Limits(overall=1000, per_chat=1000, burst=1000) if self.hasty else None
        self.service = Service(settings, Store(settings.database, settings.beheerders), limits, self.now)
        self.task = asyncio.create_task(self.service.run())

    async def stop(self) -> None:
        """Stop the bot, and raise what it died of."""
        if self.task and self.service:
            self.task.cancel()
            with suppress(asyncio.CancelledError):
                await self.task
            self.service.close()
            self.task = self.service = None


@asynccontextmanager
async def town(folder: Path, hasty: bool = True) -> AsyncIterator[Town]:
    """Give a town whose bot runs; a hasty one knows no limits, and its Telegram neither."""
    shutil.copyfile(seeded(), folder / "sleutelbot.db")
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(serve())
        made = Town(address, settings_for(folder, address), stack, hasty)
        await (await made.desk()).strict(limits=not hasty)
        await made.start()
        try:
            yield made
        finally:
            await made.stop()


def in_town(folder: Path, play: Callable[[Town], Awaitable[None]], hasty: bool = True) -> None:
    """Play a scene in a town of its own."""

    async def scene() -> None:
        async with town(folder, hasty) as made:
            await play(made)

    asyncio.run(scene())
