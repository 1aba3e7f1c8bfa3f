"""sleutelbot desk show | set | blocks | unblock: how long the desk waits, how much one may send, who is blocked."""

from datetime import UTC, datetime

import click

from bot.commandline.guarding import guarded
from bot.commandline.sleutelpersoon import opened
from bot.settings import Settings
from bot.usecases.people import enrolling
from bot.usecases.queue import desk_rules


@click.group()
def desk() -> None:
    """The times of the desk in minutes, and its counts; also beside a running bot."""


@desk.command()
@guarded
def show(settings: Settings) -> None:
    """Show every rule, one a line: name and minutes; most_open and flood_burst, flood_rate, flood_beyond are counts.

    most_open is how many hulpvragen one person has open at most, hours how many hours a week he helps (0: no limit).
    """
    with opened(settings) as house:
        for name, number in desk_rules.shown(desk_rules.rules(house.store)).items():
            click.echo(f"{name}\t{number}")


@desk.command(name="set")
@click.argument("naam")
@click.argument("minuten", type=int)
@guarded
def set_(settings: Settings, naam: str, minuten: int) -> None:
    """Set the rule NAAM to MINUTEN (or a count); it holds at once."""
    with opened(settings) as house:
        desk_rules.set_rule(house.store, naam, minuten)
    click.echo(f"{naam}\t{minuten}")


@desk.command()
@guarded
def blocks(settings: Settings) -> None:
    """Show who talks to nobody for a time, one a line: number, name ('-' for a nieuwkomer), gemeente, until when."""
    with opened(settings) as house:
        for person in house.store.people.blocked(datetime.now(UTC)):
            naam = person.sleutelpersoon.naam if person.sleutelpersoon else "-"
            until = person.blocked_until.isoformat(timespec="minutes") if person.blocked_until else ""
            click.echo(f"{person.id}\t{naam}\t{person.gemeente or '-'}\t{until}")


@desk.command()
@click.argument("nummer", type=int)
@guarded
def unblock(settings: Settings, nummer: int) -> None:
    """Lift the block of NUMMER (see: desk blocks); the person is told."""
    with opened(settings) as house:
        enrolling.unblock(house, nummer, datetime.now(UTC))
    click.echo(f"{nummer} is not blocked any more.")
