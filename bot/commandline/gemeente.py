"""sleutelbot gemeente list | set: how a gemeente can be reached, shown under answers to its people."""

import click

from bot.commandline.faq import content
from bot.commandline.guarding import guarded
from bot.content import gemeenten
from bot.settings import Settings


@click.group()
def gemeente() -> None:
    """Contact points of the gemeenten."""


@gemeente.command(name="list")
@guarded
def show_all(settings: Settings) -> None:
    """List what is known of each gemeente."""
    with content(settings) as store:
        for slug, naam in gemeenten.gemeenten().items():
            known = gemeenten.contact(store, slug)
            click.echo("\t".join([slug, naam, *(f"{name}: {text}" for name, text in known.items())]))


@gemeente.command(name="set")
@click.argument("slug")
@click.option("--telefoon", help="telephone number")
@click.option("--website", help="address of the site, without https://")
@click.option("--adres", help="address of the desk")
@click.option("--open", "hours", help="opening hours")
@guarded
def set_(
    settings: Settings, slug: str, telefoon: str | None, website: str | None, adres: str | None, hours: str | None
) -> None:
    """Set how a gemeente can be reached; '' takes a field away."""
    wanted = {"telefoon": telefoon, "website": website, "adres": adres, "open": hours}
    fields = {name: text.strip() for name, text in wanted.items() if text is not None}
    with content(settings) as store:
        gemeenten.set_contact(store, slug, fields)
        known = gemeenten.contact(store, slug)
    click.echo("\n".join(f"{name}: {text}" for name, text in known.items()))
