"""sleutelbot faq list | show | set | export | import: also beside a running bot."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from bot.commandline.guarding import guarded
from bot.content import files, seeds
from bot.content.errors import ContentError, Unknown
from bot.content.exporting import export as export_files
from bot.content.exporting import export_language
from bot.content.importing import import_file
from bot.settings import Settings
from bot.storage import Store


@contextmanager
def content(settings: Settings) -> Iterator[Store]:
    """Give the store with the newest seeds of the repository in it."""
    store = Store(settings.database)
    try:
        seeds.seed(store, datetime.now(UTC))
        yield store
    finally:
        store.close()


@click.group()
def faq() -> None:
    """The answers."""


@faq.command(name="list")
@click.option("--thema", help="only this thema")
@guarded
def show_all(settings: Settings, thema: str | None) -> None:
    """List the topics with the status of each language."""
    with content(settings) as store:
        click.echo(files.listing(store, thema))


@faq.command()
@click.argument("topic")
@click.option("--taal", default="nl", show_default=True)
@guarded
def show(settings: Settings, topic: str, taal: str) -> None:
    """Show a topic with all its texts in a language."""
    with content(settings) as store:
        click.echo(files.show(store, topic, taal))


@faq.command(name="set")
@click.argument("topic")
@click.option("--taal", required=True)
@click.option("--doelgroep", help="statushouder or gezinsmigrant")
@click.option("--wet", help="2021 or 2013")
@click.option("--gemeente", help="slug of the gemeente")
@click.option("--aanvulling", is_flag=True, help="with --gemeente: stands under the shared answer, not instead of it")
@click.option("--titel", is_flag=True, help="the title instead of the answer")
@click.option("--klein", is_flag=True, help="a minor edit: translations stay as they are")
@click.option("--bestand", required=True, help="file with the new text, or - for standard input")
@guarded
def set_text(
    settings: Settings, topic: str, taal: str, doelgroep: str | None, wet: str | None, gemeente: str | None,
    aanvulling: bool, titel: bool, klein: bool, bestand: str,
) -> None:  # fmt: skip
    """Publish a new version of a text; it is live at once."""
    try:
        text = sys.stdin.read() if bestand == "-" else Path(bestand).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(f"{bestand} cannot be read ({error}).") from error
    variant = files.variant_of(doelgroep, wet, gemeente, titel, aanvulling)
    with content(settings) as store:
        remarks = files.set_text(store, topic, taal, variant, text, datetime.now(UTC), minor=klein)
    click.echo(f"{topic} in {taal} is published.")
    for remark in remarks:
        click.echo(remark, err=True)


@faq.command(name="export")
@click.option("--map", "folder", type=click.Path(path_type=Path), help="folder to write to; the repository if left out")
@click.option("--taal", help="with --bestand: the language to write")
@click.option("--bestand", type=click.Path(path_type=Path), help="with --taal: the file to write, .po or .csv")
@guarded
def export(settings: Settings, folder: Path | None, taal: str | None, bestand: Path | None) -> None:
    """Write all texts as YAML (Dutch) and PO (translations), or one language as PO or CSV for a vertaler."""
    if (taal is None) != (bestand is None) or (bestand and folder):
        raise Unknown("For one language give --taal and --bestand together, without --map; for all, neither of them.")
    with content(settings) as store:
        if taal and bestand:
            texts, empty = export_language(store, taal, bestand)
            click.echo(f"{bestand}: {texts} texts, {empty} of them still to be translated.")
            return
        for path in export_files(store, folder):
            click.echo(path)


@faq.command(name="import")
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--taal", help="the language, where neither the path nor the file tells it")
@guarded
def import_(settings: Settings, bestand: Path, taal: str | None) -> None:
    """Take in a YAML, PO or CSV file, whole or not at all."""
    with content(settings) as store:
        done = import_file(store, bestand, datetime.now(UTC), taal)
    click.echo(f"{done.changed} texts changed, {done.unchanged} were the same.")
    for remark in done.remarks:
        click.echo(remark, err=True)
