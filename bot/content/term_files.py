"""The words of the office between the database and termen.yml."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from bot.content import terms, writing
from bot.content.terms import DRAFT, NL, Explained
from bot.domain.answers import GENERAL, Answered
from bot.domain.content_effects import PublishAnswer
from bot.domain.terms import TERM
from bot.i18n import TALEN
from bot.storage import Store


def wanted(path: Path, author: str) -> list[tuple[PublishAnswer, str]]:
    """Return every explanation of a file as (text, status), the Dutch first; raises BrokenFile."""
    found = [(each, taal) for taal in TALEN for each in terms.load(path.parent) if taal in each.texts]
    return [
        (
            PublishAnswer(each.term.key, taal, GENERAL, each.texts[taal], author),
            "edited" if taal == NL else each.status(taal),
        )
        for each, taal in found
    ]


def export(store: Store, folder: Path) -> None:
    """Write termen.yml with the explanations of the database; words and forms come from the file that is there."""
    here: dict[str, dict[str, Answered]] = {}
    for text in store.answers.all_current():
        if text.topic.startswith(TERM):
            here.setdefault(text.topic, {})[text.taal] = text
    there = terms.load(folder) or terms.load()
    if found := list(_now(there, here)):
        writing.save(folder / terms.TERMEN, terms.written(found))


def _now(there: Iterable[Explained], here: dict[str, dict[str, Answered]]) -> Iterable[Explained]:
    for each in there:
        texts = here.get(each.term.key, {})
        if NL in texts:
            said = {taal: text.text for taal, text in texts.items()}
            statuses = {taal: text.status for taal, text in texts.items() if taal != NL and text.status != DRAFT}
            yield replace(each, texts=said, statuses=statuses)
