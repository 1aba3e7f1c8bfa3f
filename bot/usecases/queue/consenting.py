"""What would be passed on to a human: shown before the nieuwkomer agrees, and remembered as it was shown."""

from datetime import timedelta

from bot.domain.hulpvraag import Before
from bot.domain.outgoing import Text
from bot.domain.people import Waiting
from bot.replies import hulpvraag as wording
from bot.replies.nieuwkomer import thema_name
from bot.usecases.questions import finding
from bot.usecases.queue import wishing
from bot.usecases.turn import Turn

# What was asked longer ago, or more than this, is another talk.
LATELY = timedelta(days=1)
MOST = 6


def thema(turn: Turn) -> str | None:
    """Return what the last question was about."""
    topic = turn.store.answers.topic(turn.person.last_topic) if turn.person.last_topic else None
    return topic.thema if topic else None


def before(turn: Turn) -> dict[int, Before]:
    """Return ref → what was asked before the last question, the first one first."""
    lately = turn.store.questions.lately(turn.person.id, turn.now - LATELY, MOST + 1)
    last = max((ref for ref, each in lately.items() if each.text == turn.person.last_question), default=None)
    return dict([pair for pair in lately.items() if pair[0] != last][-MOST:])


def passed_on(turn: Turn) -> dict[str, str]:
    """Return what would be passed on, as it is kept to see whether it is still as it was shown."""
    files = ",".join(str(item.message_id) for item in turn.person.attachments)
    talk = ",".join(map(str, before(turn)))
    return {"question": turn.person.last_question or "", "files": files, "thema": thema(turn) or "", "before": talk}


def as_shown(turn: Turn, waiting: Waiting) -> bool:
    """Return whether what would be passed on now is what was shown."""
    return passed_on(turn).items() <= waiting.data.items()


def asked(turn: Turn) -> Text:
    """Ask whether all that may be passed on."""
    about, about_wishes = thema(turn), wishing.asked(turn)
    name = thema_name(turn.w, about) if about else None
    shown = titled(turn, tuple(before(turn).values()))
    return wording.consent(
        turn.w, turn.person.last_question, len(turn.person.attachments), name, about_wishes, shown
    )


def titled(turn: Turn, talk: tuple[Before, ...]) -> tuple[tuple[str, str | None], ...]:
    """Return (what was asked, the title of the topic that answered it) in the language of who reads it."""
    taal = turn.person.taal
    return tuple((each.text, finding.title(turn.store, each.topic, taal) if each.topic else None) for each in talk)
