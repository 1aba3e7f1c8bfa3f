"""A beheerder teaches the bot what it could not answer: a question goes under a topic as an example, or is left."""

from collections.abc import Sequence
from typing import Any

from bot.domain.content_effects import AddExample, SettleQuestion
from bot.domain.effects import Plan
from bot.replies import missed as wording
from bot.replies import unreadable
from bot.usecases.content import editing
from bot.usecases.questions.finding import title
from bot.usecases.turn import Turn

REF = "gemist"
Row = dict[str, Any]


def press(turn: Turn, *arguments: str) -> Plan:
    """Carry out a button of a beheerder; without an argument the newest question is shown."""
    match arguments:
        case ():
            first = next(iter(turn.store.questions.to_learn()), None)
            return turn.notice() + (_show(turn, first) if first else turn.say(wording.none_left(turn.w)))
        case (deed, number, *topic) if number.isdigit():
            row = turn.store.questions.get(int(number))
            if row is None or row["settled"]:
                return turn.notice(wording.settled_before(turn.w), alert=True)
            return _weigh(turn, row, deed, *topic)
    return turn.notice(unreadable.old_button(turn.w))


def _weigh(turn: Turn, row: Row, deed: str, topic: str | None = None) -> Plan:
    if deed == "lees":
        return turn.notice() + _show(turn, row)
    if deed == "nee":
        return turn.notice("🗑️") + _settle(turn, row, None)
    if deed == "leer" and topic and turn.store.answers.topic(topic):
        learned = AddExample(row["taal"], topic, row["text"], editing.AUTHOR)
        return turn.notice("✅") + Plan((learned,)) + _settle(turn, row, topic)
    return turn.notice(unreadable.old_button(turn.w))


def _settle(turn: Turn, row: Row, topic: str | None) -> Plan:
    """Take a question from the list, under its topic or without one, and show the way to the next."""
    name = title(turn.store, topic, turn.person.taal) if topic else None
    settled = wording.settled(turn.w, row["text"], topic, name, _following(turn.store.questions.to_learn(), row))
    return Plan((SettleQuestion(row["ref"]),)) + turn.replace_pressed(settled)


def _following(waiting: Sequence[Row], row: Row) -> int | None:
    """Return the question to learn that was asked before this one, or else the newest other one."""
    others = [each["ref"] for each in waiting if each["ref"] != row["ref"]]
    return next((ref for ref in others if ref < row["ref"]), others[0] if others else None)


def _show(turn: Turn, row: Row, word: str = "") -> Plan:
    """Show a question with the topics that are like it, or like a word; a reply to it is another word."""
    topics = editing.alike(turn, word or row["text"])
    waiting = turn.store.questions.to_learn()
    following = _following(waiting, row)
    shown = wording.read(turn.w, row["ref"], row["text"], row["taal"], topics, len(waiting), following)
    return turn.showing(shown, f"{REF}:{row['ref']}")


def heard(turn: Turn) -> Plan | None:
    """Return what a reply to a question finds, or None when a text is no such reply."""
    kind, _, number = turn.replied_ref.partition(":")
    if not turn.person.beheerder or kind != REF:
        return None
    row = turn.store.questions.get(int(number))
    if row is None or row["settled"]:
        return turn.say(wording.over(turn.w))
    return _show(turn, row, turn.incoming.text.strip())
