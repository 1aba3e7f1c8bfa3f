"""The card of a hulpvraag: what its sleutelpersoon sees of it, with notes, earlier ones and files."""

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Copy, Place, Send
from bot.domain.people import TEXT, Attachment
from bot.domain.talks import Note
from bot.replies import helping, talking, together
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import sleutelpersoon as wording
from bot.usecases.queue import consenting
from bot.usecases.talk import albums
from bot.usecases.turn import Turn


def card(hulpvraag_id: int) -> str:
    """Return the name under which the card of a claimed hulpvraag is sent."""
    return f"kaart:{hulpvraag_id}"


def case(turn: Turn, hulpvraag: Hulpvraag, new: tuple[Note, ...] = (), beside: str = "") -> Plan:
    """Show the one who helps from now on the question, what colleagues wrote (`new`: in this turn), and the files.

    `beside` is the first name of whose hulpvraag it is, when the reader only helps along.
    """
    files = turn.store.hulpvragen.attachments(hulpvraag.id)
    shown = wording.claimed(turn.w, hulpvraag, turn.house.gemeenten, turn.now, _real(files))
    notes = (*turn.store.talks.notes(hulpvraag.id), *new)
    count, before = turn.store.hulpvragen.earlier(hulpvraag, helping.EARLIER)
    asked = to_nieuwkomer.asked_before(turn.w, consenting.titled(turn, hulpvraag.talk))
    more = (asked, talking.notes(turn.w, notes), helping.earlier(turn.w, count, before))
    if beside:
        dressed = together.card(turn.w, shown, hulpvraag.id, more, beside)
    else:
        dressed = talking.card(turn.w, shown, hulpvraag.id, more)
    own = Send(turn.incoming.chat_id, dressed, card(hulpvraag.id))
    copies = [(item, _copy(turn, hulpvraag, item)) for item in files]
    return Plan(outgoing=(own, *albums.shown(copies, wording.caption(hulpvraag.id), turn.incoming.ref)))


def _real(files: list[Attachment]) -> int:
    """Return how many of them are files; typed texts speak for themselves."""
    return sum(item.kind != TEXT for item in files)


def _copy(turn: Turn, hulpvraag: Hulpvraag, item: Attachment) -> Copy:
    ref = f"relay:{hulpvraag.id}:{item.chat_id}:{item.message_id}"
    return Copy(turn.incoming.chat_id, Place(item.chat_id, item.message_id), wording.caption(hulpvraag.id), ref)
