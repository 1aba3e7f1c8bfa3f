"""sleutelbot voorbeeld add | list | remove: example questions that the model learns at the next training."""

from datetime import UTC, datetime

import click

from bot.commandline.faq import content
from bot.commandline.guarding import guarded
from bot.content import examples
from bot.content.errors import Unknown
from bot.content.files import COMMANDLINE
from bot.settings import Settings


@click.group()
def voorbeeld() -> None:
    """Example questions beside those of the repository."""


@voorbeeld.command()
@click.argument("onderwerp")
@click.option("--taal", default="nl", show_default=True)
@click.argument("tekst")
@guarded
def add(settings: Settings, onderwerp: str, taal: str, tekst: str) -> None:
    """Teach that TEKST asks for ONDERWERP (a topic id, or mens, crisis, groet, dank, buiten_bereik)."""
    with content(settings) as store:
        kept = examples.add(store, taal, onderwerp, tekst, COMMANDLINE, datetime.now(UTC))
    click.echo(f"{onderwerp}\t{taal}\t{kept}")
    click.echo("It is learned at the next sleutelbot train.", err=True)


@voorbeeld.command(name="list")
@guarded
def show(settings: Settings) -> None:
    """Show all, one a line: number, topic, language, text."""
    with content(settings) as store:
        for each in store.examples.all():
            click.echo(f"{each.id}\t{each.topic}\t{each.taal}\t{each.text}")


@voorbeeld.command()
@click.argument("nummer", type=int)
@guarded
def remove(settings: Settings, nummer: int) -> None:
    """Forget an example by its number."""
    with content(settings) as store:
        if not store.examples.remove(nummer):
            raise Unknown(f"There is no example {nummer}; sleutelbot voorbeeld list shows them all.")
    click.echo(f"Example {nummer} is gone.")
