"""Contact details are passed on only when the sender says so, and what was said can be taken back for two days."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.effects import Plan, Unchanged
from bot.domain.hulpvraag import State
from bot.domain.outgoing import Delete, Send, Text
from bot.domain.redacting import reaches
from bot.domain.talk_effects import DropMessage, Hold, LetGo
from bot.domain.talks import Held
from bot.i18n import words
from bot.replies import talking as wording
from bot.replies import unreadable
from bot.storage import Store
from bot.usecases import talking
from bot.usecases.talking import Talk
from bot.usecases.turn import Turn

TEXT, EDIT = "text", "edit"
DELETABLE = timedelta(hours=48)


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
        wording.send_anyway(turn.w, turn.incoming.message_id or 0), None
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
    return talking.relay_file(turn, current, kind)


def edited(turn: Turn) -> Plan | None:
    """Handle an edited message of a conversation, None when it belongs to none."""
    held = _held(turn, turn.incoming.message_id or 0)
    if held:
        return _edited_held(turn, held)
    current = talking.said_in(turn)
    if current is None or turn.incoming.attachment is not None:
        return None
    return _guarded(turn, current, EDIT)


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


def take_back(turn: Turn) -> Plan:
    """/weg as a reply to one's own message: its copy at the other side is deleted; the answer comes after that."""
    at = turn.incoming.reply_to
    if at is None:
        return turn.say(wording.how_to_take_back(turn.w))
    if _held(turn, at):
        return Plan((LetGo(turn.incoming.chat_id, at),)) + turn.say(wording.not_sent(turn.w))
    copies = turn.store.outbox.copies_of(turn.incoming.chat_id, at)
    if not copies:
        return turn.say(wording.not_passed_on(turn.w))
    if turn.now - min(copy.created_at for copy in copies) > DELETABLE:
        return turn.say(wording.too_old(turn.w))
    deletes = tuple(Delete(copy.chat_id, copy.ref) for copy in copies)
    return Plan((DropMessage(turn.incoming.chat_id, at),), deletes)


@dataclass(frozen=True)
class Settled:
    """What became of a relayed message or of taking one back: `reason` is why it failed, None when it worked."""

    method: str
    ref: str
    reason: str | None


def told(store: Store, settled: Settled) -> Plan:
    """Tell the sender what became of his message: that it is taken back, or why it did not arrive."""
    parts = settled.ref.split(":")
    whole = len(parts) == len(("relay", "hulpvraag", "chat", "message"))
    taking_back = settled.method == "Delete"
    if parts[0] != "relay" or (taking_back and not whole) or (not taking_back and settled.reason is None):
        return Plan()
    sender = store.people.at(int(parts[2]))
    if sender is None:
        return Plan()
    w = words(sender.taal)
    if not taking_back:
        text = wording.not_delivered(w, settled.reason or "")
    else:
        text = wording.taken_back(w) if settled.reason is None else wording.stays(w)
    name = f"terug:{settled.reason or ''}:{parts[2]}:{parts[3]}" if taking_back else None
    if name and sender.telegram_id in store.outbox.chats_with(name):
        return Plan()  # two people had a copy; what became of both is said once
    return Plan(outgoing=(Send(sender.telegram_id, text, name, reply_to=int(parts[3])),))
