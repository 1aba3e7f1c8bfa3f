"""The command line, parsing only: `sleutelbot`, also `python -m bot`."""

import sys
from pathlib import Path

import click

from bot.commandline.desk import desk
from bot.commandline.faq import faq
from bot.commandline.gemeente import gemeente
from bot.commandline.guarding import guarded
from bot.commandline.signaal import signaal
from bot.commandline.sleutelpersoon import sleutelpersoon
from bot.commandline.versions import back, confirm, versions
from bot.commandline.voorbeeld import voorbeeld
from bot.commandline.wetswijziging import wetswijziging
from bot.settings import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="sleutelbot")
def main() -> None:
    """Sleutelbot answers newcomers to the Netherlands and connects them to a sleutelpersoon."""
    from bot.logs import set_up

    set_up()


@main.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="where the page of the phones is served")
@click.option("--port", default=8090, show_default=True, help="0 takes any free port")
@guarded
def demo(settings: Settings, host: str, port: int) -> None:
    """Run the bot with a simulator of Telegram and example people; prints the address of the page."""
    from bot.commandline import demo as demonstration

    demonstration.run(settings, host, port, lambda address: click.echo(f"Open {address} in a browser."))


@main.command()
@guarded
def run(settings: Settings) -> None:
    """Run the real bot (TELEGRAM_BOT_TOKEN must be set)."""
    from bot.commandline import running

    running.run(settings)


@main.command()
@click.option("--taal", default="nl", show_default=True, help="the person's language")
@click.option("--doelgroep", type=click.Choice(["statushouder", "gezinsmigrant"]))
@click.option("--gemeente", help="slug of the gemeente, such as doetinchem")
@click.option("--na", "after", help="id of the topic that was spoken of last, for a question that goes on from it")
@click.option("--json", "as_json", is_flag=True, help="print everything that was decided, as JSON")
@click.argument("tekst")
@guarded
def vraag(
    settings: Settings, taal: str, doelgroep: str | None, gemeente: str | None, after: str | None, as_json: bool,
    tekst: str,
) -> None:  # fmt: skip
    """Answer one question exactly as the bot would, without Telegram."""
    from bot.commandline import printing
    from bot.commandline.questions import stranger

    person = stranger(taal, doelgroep, gemeente, after)
    click.echo(printing.one_question(settings, person, tekst, as_json))


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--bron", help="only the rows that have this word in the column bron")
@click.option("--rapport", "folder", type=click.Path(path_type=Path), help="write report.html and calibration.png here")
@click.option("--json", "as_json", is_flag=True)
@guarded
def evalueer(
    settings: Settings, bestand: tuple[Path, ...], bron: str | None, folder: Path | None, as_json: bool
) -> None:
    """Ask every question of TSV files (taal, tekst, onderwerpen, bron) and print the figures per language."""
    from bot.commandline import printing

    click.echo(printing.evaluation_of(settings, bestand, as_json, bron, folder))


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@guarded
def herken(settings: Settings, bestand: Path, as_json: bool) -> None:
    """Identify the language of every text of a TSV file (taal, tekst), from the text alone."""
    from bot.commandline import printing

    click.echo(printing.identification(bestand, as_json))


@main.command()
@click.option("--terug", "back", is_flag=True, help="train nothing, go back to the model before this one")
@guarded
def train(settings: Settings, back: bool) -> None:
    """Train a model beside the running service, check it, and activate it."""
    from bot.commandline import training

    click.echo(training.back(settings) if back else training.train(settings))


@main.command()
@click.option("--strict", is_flag=True, help="an answer past its shelf life is wrong too")
@guarded
def check(settings: Settings, strict: bool) -> None:
    """Print what is missing, how the Dutch reads and what must be checked again; exit 1 when something is wrong."""
    from bot.commandline import checking

    text, problems = checking.check(settings, strict)
    click.echo(text)
    sys.exit(1 if problems else 0)


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@guarded
def backup(settings: Settings, bestand: Path) -> None:
    """Write a backup of everything that is remembered, also beside a running bot."""
    from bot.commandline import backups

    backups.backup(settings, bestand)
    click.echo(f"The backup is in {bestand}.", err=True)


@main.command()
@click.argument("bestand", type=click.Path(path_type=Path))
@guarded
def restore(settings: Settings, bestand: Path) -> None:
    """Put a backup back; the bot must not be running, and the old database is kept aside."""
    from bot.commandline import backups
    from bot.commandline.lock import alone

    with alone(settings.data):
        aside = backups.restore(settings, bestand)
    click.echo(f"{bestand} was put back." + (f" The old database is in {aside}." if aside else ""), err=True)


for command in (versions, back, confirm):
    faq.add_command(command)
main.add_command(desk)
main.add_command(faq)
main.add_command(gemeente)
main.add_command(signaal)
main.add_command(sleutelpersoon)
main.add_command(voorbeeld)
main.add_command(wetswijziging)

if __name__ == "__main__":
    main(prog_name="sleutelbot")
