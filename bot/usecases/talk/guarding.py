"""Contact details are passed on only when the sender says so."""

from dataclasses import replace

from bot.domain.effects import Plan, Unchanged
from bot.domain.hulpvraag import State
from bot.domain.outgoing import Text
from bot.domain.redacting import reaches
from bot.domain.talk_effects import Hold, LetGo
from bot.domain.talks import Held
from bot.replies import talking as wording
from bot.replies import unreadable
from bot.usecases.talk import captions, talking
from bot.usecases.talk.talking import Talk
from bot.usecases.turn import Turn

TEXT, EDIT, CAPTION = "text", "edit", "caption"
ASKED = "toch"


def said(turn: Turn, current: Talk) -> Plan:
    """Pass a typed text on, unless it tells how to reach somebody outside the bot."""
    return _guarded(turn, current, TEXT)


def sent(turn: Turn, current: Talk, kind: str) -> Plan:
    """Pass a file on, unless what is written under it tells how to reach somebody."""
    return _guarded(turn, current, kind)


def _guarded(turn: Turn, current: Talk, kind: str) -> Plan:
    if turn.incoming.mention:
        return turn.say(wording.no_mention(turn.w))
    if not reaches(turn.incoming.text):
        return _pass_on(turn, current, kind)
    return _hold(turn, current.hulpvraag.id, current.hulpvraag.version, kind) + turn.showing(
        wording.send_anyway(turn.w, turn.incoming.message_id or 0), f"{ASKED}:{turn.incoming.message_id}"
    )


def _hold(turn: Turn, hulpvraag_id: int, version: int, kind: str) -> Plan:
    incoming = turn.incoming
    held = Hold(
        hulpvraag_id, turn.person.id, incoming.chat_id, incoming.message_id or 0, kind, incoming.text,
        incoming.reply_to,
    )  # fmt: skip
    return Plan((Unchanged(hulpvraag_id, version), held))


def _pass_on(turn: Turn, current: Talk, kind: str) -> Plan:
    if kind == TEXT:
        return talking.relay(turn, current)
    if kind == EDIT:
        return talking.relay_edit(turn, current)
    if kind == CAPTION:
        return captions.change(turn, current)
    return talking.relay_file(turn, current, kind)


def edited(turn: Turn) -> Plan | None:
    """Handle an edited message of a conversation, None when it belongs to none."""
    held = _held(turn, turn.incoming.message_id or 0)
    if held:
        return _edited_held(turn, held)
    current = talking.said_in(turn)
    if current is None:
        return None
    item = turn.incoming.attachment
    if item is None:
        return _guarded(turn, current, EDIT)
    # A shared place moves on by itself, and each step comes as an edit.
    return _guarded(turn, current, CAPTION) if item.kind in captions.CAPTIONED else Plan()


def _held(turn: Turn, message_id: int) -> Held | None:
    return turn.store.talks.held(turn.incoming.chat_id, message_id)


def _edited_held(turn: Turn, held: Held) -> Plan:
    """Keep the newest words of what is held back; without contact details it goes on at once."""
    current = _of(turn, held)
    if current is None:
        return Plan()
    if reaches(turn.incoming.text):
        return _hold(turn, held.hulpvraag_id, current.hulpvraag.version, held.kind)
    there = _as_it_was(turn, replace(held, text=turn.incoming.text))
    return Plan((LetGo(held.chat_id, held.message_id),)) + _pass_on(there, current, held.kind)


def _of(turn: Turn, held: Held) -> Talk | None:
    """Return the conversation that a held message belongs to, if it still goes on with this person in it."""
    hulpvraag = turn.store.hulpvragen.get(held.hulpvraag_id)
    if hulpvraag is None or hulpvraag.state is not State.CLAIMED:
        return None
    return talking.as_seen(turn, hulpvraag) if turn.person.id in hulpvraag.sides else None


def _as_it_was(turn: Turn, held: Held) -> Turn:
    """Return the turn as if the held message came in now."""
    came = replace(turn.incoming, text=held.text, message_id=held.message_id, reply_to=held.reply_to)
    return replace(turn, incoming=came)


def settle(turn: Turn, value: str, message_id: str) -> Plan:
    """Send what was held back, or leave it."""
    held = _held(turn, int(message_id))
    if held is None or value not in ("ja", "nee"):
        return turn.notice(unreadable.old_button(turn.w))
    gone = Plan((LetGo(held.chat_id, held.message_id),))
    current = _of(turn, held)
    if current is None or value == "nee":
        shown = wording.not_sent(turn.w)
        return turn.notice() + gone + turn.replace_pressed(shown)
    shown = Text(wording.sent_anyway(turn.w))
    passed = _pass_on(_as_it_was(turn, held), current, held.kind)
    return turn.notice("✅") + gone + turn.replace_pressed(shown) + passed
