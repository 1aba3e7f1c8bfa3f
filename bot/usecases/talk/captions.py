"""What is written under a file is changed under its copy when the sender changes it."""

from collections.abc import Iterator

from bot.domain.effects import Plan, Unchanged
from bot.domain.outgoing import Edit, EditCaption, Send
from bot.domain.people import Person
from bot.replies.layout import pieces
from bot.usecases.talk.talking import CAPTION, Talk, changed_pieces, relay_ref
from bot.usecases.turn import Turn

CAPTIONED = frozenset({"voice", "audio", "photo", "document", "video", "animation"})


def change(turn: Turn, current: Talk) -> Plan:
    """Return a plan that changes the caption of every copy; what does not fit under it stands in texts below."""
    changed = tuple(one for to in current.others for one in _changed(turn, current, to))
    return Plan((Unchanged(current.hulpvraag.id, current.hulpvraag.version),), changed)


def _changed(turn: Turn, current: Talk, to: Person) -> Iterator[Send | Edit | EditCaption]:
    incoming, chat_id = turn.incoming, to.telegram_id
    ref = relay_ref(current.hulpvraag.id, incoming.chat_id, incoming.message_id or 0)
    first, *rest = pieces(f"{current.by(to)}: ✏️ {incoming.text or '…'}", CAPTION)
    if chat_id in turn.store.outbox.chats_with(ref):
        yield EditCaption(chat_id, first, ref)
    yield from changed_pieces(turn, current, to, rest, start=1)
