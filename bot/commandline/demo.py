"""The bot with a simulator, example people and a page of three phones; nothing of it reaches the real data."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bot.app import Service
from bot.commandline.lock import alone
from bot.commandline.running import until_stopped
from bot.content.gemeenten import gemeenten
from bot.domain.people import Sleutelpersoon
from bot.interpreter import Reader
from bot.settings import Settings
from bot.simulator.driver import Phone
from bot.simulator.server import serve
from bot.simulator.station import TOKEN, Person
from bot.storage import Store
from bot.usecases.people import enrolling
from bot.usecases.turn import House

BEHEERDER = 301
NIEUWKOMERS = (
    (101, "Samira", "ar"),
    (102, "Tesfay", "ti"),
    (103, "Farhad", "fa"),
    (104, "Olena", "uk"),
    (105, "John", "en"),
)
SLEUTELPERSONEN = (
    (
        201,
        "Amina",
        "nl",
        ("ar", "nl", "en", "ckb"),
        ("doetinchem", "aalten", "montferland"),
        ("vertaler", "voorlichter"),
    ),
    (202, "Yonas", "en", ("ti", "am", "nl", "en"), ("winterswijk", "oost-gelre"), ("verbinder", "vertaler")),
    (203, "Nadia", "nl", ("fa", "fa_AF", "ps", "nl"), ("berkelland", "bronckhorst"), ("voorlichter", "coordinator")),
    (204, "Iryna", "uk", ("uk", "ru", "nl"), ("oude-ijsselstreek",), ("verbinder",)),
)


def people() -> list[Person]:
    """Return the example people as the page shows them."""
    shown = [Person(number, name, "nieuwkomer", taal) for number, name, taal in NIEUWKOMERS]
    shown += [Person(number, name, "sleutelpersoon", taal) for number, name, taal, *_ in SLEUTELPERSONEN]
    return [*shown, Person(BEHEERDER, "Henk", "beheerder", "nl")]


def settings_for(settings: Settings, folder: Path, api_url: str) -> Settings:
    """Return settings for the demo: its own database, the simulator instead of Telegram."""
    return replace(
        settings, token=TOKEN, api_url=api_url, database=folder / "demo.db", beheerders=frozenset({BEHEERDER}),
        public_url=None,
    )  # fmt: skip


def run(settings: Settings, host: str, port: int, say: Callable[[str], None]) -> None:
    """Run the demo until stopped; raises PortTaken, AlreadyRunning or what the simulator says of its address."""
    folder = settings.data.with_name(settings.data.name + "-demo")
    with alone(folder):
        for old in folder.glob("demo.db*"):
            old.unlink()
        until_stopped(lambda: _demo(settings, folder, host, port, say))


async def _demo(settings: Settings, folder: Path, host: str, port: int, say: Callable[[str], None]) -> None:
    async with serve(host, port, people=people()) as address:
        own = settings_for(settings, folder, address)
        store = Store(own.database, own.beheerders)
        service = Service(own, store)
        try:
            _enrol(store)
            async with asyncio.TaskGroup() as group:
                group.create_task(service.run())
                group.create_task(_greet(address))
                say(address)
        finally:
            service.close()


def _enrol(store: Store) -> None:
    """Make the example sleutelpersonen."""
    house = House(store, Reader(store.search, store.database.path.parent), gemeenten())
    for telegram_id, naam, _, talen, places, rollen in SLEUTELPERSONEN:
        who = Sleutelpersoon(naam, frozenset(talen), frozenset(places), frozenset(rollen))
        enrolling.add(house, telegram_id, who, datetime.now(UTC))


async def _greet(address: str) -> None:
    """Let the example sleutelpersonen and the beheerder press START, so that hulpvragen can reach them."""
    for telegram_id, naam, taal, *_ in SLEUTELPERSONEN:
        async with Phone(address, telegram_id, naam, taal) as phone:
            await phone.start()
    async with Phone(address, BEHEERDER, "Henk", "nl") as phone:
        await phone.start()
