"""What a reader gets of every text: whether it fits one message, and whether it reads in one direction."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from bot.content import gemeenten, terms
from bot.content.directions import turned
from bot.domain.answers import Topic
from bot.domain.outgoing import Text, units
from bot.domain.people import Person
from bot.i18n import TALEN, words
from bot.replies import answers
from bot.replies import terms as wording
from bot.storage import Store
from bot.usecases.questions.explaining import explanation
from bot.usecases.questions.finding import shown

LONGEST = 4096


def unfit(store: Store, now: datetime) -> Iterator[str]:
    """Yield a sentence for every answer and every explained word that a reader of some language gets badly."""
    topics, local = store.answers.topics(), _gemeente(store)
    for taal in TALEN:
        w = words(taal)
        for topic in topics:
            for variant, person in _readers(topic, taal, local):
                sent = answers.answer(w, shown(store, topic, person, taal, now), ref=1)
                yield from _faults(f"{taal}: {topic.id} for {variant}", sent, taal)
        for term in terms.known():
            sent = wording.explained(w, term, explanation(store, term, taal), ())
            yield from _faults(f"{taal}: {term.key}", sent, taal)


def _gemeente(store: Store) -> str:
    """Return the gemeente with the longest contact point: it stands under answers."""
    return max(gemeenten.gemeenten(), key=lambda slug: sum(map(len, gemeenten.contact(store, slug).values())))


def _readers(topic: Topic, taal: str, gemeente: str) -> Iterator[tuple[str, Person]]:
    """Yield who can get the topic: one of whom nothing is known (both laws are shown), and one for each variant."""
    unknown = Person(id=1, telegram_id=1, taal=taal, version=1, gemeente=gemeente, wet="onbekend")
    yield "everybody", unknown
    for variant in topic.variants:
        name, _, value = variant.partition("=")
        match name:
            case "doelgroep":
                yield variant, replace(unknown, doelgroep=value)
            case "wet":
                yield variant, replace(unknown, wet=value)
            case _:
                yield variant, replace(unknown, gemeente=value)


def _faults(name: str, sent: Text, taal: str) -> Iterator[str]:
    if (length := units(sent.html)) > LONGEST:
        yield f"{name}: {length} characters with title and source; one message holds {LONGEST}"
    if runs := turned(sent.html, taal):
        yield f"{name}: this can turn the line round: {', '.join(runs)}"
