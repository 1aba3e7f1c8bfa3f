"""Make somebody a sleutelpersoon, or no longer one, from the command line: also beside a running bot."""

from datetime import datetime

from bot.domain.effects import Incoming, Plan
from bot.domain.people import ROLLEN, Person, Sleutelpersoon
from bot.i18n import TALEN
from bot.usecases import offering, privacy
from bot.usecases.onboarding import command_menu
from bot.usecases.turn import House, Turn


class Refused(Exception):
    """What was asked cannot be done; the message says why."""


def check(who: Sleutelpersoon, gemeenten: frozenset[str]) -> None:
    """Raise Refused with one sentence when a language, gemeente or role does not exist."""
    for kind, given, known in (
        ("language", who.talen, frozenset(TALEN)),
        ("gemeente", who.gemeenten, gemeenten),
        ("role", who.rollen, frozenset(ROLLEN)),
    ):
        if not given:
            raise Refused(f"Name at least one {kind}.")
        unknown = sorted(given - known)
        if unknown:
            raise Refused(f"There is no {kind} {unknown[0]!r}; choose from: {', '.join(sorted(known))}.")


def add(house: House, telegram_id: int, who: Sleutelpersoon, now: datetime) -> Person:
    """Make or change a sleutelpersoon; who pressed /start before is available at once and gets what waits."""
    check(who, frozenset(house.gemeenten))
    person = house.store.people.at(telegram_id) or house.store.people.meet(telegram_id, "nl", now)
    turn = Turn(house, person, Incoming(0, telegram_id, now))
    ready = person.greeted_at is not None
    changed = Sleutelpersoon(who.naam, who.talen, who.gemeenten, who.rollen, ready)
    plan = turn.change(sleutelpersoon=changed)
    if ready:
        there = turn.as_person(sleutelpersoon=changed)
        plan += command_menu(there) + offering.offer_waiting(there, there.person)
    house.store.apply(plan, now)
    return house.store.people.get(person.id)


def remove(house: House, telegram_id: int, now: datetime) -> None:
    """Take the role away; what he had claimed goes back to the queue. Raises Refused when he is none."""
    person = house.store.people.at(telegram_id)
    if person is None or person.sleutelpersoon is None:
        raise Refused(f"{telegram_id} is no sleutelpersoon; see: sleutelbot sleutelpersoon list")
    turn = Turn(house, person, Incoming(0, telegram_id, now))
    plan = turn.change(sleutelpersoon=None, active_hulpvraag=None)
    for hulpvraag in house.store.hulpvragen.of_sleutelpersoon(person.id):
        plan += privacy.free(turn, hulpvraag)
    there = turn.as_person(sleutelpersoon=None)
    menu = command_menu(there) if person.greeted_at else Plan()
    house.store.apply(plan + menu, now)
