"""A nieuwkomer asks for a human: gemeente once, consent, and the hulpvraag goes to the queue."""

from bot.content.gemeenten import ELSEWHERE
from bot.domain.effects import Attach, ChangePerson, OpenHulpvraag, Plan
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.people import Attachment, Waiting
from bot.replies import hulpvraag as wording
from bot.replies import unreadable
from bot.usecases import offering
from bot.usecases.turn import Turn

ATTACHMENTS = 10


def request(turn: Turn) -> Plan:
    """Begin: ask the gemeente when it is unknown, then what is passed on; nothing is passed on yet."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current:
        return turn.notice() + _current(turn, current)
    if turn.person.gemeente is None:
        asked = wording.gemeente(turn.w, turn.house.gemeenten)
        return turn.notice() + turn.change(waiting=Waiting("gemeente")) + turn.say(asked)
    return turn.notice() + _consent(turn)


def _current(turn: Turn, current: Hulpvraag) -> Plan:
    """Say where the open hulpvraag stands; files sent meanwhile go along."""
    files = Plan(effects=tuple(Attach(current.id, item) for item in turn.person.attachments))
    files += turn.change(attachments=()) if turn.person.attachments else Plan()
    if current.state is State.WAITING:
        return files + turn.say(wording.already_waiting(turn.w, current.id))
    return files + turn.say(wording.already_talking(turn.w, helper_name(turn, current), current.id))


def helper_name(turn: Turn, hulpvraag: Hulpvraag) -> str:
    """Return the first name of the one who helps."""
    if hulpvraag.sleutelpersoon_id is None:
        return ""
    who = turn.store.people.get(hulpvraag.sleutelpersoon_id).sleutelpersoon
    return who.naam if who else ""


def _consent(turn: Turn) -> Plan:
    person = turn.person
    asked = wording.consent(turn.w, person.last_question, len(person.attachments))
    return turn.change(waiting=Waiting("mens")) + turn.say(asked)


def choose_gemeente(turn: Turn, slug: str) -> Plan:
    """Remember the gemeente; go on to consent when a human was asked for."""
    if slug not in turn.house.gemeenten and slug != ELSEWHERE:
        return turn.notice(unreadable.old_button(turn.w))
    plan = turn.notice("✅") + turn.change(gemeente=slug)
    waiting = turn.person.waiting
    asked = waiting is not None and waiting.what == "gemeente"
    return plan + _consent(turn.as_person(gemeente=slug)) if asked else plan


def consent(turn: Turn, value: str) -> Plan:
    """Make the hulpvraag on 'ja' only."""
    if value != "ja":
        return turn.notice() + turn.change(waiting=None, attachments=()) + turn.say(wording.no_consent(turn.w))
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current:
        return turn.notice() + _current(turn, current)
    if turn.person.gemeente is None:
        return request(turn)
    return turn.notice("✅") + _open(turn)


def _open(turn: Turn) -> Plan:
    person, thema = turn.person, _thema(turn)
    new = OpenHulpvraag(
        turn.store.hulpvragen.next_id(), person.id, person.taal, person.gemeente or ELSEWHERE, thema,
        person.last_question, person.attachments,
    )  # fmt: skip
    made = Hulpvraag(new.id, person.id, new.taal, new.gemeente, State.WAITING, turn.now, 1, thema)
    to = offering.receivers(turn.house, made)
    changed = ChangePerson(person, {"waiting": None, "attachments": ()})
    said = turn.say(wording.waiting(turn.w, new.id, bool(to)))
    return Plan(effects=(new, changed)) + said + offering.offer(turn, made, to)


def _thema(turn: Turn) -> str | None:
    topic = turn.store.answers.topic(turn.person.last_topic) if turn.person.last_topic else None
    return topic.thema if topic else None


def attachment(turn: Turn, item: Attachment) -> Plan:
    """A voice message, photo or document outside a conversation: offer a human, or add it to what waits."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current and current.state is State.WAITING:
        return Plan(effects=(Attach(current.id, item),)) + turn.say(unreadable.attached(turn.w, item.kind))
    files = (*turn.person.attachments, item)[-ATTACHMENTS:]
    return turn.change(attachments=files) + turn.say(unreadable.attachment(turn.w, item.kind))
