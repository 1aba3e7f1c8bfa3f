"""End a hulpvraag: closed by either side, or withdrawn while it waits."""

from bot.domain.effects import ChangeHulpvraag, Plan
from bot.domain.endings import Outcome
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Send
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.replies import together, unreadable
from bot.usecases.after import afterwards, debriefing
from bot.usecases.queue import offering
from bot.usecases.queue.claiming import found
from bot.usecases.queue.requesting import helper_name
from bot.usecases.talk import succeeding
from bot.usecases.turn import Turn


def close(turn: Turn, argument: str) -> Plan:
    """Close by a button of either side."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or turn.person.id not in hulpvraag.sides or not hulpvraag.open:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice("🏁") + _end(turn, hulpvraag)


def withdraw(turn: Turn, argument: str) -> Plan:
    """Withdraw by the nieuwkomer; a button pressed after somebody claimed ends the conversation."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or hulpvraag.nieuwkomer_id != turn.person.id or not hulpvraag.open:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice("👍") + _end(turn, hulpvraag)


def close_current(turn: Turn) -> Plan:
    """/afsluiten: the active hulpvraag of a sleutelpersoon, else the own one of a nieuwkomer."""
    claimed = turn.store.hulpvragen.helped_by(turn.person.id)
    named = turn.person.active_hulpvraag
    active = [h for h in claimed if h.id == named] or (claimed if len(claimed) == 1 and named is None else [])
    if not active and claimed:
        return turn.say(to_sleutelpersoon.which(turn.w, claimed))
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    current = active[0] if active else own
    return _end(turn, current) if current else turn.say(to_nieuwkomer.nothing_open(turn.w))


def _end(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """End it; who only helps along stops helping, and the conversation goes on."""
    if turn.person.id == hulpvraag.second_id:
        parted = together.parted(turn.w, hulpvraag.id, helper_name(turn, hulpvraag))
        gone = succeeding.part(turn, hulpvraag, turn.person) + turn.say(parted)
        return gone + debriefing.leaving(turn, hulpvraag, turn.person.id)
    if hulpvraag.waits:
        changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, {"state": State.WITHDRAWN})
        said = turn.say(to_nieuwkomer.withdrawn(turn.w))
        return Plan(effects=(changed,)) + said + offering.retract(turn, hulpvraag.id)
    changes = {"state": State.CLOSED, "last_helper_id": hulpvraag.sleutelpersoon_id}
    changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes)
    others = succeeding.tell_second(turn, hulpvraag) + succeeding.retract(turn, hulpvraag)
    return Plan(effects=(changed,)) + _tell_both(turn, hulpvraag) + others


def _tell_both(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Tell each side in his own language who stopped, and ask how it ended and how it was."""
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    naam = helper_name(turn, hulpvraag)
    by_nieuwkomer = turn.person.id == nieuwkomer.id
    closed = to_nieuwkomer.closed(words(nieuwkomer.taal), by_nieuwkomer, naam)
    one = afterwards.to_nieuwkomer(nieuwkomer, hulpvraag, closed)
    if hulpvraag.sleutelpersoon_id is None:
        return Plan(outgoing=one)
    helper = turn.store.people.get(hulpvraag.sleutelpersoon_id)
    said = to_sleutelpersoon.closed(words(helper.taal), hulpvraag.id, not by_nieuwkomer)
    told = Plan(outgoing=(*one, Send(helper.telegram_id, said), *afterwards.to_helper(helper, hulpvraag)))
    return told + debriefing.after(turn, hulpvraag)


def close_silent(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Close as the clock, after a long silence; `turn` is that of the sleutelpersoon, and neither side stopped it."""
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    noted = {"outcome": Outcome.NO_CONTACT, "outcome_at": turn.now, "last_helper_id": turn.person.id}
    changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, {"state": State.CLOSED, **noted})
    closed = to_nieuwkomer.closed_silent(words(nieuwkomer.taal))
    one = afterwards.to_nieuwkomer(nieuwkomer, hulpvraag, closed, contact=False)
    other = turn.say(to_sleutelpersoon.closed_silent(turn.w, hulpvraag.id))
    asked = Plan(outgoing=afterwards.to_helper(turn.person, hulpvraag, Outcome.NO_CONTACT))
    told = succeeding.tell_second(turn, hulpvraag) + debriefing.after(turn, hulpvraag)
    return Plan((changed,), one) + other + asked + told
