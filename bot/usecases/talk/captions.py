"""What is written under a file is changed under its copy when the sender changes it."""

from collections.abc import Iterator

from bot.domain.effects import Plan, Unchanged
from bot.domain.outgoing import Edit, EditCaption, Send, Text
from bot.domain.people import Person
from bot.replies.layout import pieces
from bot.usecases.talk.talking import CAPTION, MOST_PIECES, Talk, relay_ref
from bot.usecases.turn import Turn

CAPTIONED = frozenset({"voice", "audio", "photo", "document", "video", "animation"})


def change(turn: Turn, current: Talk) -> Plan:
    """Return a plan that changes the caption of every copy; what does not fit under it stands in texts below."""
    changed = tuple(one for to in current.others for one in _changed(turn, current, to))
    return Plan((Unchanged(current.hulpvraag.id, current.hulpvraag.version),), changed)


def _changed(turn: Turn, current: Talk, to: Person) -> Iterator[Send | Edit | EditCaption]:
    incoming, store, chat_id = turn.incoming, turn.store.outbox, to.telegram_id
    refs = [relay_ref(current.hulpvraag.id, incoming.chat_id, incoming.message_id or 0, i) for i in range(MOST_PIECES)]
    first, *rest = pieces(f"{current.by(to)}: ✏️ {incoming.text or '…'}", CAPTION)
    if chat_id in store.chats_with(refs[0]):
        yield EditCaption(chat_id, first, refs[0])
    for ref, piece in zip(refs[1:], [*rest, *[""] * MOST_PIECES], strict=False):
        there = chat_id in store.chats_with(ref)
        if there:
            yield Edit(chat_id, current.shown(piece, to) if piece else Text("✏️ …"), ref=ref)
        elif piece:
            yield Send(chat_id, current.shown(piece, to), ref)
