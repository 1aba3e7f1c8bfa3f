"""Questions without Telegram: one, or a whole file with figures; always through the bot's own decision path."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from bot.content.gemeenten import gemeenten
from bot.content.seeds import seed
from bot.domain.people import Person
from bot.interpreter import Reader, models
from bot.interpreter.child import RasaChild, running
from bot.interpreter.rasa import Rasa
from bot.settings import Settings, usable
from bot.storage import Store
from bot.usecases.questions import asking
from bot.usecases.questions.asking import Considered
from bot.usecases.turn import House

PATIENCE = 10.0


def stranger(taal: str, doelgroep: str | None = None, gemeente: str | None = None, after: str | None = None) -> Person:
    """Return a person of whom nothing else is known; `after` is the topic that was spoken of last."""
    return Person(0, 0, taal, 1, taal_chosen=True, doelgroep=doelgroep, gemeente=gemeente, last_topic=after)


@asynccontextmanager
async def house(settings: Settings, store: Store) -> AsyncIterator[House]:
    """Give a house whose Rasa is certain: the one that was given, that of the running bot, or one started for this.

    Raises RasaUnavailable and TrainingFailed; never falls back to search silently.
    """
    seed(store, datetime.now(UTC))
    trained = settings.data / "models"
    reader = Reader(store.search, trained, strict=True)
    there = Rasa(settings.rasa_url) if settings.rasa_url else await running(settings.data)
    if there:
        there.patience = PATIENCE
        reader.use(there, await there.model())
        yield House(store, reader, gemeenten())
        await there.close()
        return
    async with _own(settings, reader):
        yield House(store, reader, gemeenten())


@asynccontextmanager
async def _own(settings: Settings, reader: Reader) -> AsyncIterator[None]:
    """Start a Rasa for the time of a command, training first where no model fits."""
    trained = usable(settings.data / "models")
    await models.train(trained)
    ready = asyncio.Event()

    def use(rasa: Rasa | None, model: str | None) -> None:
        if rasa:
            rasa.patience = PATIENCE
            ready.set()
        reader.use(rasa, model)

    task = asyncio.create_task(RasaChild(settings.data, trained, use, note=False).run())
    try:
        await ready.wait()
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def answer(there: House, person: Person, text: str) -> dict[str, Any]:
    """Return besluit, onderwerp, suggesties, zekerheid, tekst and taal as the contract names them, and why."""
    found = await asking.consider(there, person, text)
    suggestions = list(getattr(found.decision, "topics", ()))
    understood = found.understood
    return {
        "taal": found.taal,
        "besluit": found.besluit,
        "onderwerp": found.topic,
        "suggesties": suggestions,
        "zekerheid": round(float(getattr(found.decision, "confidence", 1.0)), 4),
        "tekst": asking.said(there, person, found, None, datetime.now(UTC)).html,
        "kandidaten": [{"onderwerp": c.intent, "zekerheid": round(c.confidence, 4)} for c in understood.candidates],
        "drempels": {
            "zeker": understood.thresholds.sure,
            "suggestie": understood.thresholds.suggest,
            "buiten_bereik": understood.thresholds.off_topic,
            "crisis": understood.thresholds.crisis,
        },
        "herkend": {"taal": understood.language.taal, "mogelijk": list(understood.language.close)},
        "woord": found.term.word if found.term else None,
        "bron": understood.source,
    }


async def timed(there: House, taal: str, text: str) -> tuple[Considered, float]:
    """Return what was considered for a stranger of this language, and the milliseconds that it took."""
    began = time.perf_counter()
    found = await asking.consider(there, stranger(taal), text)
    return found, (time.perf_counter() - began) * 1000
