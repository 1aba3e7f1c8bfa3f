"""Put another model into a running Rasa, ask it what any good model knows, and put the old one back if it does not."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from bot.interpreter import models
from bot.interpreter.errors import RasaUnavailable, TrainingFailed
from bot.interpreter.rasa import LOADING_SECONDS, Rasa
from bot.settings import PROJECT

KNOWN = PROJECT / "nlu" / "known.yml"
MISSED = 0.1  # beheerders may give a known question to another topic: one in ten may be so


class Known(NamedTuple):
    """A question to which any good model finds the topic."""

    taal: str
    topic: str
    text: str


def known(path: Path = KNOWN) -> list[Known]:
    """Return the questions of a file taal → topic → text."""
    root: dict[str, dict[str, str]] = yaml.safe_load(path.read_text("utf-8"))
    return [Known(taal, topic, text) for taal, topics in root.items() for topic, text in topics.items()]


async def swap(rasa: Rasa, model: Path, questions: Sequence[Known] | None = None) -> None:
    """Let Rasa load a model; when that fails, or too many known questions do, the one it had before is put back.

    Raises TrainingFailed with the reason.
    """
    before = await rasa.model()
    with models.loading(model.parent):
        try:
            await rasa.load(model)
            wrong = await missed(rasa, known() if questions is None else questions)
        except RasaUnavailable as error:
            wrong = [str(error)]
        if not wrong:
            return
        back = model.parent / before if before else None
        if back and back != model and back.exists():
            await rasa.load(back)
    reason = "; ".join(wrong[:3])
    raise TrainingFailed(f"{model.name} was taken out again and {before or 'nothing'} put back: {reason}.")


async def missed(rasa: Rasa, questions: Sequence[Known]) -> list[str]:
    """Return which known questions a model misses, as sentences; empty while they are few. Raises RasaUnavailable."""
    wrong = []
    for taal, topic, text in questions:
        candidates = await rasa.parse(text, LOADING_SECONDS)
        found = candidates[0].intent if candidates else None
        if found != topic:
            wrong.append(f"{text!r} ({taal}) is taken for {found} instead of {topic}")
    return wrong if len(wrong) > MISSED * len(questions) else []
