"""Look up texts of the content for a person."""

from datetime import datetime

from bot.content.gemeenten import contact, gemeenten
from bot.domain.answers import ADDS, GENERAL, TITLE, Answered, Topic, variant_order
from bot.domain.people import Person
from bot.i18n import dutch_day, words
from bot.replies.answers import Changed, Shown
from bot.storage import Store
from bot.storage.law_changes import LawChange

FALLBACK = ("nl", "en")
OLD_LAW = "wet=2013"
LABELS = tuple[tuple[str, str, str], ...]


def labels(store: Store, topic_ids: tuple[str, ...], taal: str) -> LABELS:
    """Return (id, emoji, title) of topics; a title that is not translated comes in Dutch."""
    titles = store.answers.titles("nl") | store.answers.titles(taal)
    topics = {topic.id: topic for topic in store.answers.topics()}
    return tuple((i, topics[i].emoji, titles.get(i, i)) for i in topic_ids if i in topics)


def shown(store: Store, topic: Topic, person: Person, taal: str, now: datetime) -> Shown:
    """Return the answer for a person in `taal`, or in Dutch and English when it is not translated.

    The variant is chosen first: a general text must not stand in for the one that holds for this person.
    """
    variants = [variant_order(topic, person)[0]]
    if person.wet == "onbekend" and OLD_LAW in topic.variants and OLD_LAW not in variants:
        variants.append(OLD_LAW)
    texts = _texts(store, topic, taal, variants)
    if len(texts) < len(variants):
        texts = [text for fallback in FALLBACK for text in _texts(store, topic, fallback, variants)]
    return Shown(
        topic,
        tuple(_title(store, text) for text in texts),
        tuple(texts),
        labels(store, topic.related, taal),
        _added(store, topic, person, taal),
        gemeenten().get(person.gemeente or "", ""),
        tuple(contact(store, person.gemeente or "").items()),
        tuple(_changed(store, change, taal) for change in store.law_changes.holding(topic.id, dutch_day(now))),
        store.recordings.of(topic.id, taal, variants[0]) is not None,
    )


def _added(store: Store, topic: Topic, person: Person, taal: str) -> tuple[Answered, ...]:
    """Return what the person's gemeente adds, in `taal` or else in Dutch."""
    variant = f"{ADDS}{person.gemeente}"
    if variant not in topic.variants:
        return ()
    return tuple((_texts(store, topic, taal, [variant]) or _texts(store, topic, "nl", [variant]))[:1])


def _changed(store: Store, change: LawChange, taal: str) -> Changed:
    note = store.answers.text(change.key, taal, GENERAL) or store.answers.text(change.key, "nl", GENERAL)
    return Changed(change.starts_on, note)


def _texts(store: Store, topic: Topic, taal: str, variants: list[str]) -> list[Answered]:
    found = (store.answers.text(topic.id, taal, variant) for variant in variants)
    return [text for text in found if text]


def title(store: Store, topic_id: str, taal: str) -> str | None:
    """Return the title of a topic in `taal`, in Dutch when it is not translated, or None when there is none."""
    found = store.answers.text(topic_id, taal, TITLE) or store.answers.text(topic_id, "nl", TITLE)
    return found.text if found else None


def _title(store: Store, text: Answered) -> str:
    said = title(store, text.topic, text.taal) or text.topic
    return f"{said} – {words(text.taal)('oude wet (2013)')}" if text.variant == OLD_LAW else said
