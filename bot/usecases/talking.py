"""Inside a claimed hulpvraag: what either side types, records or sends reaches the other."""

from dataclasses import dataclass

from bot.domain.effects import KeepMessage, Plan
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Copy, Edit, Place, Send, Text
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import nieuwkomer
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.replies.layout import pieces
from bot.usecases.requesting import helper_name
from bot.usecases.turn import Turn

PIECE = 3000
COPIED = frozenset({"voice", "audio", "photo", "document", "video", "video_note", "animation", "location"})


@dataclass(frozen=True)
class Talk:
    """A claimed hulpvraag as seen by the one who speaks: the other side, and how the speaker is shown there."""

    hulpvraag: Hulpvraag
    other: Person
    naam: str | None

    def shown(self, text: str) -> Text:
        """Return the text as the other side reads it."""
        if self.naam is None:
            return Text(to_sleutelpersoon.to_sleutelpersoon(self.hulpvraag.id, text))
        return Text(to_nieuwkomer.from_sleutelpersoon(self.naam, text))


def named_by(ref: str | None) -> int | None:
    """Return the hulpvraag that a sent message belongs to, by the ref that it was sent with."""
    kind, _, rest = (ref or "").partition(":")
    number = rest.partition(":")[0]
    return int(number) if kind in ("relay", "kaart", "aanbod") and number.isdigit() else None


def talk(turn: Turn) -> Talk | list[Hulpvraag] | None:
    """Return the conversation that a message belongs to, several to choose from, or None when there is none."""
    claimed = turn.store.hulpvragen.of_sleutelpersoon(turn.person.id)
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    own = own if own and own.state is State.CLAIMED else None
    replied = turn.incoming.reply_to and turn.store.outbox.ref_at(turn.incoming.chat_id, turn.incoming.reply_to)
    wanted = named_by(replied or None) or turn.person.active_hulpvraag
    if own and (not claimed or wanted == own.id):
        return Talk(own, turn.store.people.get(own.sleutelpersoon_id or 0), None)
    chosen = [h for h in claimed if h.id == wanted] or (claimed if len(claimed) == 1 else [])
    if chosen:
        return Talk(chosen[0], turn.store.people.get(chosen[0].nieuwkomer_id), helper_name(turn, chosen[0]))
    return claimed or None


def relay_ref(hulpvraag_id: int, chat_id: int, message_id: int, piece: int = 0) -> str:
    """Return the name of the copy of a message; long texts have more pieces."""
    return f"relay:{hulpvraag_id}:{chat_id}:{message_id}" + (f":{piece}" if piece else "")


def _thread(turn: Turn, current: Talk) -> tuple[int | None, str | None]:
    """Return where at the other side a reply belongs: a message id there, or the ref of our copy."""
    at = turn.incoming.reply_to
    if at is None:
        return None, None
    ref = turn.store.outbox.ref_at(turn.incoming.chat_id, at) or ""
    parts = ref.split(":")
    if parts[0] == "relay" and int(parts[2]) == current.other.telegram_id:
        return int(parts[3]), None
    return None, relay_ref(current.hulpvraag.id, turn.incoming.chat_id, at)


def relay(turn: Turn, current: Talk) -> Plan:
    """Store a text and send it anew, so that it survives deletion and can carry the pseudonym."""
    incoming, h = turn.incoming, current.hulpvraag
    message_id = incoming.message_id or 0
    to, to_ref = _thread(turn, current)
    sends = tuple(
        Send(
            current.other.telegram_id,
            current.shown(piece),
            relay_ref(h.id, incoming.chat_id, message_id, i),
            to,
            to_ref,
        )
        for i, piece in enumerate(pieces(incoming.text, PIECE))
    )
    kept = KeepMessage(h.id, turn.person.id, incoming.chat_id, message_id, incoming.text)
    return Plan((kept,), sends)


def relay_edit(turn: Turn, current: Talk) -> Plan:
    """Edit the copy of an edited text; pieces that are new are sent."""
    incoming, h = turn.incoming, current.hulpvraag
    message_id, out = incoming.message_id or 0, []
    for i, piece in enumerate(pieces(incoming.text, PIECE)):
        ref = relay_ref(h.id, incoming.chat_id, message_id, i)
        there = current.other.telegram_id in turn.store.outbox.chats_with(ref)
        shown = current.shown(("✏️ " if i == 0 else "") + piece)
        to = current.other.telegram_id
        out.append(Edit(to, shown, ref=ref) if there else Send(to, shown, ref))
    kept = KeepMessage(h.id, turn.person.id, incoming.chat_id, message_id, incoming.text)
    return Plan((kept,), tuple(out))


def relay_file(turn: Turn, current: Talk, kind: str) -> Plan:
    """Copy a voice message, photo or file; nothing of it is stored."""
    if kind not in COPIED:
        return turn.say(to_nieuwkomer.not_relayed(turn.w))
    place = Place(turn.incoming.chat_id, turn.incoming.message_id or 0)
    to, to_ref = _thread(turn, current)
    ref = relay_ref(current.hulpvraag.id, place.chat_id, place.message_id)
    said = f"💬 {current.naam}" if current.naam else to_sleutelpersoon.caption(current.hulpvraag.id)
    return Plan(outgoing=(Copy(current.other.telegram_id, place, said, ref, to, to_ref),))


def danger(turn: Turn, current: Talk, kind: str) -> Plan:
    """Show the numbers to a nieuwkomer in danger, and the protocol to the one who helps."""
    if current.naam is not None:
        return Plan()
    warned = to_sleutelpersoon.crisis_protocol(words(current.other.taal), current.hulpvraag.id)
    return turn.say(nieuwkomer.crisis(turn.w, kind)) + Plan(outgoing=(Send(current.other.telegram_id, warned),))
