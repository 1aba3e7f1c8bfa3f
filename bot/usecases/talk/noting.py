"""Internal notes on a hulpvraag: for who helps now and who helps after him, never for the nieuwkomer."""

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.redacting import MASK, redact
from bot.domain.talk_effects import AddNote
from bot.replies import talking as wording
from bot.replies import unreadable
from bot.usecases.awaiting import asked, awaited
from bot.usecases.queue.claiming import found
from bot.usecases.talk import talking
from bot.usecases.turn import Turn

WAITING = "notitie"
REF = "notities"
LONGEST = 1000


def argument(turn: Turn) -> str:
    """Return what was typed behind a command."""
    _, *rest = turn.incoming.text.split(maxsplit=1)
    return rest[0].strip() if rest else ""


def command(turn: Turn) -> Plan:
    """/notitie: keep what is typed behind it; alone it shows the notes, or asks for the first."""
    current = talking.helped(turn)
    if current is None:
        return turn.say(wording.nothing_to_do(turn.w))
    if isinstance(current, talking.Unclear):
        return talking.unclear(turn, current)
    return _keep(turn, current, argument(turn)) if argument(turn) else _show(turn, current)


def _show(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    notes = turn.store.talks.notes(hulpvraag.id)
    if not notes:
        return _ask(turn, hulpvraag)
    return turn.showing(wording.show_notes(turn.w, hulpvraag.id, notes), f"{REF}:{hulpvraag.id}")


def _ask(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    waits = turn.change(waiting=asked(turn, WAITING, hulpvraag=str(hulpvraag.id)))
    return waits + turn.showing(wording.write_note(turn.w, hulpvraag.id), f"{REF}:{hulpvraag.id}")


def press(turn: Turn, number: str, value: str = "") -> Plan:
    """Ask for a note by a button, or stop asking."""
    hulpvraag = own(turn, number)
    if hulpvraag is None or value not in ("", "nee"):
        return turn.notice(unreadable.old_button(turn.w))
    if value:
        return turn.notice("👌") + turn.change(waiting=None) + turn.replace_pressed(wording.no_note(turn.w))
    return turn.notice() + _ask(turn, hulpvraag)


def own(turn: Turn, number: str) -> Hulpvraag | None:
    """Return the hulpvraag that a button names, if this sleutelpersoon helps there now."""
    hulpvraag = found(turn, number)
    inside = hulpvraag and hulpvraag.state is State.CLAIMED and turn.person.id in hulpvraag.helpers
    return hulpvraag if inside else None


def typed(turn: Turn) -> Plan | None:
    """Take a text as a note when one was asked for, or when it replies to notes that were shown."""
    number = _replied(turn) or (awaited(turn, WAITING) or {}).get("hulpvraag")
    if number is None:
        return None
    hulpvraag = own(turn, number)
    done = turn.change(waiting=None)
    return done + (_keep(turn, hulpvraag, turn.incoming.text) if hulpvraag else turn.say(wording.too_late(turn.w)))


def _replied(turn: Turn) -> str | None:
    kind, _, number = turn.replied_ref.partition(":")
    return number if kind == REF else None


def _keep(turn: Turn, hulpvraag: Hulpvraag, text: str) -> Plan:
    """Keep a note without what points to a person."""
    if len(text) > LONGEST:
        return turn.say(wording.note_too_long(turn.w, LONGEST))
    kept = redact(text.strip())
    said = wording.noted(turn.w, hulpvraag.id, MASK in kept)
    return Plan((AddNote(hulpvraag.id, turn.person.id, kept),)) + turn.showing(said, f"{REF}:{hulpvraag.id}")
