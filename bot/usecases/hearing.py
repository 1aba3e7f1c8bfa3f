"""A message without a command: is it talk with a human, an answer that the bot waits for, or a question?"""

from bot.domain.effects import Plan
from bot.domain.people import Attachment
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.replies import unreadable
from bot.usecases import asking, editing, joining, requesting, talking
from bot.usecases.talking import Talk
from bot.usecases.turn import Turn

READABLE = frozenset({"voice", "audio", "photo", "document", "video", "video_note"})


async def text(turn: Turn) -> Plan:
    """Handle a typed text."""
    if not turn.incoming.text.strip():
        return turn.say(unreadable.unreadable(turn.w))
    if turn.person.waiting and turn.person.waiting.what == "join":
        return joining.typed(turn)
    target = editing.target(turn)
    if target:
        return editing.propose(turn, *target)
    current = talking.talk(turn)
    if isinstance(current, Talk):
        return talking.relay(turn, current) + await _danger(turn, current)
    if current:
        return turn.say(to_sleutelpersoon.which(turn.w, current))
    return await asking.ask(turn)


async def _danger(turn: Turn, current: Talk) -> Plan:
    """Look for danger in what a nieuwkomer tells a human, too."""
    if current.naam is not None:
        return Plan()
    understood = await turn.house.interpreter.read(turn.incoming.text[: asking.LONGEST], turn.person.taal)
    return talking.danger(turn, current, understood.crisis) if understood.crisis else Plan()


def file(turn: Turn, item: Attachment) -> Plan:
    """Handle a message that is not text."""
    current = talking.talk(turn)
    if isinstance(current, Talk):
        return talking.relay_file(turn, current, item.kind)
    if current:
        return turn.say(to_sleutelpersoon.which(turn.w, current))
    if item.kind in READABLE:
        return requesting.attachment(turn, item)
    return turn.say(unreadable.unreadable(turn.w))


def edited(turn: Turn) -> Plan:
    """Handle an edited text: in a conversation the copy changes too, elsewhere the question must be asked anew."""
    current = talking.talk(turn)
    if not isinstance(current, Talk):
        return turn.say(unreadable.edited(turn.w))
    ref = talking.relay_ref(current.hulpvraag.id, turn.incoming.chat_id, turn.incoming.message_id or 0)
    relayed = bool(turn.store.outbox.chats_with(ref)) and bool(turn.incoming.text)
    return talking.relay_edit(turn, current) if relayed else Plan()
