"""sleutelbot wetswijziging: from a day on a banner stands above the answers that a change of the law touches."""

from datetime import UTC, datetime

import click

from bot.commandline.faq import content
from bot.commandline.guarding import guarded
from bot.content.files import COMMANDLINE
from bot.i18n import TALEN
from bot.settings import Settings
from bot.usecases.content import changing


def _topics(text: str | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in (text or "").split(",") if part.strip()))


@click.group(invoke_without_command=True)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), help="the day from which it holds")
@click.option("--onderwerpen", help="topics, separated by commas")
@click.option("--toelichting", help="what changes, in plain Dutch; it stands under the banner and is translated")
@click.pass_context
def wetswijziging(
    context: click.Context, datum: datetime | None, onderwerpen: str | None, toelichting: str | None
) -> None:
    """Announce a change of the law; `list` and `back` show and end what was announced."""
    if context.invoked_subcommand is None:
        if datum is None or not onderwerpen or not toelichting:
            raise click.UsageError("Name --datum, --onderwerpen and --toelichting.")
        context.invoke(announce, datum=datum, onderwerpen=onderwerpen, toelichting=toelichting)


@wetswijziging.command(hidden=True)
@click.option("--datum", type=click.DateTime(["%Y-%m-%d"]), required=True)
@click.option("--onderwerpen", required=True)
@click.option("--toelichting", required=True)
@guarded
def announce(settings: Settings, datum: datetime, onderwerpen: str, toelichting: str) -> None:
    """Announce a change: a banner, a task for every language, and a human offered."""
    now = datetime.now(UTC)
    with content(settings) as store:
        topics = _topics(onderwerpen)
        number, plan = changing.announce(store, datum.date(), topics, toelichting, COMMANDLINE)
        store.apply(plan, now)
    click.echo(f"Change {number} holds from {datum:%Y-%m-%d} for {', '.join(topics)}.")
    click.echo(f"Take it back with: sleutelbot wetswijziging back {number}", err=True)


@wetswijziging.command(name="list")
@guarded
def show_all(settings: Settings) -> None:
    """List the changes that are announced, and which languages still lack the explanation."""
    now = datetime.now(UTC)
    with content(settings) as store:
        for change, holds in changing.open_changes(store, now):
            lacking = [taal for taal in TALEN if taal not in changing.translated(store, change)]
            state = "holds" if holds else "to come"
            cells = [str(change.id), change.starts_on.isoformat(), state, ",".join(change.topics)]
            click.echo("\t".join([*cells, f"not translated: {', '.join(lacking) or '–'}"]))


@wetswijziging.command()
@click.argument("nummer", type=int)
@click.option("--onderwerpen", help="only these topics, separated by commas: their answers are up to date again")
@guarded
def back(settings: Settings, nummer: int, onderwerpen: str | None) -> None:
    """End a change, for all its topics or for some."""
    with content(settings) as store:
        store.apply(changing.end(store, nummer, _topics(onderwerpen)), datetime.now(UTC))
    click.echo(f"Change {nummer} holds no longer{' for ' + onderwerpen if onderwerpen else ''}.")
