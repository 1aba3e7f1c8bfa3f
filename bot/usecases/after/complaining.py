"""Either side of a conversation reports the other: it stops at once, and a coordinator looks at it."""

from bot.domain.effects import ChangeHulpvraag, Plan, Skip, Unchanged
from bot.domain.hulpvraag import Hulpvraag, State, Step, after
from bot.domain.outgoing import Send, Text
from bot.domain.people import Person
from bot.domain.redacting import redact
from bot.domain.reports import FileReport, Reason, Report
from bot.i18n import own_name, words
from bot.replies import complaints as wording
from bot.replies import unreadable
from bot.usecases.after import judging
from bot.usecases.queue import offering
from bot.usecases.queue.claiming import TALK, return_to_queue
from bot.usecases.queue.desk_rules import rules
from bot.usecases.queue.requesting import helper_name
from bot.usecases.talk import succeeding, talking
from bot.usecases.turn import Turn, on_behalf

QUOTED = 10


def _lately(turn: Turn) -> list[Hulpvraag]:
    """Return the conversations that this person can report: those that go on, and those that could be reopened."""
    return turn.store.hulpvragen.lately(turn.person.id, turn.now - rules(turn.store).reopen)


def report(turn: Turn) -> Plan:
    """/melden: the hulpvraag that is active or replied to, else one of those of the last days."""
    helped = [h for h in _lately(turn) if _helped(turn, h)]
    current = talking.helped(turn)
    if isinstance(current, Hulpvraag):
        return turn.say(wording.what_happened(turn.w, current.id))
    if len(helped) == 1:
        return turn.say(wording.what_happened(turn.w, helped[0].id))
    choices = {f"meld:{h.id}": f"#{h.id} {own_name(h.taal)}" for h in helped}
    return turn.say(wording.which(turn.w, choices) if choices else wording.nothing_to_report(turn.w))


def _helped(turn: Turn, hulpvraag: Hulpvraag) -> bool:
    return turn.person.id in (*hulpvraag.helpers, hulpvraag.last_helper_id)


def pressed(turn: Turn, number: str, reason: str = "") -> Plan:
    """Ask a sleutelpersoon what happened, then report it."""
    hulpvraag = next((h for h in _lately(turn) if str(h.id) == number and _helped(turn, h)), None)
    if hulpvraag is None:
        return turn.notice(unreadable.old_button(turn.w))
    if reason not in tuple(Reason):
        asked = wording.what_happened(turn.w, hulpvraag.id)
        return turn.notice() + (_left(turn) if reason == wording.STOP else turn.say(asked))
    if _known(turn, hulpvraag, turn.person.id, True):
        return turn.notice() + turn.replace_pressed(wording.reported_before(turn.w))
    made = _filed(turn, hulpvraag, turn.person.id, reason, by_helper=True)
    thanks = turn.replace_pressed(wording.thanks_helper(turn.w, hulpvraag.id))
    return turn.notice("🛑") + Plan((made,)) + thanks + _hold(turn, hulpvraag) + judging.ask(turn, _as_kept(turn, made))


def _left(turn: Turn) -> Plan:
    return turn.replace_pressed(wording.not_reported(turn.w))


def _known(turn: Turn, hulpvraag: Hulpvraag, helper_id: int, by_helper: bool) -> bool:
    """Return whether this side reported this conversation before."""
    before = turn.store.reports.of_hulpvraag(hulpvraag.id)
    return any((each.helper_id, each.by_helper) == (helper_id, by_helper) for each in before)


def _filed(turn: Turn, hulpvraag: Hulpvraag, helper_id: int, reason: str, by_helper: bool) -> FileReport:
    said_by = hulpvraag.nieuwkomer_id if by_helper else helper_id
    quoted = tuple(redact(text) for text in turn.store.reports.words(hulpvraag.id, said_by, QUOTED))
    number = turn.store.reports.next_id()
    return FileReport(number, hulpvraag.id, hulpvraag.nieuwkomer_id, helper_id, by_helper, reason, quoted)


def _as_kept(turn: Turn, new: FileReport) -> Report:
    return Report(
        new.id, new.hulpvraag_id, new.nieuwkomer_id, new.helper_id, new.by_helper, new.reason, turn.now, new.words
    )


def _hold(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Take the hulpvraag from its sleutelpersoon and hold it; one that is over, or that somebody else has, stays."""
    state = after(hulpvraag.state, Step.REPORT)
    if state is None or (hulpvraag.helpers and turn.person.id not in hulpvraag.helpers):
        return Plan((Unchanged(hulpvraag.id, hulpvraag.version),))
    changes = {**dict.fromkeys(TALK), "state": state, "last_helper_id": hulpvraag.sleutelpersoon_id or turn.person.id}
    effects = (ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes), Skip(hulpvraag.id, turn.person.id))
    waited = offering.retract(turn, hulpvraag.id) if hulpvraag.state is State.WAITING else Plan()
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    said = wording.stopped(words(nieuwkomer.taal), helper_name(turn, hulpvraag), hulpvraag.id)
    others = [turn.store.people.get(each) for each in hulpvraag.helpers if each != turn.person.id]
    told = tuple(Send(p.telegram_id, wording.stopped_helper(words(p.taal), hulpvraag.id)) for p in others)
    return waited + Plan(effects, (Send(nieuwkomer.telegram_id, said), *told))


def _helpers(turn: Turn, hulpvraag: Hulpvraag) -> list[Person]:
    """Return about whom a nieuwkomer can complain: who help now, and who did so last."""
    numbers = dict.fromkeys(n for n in (*hulpvraag.helpers, hulpvraag.last_helper_id) if n)
    return [turn.store.people.get(number) for number in numbers]


def complain(turn: Turn) -> Plan:
    """/klacht: about the sleutelpersoon of now, or of the last days."""
    return _about_whom(turn, [h for h in _lately(turn) if h.nieuwkomer_id == turn.person.id])


def _about_whom(turn: Turn, own: list[Hulpvraag]) -> Plan:
    choices = [(h, person) for h in own for person in _helpers(turn, h)]
    if len(choices) == 1:
        return turn.say(_what_he_did(turn, *choices[0]))
    buttons = {f"klacht:{h.id}:{person.id}": f"{_naam(turn, person)} · #{h.id}" for h, person in choices}
    return turn.say(wording.which(turn.w, buttons) if buttons else wording.nothing_to_report(turn.w))


def _what_he_did(turn: Turn, hulpvraag: Hulpvraag, person: Person) -> Text:
    return wording.what_he_did(turn.w, _naam(turn, person), hulpvraag.id, person.id)


def _naam(turn: Turn, person: Person) -> str:
    return person.naam or wording.unnamed(turn.w)


def complained(turn: Turn, number: str, helper: str = "", reason: str = "") -> Plan:
    """Ask a nieuwkomer about whom and what it is, then report it."""
    own = [h for h in _lately(turn) if str(h.id) == number and h.nieuwkomer_id == turn.person.id]
    if not own:
        return turn.notice(unreadable.old_button(turn.w))
    if not helper:
        return turn.notice() + _about_whom(turn, own)
    hulpvraag = own[0]
    person = next((p for p in _helpers(turn, hulpvraag) if str(p.id) == helper), None)
    if person is None:
        return turn.notice(unreadable.old_button(turn.w))
    if reason not in tuple(Reason):
        shown = turn.say(_what_he_did(turn, hulpvraag, person))
        return turn.notice() + (_left(turn) if reason == wording.STOP else shown)
    if _known(turn, hulpvraag, person.id, False):
        return turn.notice() + turn.replace_pressed(wording.reported_before(turn.w))
    return turn.notice("🛑") + _complaint(turn, hulpvraag, person, reason)


def _complaint(turn: Turn, hulpvraag: Hulpvraag, person: Person, reason: str) -> Plan:
    """Keep it, and let the nieuwkomer go on at once with somebody else: he has done nothing."""
    made = _filed(turn, hulpvraag, person.id, reason, by_helper=False)
    kept = Plan((made,)) + judging.ask(turn, _as_kept(turn, made))
    if person.id not in hulpvraag.helpers or after(hulpvraag.state, Step.GIVE_BACK) is None:
        thanks = wording.thanks_nieuwkomer(turn.w, _naam(turn, person), None)
        return kept + Plan((Unchanged(hulpvraag.id, hulpvraag.version),)) + turn.replace_pressed(thanks)
    again, somebody = _without(turn, hulpvraag, person)
    thanks = wording.thanks_nieuwkomer(turn.w, _naam(turn, person), somebody)
    told = Send(person.telegram_id, wording.stopped_helper(words(person.taal), hulpvraag.id))
    return kept + turn.replace_pressed(thanks) + Plan(outgoing=(told,)) + again


def _without(turn: Turn, hulpvraag: Hulpvraag, person: Person) -> tuple[Plan, bool | None]:
    """Let the other sleutelpersoon go on, or the queue; return also whether others can help, None when one does."""
    there = on_behalf(turn.house, person, turn.now)
    if person.id == hulpvraag.second_id:
        return succeeding.part(there, hulpvraag, person), None
    goes_on = succeeding.succeed(there, hulpvraag)
    return (goes_on, None) if goes_on else return_to_queue(turn, hulpvraag, person)
