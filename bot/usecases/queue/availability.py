"""A sleutelpersoon comes, goes, and looks at the queue."""

from dataclasses import replace

from bot.domain.effects import Plan
from bot.domain.outgoing import Send, Text
from bot.domain.people import Sleutelpersoon
from bot.replies import complaints
from bot.replies import sleutelpersoon as wording
from bot.usecases.queue import offering, roostering
from bot.usecases.turn import Turn

SHOWN = 20


def _as(turn: Turn, who: Sleutelpersoon, available: bool) -> tuple[Plan, Turn]:
    changed = replace(who, available=available)
    return turn.change(sleutelpersoon=changed), turn.as_person(sleutelpersoon=changed)


def first_start(turn: Turn) -> Plan:
    """A sleutelpersoon is available from his first /start."""
    who = turn.person.sleutelpersoon
    if who is None:
        return Plan()
    plan, there = _as(turn, who, True)
    return plan + _now_available(there)


def _now_available(turn: Turn) -> Plan:
    offers = offering.offer_waiting(turn, turn.person)
    waiting = len([item for item in offers.outgoing if isinstance(item, Send)])
    return turn.say(wording.available(turn.w, waiting)) + offers


def offers_for(turn: Turn) -> Plan:
    """Return the offers for somebody who just became a sleutelpersoon."""
    return offering.offer_waiting(turn, turn.person)


def back(turn: Turn) -> Plan:
    """Somebody let the bot in again: he can be reached, and gets what waits for him."""
    there = turn.as_person(reachable=True)
    return turn.change(reachable=True) + offering.offer_waiting(there, there.person)


def available(turn: Turn) -> Plan:
    """Become available; what waits is offered when that is news."""
    who = turn.person.sleutelpersoon
    if who is None:
        return Plan()
    if turn.person.blocked_until and turn.person.blocked(turn.now):
        return turn.say(complaints.blocked_helper(turn.w, turn.person.blocked_until))
    if who.available:
        return queue(turn)
    plan, there = _as(turn, who, True)
    return plan + _now_available(there)


def absent(turn: Turn) -> Plan:
    """Become absent; what was claimed stays."""
    who = turn.person.sleutelpersoon
    if who is None:
        return Plan()
    plan, there = _as(turn, who, False)
    still_open = len(turn.store.hulpvragen.helped_by(turn.person.id))
    return plan + there.say(wording.absent(turn.w, still_open))


def queue(turn: Turn) -> Plan:
    """Show the own open hulpvragen and what waits in languages that the sleutelpersoon speaks."""
    who = turn.person.sleutelpersoon
    if who is None:
        return Plan()
    own, me = turn.store.hulpvragen.helped_by(turn.person.id), turn.person.id
    not_his = [h for h in turn.store.hulpvragen.waiting() if me not in (h.nieuwkomer_id, *h.never)]
    waits = [h for h in not_his if who.speaks(h.taal)]
    active = turn.person.active_hulpvraag
    shown = wording.queue(turn.w, own, waits[:SHOWN], active, turn.house.gemeenten, turn.now)
    return turn.say(Text("\n\n".join(filter(None, (shown.html, roostering.week(turn)))), shown.buttons))
