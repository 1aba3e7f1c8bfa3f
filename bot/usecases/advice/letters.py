"""The letter check: a beheerder puts a draft letter forward, sleutelpersonen say what is unclear, it comes back."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.advice_effects import ChangeLetter, OpenLetter
from bot.domain.effects import Plan
from bot.domain.letters import LONGEST, READERS, Letter, Reading, Reads, asked, done, paragraphs
from bot.domain.outgoing import Edit, Outgoing, Send
from bot.domain.people import Person
from bot.domain.redacting import MASK, redact
from bot.i18n import words
from bot.replies import letters as wording
from bot.replies import unreadable
from bot.storage import Store
from bot.usecases import awaiting
from bot.usecases.turn import Turn

PATIENCE = timedelta(days=3)
DRAFT = "brief"
TEXT, MARKS = "brieftekst", "briefvraag"


def begin(turn: Turn) -> Plan:
    """/brief: what is being read now, and the text of a new one; a text after the command is its beginning."""
    typed = "".join(turn.incoming.text.split(maxsplit=1)[1:]).strip()
    waiting = turn.person.waiting
    before = waiting.data["text"] if waiting and waiting.what == DRAFT else ""
    if typed or before:
        return _collect(turn, before, typed)
    return _ask(turn)


def _ask(turn: Turn) -> Plan:
    said = turn.say(wording.write(turn.w, turn.store.letters.open(), LONGEST))
    return turn.change(waiting=awaiting.asked(turn, DRAFT, text="")) + said


def _collect(turn: Turn, before: str, typed: str) -> Plan:
    whole = "\n\n".join(filter(None, (before, redact(typed))))
    if len(whole) > LONGEST:
        kept = turn.change(waiting=awaiting.asked(turn, DRAFT, text=before))
        return kept + turn.say(wording.too_long(turn.w, len(whole), LONGEST))
    shown = wording.collected(turn.w, len(paragraphs(whole)), len(whole), LONGEST, MASK in whole)
    return turn.change(waiting=awaiting.asked(turn, DRAFT, text=whole)) + turn.say(shown)


def heard(turn: Turn) -> Plan | None:
    """Return what a typed text means when a letter, or more of it, is asked for; None when it is not."""
    draft = awaiting.awaited(turn, DRAFT) if turn.person.beheerder else None
    return _collect(turn, draft["text"], turn.incoming.text.strip()) if draft else None


def manage(turn: Turn, deed: str, *arguments: str) -> Plan:
    """Carry out a button of a beheerder."""
    waiting = turn.person.waiting
    draft = waiting.data["text"] if waiting and waiting.what == DRAFT else None
    match (deed, *arguments):
        case ("vraag",) if draft:
            return _put_forward(turn, paragraphs(draft))
        case ("opnieuw",) if draft is not None:
            return turn.notice() + _ask(turn)
        case ("weg",):
            forget = turn.change(waiting=None) if draft is not None else Plan()
            return turn.notice() + forget + turn.replace_pressed(wording.stopped(turn.w))
        case ("stop", number):
            return _stop(turn, turn.store.letters.get(int(number)))
        case ("vraag" | "opnieuw",):
            return turn.notice(wording.nothing_ready(turn.w))
    return turn.notice(unreadable.old_button(turn.w))


def _put_forward(turn: Turn, text: tuple[str, ...]) -> Plan:
    new = Letter(turn.store.letters.next_id(), turn.person.id, text, turn.now, 1)
    readings, sent = invite(turn.store, new, (), turn.now)
    made = Plan((OpenLetter(new.id, turn.person.id, text, readings),), sent)
    said = wording.put_forward(turn.w, new.id, len(readings), PATIENCE.days)
    return turn.notice("📬") + turn.change(waiting=None) + made + turn.replace_pressed(said)


def _stop(turn: Turn, letter: Letter | None) -> Plan:
    """End a check before everybody is ready; what is known now comes back, to whoever put it forward too."""
    if letter is None or letter.ended_at:
        return turn.notice(unreadable.old_button(turn.w))
    ended = Plan((ChangeLetter(letter.id, letter.version, ended=True),), end(turn.store, letter, letter.readings))
    if turn.person.id in {person.id for person in owners(turn.store, letter)}:
        return turn.notice("🏁") + ended
    return turn.notice("🏁") + ended + turn.say(wording.result(turn.w, letter, letter.readings))


def owners(store: Store, letter: Letter) -> list[Person]:
    """Return who gets the result: who put it forward, or every beheerder when he is none any more."""
    beheerders = store.people.beheerders()
    return [person for person in beheerders if person.id == letter.person_id] or beheerders


def end(store: Store, letter: Letter, readings: tuple[Reading, ...]) -> tuple[Outgoing, ...]:
    """Return the result for the beheerder, and the end for who was not ready."""
    told: list[Outgoing] = [
        Send(person.telegram_id, wording.result(words(person.taal), letter, readings))
        for person in owners(store, letter)
    ]
    for reading in readings:
        if reading.state is Reads.ASKED and reading.person_id:
            told.append(_edit(store, letter, reading.person_id, over=True))
    return tuple(told)


def _edit(store: Store, letter: Letter, person_id: int, over: bool) -> Edit:
    person = store.people.get(person_id)
    w = words(person.taal)
    said = wording.over(w, letter.id) if over else wording.taken_over(w)
    return Edit(person.telegram_id, said, ref=f"{MARKS}:{letter.id}")


def _free(store: Store, letter: Letter, readings: tuple[Reading, ...]) -> list[Person]:
    """Return who can be asked now, the least asked first."""
    often = store.letters.asked()
    besides = {letter.person_id, *(reading.person_id for reading in readings)}
    free = [p for p in store.people.sleutelpersonen() if _there(p) and p.id not in besides]
    return sorted(free, key=lambda person: (often.get(person.id, 0), person.id))


def _there(person: Person) -> bool:
    who = person.sleutelpersoon
    return who is not None and who.available and person.reachable and person.greeted_at is not None


def invite(
    store: Store, letter: Letter, readings: tuple[Reading, ...], now: datetime
) -> tuple[tuple[Reading, ...], tuple[Outgoing, ...]]:
    """Return new readings, for as many readers as are wanted and there, and what is sent to them."""
    wanted = READERS - done(readings) - asked(readings)
    people = _free(store, letter, readings)[: max(wanted, 0)]
    new = tuple(Reading(person.id, Reads.ASKED, now) for person in people)
    sent: list[Outgoing] = []
    for person, reading in zip(people, new, strict=True):
        w, chat = words(person.taal), person.telegram_id
        sent.append(Send(chat, wording.invited(w), f"{TEXT}:{letter.id}"))
        sent += [Send(chat, text, f"{TEXT}:{letter.id}") for text in wording.text(letter.paragraphs)]
        sent.append(Send(chat, wording.mark(w, letter, reading), f"{MARKS}:{letter.id}"))
    return new, tuple(sent)


def overdue(store: Store, now: datetime) -> list[Plan]:
    """Return what the clock does: readers who are gone or did not answer in time are replaced, missing ones asked.

    One plan a letter; a letter for which nothing can be done now has none. Each raises Stale when applied too late.
    """
    return [plan for letter in store.letters.open() if (plan := _replace(store, letter, now)).effects]


def _replace(store: Store, letter: Letter, now: datetime) -> Plan:
    reading = [each for each in letter.readings if each.state is Reads.ASKED]
    gone = [each for each in reading if _gone(store, each)]
    late = sorted((r for r in reading if r not in gone and r.asked_at + PATIENCE <= now), key=lambda r: r.asked_at)
    # Who is late may still answer as long as nobody can take over.
    spare = len(_free(store, letter, letter.readings)) - (READERS - done(letter.readings) - len(reading) + len(gone))
    late = late[: max(spare, 0)]
    changed = tuple(replace(each, state=Reads.REPLACED) for each in (*gone, *late))
    readings = letter.readings
    for each in changed:
        readings = replace(letter, readings=readings).with_reading(each)
    new, sent = invite(store, letter, readings, now)
    if not changed and not new:
        return Plan()
    edits = tuple(_edit(store, letter, each.person_id, over=False) for each in late if each.person_id)
    return Plan((ChangeLetter(letter.id, letter.version, (*changed, *new)),), (*edits, *sent))


def _gone(store: Store, reading: Reading) -> bool:
    """Return whether a reader cannot answer any more; whoever is only absent still can."""
    person = store.people.get(reading.person_id) if reading.person_id else None
    return person is None or person.sleutelpersoon is None or not person.reachable
