"""Train beside the running service, check, activate; the old model stays when anything is wrong."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import psutil

from bot.content.examples import write_added
from bot.content.seeds import seed
from bot.interpreter import models
from bot.interpreter.child import running
from bot.interpreter.errors import TrainingFailed
from bot.interpreter.rasa import Rasa
from bot.interpreter.swapping import swap
from bot.settings import Settings, usable
from bot.storage import Store

MEGABYTE = 1024 * 1024


def train(settings: Settings) -> str:
    """Train on the examples of the repository and of the database; raises TrainingFailed when the old model stays.

    Returns a sentence about the model that is active now.
    """
    trained = usable(usable(settings.data) / "models")
    store = Store(settings.database)
    try:
        seed(store, datetime.now(UTC))
        write_added(store, models.added(trained))
    finally:
        store.close()
    return asyncio.run(_train(settings, trained))


async def _train(settings: Settings, trained: Path) -> str:
    before = models.by_age(trained)
    model = await models.train(trained)
    broken = models.below_floors(model)
    if broken:
        if model not in before[-1:]:
            models.discard(model)
        raise TrainingFailed(f"The model was not activated: {'; '.join(broken)}.")
    said = await _activate(settings, model)
    models.use_instead(model, model)
    return said


def back(settings: Settings) -> str:
    """Activate the model that was active before this one; raises TrainingFailed when there is none."""
    kept = models.by_age(usable(usable(settings.data) / "models"))
    if len(kept) < 2:
        raise TrainingFailed("There is no earlier model to go back to.")
    said = asyncio.run(_activate(settings, kept[-2]))
    models.use_instead(kept[-2], kept[-1])
    return said


async def _activate(settings: Settings, model: Path) -> str:
    rasa = Rasa(settings.rasa_url) if settings.rasa_url else await running(settings.data)
    if rasa is None:
        models.touch(model)
        return f"{model.name} is trained; it is used from the next start on."
    try:
        await swap(rasa, model)
    finally:
        await rasa.close()
    models.touch(model)
    models.keep_newest(model.parent)
    return f"{model.name} is active.{_note(settings.data / 'rasa.json', model)}"


def _note(note: Path, model: Path) -> str:
    """Tell later commands which model the running Rasa has; return how much memory that Rasa holds."""
    if not note.exists():
        return ""
    told = json.loads(note.read_text("utf-8")) | {"model": model.name}
    note.write_text(json.dumps(told), "utf-8")
    try:
        return f" Rasa holds {psutil.Process(told['pid']).memory_info().rss // MEGABYTE} MB."
    except (KeyError, psutil.Error):
        return ""
