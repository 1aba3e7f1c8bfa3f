"""What happens by itself: waves, lapsing claims, silence, reminders. Time is an argument, all state is stored."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, partial

from bot.domain.effects import ChangeHulpvraag, Plan
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.offering import Candidate, Wave, ordered
from bot.domain.outgoing import Send
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.storage.errors import Stale
from bot.usecases import flooding
from bot.usecases.advice import letters
from bot.usecases.after import debriefing, ending, judging
from bot.usecases.queue import offering, tidying
from bot.usecases.queue.claiming import return_to_queue
from bot.usecases.queue.desk_rules import DeskRules, rules
from bot.usecases.queue.requesting import helper_name
from bot.usecases.talk import helping, succeeding
from bot.usecases.turn import House, Turn, on_behalf


@dataclass(frozen=True)
class _Tick:
    """One look at everything that waits."""

    house: House
    now: datetime
    rules: DeskRules

    @cached_property
    def candidates(self) -> list[Candidate]:
        """Every sleutelpersoon, looked up once for all that waits: widening and offering change nobody's load."""
        return offering.candidates(self.house.store, self.now)

    def as_(self, person: Person) -> Turn:
        """Return a turn in which the clock does something on behalf of a person."""
        return on_behalf(self.house, person, self.now)


def tick(house: House, now: datetime) -> int:
    """Do everything that is due; return how much that was. What changed meanwhile is left to the next tick."""
    done = 0
    for gather in list(_steps(_Tick(house, now, rules(house.store)))):
        try:
            plan = gather()
            if plan.effects or plan.outgoing:
                house.store.apply(plan, now)
                done += 1
        except Stale:
            continue
    return done


def _steps(at: _Tick) -> Iterator[Callable[[], Plan]]:
    """Yield what gathers each step; each looks again, since an earlier one may have changed what it needs."""
    store = at.house.store
    yield from (partial(_waiting, at, hulpvraag.id) for hulpvraag in store.hulpvragen.waiting())
    yield from (partial(_claimed, at, hulpvraag.id) for hulpvraag in store.hulpvragen.claimed())
    yield from (partial(judging.look, at.house, report.id, at.now) for report in store.reports.open())
    plans = [*letters.overdue(store, at.now), *helping.reminders_due(store, at.now), *debriefing.due(store, at.now)]
    plans += tidying.due(store, at.now, at.rules.reopen)
    plans += flooding.silences_over(at.house, at.now)
    yield from (partial(_as_gathered, plan) for plan in plans)


def _as_gathered(plan: Plan) -> Plan:
    """Return a plan that was gathered at the beginning of the tick; applying it tells when that was too long ago."""
    return plan


def _waiting(at: _Tick, number: int) -> Plan:
    """Widen what waits too long, and offer it to everybody whose wave it is and who was not asked yet."""
    hulpvraag = at.house.store.hulpvragen.get(number)
    if hulpvraag is None or hulpvraag.state is not State.WAITING:
        return Plan()
    turn = at.as_(at.house.store.people.get(hulpvraag.nieuwkomer_id))
    wave = _wave(hulpvraag, at.rules, at.now)
    plan = Plan()
    if wave > hulpvraag.wave:
        changes = {"wave": wave, "wave_at": at.now}
        plan = Plan((ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),))
        plan += _ask_coordinator(turn, hulpvraag) if wave is Wave.COORDINATOR else Plan()
    asked = set(at.house.store.outbox.chats_with(offering.ref(hulpvraag.id)))
    able = ordered(at.candidates, hulpvraag, offering.local(at.now))
    new = [person for each, person in able if each <= wave and person.telegram_id not in asked]
    if wave is Wave.WHOLE and any(person.id == hulpvraag.last_helper_id for _, person in able):
        # Reopened: who helped before is asked alone first.
        new = [person for person in new if person.id == hulpvraag.last_helper_id]
    return plan + offering.offer(turn, hulpvraag, new)


def _wave(hulpvraag: Hulpvraag, found: DeskRules, now: datetime) -> Wave:
    """Return the wave that a hulpvraag is in now."""
    wave = Wave(hulpvraag.wave)
    waits = {Wave.WHOLE: found.wave, Wave.REGION: found.wave, Wave.ALL: found.coordinator}
    since = hulpvraag.wave_at or hulpvraag.created_at
    return Wave(wave + 1) if wave in waits and now - since >= waits[wave] else wave


def _ask_coordinator(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Tell the coordinators, or the beheerders where there is none, and the nieuwkomer that they were told."""
    people = turn.store.people.sleutelpersonen()
    coordinators = [p for p in people if p.coordinates and p.reachable]
    told = [p for p in coordinators if p.id not in hulpvraag.never]
    told = told or [p for p in turn.store.people.beheerders() if p.id not in hulpvraag.avoided]
    names = turn.house.gemeenten
    messages = [
        Send(p.telegram_id, to_sleutelpersoon.nobody_took(words(p.taal), hulpvraag, names, turn.now))
        for p in told
    ]
    if not messages:
        return Plan()
    return Plan(outgoing=tuple(messages)) + turn.say(to_nieuwkomer.nobody_yet(turn.w, hulpvraag.id))


def _claimed(at: _Tick, number: int) -> Plan:
    """Let a claim lapse to which nobody answered, give notice of an end, and end what was silent after that."""
    hulpvraag = at.house.store.hulpvragen.get(number)
    if hulpvraag is None or hulpvraag.state is not State.CLAIMED or hulpvraag.sleutelpersoon_id is None:
        return Plan()
    helper = at.house.store.people.get(hulpvraag.sleutelpersoon_id)
    claimed_at = hulpvraag.claimed_at or hulpvraag.created_at
    if hulpvraag.answered_at is None and _asked(at, hulpvraag) and at.now - claimed_at >= at.rules.lapse:
        return _lapse(at.as_(helper), hulpvraag)
    if hulpvraag.warned_at and at.now - hulpvraag.warned_at >= at.rules.warning:
        return ending.close_silent(at.as_(helper), hulpvraag)
    silent = at.now - max(filter(None, (claimed_at, hulpvraag.said_at)))
    if hulpvraag.warned_at is None and silent >= at.rules.silence - at.rules.warning:
        return _warn(at.as_(helper), hulpvraag, at.rules.warning)
    return Plan()


def _asked(at: _Tick, hulpvraag: Hulpvraag) -> bool:
    """Return whether the nieuwkomer asked something that waits for an answer."""
    files = at.house.store.hulpvragen.attachments(hulpvraag.id)
    return bool(hulpvraag.question or files or hulpvraag.said_by == hulpvraag.nieuwkomer_id)


def _lapse(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Put a claim without an answer back in the queue and tell both sides; a second one goes on instead."""
    if goes_on := succeeding.hand_on(turn, hulpvraag):
        return goes_on
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    again, somebody = return_to_queue(turn, hulpvraag, turn.person)
    naam = helper_name(turn, hulpvraag)
    said = to_nieuwkomer.lapsed(words(nieuwkomer.taal), naam, hulpvraag.id, somebody)
    own = turn.say(to_sleutelpersoon.lapsed(turn.w, hulpvraag.id))
    return own + Plan(outgoing=(Send(nieuwkomer.telegram_id, said),)) + again


def _warn(turn: Turn, hulpvraag: Hulpvraag, left: timedelta) -> Plan:
    """Give both sides notice that a silent conversation ends."""
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, {"warned_at": turn.now})
    said = to_nieuwkomer.ends_soon(words(nieuwkomer.taal), hulpvraag.id, left)
    own = turn.say(to_sleutelpersoon.ends_soon(turn.w, hulpvraag.id, left))
    return Plan((changed,)) + own + Plan(outgoing=(Send(nieuwkomer.telegram_id, said),))
