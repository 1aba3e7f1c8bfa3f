"""Train beside the running service, check, activate; the old model stays when anything is wrong."""

import asyncio
import json
from pathlib import Path

from bot.interpreter import models
from bot.interpreter.child import running
from bot.interpreter.errors import TrainingFailed
from bot.interpreter.rasa import Rasa
from bot.settings import PROJECT, Settings, usable

FLOORS = PROJECT / "nlu" / "floors.yml"


def train(settings: Settings) -> str:
    """Return a sentence about the model that is active now; raises TrainingFailed when the old one stays."""
    return asyncio.run(_train(settings))


async def _train(settings: Settings) -> str:
    trained = usable(usable(settings.data) / "models")
    before = models.by_age(trained)
    model = await models.train(trained)
    broken = models.below_floors(model, FLOORS)
    if broken:
        if model not in before[-1:]:
            models.discard(model)
        raise TrainingFailed(f"The model was not activated: {'; '.join(broken)}.")
    models.touch(model)
    rasa = Rasa(settings.rasa_url) if settings.rasa_url else await running(settings.data)
    if rasa is None:
        return f"{model.name} is trained; it is used from the next start on."
    try:
        await rasa.load(model)
    finally:
        await rasa.close()
    _note(settings.data / "rasa.json", model)
    models.keep_newest(trained)
    return f"{model.name} is active."


def _note(note: Path, model: Path) -> None:
    """Tell later commands which model the running Rasa has."""
    if note.exists():
        told = json.loads(note.read_text("utf-8")) | {"model": model.name}
        note.write_text(json.dumps(told), "utf-8")
