"""Make somebody a sleutelpersoon, or no longer one, from the command line: also beside a running bot."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.domain.care_effects import StopCounting
from bot.domain.effects import Plan
from bot.domain.people import LONGEST_NAME, ROLLEN, Person, Sleutelpersoon, first_name
from bot.i18n import TALEN
from bot.replies import sleutelpersoon as wording
from bot.storage.errors import Stale
from bot.usecases.after import judging
from bot.usecases.people import privacy
from bot.usecases.questions.onboarding import command_menu
from bot.usecases.queue import offering
from bot.usecases.turn import House, on_behalf

GATHER_AGAIN = 20


class Refused(Exception):
    """What was asked cannot be done; the message says why."""


def checked(who: Sleutelpersoon, gemeenten: frozenset[str]) -> Sleutelpersoon:
    """Return who it is with a tidy name; raises Refused with one sentence when something of it cannot be."""
    naam = first_name(who.naam)
    if naam is None:
        raise Refused(f"The name must be a first name, with a letter and of at most {LONGEST_NAME} characters.")
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
    return replace(who, naam=naam)


def _carry_out(house: House, gather: Callable[[], Plan], now: datetime) -> None:
    """Gather and apply; gather again when the running bot changed something in between. Raises Refused in the end."""
    for _ in range(GATHER_AGAIN):
        try:
            house.store.apply(gather(), now)
            return
        except Stale:
            continue
    raise Refused("The running bot changes this person all the time; try again in a minute.")


def add(house: House, telegram_id: int, who: Sleutelpersoon, now: datetime) -> Person:
    """Make or change a sleutelpersoon; who pressed /start before is available at once and gets what waits.

    Somebody who is one already stays available or absent as he chose. Raises Refused.
    """
    given = checked(who, frozenset(house.gemeenten))

    def gather() -> Plan:
        person = house.store.people.at(telegram_id) or house.store.people.meet(telegram_id, "nl", now)
        turn = on_behalf(house, person, now)
        before, known = person.sleutelpersoon, person.greeted_at is not None
        changed = replace(given, available=before.available if before else known)
        there = turn.as_person(sleutelpersoon=changed)
        plan = turn.change(sleutelpersoon=changed) + (command_menu(there) if known else Plan())
        return plan + offering.offer_waiting(there, there.person)

    _carry_out(house, gather, now)
    person = house.store.people.at(telegram_id)
    if person is None:
        raise Refused(f"{telegram_id} has just removed all that was kept of him.")
    return person


def unblock(house: House, person_id: int, now: datetime) -> None:
    """Lift the block of somebody, by the number that `sleutelbot desk blocks` shows. Raises Refused."""

    def gather() -> Plan:
        person = next((p for p in house.store.people.blocked(now) if p.id == person_id), None)
        if person is None:
            raise Refused(f"{person_id} is not blocked; see: sleutelbot desk blocks")
        return judging.lift(person)

    _carry_out(house, gather, now)


def remove(house: House, telegram_id: int, now: datetime) -> None:
    """Take the role away; what he had claimed goes back to the queue. Raises Refused when he is none."""

    def gather() -> Plan:
        person = house.store.people.at(telegram_id)
        if person is None or person.sleutelpersoon is None:
            raise Refused(f"{telegram_id} is no sleutelpersoon; see: sleutelbot sleutelpersoon list")
        turn = on_behalf(house, person, now)
        # What was asked of the sleutelpersoon (a note, to whom) is not asked of the person who stays.
        nobody = turn.change(sleutelpersoon=None, active_hulpvraag=None, waiting=None)
        plan = nobody + Plan((StopCounting(person.id),))
        plan += privacy.free_claimed(turn)
        there = turn.as_person(sleutelpersoon=None)
        told = turn.say(wording.no_longer(turn.w)) + command_menu(there)
        return plan + (told if person.greeted_at else Plan())

    _carry_out(house, gather, now)
