"""Help for the one who helps: official answers, professionals, the protocol, and coming back to it later."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.effects import NoteSaid, Plan, Unchanged
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Send, Text, fitting
from bot.domain.talk_effects import SetReminder
from bot.i18n import words
from bot.replies import answers, unreadable
from bot.replies import helping as wording
from bot.replies import talking as talk_wording
from bot.storage import Store
from bot.usecases.content import editing
from bot.usecases.questions import finding
from bot.usecases.queue.showing import card
from bot.usecases.talk import succeeding, talking
from bot.usecases.talk.noting import argument, own
from bot.usecases.turn import Turn

FOUND = 6
LONGEST_DAYS = 90
BURST = timedelta(seconds=10)


def search(turn: Turn) -> Plan:
    """/faq WORD inside a conversation: answers that can be sent into it."""
    current = talking.helped(turn)
    if not isinstance(current, Hulpvraag):
        return _none(turn, current)
    word = argument(turn)
    if not word:
        return turn.say(wording.how_to_search(turn.w))
    return turn.say(wording.found(turn.w, current.id, editing.alike(turn, word)[:FOUND], word))


def _none(turn: Turn, current: "talking.Unclear | None") -> Plan:
    return talking.unclear(turn, current) if current else turn.say(talk_wording.nothing_to_do(turn.w))


def send_answer(turn: Turn, number: str, topic_id: str) -> Plan:
    """Send an official answer into the conversation, as it holds for the nieuwkomer and in his language."""
    hulpvraag, topic = own(turn, number), turn.store.answers.topic(topic_id)
    if hulpvraag is None or topic is None:
        return turn.notice(unreadable.old_button(turn.w))
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    if said_just_now(turn, hulpvraag, topic_id):
        return turn.notice(wording.sent_before(turn.w))
    there = words(nieuwkomer.taal)
    shown = finding.shown(turn.store, topic, nieuwkomer, nieuwkomer.taal, turn.now)
    text = wording.official(there, turn.person.naam, answers.answer(there, shown))
    translated = all(each.taal == nieuwkomer.taal for each in shown.texts)
    title = finding.title(turn.store, topic_id, turn.person.taal) or topic_id
    told = wording.answer_sent(turn.w, hulpvraag.id, title, nieuwkomer.taal, translated)
    sent = said_by_button(turn, hulpvraag, Send(nieuwkomer.telegram_id, text), told, f"📨 {title}", topic_id)
    return turn.notice("📨") + sent


def said_there(turn: Turn, hulpvraag: Hulpvraag, send: Send) -> Plan:
    """Return a plan in which the sleutelpersoon says something in a hulpvraag."""
    return Plan((NoteSaid(hulpvraag.id, hulpvraag.version, turn.person.id),), (send,))


def _by_button(turn: Turn, hulpvraag: Hulpvraag, what: str) -> str:
    """Return how the name begins of what a button says: with its message, and with what it stands for."""
    return f"{talking.SAID}:{hulpvraag.id}:{turn.incoming.message_id}-{what}-"


def said_just_now(turn: Turn, hulpvraag: Hulpvraag, what: str) -> bool:
    """Return whether this button was pressed a moment ago too: twice in one burst is once."""
    latest = turn.store.outbox.latest(_by_button(turn, hulpvraag, what))
    return latest is not None and turn.now - latest < BURST


def said_by_button(turn: Turn, hulpvraag: Hulpvraag, send: Send, told: Text, seen: str, what: str) -> Plan:
    """Return a plan in which he says something and reads that it was sent; /weg as a reply to that takes it back.

    `seen` is what another sleutelpersoon who helps along reads of it.
    """
    ref = f"{_by_button(turn, hulpvraag, what)}{turn.incoming.ref}"
    name = ref.partition(":")[2]
    sends = tuple(replace(each, ref=f"{ref}:{i}" if i else ref) for i, each in enumerate(fitting(send)))
    said = Plan((NoteSaid(hulpvraag.id, hulpvraag.version, turn.person.id),), sends)
    return said + succeeding.to_colleague(turn, hulpvraag, seen, ref) + turn.showing(told, f"{talking.TOLD}:{name}")


def not_for_me(turn: Turn, number: str, kind: str = "") -> Plan:
    """Ask why it is for a professional, then give both sides the contact points; the conversation stays open."""
    hulpvraag = own(turn, number)
    if hulpvraag is None or kind not in ("", *wording.KINDS):
        return turn.notice(unreadable.old_button(turn.w))
    if not kind:
        return turn.notice() + turn.say(wording.which_kind(turn.w, hulpvraag.id))
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    if said_just_now(turn, hulpvraag, kind):
        return turn.notice(wording.sent_before(turn.w))
    topics = finding.labels(turn.store, wording.TOPICS[kind], nieuwkomer.taal)
    text = wording.professionals(words(nieuwkomer.taal), turn.person.naam, kind, topics)
    told = turn.replace_pressed(wording.professionals_sent(turn.w, hulpvraag.id, kind))
    name = f"{_by_button(turn, hulpvraag, kind)}{turn.incoming.ref}"
    sent = said_there(turn, hulpvraag, Send(nieuwkomer.telegram_id, text, name))
    beside = succeeding.to_colleague(turn, hulpvraag, wording.kinds(turn.w)[kind])
    return turn.notice("🤝") + sent + beside + told


def protocol(turn: Turn) -> Plan:
    """/protocol: what to do when somebody is in danger."""
    return turn.say(wording.protocol(turn.w))


def remind(turn: Turn) -> Plan:
    """/herinner DAYS: remind of the hulpvraag that is active or replied to."""
    current = talking.helped(turn)
    if not isinstance(current, Hulpvraag):
        return _none(turn, current)
    typed = argument(turn).partition(" ")[0]
    return _remind(turn, current, typed) if typed else turn.say(_when(turn, current))


def _when(turn: Turn, hulpvraag: Hulpvraag) -> Text:
    mine = (r.due_at for r in turn.store.talks.reminders(hulpvraag.id) if r.person_id == turn.person.id)
    return wording.when_to_remind(turn.w, hulpvraag.id, next(mine, None))


def reminded(turn: Turn, number: str, days: str) -> Plan:
    """Set a reminder with a button."""
    hulpvraag = own(turn, number)
    if hulpvraag is None:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice("🔔") + _remind(turn, hulpvraag, days)


def _remind(turn: Turn, hulpvraag: Hulpvraag, days: str) -> Plan:
    if not days.isdecimal() or int(days) > LONGEST_DAYS:
        return turn.say(wording.no_such_time(turn.w, LONGEST_DAYS))
    at = turn.now + timedelta(days=int(days)) if int(days) else None
    kept = (Unchanged(hulpvraag.id, hulpvraag.version), SetReminder(hulpvraag.id, turn.person.id, at))
    return Plan(kept) + turn.say(wording.will_remind(turn.w, hulpvraag.id, at))


def reminders_due(store: Store, now: datetime) -> list[Plan]:
    """Return a plan for every reminder whose moment has come; it is taken away, and sent if it still makes sense."""
    plans = []
    for due in store.talks.due(now):
        over = Plan((SetReminder(due.hulpvraag_id, due.person_id),))
        hulpvraag = store.hulpvragen.get(due.hulpvraag_id)
        if hulpvraag and hulpvraag.state is State.CLAIMED and due.person_id in hulpvraag.helpers:
            helper = store.people.get(due.person_id)
            said = Send(helper.telegram_id, wording.reminder(words(helper.taal), hulpvraag), card(hulpvraag.id))
            over += Plan((Unchanged(hulpvraag.id, hulpvraag.version),), (said,))
        plans.append(over)
    return plans
