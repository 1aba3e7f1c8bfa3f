"""The law changes: announce it, end it, and confirm that an answer is still valid."""

from datetime import date, datetime

from bot.content.ageing import due
from bot.content.checks import problem
from bot.content.errors import ContentError, Unknown
from bot.domain.answers import GENERAL
from bot.domain.content_effects import AnnounceLawChange, ConfirmValid, EndLawChange, PublishAnswer
from bot.domain.effects import Plan
from bot.domain.outgoing import Send
from bot.i18n import TALEN, dutch_day, words
from bot.replies import beheerder as wording
from bot.replies import reviewing as reviewing_wording
from bot.replies import unreadable
from bot.storage import Store
from bot.storage.law_changes import NOTE, LawChange
from bot.usecases.questions.finding import labels
from bot.usecases.turn import Turn

LONGEST_NOTE = 600
MOST_DUE = 10


def announce(store: Store, starts_on: date, topics: tuple[str, ...], note: str, author: str) -> tuple[int, Plan]:
    """Return the number of the change and what is to be done: a banner from that day, and a note to translate.

    Raises Unknown for a topic that does not exist, ContentError for a note that cannot be shown.
    """
    _known(store, topics)
    text = note.strip()
    if wrong := problem(text, GENERAL) or ("te lang" if len(text) > LONGEST_NOTE else None):
        raise ContentError(f"The explanation cannot be shown: {wrong}; at most {LONGEST_NOTE} characters.")
    number = store.law_changes.next_id()
    change = AnnounceLawChange(number, starts_on, topics, author)
    said = PublishAnswer(f"{NOTE}{number}", "nl", GENERAL, text, author)
    tasks = tuple(
        Send(person.telegram_id, reviewing_wording.new_task(words(person.taal), starts_on))
        for person in store.people.sleutelpersonen()
        if person.sleutelpersoon and any(person.translates(taal) for taal in TALEN if taal != "nl")
    )
    return number, Plan(effects=(change, said), outgoing=tasks)


def end(store: Store, number: int, topics: tuple[str, ...] = ()) -> Plan:
    """Return what takes a change back, for some of its topics or for all; raises Unknown."""
    change = store.law_changes.get(number)
    if change is None:
        raise Unknown(f"There is no open change {number}; see: sleutelbot wetswijziging list.")
    if strange := sorted(set(topics) - set(change.topics)):
        raise Unknown(f"Change {number} is not about {', '.join(strange)}, but about {', '.join(change.topics)}.")
    return Plan(effects=(EndLawChange(number, topics or change.topics),))


def _known(store: Store, topics: tuple[str, ...]) -> None:
    there = {topic.id for topic in store.answers.topics()}
    if strange := [topic for topic in topics if topic not in there]:
        raise Unknown(f"There is no topic {', '.join(strange)}; see: sleutelbot faq list.")
    if not topics:
        raise Unknown("Name at least one topic with --onderwerpen; see: sleutelbot faq list.")


def confirm(store: Store, topics: tuple[str, ...], on: date, author: str) -> Plan:
    """Return what notes that the answers of topics were checked on a day; raises Unknown."""
    _known(store, topics)
    return Plan(effects=tuple(ConfirmValid(topic, on, author) for topic in topics))


def still_valid(turn: Turn, topic_id: str) -> Plan:
    """A beheerder confirms an answer with a button."""
    topic = turn.store.answers.topic(topic_id)
    if topic is None:
        return turn.notice(unreadable.old_button(turn.w))
    today = dutch_day(turn.now)
    if topic.peildatum == today.isoformat():
        return turn.notice(wording.confirmed(turn.w, today))
    return turn.notice(wording.confirmed(turn.w, today)) + confirm(turn.store, (topic_id,), today, "beheerder")


def list_due(turn: Turn) -> Plan:
    """Show what must be checked again, the oldest first."""
    old = due(turn.store.answers.topics(), dutch_day(turn.now))
    shown = {each.topic: each.peildatum for each in old[:MOST_DUE]}
    rows = [(i, title, shown[i]) for i, _, title in labels(turn.store, tuple(shown), turn.person.taal)]
    return turn.notice() + turn.say(wording.due(turn.w, rows, len(old)))


def translated(store: Store, change: LawChange) -> tuple[str, ...]:
    """Return the languages that have the explanation of a change."""
    return tuple(text.taal for text in store.answers.all_current() if text.topic == change.key)


def open_changes(store: Store, now: datetime) -> list[tuple[LawChange, bool]]:
    """Return every open change, and whether it holds already."""
    return [(change, change.starts_on <= dutch_day(now)) for change in store.law_changes.open()]
