"""Hand a hulpvraag over to a person or a role; the note that goes along stays among colleagues."""

from dataclasses import replace

from bot.domain.effects import ChangeHulpvraag, ChangePerson, Effect, Plan, Skip
from bot.domain.endings import OffersAreOver
from bot.domain.hulpvraag import Hulpvraag, State, Step, after
from bot.domain.outgoing import Send
from bot.domain.people import ROLLEN, Person
from bot.domain.redacting import redact
from bot.domain.talk_effects import AddNote
from bot.domain.talks import Note
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import talking as wording
from bot.replies import unreadable
from bot.replies.rollen import rollen
from bot.usecases.after import debriefing, judging
from bot.usecases.awaiting import asked, awaited
from bot.usecases.queue import availability, offering
from bot.usecases.queue.claiming import TALK, found
from bot.usecases.queue.requesting import helper_name
from bot.usecases.queue.showing import card, case
from bot.usecases.talk import succeeding, talking
from bot.usecases.turn import Turn, on_behalf

WAITING = "overdragen"
STOP = "nee"
COORDINATOR = "coordinator"


def _may(turn: Turn, hulpvraag: Hulpvraag) -> bool:
    """Return whether this person may hand over: his own, or any when he is coordinator; never his own question."""
    if not after(hulpvraag.state, Step.HAND_OVER) or turn.person.id in (hulpvraag.nieuwkomer_id, *hulpvraag.never):
        return False
    return hulpvraag.sleutelpersoon_id == turn.person.id or turn.person.coordinates


def able(turn: Turn, hulpvraag: Hulpvraag) -> list[Person]:
    """Return who can get a hulpvraag handed over, those with the kind of help that was asked first."""
    others = (hulpvraag.sleutelpersoon_id, hulpvraag.nieuwkomer_id, *hulpvraag.never)
    people = [
        person
        for person in turn.store.people.sleutelpersonen()
        if person.id not in others and person.reachable and person.greeted_at is not None
        and not person.blocked(turn.now)
        and (who := person.sleutelpersoon) and who.available and who.speaks(hulpvraag.taal)
    ]  # fmt: skip
    load = turn.store.hulpvragen.load()
    return sorted(people, key=lambda p: (hulpvraag.rol not in _rollen(p), load.get(p.id, 0), p.id))


def _rollen(person: Person) -> frozenset[str]:
    return person.sleutelpersoon.rollen if person.sleutelpersoon else frozenset()


def command(turn: Turn) -> Plan:
    """/overdragen: the hulpvraag that is active or replied to."""
    current = talking.helped(turn)
    if current is None:
        return turn.say(wording.nothing_to_do(turn.w))
    if isinstance(current, talking.Unclear):
        return talking.unclear(turn, current)
    if not _may(turn, current):
        return turn.say(wording.nothing_to_do(turn.w))
    return turn.say(wording.to_whom(turn.w, current.id, able(turn, current)))


def choose(turn: Turn, argument: str) -> Plan:
    """Carry out the button under a card, or that of a coordinator in the queue."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or not _may(turn, hulpvraag):
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice() + turn.say(wording.to_whom(turn.w, hulpvraag.id, able(turn, hulpvraag)))


def queue(turn: Turn) -> Plan:
    """/wachtrij; a coordinator also sees what everybody has."""
    plan = availability.queue(turn)
    store = turn.store.hulpvragen
    everything = [*store.waiting(), *store.claimed()]
    items = [(item, helper_name(turn, item)) for item in everything if _may(turn, item)]
    if not turn.person.coordinates:
        return plan
    plan += judging.listed(turn)
    if not items:
        return plan
    return plan + turn.say(wording.overview(turn.w, items, turn.house.gemeenten, turn.now))


def chosen(turn: Turn, argument: str, to: str) -> Plan:
    """Remember to whom, and ask for the note."""
    hulpvraag, naam = found(turn, argument), _named(turn, to)
    if hulpvraag is None or naam is None or not _may(turn, hulpvraag):
        return turn.notice(unreadable.old_button(turn.w))
    waits = turn.change(waiting=asked(turn, WAITING, hulpvraag=argument, to=to))
    return turn.notice() + waits + turn.say(wording.note_along(turn.w, hulpvraag.id, to, naam))


def _named(turn: Turn, to: str) -> str | None:
    """Return how a receiver is called, or None when there is no such receiver (any more)."""
    if to in ROLLEN:
        return rollen(turn.w)[to]
    people = {str(person.id): person for person in turn.store.people.sleutelpersonen()}
    who = people[to].sleutelpersoon if to in people else None
    return who.naam if who else None


def typed(turn: Turn) -> Plan | None:
    """Take a typed text as the note that was asked for, if one was."""
    data = awaited(turn, WAITING)
    return _hand_over(turn, data["hulpvraag"], data["to"], turn.incoming.text) if data else None


def without_note(turn: Turn, argument: str, to: str) -> Plan:
    """Hand over without a note, or not at all."""
    hulpvraag = found(turn, argument)
    waiting = turn.person.waiting
    asked_for = waiting is not None and waiting.what == WAITING and waiting.data["hulpvraag"] == argument
    if hulpvraag is None or not asked_for or not _may(turn, hulpvraag):
        return turn.notice(unreadable.old_button(turn.w))
    if to == STOP:
        said = wording.kept(turn.w, hulpvraag.id)
        return turn.notice() + turn.change(waiting=None) + turn.replace_pressed(said)
    return turn.notice() + _hand_over(turn, argument, to)


def _hand_over(turn: Turn, argument: str, to: str, typed_note: str = "") -> Plan:
    """Hand over to a person or a role; when the person cannot take it any more, the note is kept and one asks again."""
    hulpvraag = found(turn, argument)
    done = turn.change(waiting=None)
    if hulpvraag is None or not _may(turn, hulpvraag):
        return done + turn.say(wording.nothing_to_do(turn.w))
    note = redact(typed_note.strip())
    if note:
        done += Plan((AddNote(hulpvraag.id, turn.person.id, note),))
    if to in ROLLEN:
        return done + _to_role(turn, hulpvraag, to)
    person = next((p for p in able(turn, hulpvraag) if str(p.id) == to), None)
    if person is None:
        return done + turn.say(wording.to_whom(turn.w, hulpvraag.id, able(turn, hulpvraag)))
    return done + _to_person(turn, hulpvraag, person, note)


def _to_person(turn: Turn, hulpvraag: Hulpvraag, person: Person, note: str) -> Plan:
    """Give it to a person, who gets the card; everybody concerned is told."""
    who, before = person.sleutelpersoon, hulpvraag.sleutelpersoon_id
    state = after(hulpvraag.state, Step.HAND_OVER)
    assert who is not None
    changes: dict[str, object] = {
        "state": state, "sleutelpersoon_id": person.id, "claimed_at": turn.now, "answered_at": None, "warned_at": None
    }  # fmt: skip
    there = on_behalf(turn.house, person, turn.now)
    by = turn.person.sleutelpersoon
    if person.id == hulpvraag.second_id:
        changes |= succeeding.SECOND_GONE
    notes = (Note(by.naam if by else None, note, turn.now),) if note else ()
    told = wording.received(there.w, hulpvraag.id, by.naam if by and turn.person.id != person.id else None)
    return (
        Plan((ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),)) + _at_once(turn, person, hulpvraag)
        + _tell_helpers(turn, hulpvraag, who.naam) + there.say(told) + case(there, hulpvraag, notes)
        + _tell_nieuwkomer(turn, hulpvraag, who.naam)
        + (offering.retract(turn, hulpvraag.id, who.naam) if before is None else Plan())
        + debriefing.leaving(turn, hulpvraag, before)
    )  # fmt: skip


def _at_once(turn: Turn, person: Person, hulpvraag: Hulpvraag) -> Plan:
    """Let what he types go there when nothing else is open for him; else he is asked first which one he means."""
    busy = turn.store.hulpvragen.helped_by(person.id) or turn.store.hulpvragen.of_nieuwkomer(person.id)
    return Plan((ChangePerson(person, {"active_hulpvraag": None if busy else hulpvraag.id}),))


def _tell_helpers(turn: Turn, hulpvraag: Hulpvraag, naam: str) -> Plan:
    """Confirm it, and tell who helped until now when a coordinator did it."""
    plan = turn.say(wording.handed_over(turn.w, hulpvraag.id, naam))
    if hulpvraag.sleutelpersoon_id in (None, turn.person.id):
        return plan
    before = turn.store.people.get(hulpvraag.sleutelpersoon_id or 0)
    said = wording.handed_over(words(before.taal), hulpvraag.id, naam)
    return plan + Plan(outgoing=(Send(before.telegram_id, said),))


def _tell_nieuwkomer(turn: Turn, hulpvraag: Hulpvraag, naam: str) -> Plan:
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    w = words(nieuwkomer.taal)
    asks = hulpvraag.question is None and not turn.store.hulpvragen.attachments(hulpvraag.id)
    if hulpvraag.state is State.WAITING:
        said = to_nieuwkomer.claimed(w, naam, hulpvraag.id, asks)
    else:
        said = wording.somebody_else(w, helper_name(turn, hulpvraag), naam, hulpvraag.id, asks)
    return Plan(outgoing=(Send(nieuwkomer.telegram_id, said, card(hulpvraag.id)),))


def _to_role(turn: Turn, hulpvraag: Hulpvraag, rol: str) -> Plan:
    """Put it in the queue for a role; who helped until now does not get it offered again."""
    before = hulpvraag.sleutelpersoon_id
    skipped = hulpvraag.skipped | ({before} if before else set())
    waiting = replace(hulpvraag, state=State.WAITING, sleutelpersoon_id=None, skipped=skipped, rol=rol)
    to, wave = offering.receivers(turn.house, waiting, turn.now, without=before)
    if rol == COORDINATOR:
        to = _coordinators(turn, waiting) or to
    changes: dict[str, object] = {"rol": rol, "wave": wave, "wave_at": turn.now}
    effects: tuple[Effect, ...] = ()
    told_second = succeeding.tell_second(turn, hulpvraag)
    if before is not None:
        changes |= {**dict.fromkeys(TALK), "state": after(hulpvraag.state, Step.GIVE_BACK), "last_helper_id": before}
        effects = (Skip(hulpvraag.id, before), OffersAreOver(offering.ref(hulpvraag.id)))
    changed = ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes)
    told = _tell_helpers(turn, hulpvraag, rollen(turn.w)[rol])
    told += told_second + debriefing.after(turn, hulpvraag)
    return Plan((changed, *effects)) + told + _given_back(turn, hulpvraag, bool(to)) + offering.offer(turn, waiting, to)


def _coordinators(turn: Turn, hulpvraag: Hulpvraag) -> list[Person]:
    """Return the coordinators, whatever they speak: they find somebody who does."""
    return [
        person
        for person in turn.store.people.sleutelpersonen()
        if person.coordinates and person.reachable and person.greeted_at is not None
        and person.id not in (*hulpvraag.skipped, *hulpvraag.never, hulpvraag.nieuwkomer_id)
    ]  # fmt: skip


def _given_back(turn: Turn, hulpvraag: Hulpvraag, somebody: bool) -> Plan:
    """Tell the nieuwkomer that somebody else is looked for, when he was being helped."""
    if hulpvraag.state is State.WAITING:
        return Plan()
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    said = to_nieuwkomer.given_back(words(nieuwkomer.taal), helper_name(turn, hulpvraag), hulpvraag.id, somebody)
    return Plan(outgoing=(Send(nieuwkomer.telegram_id, said),))
