"""What was said is taken back for two days, an album as a whole, and what did not arrive is told to its sender."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.effects import Plan
from bot.domain.endings import OffersAreOver
from bot.domain.outgoing import Delete, Send
from bot.domain.talk_effects import DropMessage, LetGo
from bot.i18n import words
from bot.replies import talking as wording
from bot.storage import Store
from bot.storage.queued import Passed
from bot.usecases.talk import albums
from bot.usecases.talk.guarding import ASKED
from bot.usecases.talk.talking import SAID, TOLD, relay_ref
from bot.usecases.turn import Turn

DELETABLE = timedelta(hours=48)
WHOLE = len(("relay", "hulpvraag", "chat", "message"))


def take_back(turn: Turn) -> Plan:
    """/weg as a reply to one's own message, or to what tells that it was sent; the answer comes after the deletion."""
    at = turn.incoming.reply_to
    if at is None:
        return turn.say(wording.how_to_take_back(turn.w))
    kind, *rest = turn.replied_ref.split(":")
    if kind == TOLD:
        return _answer(turn, rest)
    return _message(turn, int(rest[0]) if kind == ASKED else at)


def _answer(turn: Turn, rest: Sequence[str]) -> Plan:
    """Take back an official answer or a saved reply, by the message that tells that it was sent."""
    copies = turn.store.outbox.named(":".join((SAID, *rest[:2])))
    return _too_late(turn, copies) or Plan(outgoing=tuple(Delete(copy.chat_id, copy.ref) for copy in copies))


def _too_late(turn: Turn, copies: Sequence[Passed]) -> Plan | None:
    if not copies or turn.now - min(copy.created_at for copy in copies) > DELETABLE:
        return turn.say(wording.too_old(turn.w))
    return None


def _message(turn: Turn, at: int) -> Plan:
    """Take back what was typed or sent: also what is held back, and what waits for somebody who can help."""
    chat_id, group = turn.incoming.chat_id, turn.incoming.reply_album
    album = albums.key(chat_id, group) if group else None
    held = turn.store.talks.held(chat_id, at)
    plan = Plan((LetGo(chat_id, at),)) if held else Plan()
    kept = tuple(i for i in turn.person.attachments if i.message_id != at and (group is None or i.album != group))
    waits = turn.store.hulpvragen.goes_along(chat_id, at, group) or kept != turn.person.attachments
    copies = turn.store.outbox.albums.copies_of(album) if album else []
    album = album if copies else None
    copies = [*copies, *turn.store.outbox.copies_of(chat_id, at)]
    plan += Plan((DropMessage(chat_id, at, group),)) if waits or copies else Plan()
    plan += turn.change(attachments=kept) if kept != turn.person.attachments else Plan()
    if not copies:
        return plan + turn.say(wording.not_sent(turn.w) if held or waits else wording.not_passed_on(turn.w))
    return _too_late(turn, copies) or plan + Plan(outgoing=_deletes(turn, at, copies, album))


def _deletes(turn: Turn, at: int, copies: Sequence[Passed], album: str | None) -> tuple[Delete, ...]:
    if album is None:
        return tuple(Delete(copy.chat_id, copy.ref) for copy in copies)
    hulpvraag = {copy.chat_id: int(copy.ref.split(":")[1]) for copy in copies}
    return tuple(Delete(to, relay_ref(h, turn.incoming.chat_id, at), album) for to, h in hulpvraag.items())


@dataclass(frozen=True)
class Settled:
    """What became of a relayed message or of taking one back: `reason` is why it failed, None when it worked.

    Of an album of `pieces`, `lost` ones were not there any more when it was passed on.
    """

    method: str
    ref: str
    reason: str | None
    chat_id: int = 0
    album: str | None = None
    pieces: int = 1
    lost: int = 0


def told(store: Store, settled: Settled) -> Plan:
    """Tell the sender what became of his message: that it is taken back, or why (some of) it did not arrive."""
    if settled.lost == settled.pieces:
        settled = replace(settled, reason="gone")
    parts = settled.ref.split(":")
    if parts[0] == SAID:
        return _answer_told(store, settled, parts)
    taking_back = settled.method == "Delete"
    news = taking_back or settled.reason is not None or settled.lost
    if parts[0] != "relay" or not news or parts[-1] == albums.HEADING or (taking_back and len(parts) != WHOLE):
        return Plan()
    sender = store.people.at(int(parts[2]))
    heading = store.outbox.albums.heading(settled.chat_id, settled.album) if settled.album else None
    bare = not taking_back and settled.reason is not None and heading is not None
    plan = Plan(outgoing=(Delete(settled.chat_id, heading),)) if bare and heading else Plan()
    if sender is None:
        return plan
    w = words(sender.taal)
    if taking_back:
        gone = wording.album_taken_back(w) if settled.album else wording.taken_back(w)
        text = gone if settled.reason is None else wording.stays(w)
    elif settled.reason is not None:
        text = wording.not_delivered(w, settled.reason)
    else:
        text = wording.some_not_delivered(w, settled.lost, settled.pieces)
    once = taking_back or settled.lost
    name = f"terug:{settled.reason or settled.lost or ''}:{parts[2]}:{parts[3]}" if once else None
    if name and sender.telegram_id in store.outbox.chats_with(name):
        return Plan()  # two people had a copy; what became of both is said once
    return plan + Plan(outgoing=(Send(sender.telegram_id, text, name, reply_to=int(parts[3])),))


def _answer_told(store: Store, settled: Settled, parts: Sequence[str]) -> Plan:
    """Tell who sent an answer by a button that it is gone, or that it could not be deleted or sent."""
    if len(parts) > len((SAID, "hulpvraag", "turn")) or (settled.method != "Delete" and settled.reason is None):
        return Plan()
    ref = ":".join((TOLD, *parts[1:]))
    people = [store.people.at(chat_id) for chat_id in store.outbox.chats_with(ref)]
    # What is gone may be said again with the same button.
    plan = Plan((OffersAreOver(settled.ref, settled.chat_id),)) if settled.method == "Delete" else Plan()
    for sender in people:
        if sender is not None:
            w = words(sender.taal)
            gone = wording.taken_back(w) if settled.reason is None else wording.stays(w)
            text = gone if settled.method == "Delete" else wording.not_delivered(w, settled.reason or "")
            plan += Plan(outgoing=(Send(sender.telegram_id, text, reply_to_ref=ref),))
    return plan
