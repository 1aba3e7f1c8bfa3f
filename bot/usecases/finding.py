"""Look up texts of the content for a person."""

from dataclasses import replace

from bot.domain.answers import GENERAL, TITLE, Answered, Topic, variant_order
from bot.domain.people import Person
from bot.i18n import words
from bot.replies.answers import Shown
from bot.storage import Store

FALLBACK = ("nl", "en")
OLD_LAW = "wet=2013"
LABELS = tuple[tuple[str, str, str], ...]


def labels(store: Store, topic_ids: tuple[str, ...], taal: str) -> LABELS:
    """Return (id, emoji, title) of topics; a title that is not translated comes in Dutch."""
    titles = store.answers.titles("nl") | store.answers.titles(taal)
    topics = {topic.id: topic for topic in store.answers.topics()}
    return tuple((i, topics[i].emoji, titles.get(i, i)) for i in topic_ids if i in topics)


def shown(store: Store, topic: Topic, person: Person, taal: str) -> Shown:
    """Return the answer for a person in `taal`, or in Dutch and English when it is not translated."""
    texts = _texts(store, topic, person, taal)
    if not texts:
        texts = [text for fallback in FALLBACK for text in _texts(store, topic, person, fallback)]
    titles = tuple(_title(store, text) for text in texts)
    return Shown(topic, titles, tuple(texts), labels(store, topic.related, taal))


def _texts(store: Store, topic: Topic, person: Person, taal: str) -> list[Answered]:
    """Return the text that fits best; with an unknown law also the one for the old law."""
    wanted = variant_order(topic, person)
    found = next((text for v in wanted if (text := store.answers.text(topic.id, taal, v))), None)
    if found is None:
        return []
    old = store.answers.text(topic.id, taal, OLD_LAW) if person.wet == "onbekend" else None
    return [found, old] if old and old.variant != found.variant else [found]


def _title(store: Store, text: Answered) -> str:
    title = store.answers.text(text.topic, text.taal, TITLE) or store.answers.text(text.topic, "nl", TITLE)
    said = title.text if title else text.topic
    return f"{said} – {words(text.taal)('oude wet (2013)')}" if text.variant == OLD_LAW else said


def general(text: Answered) -> Answered:
    """Return the text as the general one, for a preview."""
    return replace(text, variant=GENERAL)
