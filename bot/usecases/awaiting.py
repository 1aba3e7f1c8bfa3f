"""Whether a typed text is what the bot asked for, also while a conversation goes on."""

from datetime import datetime, timedelta

from bot.domain.people import Waiting
from bot.usecases.talk import talking
from bot.usecases.turn import Turn

# Who has a conversation open and was asked something longer ago means the other side again.
IN_TALK = timedelta(minutes=30)
ELSE = timedelta(days=1)


def asked(turn: Turn, what: str, **data: str) -> Waiting:
    """Return the state in which the next text is the answer to a question of the bot."""
    return Waiting(what, {**data, "at": turn.now.isoformat()})


def awaited(turn: Turn, what: str) -> dict[str, str] | None:
    """Return what was remembered with the question that this message answers, or None when it answers none.

    A reply to a message that has a name (said in a hulpvraag, a text to review, …) belongs there, whatever was asked.
    """
    waiting = turn.person.waiting
    if waiting is None or waiting.what != what or "at" not in waiting.data:
        return None
    if turn.replied_ref:
        return None
    patience = ELSE if talking.talk(turn) is None else IN_TALK
    return waiting.data if turn.now - datetime.fromisoformat(waiting.data["at"]) < patience else None
