"""After a heavy hulpvraag: the sleutelpersoon is asked how he is, once more the next day when it stays with him."""

from datetime import UTC, datetime, timedelta

from bot.domain.care_effects import AskDebrief, Debrief, DebriefLater, EndDebrief
from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Send
from bot.domain.people import Person
from bot.i18n import dutch_time, words
from bot.replies import debrief as wording
from bot.replies import unreadable
from bot.storage import Store
from bot.usecases.turn import Turn

MORNING = 10


def after(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Ask everybody who helped how he is, when danger was recognised in what ends now."""
    plan = Plan()
    for helper_id in hulpvraag.helpers:
        plan += leaving(turn, hulpvraag, helper_id)
    return plan


def leaving(turn: Turn, hulpvraag: Hulpvraag, helper_id: int | None) -> Plan:
    """Ask one who helped until now and goes from it, when danger was recognised there."""
    if helper_id is None or not hulpvraag.danger:
        return Plan()
    return _ask(turn.store.people.get(helper_id), hulpvraag.id)


def heavy(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """The sleutelpersoon says himself that it was heavy; who was asked already is not asked twice."""
    asked = turn.store.care.debrief(turn.person.id, hulpvraag.id)
    return turn.notice("🫂") + (Plan() if asked else _ask(turn.person, hulpvraag.id))


def _ask(helper: Person, hulpvraag_id: int) -> Plan:
    question = wording.how_are_you(words(helper.taal), hulpvraag_id)
    return Plan((AskDebrief(helper.id, hulpvraag_id),), (Send(helper.telegram_id, question),))


def press(turn: Turn, number: str, value: str) -> Plan:
    """Take how he is; nothing of that is kept but when he is asked once more."""
    asked = turn.store.care.debrief(turn.person.id, int(number)) if number.isdigit() else None
    if asked is None or value not in wording.ANSWERS:
        return turn.notice(unreadable.old_button(turn.w))
    over = Plan((EndDebrief(turn.person.id, asked.hulpvraag_id),))
    match value:
        case "praten":
            return turn.notice("🫂") + over + _call(turn, asked.hulpvraag_id)
        case "blijft" if not asked.again:
            later = Plan((DebriefLater(turn.person.id, asked.hulpvraag_id, _tomorrow(turn.now)),))
            return turn.notice("🫂") + later + turn.replace_pressed(wording.stays(turn.w, asked.hulpvraag_id))
        case "blijft":
            return turn.notice("🫂") + over + turn.replace_pressed(wording.stays_on(turn.w))
    return turn.notice("👍") + over + turn.replace_pressed(wording.fine(turn.w))


def _tomorrow(now: datetime) -> datetime:
    """Return the next morning in the Netherlands."""
    there = dutch_time(now) + timedelta(days=1)
    return there.replace(hour=MORNING, minute=0, second=0, microsecond=0).astimezone(UTC)


def _call(turn: Turn, hulpvraag_id: int) -> Plan:
    """Ask a coordinator to call him, and tell him honestly whether there is one."""
    to, naam = _coordinators(turn), turn.person.naam
    asked = tuple(Send(p.telegram_id, wording.please_call(words(p.taal), naam, hulpvraag_id)) for p in to)
    return Plan(outgoing=asked) + turn.replace_pressed(wording.will_be_called(turn.w, bool(to)))


def _coordinators(turn: Turn) -> list[Person]:
    """Return the coordinators of his gemeenten, else all of them, else the beheerders: never he himself."""
    who, store = turn.person.sleutelpersoon, turn.store
    there = [p for p in store.people.sleutelpersonen() if p.id != turn.person.id and p.reachable and p.greeted_at]
    all_of_them = [p for p in there if p.coordinates]
    near = [p for p in all_of_them if who and p.sleutelpersoon and p.sleutelpersoon.gemeenten & who.gemeenten]
    return near or all_of_them or [p for p in store.people.beheerders() if p.id != turn.person.id and p.reachable]


def due(store: Store, now: datetime) -> list[Plan]:
    """Return a plan for everybody who is to be asked once more now."""
    return [_again(store, debrief) for debrief in store.care.due(now)]


def _again(store: Store, debrief: Debrief) -> Plan:
    helper = store.people.get(debrief.person_id)
    if helper.sleutelpersoon is None or not helper.reachable:
        return Plan((EndDebrief(debrief.person_id, debrief.hulpvraag_id),))
    question = wording.how_are_you_now(words(helper.taal), debrief.hulpvraag_id)
    return Plan((AskDebrief(helper.id, debrief.hulpvraag_id),), (Send(helper.telegram_id, question),))


def held(turn: Turn) -> Plan:
    """Return what is held of danger in an own hulpvraag, and of how somebody is after one."""
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    asked = turn.store.care.debriefs(turn.person.id)
    lines = (*(wording.marked(turn.w) if own and own.danger else ()), *(wording.asked(turn.w) if asked else ()))
    return turn.say(wording.held(turn.w, lines)) if lines else Plan()
