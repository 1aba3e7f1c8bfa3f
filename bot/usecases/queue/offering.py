"""Who gets which hulpvraag offered, in waves."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import cache

import holidays

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.offering import Candidate, Wave, can_take, first_wave, ordered
from bot.domain.outgoing import Send
from bot.domain.people import Person
from bot.domain.rooster import LocalTime
from bot.i18n import dutch_time, words
from bot.replies import sleutelpersoon as wording
from bot.storage import Store
from bot.usecases.queue.desk_rules import rules
from bot.usecases.turn import House, Turn


def ref(hulpvraag_id: int) -> str:
    """Return the name under which the offers of a hulpvraag are sent."""
    return f"aanbod:{hulpvraag_id}"


@cache
def _holidays(year: int) -> "holidays.HolidayBase":
    return holidays.country_holidays("NL", years=year)


def local(now: datetime) -> LocalTime:
    """Return a moment as it is in the Netherlands."""
    there = dutch_time(now)
    return LocalTime(there, there.date() in _holidays(there.year))


def candidates(store: Store, now: datetime) -> list[Candidate]:
    """Return every sleutelpersoon who is not blocked, with his load and how much of his week he spent."""
    load, spent, desk = store.hulpvragen.load(), store.care.this_week(now), rules(store)
    return [
        Candidate(
            person, load.get(person.id, 0), who.rooster.most_open or desk.most_open,
            spent.get(person.id, timedelta()), desk.hours_of(who.rooster),
        )
        for person in store.people.sleutelpersonen()
        if (who := person.sleutelpersoon) and not person.blocked(now)
    ]  # fmt: skip


def found(house: House, hulpvraag: Hulpvraag, now: datetime, without: int | None = None) -> list[tuple[Wave, Person]]:
    """Return who can take a hulpvraag now, each with his wave, the least loaded first."""
    all_of_them = ordered(candidates(house.store, now), hulpvraag, local(now))
    return [(wave, person) for wave, person in all_of_them if person.id != without]


def receivers(
    house: House, hulpvraag: Hulpvraag, now: datetime, without: int | None = None
) -> tuple[list[Person], Wave]:
    """Return whom a hulpvraag is offered first, and the wave that this is; nobody and the last one when none can."""
    able = found(house, hulpvraag, now, without)
    begin = first_wave(able)
    return [person for wave, person in able if wave <= begin], begin


def offer(turn: Turn, hulpvraag: Hulpvraag, to: Iterable[Person]) -> Plan:
    """Offer a hulpvraag to each of them in his own language."""
    names = turn.house.gemeenten
    return Plan(outgoing=tuple(
        Send(p.telegram_id, wording.offer(words(p.taal), hulpvraag, names, turn.now), ref(hulpvraag.id)) for p in to
    ))  # fmt: skip


def offer_waiting(turn: Turn, person: Person) -> Plan:
    """Offer everything that waits and fits to somebody who just became available."""
    plan = Plan()
    if person.blocked(turn.now):
        return plan
    for hulpvraag in turn.store.hulpvragen.waiting():
        if can_take(person, hulpvraag):
            plan += offer(turn, hulpvraag, [person])
    return plan


def retract(turn: Turn, hulpvraag_id: int, naam: str | None = None) -> Plan:
    """Replace all offers of a hulpvraag: taken by `naam`, or no longer needed."""
    return turn.everywhere(
        ref(hulpvraag_id), lambda w: wording.taken(w, hulpvraag_id, naam) if naam else wording.gone(w, hulpvraag_id)
    )
