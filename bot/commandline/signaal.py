"""sleutelbot signaal list: what sleutelpersonen told the gemeente, also beside a running bot."""

import json
from contextlib import closing
from typing import Any

import click

from bot.commandline.guarding import guarded
from bot.domain.signals import Signal
from bot.settings import Settings
from bot.storage import Store


@click.group()
def signaal() -> None:
    """What sleutelpersonen see, and what the gemeente does with it."""


@signaal.command(name="list")
@click.option("--json", "as_json", is_flag=True)
@guarded
def show(settings: Settings, as_json: bool) -> None:
    """Show all, those without an answer first and the most supported of them on top; no names."""
    with closing(Store(settings.database)) as store:
        found = [*store.signals.open(), *store.signals.answered()]
    if as_json:
        click.echo(json.dumps([_shown(signal) for signal in found], ensure_ascii=False, indent=2))
        return
    for signal in found:
        row = _shown(signal)
        parts = (row[name] for name in ("id", "status", "mensen", "thema", "gemeente", "datum", "tekst", "antwoord"))
        click.echo("\t".join(" ".join(str(part or "–").split()) for part in parts))


def _shown(signal: Signal) -> dict[str, Any]:
    return {
        "id": signal.id,
        "status": "open" if signal.open else "answered",
        "mensen": signal.count,
        "thema": signal.thema,
        "gemeente": signal.gemeente,
        "datum": signal.created_at.date().isoformat(),
        "tekst": signal.text,
        "actie": signal.action,
        "antwoord": signal.answer,
    }
