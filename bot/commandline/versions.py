"""sleutelbot faq versions | back | confirm: the history of a text, and that it is still valid."""

from datetime import UTC, date, datetime

import click

from bot.commandline.faq import content
from bot.commandline.guarding import guarded
from bot.content import files
from bot.content import versions as history
from bot.content.files import COMMANDLINE
from bot.i18n import dutch_day
from bot.settings import Settings
from bot.usecases.content.changing import confirm as confirmed


@click.command()
@click.argument("topic")
@click.option("--taal", default="nl", show_default=True)
@click.option("--doelgroep", help="statushouder or gezinsmigrant")
@click.option("--wet", help="2021 or 2013")
@click.option("--gemeente", help="slug of the gemeente")
@click.option("--aanvulling", is_flag=True, help="with --gemeente: what stands under the shared answer")
@click.option("--titel", is_flag=True, help="the title instead of the answer")
@guarded
def versions(
    settings: Settings, topic: str, taal: str, doelgroep: str | None, wet: str | None, gemeente: str | None,
    aanvulling: bool, titel: bool,
) -> None:  # fmt: skip
    """Show every version of a text, with its number and what it changed."""
    variant = files.variant_of(doelgroep, wet, gemeente, titel, aanvulling)
    with content(settings) as store:
        click.echo(history.told(history.versions(store, topic, taal, variant)))


@click.command()
@click.argument("nummer", type=int)
@guarded
def back(settings: Settings, nummer: int) -> None:
    """Make an earlier version (its number stands in `faq versions`) the current one again."""
    with content(settings) as store:
        found = history.go_back(store, nummer, COMMANDLINE, datetime.now(UTC))
    click.echo(f"{found.topic} in {found.taal} is as it was in version {nummer}.")


@click.command()
@click.argument("topics", nargs=-1, required=True)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="the day of checking; today if left out")
@guarded
def confirm(settings: Settings, topics: tuple[str, ...], datum: datetime | None) -> None:
    """Note that the answers of topics were checked and are still valid."""
    now = datetime.now(UTC)
    on: date = datum.date() if datum else dutch_day(now)
    if on > dutch_day(now):
        raise click.BadParameter("this day is still to come", param_hint="--datum")
    with content(settings) as store:
        store.apply(confirmed(store, topics, on, COMMANDLINE), now)
    click.echo(f"{', '.join(topics)}: checked on {on.isoformat()}.")
