"""Photos and files that were sent as one album reach the other side as one album."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.outgoing import Copy, Send, Text
from bot.domain.people import Attachment
from bot.replies.layout import escape
from bot.storage import Store

HEADING = "kop"


def key(chat_id: int, album: str) -> str:
    """Return the name of an album: Telegram's ids of groups are unique within a chat."""
    return f"{chat_id}:{album}"


def gathered(copy: Copy, album: str, heading: str, new: bool) -> tuple[Send | Copy, ...]:
    """Return a copy as a piece of an album, under a heading when it is the first piece."""
    piece = replace(copy, album=album)
    if not new:
        return (piece,)
    ref = f"{copy.ref}:{HEADING}"
    said = Text(f"{escape(heading)}:")
    return (Send(copy.chat_id, said, ref, copy.reply_to, copy.reply_to_ref, album=album), piece)


def passed_on(store: Store, copy: Copy, album: str, heading: str) -> tuple[Send | Copy, ...]:
    """Return one more piece of an album that comes in piece by piece."""
    name = key(copy.source.chat_id, album)
    return gathered(copy, name, heading, not store.outbox.albums.known(copy.chat_id, name))


def shown(files: Sequence[tuple[Attachment, Copy]], heading: str, turn_ref: int) -> tuple[Send | Copy, ...]:
    """Return the files of a hulpvraag as they are shown in one turn; what came as an album stays one."""
    albums = [item.album for item, _ in files if item.album]
    out: list[Send | Copy] = []
    begun: set[str] = set()
    for item, copy in files:
        if item.album is None or albums.count(item.album) < 2:
            out.append(copy)
        else:
            name = f"{key(item.chat_id, item.album)}:{turn_ref}"
            out.extend(gathered(copy, name, heading, name not in begun))
            begun.add(name)
    return tuple(out)
