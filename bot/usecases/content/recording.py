"""Spoken answers: a vertaler reads a text aloud, a nieuwkomer listens."""

from bot.domain.answers import TITLE, Answered, variant_order
from bot.domain.content_effects import KeepRecording, RemoveRecording
from bot.domain.effects import Plan
from bot.domain.outgoing import Play
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import answers, unreadable
from bot.replies import reviewing as wording
from bot.storage import Store
from bot.usecases.content import reviewing
from bot.usecases.questions.finding import title
from bot.usecases.turn import Turn

REF = "antwoord"
LONGEST_MINUTES = 4


def ref(store: Store, person: Person, topic_id: str | None, taal: str) -> str | None:
    """Return the name of a message with an answer for one who may record it; others' messages need none."""
    topic = store.answers.topic(topic_id) if topic_id and person.translates(taal) else None
    return f"{REF}:{topic.id}:{taal}:{variant_order(topic, person)[0]}" if topic else None


def target(turn: Turn) -> Answered | None:
    """Return the text to which a vertaler replies with his voice, or None."""
    if turn.incoming.voice is None:
        return None
    reviewed = reviewing.target(turn)
    if reviewed:
        item = reviewed[0]
        return turn.store.answers.version(item.answer_id) if item and item.answer_id else None
    kind, _, rest = turn.replied_ref.partition(":")
    if kind != REF:
        return None
    topic, taal, variant = rest.split(":", 2)
    return turn.store.answers.text(topic, taal, variant) if turn.person.translates(taal) else None


def keep(turn: Turn, text: Answered) -> Plan:
    """Make a voice message the spoken form of a text."""
    voice = turn.incoming.voice
    assert voice is not None
    if text.variant == TITLE or voice.seconds > LONGEST_MINUTES * 60:
        return turn.say(wording.too_long(turn.w, LONGEST_MINUTES))
    kept = KeepRecording(
        text.topic, text.taal, text.variant, text.id, voice.seconds, turn.house.bot_id, voice.file_id, turn.person.id
    )
    return Plan(effects=(kept,)) + turn.say(wording.recorded(turn.w, text.id))


def remove(turn: Turn, what: str, answer_id: str) -> Plan:
    """Take a recording away again."""
    text = turn.store.answers.version(int(answer_id)) if answer_id.isdigit() else None
    if what != "weg" or text is None or not (turn.person.translates(text.taal) or turn.person.beheerder):
        return turn.notice(unreadable.old_button(turn.w))
    gone = RemoveRecording(text.topic, text.taal, text.variant)
    return turn.notice() + Plan(effects=(gone,)) + turn.say(wording.recording_removed(turn.w))


def listen(turn: Turn, topic_id: str) -> Plan:
    """Play the recording of the answer that holds for this person."""
    topic = turn.store.answers.topic(topic_id)
    taal = turn.person.taal
    variant = variant_order(topic, turn.person)[0] if topic else ""
    found = turn.store.recordings.of(topic_id, taal, variant)
    if topic is None or found is None:
        return turn.notice(unreadable.old_button(turn.w))
    said = f"{topic.emoji} {title(turn.store, topic_id, taal) or topic_id}"
    caption = answers.spoken(words(taal), said, found.outdated)
    return turn.notice("🔊") + Plan(outgoing=(Play(turn.incoming.chat_id, topic_id, taal, variant, caption),))
