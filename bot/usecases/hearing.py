"""A message without a command: is it talk with a human, an answer that the bot waits for, or a question?"""

from bot.domain.effects import Plan
from bot.domain.people import Attachment
from bot.replies import unreadable
from bot.usecases.advice import answering, letter_reading, letters, signalling
from bot.usecases.content import editing, learning, proposing, recording, reviewing, weighing
from bot.usecases.people import joining
from bot.usecases.questions import asking, explaining
from bot.usecases.queue import handing, requesting
from bot.usecases.talk import guarding, noting, talking
from bot.usecases.talk.talking import Talk, Unclear
from bot.usecases.turn import Turn

READABLE = frozenset({"voice", "audio", "photo", "document", "video", "video_note"})


async def text(turn: Turn) -> Plan:
    """Handle a typed text: a running conversation goes first, then what the bot waits for, then understanding."""
    if not turn.incoming.text.strip():
        return turn.say(unreadable.unreadable(turn.w))
    target = editing.target(turn)
    if target:
        return editing.propose(turn, *target)
    review = reviewing.target(turn)
    if review:
        return reviewing.propose(turn, *review)
    advice = _advice(turn)
    if advice:
        return advice
    current = talking.talk(turn)
    if isinstance(current, Talk):
        return guarding.said(turn, current)
    if isinstance(current, Unclear):
        return talking.unclear(turn, current)
    if _awaits_name(turn):
        return joining.typed(turn)
    explained = explaining.typed(turn)
    if explained:
        return explained
    slug = requesting.typed_gemeente(turn)
    if slug:
        return requesting.choose_gemeente(turn, slug)
    return await asking.ask(turn) + requesting.along(turn)


def _advice(turn: Turn) -> Plan | None:
    """Return what a text means for a signal, a letter check or a colleague: it must not reach a nieuwkomer."""
    answered = answering.target(turn)
    if answered:
        return answering.propose(turn, *answered)
    advice = signalling.heard(turn) or letters.heard(turn) or letter_reading.heard(turn)
    taught = proposing.heard(turn) or weighing.heard(turn) or learning.heard(turn)
    return advice or taught or _for_colleagues(turn)


def _for_colleagues(turn: Turn) -> Plan | None:
    return handing.typed(turn) or noting.typed(turn)


def for_desk(turn: Turn) -> bool:
    """Return whether a text is a signal, an answer to one, or about a letter, and no question to the bot."""
    return _advice(turn) is not None


def _awaits_name(turn: Turn) -> bool:
    waiting = turn.person.waiting
    return waiting is not None and waiting.what == "join" and "naam" not in waiting.data


def file(turn: Turn, item: Attachment) -> Plan:
    """Handle a message that is not text."""
    read_aloud = recording.target(turn)
    if read_aloud:
        return recording.keep(turn, read_aloud)
    if signalling.writes(turn) or letter_reading.writes(turn):
        return signalling.file(turn)
    if proposing.writes(turn):
        return proposing.file(turn)
    current = talking.talk(turn)
    if isinstance(current, Talk):
        return guarding.sent(turn, current, item.kind)
    if isinstance(current, Unclear):
        return talking.unclear(turn, current)
    if item.kind in READABLE:
        return requesting.attachment(turn, item)
    return turn.say(unreadable.unreadable(turn.w))


def edited(turn: Turn) -> Plan:
    """Handle an edited text: in a conversation the copy changes too, elsewhere the question must be asked anew."""
    said = guarding.edited(turn)
    if said is not None:
        return said
    if isinstance(talking.talk(turn), Talk):
        return Plan()
    return turn.say(unreadable.edited(turn.w))
