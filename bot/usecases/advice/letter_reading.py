"""A sleutelpersoon reads a draft letter: marks what is unclear, says something about it, or has no time."""

from dataclasses import replace

from bot.domain.advice_effects import ChangeLetter
from bot.domain.effects import Plan
from bot.domain.letters import READERS, Letter, Reading, Reads, done
from bot.domain.outgoing import Edit, Send
from bot.domain.redacting import redact
from bot.i18n import words
from bot.replies import letters as wording
from bot.replies import unreadable
from bot.usecases import awaiting
from bot.usecases.advice.letters import MARKS, TEXT, end, invite, owners
from bot.usecases.turn import Turn

REMARK = "lezer"
LONGEST_REMARK, MOST_REMARKS = 600, 5


def press(turn: Turn, deed: str, number: str, *arguments: str) -> Plan:
    """Carry out a button of a reader; who is not asked (any more) is told so."""
    letter = turn.store.letters.get(int(number))
    reading = letter.of(turn.person.id) if letter else None
    if letter is None or reading is None or letter.ended_at or reading.state is not Reads.ASKED:
        ready = reading is not None and reading.state is Reads.DONE
        return turn.notice(wording.done_before(turn.w) if ready else wording.not_asked(turn.w))
    match (deed, *arguments):
        case ("alinea", paragraph) if 1 <= int(paragraph) <= len(letter.paragraphs):
            return _toggle(turn, letter, reading, int(paragraph))
        case ("zeg",):
            waiting = awaiting.asked(turn, REMARK, letter=number)
            shown = turn.showing(wording.remark(turn.w), f"{TEXT}:{number}")
            return turn.notice() + turn.change(waiting=waiting) + shown
        case ("klaar",):
            return turn.notice("✅") + _finish(turn, letter, reading)
        case ("pas",):
            return turn.notice("👌") + _pass(turn, letter, reading)
    return turn.notice(unreadable.old_button(turn.w))


def _toggle(turn: Turn, letter: Letter, reading: Reading, paragraph: int) -> Plan:
    changed = replace(reading, unclear=reading.unclear ^ {paragraph})
    kept = Plan((ChangeLetter(letter.id, letter.version, (changed,)),))
    return turn.notice() + kept + turn.replace_pressed(wording.mark(turn.w, letter, changed))


def _finish(turn: Turn, letter: Letter, reading: Reading) -> Plan:
    """Note that a reader is ready; the last one brings the result to the beheerder."""
    changed = replace(reading, state=Reads.DONE)
    readings = letter.with_reading(changed)
    last = done(readings) >= READERS
    kept = Plan((ChangeLetter(letter.id, letter.version, (changed,), ended=last),))
    shown = wording.thanks(turn.w, letter.id)
    said = Plan(outgoing=(Edit(turn.incoming.chat_id, shown, ref=f"{MARKS}:{letter.id}"),))
    said += turn.say(shown) if _pressed_elsewhere(turn) else Plan()
    return kept + _no_remark(turn) + said + (Plan(outgoing=end(turn.store, letter, readings)) if last else Plan())


def _pressed_elsewhere(turn: Turn) -> bool:
    """Return whether the button stood under another message than the one with the numbers."""
    named = turn.store.outbox.ref_at(turn.incoming.chat_id, turn.incoming.message_id or 0) or ""
    return not named.startswith(f"{MARKS}:")


def _no_remark(turn: Turn) -> Plan:
    waiting = turn.person.waiting
    return turn.change(waiting=None) if waiting and waiting.what == REMARK else Plan()


def _pass(turn: Turn, letter: Letter, reading: Reading) -> Plan:
    """Let somebody else take over; when there is nobody, the beheerder is told."""
    readings = letter.with_reading(replace(reading, state=Reads.PASSED))
    new, sent = invite(turn.store, letter, readings, turn.now)
    changed = ChangeLetter(letter.id, letter.version, (replace(reading, state=Reads.PASSED), *new))
    told = () if new else tuple(
        Send(person.telegram_id, wording.nobody_else(words(person.taal), letter, readings))
        for person in owners(turn.store, letter)
    )  # fmt: skip
    return Plan((changed,), (*sent, *told)) + _no_remark(turn) + turn.replace_pressed(wording.passed(turn.w))


def writes(turn: Turn) -> bool:
    """Return whether a reader is asked for the words of a remark."""
    return turn.person.sleutelpersoon is not None and awaiting.awaited(turn, REMARK) is not None


def heard(turn: Turn) -> Plan | None:
    """Keep what a reader says in reply to the letter, or after he was asked for it."""
    kind, _, number = turn.replied_ref.partition(":")
    if kind not in (TEXT, MARKS):
        data = awaiting.awaited(turn, REMARK) if turn.person.sleutelpersoon else None
        number = data["letter"] if data else ""
    if not number:
        return None
    letter = turn.store.letters.get(int(number))
    reading = letter.of(turn.person.id) if letter else None
    if letter is None or reading is None or letter.ended_at or reading.state is not Reads.ASKED:
        return _no_remark(turn) + turn.say(wording.remark_late(turn.w))
    text = redact(turn.incoming.text.strip())
    if len(text) > LONGEST_REMARK:
        return turn.say(wording.remark_too_long(turn.w, LONGEST_REMARK))
    changed = replace(reading, remarks=(*reading.remarks, text)[-MOST_REMARKS:])
    kept = Plan((ChangeLetter(letter.id, letter.version, (changed,)),))
    return kept + _no_remark(turn) + turn.say(wording.remark_kept(turn.w, letter.id))
