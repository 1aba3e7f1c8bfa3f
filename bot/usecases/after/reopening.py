"""Go on with a conversation that ended: the same sleutelpersoon is asked first."""

from dataclasses import replace
from typing import Any

from bot.domain.effects import ChangeHulpvraag, Plan
from bot.domain.endings import OffersAreOver
from bot.domain.hulpvraag import Hulpvraag, State, Step, after
from bot.domain.offering import Wave
from bot.domain.outgoing import Send
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import afterwards as wording
from bot.replies import unreadable
from bot.usecases.after import barring
from bot.usecases.queue import offering, requesting
from bot.usecases.queue.claiming import TALK, found
from bot.usecases.queue.desk_rules import rules
from bot.usecases.turn import Turn

# What belonged to the conversation that ended; who helped last and how it was stay.
EMPTIED = (*TALK, "ended_at", "outcome")


def reopen(turn: Turn, argument: str) -> Plan:
    """Put an ended hulpvraag back in the queue, within the time that the rules give; nobody has two open at once."""
    hulpvraag = found(turn, argument)
    if hulpvraag and hulpvraag.nieuwkomer_id != turn.person.id:
        return turn.notice(unreadable.old_button(turn.w))
    if turn.store.hulpvragen.of_nieuwkomer(turn.person.id):
        return requesting.request(turn)
    if refused := barring.barred(turn):
        return turn.notice() + refused
    if hulpvraag is None or not _in_time(turn, hulpvraag):
        return turn.notice() + turn.say(wording.too_late(turn.w))
    anew: dict[str, Any] = {**dict.fromkeys(EMPTIED), "state": State.WAITING, "created_at": turn.now}
    again = replace(hulpvraag, **anew)
    same = _same(turn, again)
    to, wave = ([same], Wave.WHOLE) if same else offering.receivers(turn.house, again, turn.now)
    changes = {**anew, "outcome_at": None, "wave": wave, "wave_at": turn.now}
    effects = (
        ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),
        OffersAreOver(offering.ref(hulpvraag.id)),
    )
    naam = same.sleutelpersoon.naam if same and same.sleutelpersoon else None
    said = turn.say(wording.reopened(turn.w, hulpvraag.id, naam, bool(to), hulpvraag.thema))
    told = _told(same, hulpvraag.id) if same else Plan()
    return turn.notice("🔄") + Plan(effects) + said + told + offering.offer(turn, again, to)


def _in_time(turn: Turn, hulpvraag: Hulpvraag) -> bool:
    if after(hulpvraag.state, Step.REOPEN) is None or hulpvraag.ended_at is None:
        return False
    return turn.now - hulpvraag.ended_at <= rules(turn.store).reopen


def _same(turn: Turn, again: Hulpvraag) -> Person | None:
    """Return the one who helped last, if he can take it now; that he once passed it on does not count."""
    willing = replace(again, skipped=again.skipped - {again.last_helper_id})
    able = offering.found(turn.house, willing, turn.now)
    return next((person for _, person in able if person.id == again.last_helper_id), None)


def _told(same: Person, hulpvraag_id: int) -> Plan:
    return Plan(outgoing=(Send(same.telegram_id, wording.wants_on(words(same.taal), hulpvraag_id)),))
