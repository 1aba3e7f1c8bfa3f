"""After a conversation: the sleutelpersoon says how it ended, the nieuwkomer how it was."""

from datetime import timedelta

from bot.domain.effects import ChangeHulpvraag, Plan
from bot.domain.endings import BEST, WORST, Outcome
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Edit, Send, Text
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import afterwards as wording
from bot.replies import unreadable
from bot.usecases.after import debriefing
from bot.usecases.queue.claiming import found
from bot.usecases.queue.showing import card
from bot.usecases.turn import Turn

CHANGEABLE = timedelta(days=1)


def _ref(hulpvraag_id: int) -> str:
    """Return the name under which the question how it was is sent."""
    return f"oordeel:{hulpvraag_id}"


def to_helper(helper: Person, hulpvraag: Hulpvraag, outcome: Outcome | None = None) -> tuple[Send, ...]:
    """Return the question how it ended; a typed reply to it is known as one about this hulpvraag."""
    asked = wording.how_it_ended(words(helper.taal), hulpvraag.id, outcome)
    return (Send(helper.telegram_id, asked, card(hulpvraag.id)),)


def to_nieuwkomer(nieuwkomer: Person, hulpvraag: Hulpvraag, closed: Text, contact: bool = True) -> tuple[Send, ...]:
    """Return what a nieuwkomer reads at the end: a way on, and once how it was, if somebody spoke with him."""
    w = words(nieuwkomer.taal)
    told = Send(nieuwkomer.telegram_id, wording.with_reopen(w, closed, hulpvraag.id))
    if not contact or hulpvraag.answered_at is None or hulpvraag.rating is not None:
        return (told,)
    return (told, Send(nieuwkomer.telegram_id, wording.how_it_was(w, hulpvraag.id), _ref(hulpvraag.id)))


def conclude(turn: Turn, argument: str, value: str) -> Plan:
    """Keep how a hulpvraag ended, as its last sleutelpersoon says it; he can change that for a day."""
    hulpvraag = found(turn, argument)
    if value not in (*Outcome, wording.HEAVY):
        return turn.notice(unreadable.old_button(turn.w))
    if hulpvraag is None:
        return turn.notice() + turn.replace_pressed(wording.data_gone(turn.w))
    if hulpvraag.last_helper_id != turn.person.id:
        return turn.notice(unreadable.old_button(turn.w))
    if hulpvraag.open:
        return turn.notice(wording.goes_on(turn.w), alert=True)
    if hulpvraag.state is not State.CLOSED:
        return turn.notice(unreadable.old_button(turn.w))
    if value == wording.HEAVY:
        return debriefing.heavy(turn, hulpvraag)
    said_at = turn.store.endings.outcome_at(hulpvraag.id)
    if said_at is not None and turn.now - said_at > CHANGEABLE:
        shown = wording.how_it_ended(turn.w, hulpvraag.id, hulpvraag.outcome, changeable=False)
        return turn.notice(wording.ended_long_ago(turn.w), alert=True) + turn.replace_pressed(shown)
    changes = {"outcome": value, "outcome_at": said_at or turn.now}
    kept = Plan((ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),))
    shown = wording.how_it_ended(turn.w, hulpvraag.id, value)
    return turn.notice("👍") + kept + turn.replace_pressed(shown) + _question(turn, hulpvraag, value)


def _question(turn: Turn, hulpvraag: Hulpvraag, value: str) -> Plan:
    """Take the question how it was away when there was no contact, and bring it back when there was after all."""
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    none, before = value == Outcome.NO_CONTACT, hulpvraag.outcome == Outcome.NO_CONTACT
    asked = nieuwkomer.telegram_id in turn.store.outbox.chats_with(_ref(hulpvraag.id))
    if none == before or not asked or hulpvraag.rating is not None:
        return Plan()
    w = words(nieuwkomer.taal)
    text = wording.not_asked(w) if none else wording.how_it_was(w, hulpvraag.id)
    return Plan(outgoing=(Edit(nieuwkomer.telegram_id, text, ref=_ref(hulpvraag.id)),))


def rate(turn: Turn, argument: str, value: str) -> Plan:
    """Keep how it was, once, as the nieuwkomer says it."""
    hulpvraag = found(turn, argument)
    if not value.isdigit() or not WORST <= int(value) <= BEST:
        return turn.notice(unreadable.old_button(turn.w))
    if hulpvraag is None:
        return turn.notice(wording.not_kept(turn.w))
    if hulpvraag.nieuwkomer_id != turn.person.id:
        return turn.notice(unreadable.old_button(turn.w))
    if hulpvraag.rating is not None:
        return turn.notice(wording.rated_before(turn.w))
    if hulpvraag.state is State.WITHDRAWN or hulpvraag.outcome == Outcome.NO_CONTACT:
        return turn.notice(unreadable.old_button(turn.w))
    kept = Plan((ChangeHulpvraag(hulpvraag.id, hulpvraag.version, {"rating": int(value)}),))
    return turn.notice("👍") + kept + turn.replace_pressed(wording.rated(turn.w, int(value)))
