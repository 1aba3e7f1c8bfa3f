"""sleutelbot sleutelpersoon add | list | remove: also beside a running bot."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import click

from bot.commandline.guarding import guarded
from bot.content.gemeenten import gemeenten
from bot.domain.people import Sleutelpersoon
from bot.interpreter import Reader
from bot.settings import LARGEST_ID, Settings
from bot.storage import Store
from bot.usecases.people import enrolling
from bot.usecases.turn import House

TELEGRAM_ID = click.IntRange(1, LARGEST_ID)


@contextmanager
def opened(settings: Settings) -> Iterator[House]:
    """Give the house; nothing here needs understanding."""
    store = Store(settings.database, settings.beheerders)
    try:
        yield House(store, Reader(store.search, settings.data / "models"), gemeenten())
    finally:
        store.close()


def parts(text: str) -> frozenset[str]:
    """Return the parts of a comma-separated option."""
    return frozenset(part.strip() for part in text.split(",") if part.strip())


@click.group()
def sleutelpersoon() -> None:
    """The people who help."""


@sleutelpersoon.command()
@click.option("--telegram-id", type=TELEGRAM_ID, required=True)
@click.option("--naam", required=True, help="first name, the only thing that nieuwkomers see")
@click.option("--talen", required=True, help="codes separated by commas: ar,en")
@click.option("--gemeenten", "places", required=True, help="slugs separated by commas: doetinchem,aalten")
@click.option("--rollen", required=True, help="voorlichter,vertaler,verbinder,coordinator")
@guarded
def add(settings: Settings, telegram_id: int, naam: str, talen: str, places: str, rollen: str) -> None:
    """Make somebody a sleutelpersoon; he is available from his first /start."""
    who = Sleutelpersoon(naam, parts(talen), parts(places), parts(rollen))
    with opened(settings) as house:
        person = enrolling.add(house, telegram_id, who, datetime.now(UTC))
    known = person.greeted_at is not None
    shown = person.sleutelpersoon.naam if person.sleutelpersoon else naam
    click.echo(f"{shown} is a sleutelpersoon" + ("." if known else " and becomes available with his first /start."))


@sleutelpersoon.command(name="list")
@guarded
def show(settings: Settings) -> None:
    """Show everybody, one a line."""
    with opened(settings) as house:
        for person in house.store.people.sleutelpersonen():
            who = person.sleutelpersoon
            if who is None:
                continue
            lists = "\t".join(",".join(sorted(part)) for part in (who.talen, who.gemeenten, who.rollen))
            state = "beschikbaar" if who.available else "afwezig"
            click.echo(f"{person.telegram_id}\t{who.naam}\t{lists}\t{state}")


@sleutelpersoon.command()
@click.argument("telegram_id", type=TELEGRAM_ID)
@guarded
def remove(settings: Settings, telegram_id: int) -> None:
    """Take the role away; what he had claimed goes back to the queue."""
    with opened(settings) as house:
        enrolling.remove(house, telegram_id, datetime.now(UTC))
    click.echo(f"{telegram_id} is no sleutelpersoon any more.")
