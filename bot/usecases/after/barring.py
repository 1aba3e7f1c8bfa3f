"""Who cannot talk to people for a time: during a block, or while a report about him is looked at."""

from datetime import datetime

from bot.content.gemeenten import contact
from bot.domain.effects import Plan
from bot.domain.hulpvraag import State
from bot.domain.outgoing import Text
from bot.domain.people import Person
from bot.domain.reports import Report
from bot.i18n import words
from bot.replies import complaints as wording
from bot.usecases.queue.desk_rules import rules
from bot.usecases.turn import House, Turn


def holds(turn: Turn, report: Report) -> bool:
    """Return whether a report still holds hulpvragen up: a sleutelpersoon made it, nobody decided, and not too long."""
    return report.by_helper and report.open and turn.now - report.created_at < rules(turn.store).report


def _place(house: House, person: Person) -> tuple[str, wording.Contact]:
    slug = person.gemeente or ""
    return house.gemeenten.get(slug, ""), tuple(contact(house.store, slug).items())


def blocked(house: House, person: Person, until: datetime) -> Text:
    """Tell somebody in his own language that he talks to nobody until a moment, and what else there is."""
    return wording.blocked(words(person.taal), until, *_place(house, person))


def barred(turn: Turn) -> Plan | None:
    """Return what somebody who asks for a human hears instead, None when he may."""
    if turn.person.blocked_until and turn.person.blocked(turn.now):
        return turn.say(blocked(turn.house, turn.person, turn.person.blocked_until))
    mine = turn.store.reports.of_person(turn.person.id)
    waits = any(report.reported_id == turn.person.id and holds(turn, report) for report in mine)
    return turn.say(looked_at(turn)) if waits else None


def looked_at(turn: Turn) -> Text:
    """Tell a nieuwkomer that a coordinator looks at his last conversation, with what he can do meanwhile."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    number = current.id if current and current.state is State.HELD else None
    return wording.looked_at(turn.w, number, *_place(turn.house, turn.person))


def held(turn: Turn) -> Plan:
    """Return what is held of reports and a block of this person."""
    until = turn.person.blocked_until if turn.person.blocked(turn.now) else None
    reports = turn.store.reports.of_person(turn.person.id)
    if until is None and not reports:
        return Plan()
    return turn.say(wording.held(turn.w, until, reports, turn.person.id))
