"""Danger is looked for in everything that is typed, before anything else is done with it."""

import inspect
from collections.abc import Awaitable, Callable

from bot.domain.effects import Plan
from bot.domain.understanding import CrisisKind
from bot.replies import nieuwkomer
from bot.usecases import hearing
from bot.usecases.questions import asking
from bot.usecases.queue import requesting
from bot.usecases.talk import talking
from bot.usecases.talk.talking import Talk
from bot.usecases.turn import Turn

Verb = Callable[..., Plan | Awaitable[Plan]]


def watched(verb: Verb) -> Verb:
    """Return a verb that shows the numbers first when what was typed tells of danger."""

    async def carried(turn: Turn, *arguments: str) -> Plan:
        kind = turn.house.interpreter.danger(turn.incoming.text) if turn.incoming.text else None
        asks = verb is hearing.text and not isinstance(talking.talk(turn), Talk)
        if kind and asks and not hearing.for_desk(turn):
            return await asking.ask(turn) + requesting.alarmed(turn)
        made = verb(turn, *arguments)
        plan = await made if inspect.isawaitable(made) else made
        return _alarm(turn, kind) + plan if kind else plan

    return carried


def _alarm(turn: Turn, kind: CrisisKind) -> Plan:
    """Show the numbers; in a conversation warn who helps, but leave him alone when he asks about it himself."""
    current = talking.talk(turn)
    return (
        talking.danger(turn, current, kind) if isinstance(current, Talk) else turn.say(nieuwkomer.crisis(turn.w, kind))
    )
