"""Replies that a sleutelpersoon saved under a name, with a version per language."""

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Send, Text
from bot.domain.people import PERSIAN
from bot.domain.redacting import reaches
from bot.domain.talk_effects import RemoveReply, SaveReply
from bot.domain.talks import SavedReply
from bot.i18n import TALEN, words
from bot.replies import helping as wording
from bot.replies import unreadable
from bot.replies.hulpvraag import from_sleutelpersoon
from bot.usecases.talk import talking
from bot.usecases.talk.helping import said_by_button, said_just_now
from bot.usecases.talk.noting import argument, own
from bot.usecases.turn import Turn

LONGEST, MOST, NAME = 1000, 30, 20
AWAY = "weg"


def command(turn: Turn) -> Plan:
    """/snel: list them; with a name and a text keep one; with 'weg' and a name remove it."""
    naam, _, rest = argument(turn).partition(" ")
    naam, rest = naam.casefold(), rest.strip()
    if not rest:
        return _list(turn)
    if naam == AWAY:
        return _remove(turn, rest.casefold())
    first, *more = rest.split(maxsplit=1)
    taal, text = (first, more[0]) if more and first in TALEN else (turn.person.taal, rest)
    known = _by_name(turn)
    if len(naam) > NAME or len(text) > LONGEST or reaches(text) or (naam not in known and len(known) >= MOST):
        return turn.say(wording.reply_refused(turn.w, LONGEST, MOST))
    return Plan((SaveReply(turn.person.id, naam, taal, text),)) + turn.say(wording.reply_saved(turn.w, naam, taal))


def _by_name(turn: Turn) -> dict[str, list[SavedReply]]:
    found: dict[str, list[SavedReply]] = {}
    for each in turn.store.talks.saved(turn.person.id):
        found.setdefault(each.naam, []).append(each)
    return found


def _list(turn: Turn) -> Plan:
    current = talking.helped(turn)
    hulpvraag = current if isinstance(current, Hulpvraag) else None
    taal = turn.store.people.get(hulpvraag.nieuwkomer_id).taal if hulpvraag else turn.person.taal
    return turn.say(wording.saved(turn.w, _by_name(turn), hulpvraag, taal))


def _remove(turn: Turn, naam: str) -> Plan:
    if naam not in _by_name(turn):
        return _list(turn)
    return Plan((RemoveReply(turn.person.id, naam),)) + turn.say(wording.reply_removed(turn.w, naam))


def best(versions: list[SavedReply], taal: str, own_taal: str) -> SavedReply:
    """Return the version for a reader of `taal`: his own, else one close to it, the writer's, Dutch."""
    near = sorted(PERSIAN) if taal in PERSIAN else []
    order = [taal, *near, own_taal, "nl"]
    return min(versions, key=lambda each: order.index(each.taal) if each.taal in order else len(order))


def send(turn: Turn, number: str, saved_id: str) -> Plan:
    """Say a saved reply in a hulpvraag; both sides are told when it is not in the nieuwkomer's language."""
    hulpvraag = own(turn, number)
    versions = next((v for v in _by_name(turn).values() if saved_id in {str(each.id) for each in v}), None)
    if hulpvraag is None or versions is None:
        return turn.notice(unreadable.old_button(turn.w))
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    if said_just_now(turn, hulpvraag, saved_id):
        return turn.notice(wording.sent_before(turn.w))
    chosen = best(versions, nieuwkomer.taal, turn.person.taal)
    text = from_sleutelpersoon(turn.person.naam, chosen.text)
    if chosen.taal != nieuwkomer.taal:
        text += "\n\n" + wording.in_other_taal(words(nieuwkomer.taal), chosen.taal)
    told = wording.reply_sent(turn.w, chosen.naam, hulpvraag.id, chosen.taal, nieuwkomer.taal)
    said = said_by_button(turn, hulpvraag, Send(nieuwkomer.telegram_id, Text(text)), told, chosen.text, saved_id)
    return turn.notice("📨") + said
