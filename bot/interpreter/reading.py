"""The adapter behind the port: danger, language and the wish for a human in this process, topics by Rasa or search."""

import asyncio
from contextlib import suppress
from pathlib import Path

import structlog

from bot.domain.understanding import Candidate, CrisisKind, Thresholds, Understanding
from bot.interpreter import models
from bot.interpreter.errors import RasaUnavailable
from bot.interpreter.rasa import LOADING_SECONDS, Rasa
from bot.interpreter.recognition import asks_for_human, danger, goes_on, recognise
from bot.storage.search import Search

log = structlog.get_logger()
# Search is less sure than Rasa: it answers only what is nearly the same question, and suggests the rest.
SEARCH_THRESHOLDS = Thresholds(sure=0.85, suggest=0.2, off_topic=0.6, crisis=0.85)
FOLLOW_EVERY = 5.0


class Reader:
    """Understands with Rasa when it is there; `strict` refuses to fall back to search (RasaUnavailable)."""

    def __init__(self, search: Search, trained: Path, strict: bool = False) -> None:
        self._search, self._models, self._strict = search, trained, strict
        self._rasa: Rasa | None = None
        self._thresholds: dict[str, Thresholds] = {}

    @property
    def source(self) -> str:
        """Who answers now: rasa or search."""
        return "rasa" if self._rasa else "search"

    def use(self, rasa: Rasa | None, model: str | None) -> None:
        """Use a server from now on, with the thresholds that belong to its model; None when there is none."""
        self._rasa = rasa
        self._thresholds = models.thresholds(self._models, model)

    async def follow(self, rasa: Rasa) -> None:
        """Use a server that somebody else runs whenever it has a model; runs until cancelled."""
        known: str | None = None
        try:
            while True:
                model = None
                with suppress(RasaUnavailable):
                    model = await rasa.model()
                if model != known:
                    self.use(rasa if model else None, model)
                    log.info("understanding", source=self.source)
                known = model
                await asyncio.sleep(FOLLOW_EVERY)
        finally:
            await rasa.close()

    def danger(self, text: str) -> CrisisKind | None:
        """Return which danger a text tells of, or None."""
        return danger(text)

    async def read(self, text: str, taal: str) -> Understanding:
        """Return what a text means, written by somebody whose language is `taal`."""
        language = recognise(text)
        kind = danger(text)
        human = asks_for_human(text)
        if kind:
            return Understanding(language, (), SEARCH_THRESHOLDS, kind, human)
        candidates = await self._ask_rasa(text)
        if candidates is None:
            hits = tuple(Candidate(intent, likeness) for intent, likeness in self._search.find(text))
            return Understanding(language, hits, SEARCH_THRESHOLDS, None, human, "search", goes_on(text))
        chosen = self._thresholds.get(language.taal or taal) or self._thresholds.get("") or models.DEFAULT
        return Understanding(language, candidates, chosen, None, human, "rasa", goes_on(text))

    async def _ask_rasa(self, text: str) -> tuple[Candidate, ...] | None:
        if self._rasa is None:
            if self._strict:
                raise RasaUnavailable("There is no Rasa to ask.")
            return None
        try:
            # Rasa answers nobody while it loads a model that was put in: better a little later than by search.
            patience = LOADING_SECONDS if models.is_loading(self._models) else None
            return await self._rasa.parse(text, patience)
        except RasaUnavailable as error:
            if self._strict:
                raise
            log.warning("search answers instead of Rasa", reason=str(error))
            return None
