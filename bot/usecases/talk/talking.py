"""Inside a claimed hulpvraag: what either side types, records or sends reaches the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from bot.domain.care_effects import MarkDanger
from bot.domain.effects import KeepMessage, NoteSaid, Plan, Unchanged
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Copy, Edit, Place, Send, Text
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import nieuwkomer, together
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.replies.layout import pieces
from bot.usecases.talk import albums
from bot.usecases.turn import Turn

PIECE = 3000
CAPTION = 1000
MOST_PIECES = 4
SAID, TOLD = "zei", "gezegd"  # what was said by a button, and what the one who pressed it reads of that
COPIED = frozenset({"voice", "audio", "photo", "document", "video", "video_note", "animation", "location"})


@dataclass(frozen=True)
class Talk:
    """A claimed hulpvraag as seen by the one who speaks: who else is there, and how the speaker is called there.

    `naam` is None when the nieuwkomer speaks. Two sleutelpersonen hear each other too.
    """

    hulpvraag: Hulpvraag
    others: tuple[Person, ...]
    naam: str | None

    def shown(self, text: str, to: Person) -> Text:
        """Return the text as one of the others reads it."""
        if self.naam is None:
            return Text(to_sleutelpersoon.to_sleutelpersoon(self.hulpvraag.id, text))
        if to.id == self.hulpvraag.nieuwkomer_id:
            return Text(to_nieuwkomer.from_sleutelpersoon(self.naam, text))
        return Text(together.from_colleague(self.hulpvraag.id, self.naam, text))

    def by(self, to: Person) -> str:
        """Return how the speaker stands above a file."""
        if self.naam is None:
            return to_sleutelpersoon.caption(self.hulpvraag.id)
        return f"💬 {self.naam}" if to.id == self.hulpvraag.nieuwkomer_id else f"👥 #{self.hulpvraag.id} {self.naam}"


@dataclass(frozen=True)
class Unclear:
    """A message that belongs to a hulpvraag that is `over`, or to one of several `choices`."""

    over: int | None
    choices: tuple[Hulpvraag, ...]


def named_by(ref: str | None) -> int | None:
    """Return the hulpvraag that a sent message belongs to, by the ref that it was sent with."""
    kind, _, rest = (ref or "").partition(":")
    number = rest.partition(":")[0]
    kinds = ("relay", "kaart", "aanbod", "mee", SAID, TOLD)
    return int(number) if kind in kinds and number.isdigit() else None


def talk(turn: Turn) -> "Talk | Unclear | None":
    """Return the conversation that a message belongs to, or None when there is none.

    A reply, and the active one, name a hulpvraag: when that one is over, nothing may reach another person instead.
    """
    claimed = turn.store.hulpvragen.helped_by(turn.person.id)
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    own = own if own and own.state is State.CLAIMED else None
    replied = named_by(turn.replied_ref)
    wanted = replied or (turn.person.active_hulpvraag if claimed else None)
    open_ones = [*claimed, own] if own else claimed
    if wanted is not None:
        found = next((h for h in open_ones if h.id == wanted), None)
        if found is None and (claimed or replied):
            return Unclear(wanted, tuple(claimed))
        return as_seen(turn, found) if found else None
    if len(open_ones) > 1:
        return Unclear(None, tuple(claimed))
    return as_seen(turn, open_ones[0]) if open_ones else None


def helped(turn: Turn) -> "Hulpvraag | Unclear | None":
    """Return the claimed hulpvraag that a command of who helps there is about, or None when he has none."""
    claimed = turn.store.hulpvragen.helped_by(turn.person.id)
    replied = named_by(turn.replied_ref)
    wanted = replied or turn.person.active_hulpvraag
    if not claimed:
        return None
    found = next((h for h in claimed if h.id == wanted), None)
    if found is None and wanted is None and len(claimed) == 1:
        return claimed[0]
    return found or Unclear(wanted, tuple(claimed))


def as_seen(turn: Turn, hulpvraag: Hulpvraag) -> Talk:
    """Return a claimed hulpvraag as seen by the one who speaks."""
    others = tuple(turn.store.people.get(each) for each in hulpvraag.sides if each != turn.person.id)
    return Talk(hulpvraag, others, None if hulpvraag.nieuwkomer_id == turn.person.id else turn.person.naam)


def said_in(turn: Turn) -> Talk | None:
    """Return the open conversation in which the message that was edited now had been relayed."""
    at = turn.incoming.chat_id, turn.incoming.message_id or 0
    found = turn.store.hulpvragen.with_message(*at)
    if found is None and (copies := turn.store.outbox.copies_of(*at)):  # of a file nothing is kept but its copies
        found = turn.store.hulpvragen.get(named_by(copies[0].ref) or 0)
    inside = found and turn.person.id in found.sides
    return as_seen(turn, found) if found and inside and found.state is State.CLAIMED else None


def unclear(turn: Turn, found: "Unclear") -> Plan:
    """Ask for which hulpvraag a message is meant; nothing is passed on."""
    if turn.person.sleutelpersoon is None and not found.choices:
        return turn.say(to_nieuwkomer.over(turn.w))
    return turn.say(to_sleutelpersoon.which(turn.w, found.choices, found.over))


def relay_ref(hulpvraag_id: int, chat_id: int, message_id: int, piece: int = 0) -> str:
    """Return the name of the copy of a message; long texts have more pieces."""
    return f"relay:{hulpvraag_id}:{chat_id}:{message_id}" + (f":{piece}" if piece else "")


def _thread(turn: Turn, current: Talk, to: Person) -> tuple[int | None, str | None]:
    """Return where in the chat of one of the others a reply belongs: a message id there, or the ref of our copy."""
    at = turn.incoming.reply_to
    if at is None:
        return None, None
    parts = turn.replied_ref.split(":")
    if parts[0] in (SAID, TOLD):
        there = SAID if to.id == current.hulpvraag.nieuwkomer_id else TOLD
        return None, ":".join((there, *parts[1:3]))
    if parts[0] != "relay":
        return None, relay_ref(current.hulpvraag.id, turn.incoming.chat_id, at)
    if int(parts[2]) == to.telegram_id:
        return int(parts[3]), None
    return None, relay_ref(current.hulpvraag.id, int(parts[2]), int(parts[3]))


def relay(turn: Turn, current: Talk) -> Plan:
    """Store a text and send it anew, so that it survives deletion and can carry the pseudonym."""
    incoming, h = turn.incoming, current.hulpvraag
    message_id = incoming.message_id or 0
    refs = [(relay_ref(h.id, incoming.chat_id, message_id, i), p) for i, p in enumerate(pieces(incoming.text, PIECE))]
    sends = tuple(
        Send(to.telegram_id, current.shown(piece, to), ref, *_thread(turn, current, to))
        for to in current.others
        for ref, piece in refs
    )
    kept = KeepMessage(h.id, turn.person.id, incoming.chat_id, message_id, incoming.text)
    return Plan((NoteSaid(h.id, h.version, turn.person.id), kept), sends)


def relay_edit(turn: Turn, current: Talk) -> Plan:
    """Edit the copy of an edited text; pieces that are new are sent, pieces that are gone are emptied."""
    incoming, h = turn.incoming, current.hulpvraag
    changed = tuple(change for to in current.others for change in _changed_copy(turn, current, to))
    kept = KeepMessage(h.id, turn.person.id, incoming.chat_id, incoming.message_id or 0, incoming.text)
    return Plan((Unchanged(h.id, h.version), kept), changed)


def _changed_copy(turn: Turn, current: Talk, to: Person) -> Iterator[Send | Edit]:
    yield from changed_pieces(turn, current, to, pieces("✏️ " + turn.incoming.text, PIECE))


def changed_pieces(
    turn: Turn, current: Talk, to: Person, cut: Sequence[str], start: int = 0
) -> Iterator[Send | Edit]:
    """Change the pieces of a copy from the one numbered `start` on, into the texts of `cut`."""
    chat_id = to.telegram_id
    for i, piece in zip_longest(range(start, MOST_PIECES), cut[: MOST_PIECES - start]):
        ref = relay_ref(current.hulpvraag.id, turn.incoming.chat_id, turn.incoming.message_id or 0, i)
        there = chat_id in turn.store.outbox.chats_with(ref)
        if piece is not None:
            shown = current.shown(piece, to)
            yield Edit(chat_id, shown, ref=ref) if there else Send(chat_id, shown, ref)
        elif there:
            yield Edit(chat_id, Text("✏️ …"), ref=ref)


def relay_file(turn: Turn, current: Talk, kind: str) -> Plan:
    """Copy a voice message, photo or file with what was written under it; nothing of the file is stored."""
    if kind not in COPIED:
        return turn.say(to_nieuwkomer.not_relayed(turn.w))
    h = current.hulpvraag
    copies = tuple(copy for to in current.others for copy in _copied(turn, current, to))
    return Plan((NoteSaid(h.id, h.version, turn.person.id),), copies)


def _copied(turn: Turn, current: Talk, to: Person) -> tuple[Copy | Send, ...]:
    """Return the copy of a file for one of the others; what does not fit under it follows."""
    place = Place(turn.incoming.chat_id, turn.incoming.message_id or 0)
    ref, by = relay_ref(current.hulpvraag.id, place.chat_id, place.message_id), current.by(to)
    first, *rest = pieces(f"{by}: {turn.incoming.text}" if turn.incoming.text else by, CAPTION)
    copy = Copy(to.telegram_id, place, first, ref, *_thread(turn, current, to))
    album = turn.incoming.attachment.album if turn.incoming.attachment else None
    # A copied album keeps its own captions: one that is too long, or that hides an address, goes as bare words.
    if album and not rest and not turn.incoming.hidden_link:
        return albums.passed_on(turn.store, copy, album, by)
    more = (Send(to.telegram_id, current.shown(piece, to), f"{ref}:{i}") for i, piece in enumerate(rest, start=1))
    return (copy, *more)


def danger(turn: Turn, current: Talk, kind: str) -> Plan:
    """Show the numbers to a nieuwkomer in danger, and the protocol to who helps."""
    if current.naam is not None:
        return Plan()
    number = current.hulpvraag.id
    warned = tuple(
        Send(to.telegram_id, to_sleutelpersoon.crisis_protocol(words(to.taal), number)) for to in current.others
    )
    return turn.say(nieuwkomer.crisis(turn.w, kind)) + Plan((MarkDanger(number),), warned)
