"""What a beheerder can do beside what everybody can."""

from collections.abc import Awaitable

from telegram import Update

from bot.domain.effects import Plan
from bot.replies import unreadable
from bot.telegram.context import Context, Verb
from bot.usecases import editing, joining, reporting
from bot.usecases.turn import Turn


async def _only(context: Context, verb: Verb, *arguments: str) -> None:
    """Carry out a verb for a beheerder; anybody else does not know this command."""
    if context.person().beheerder:
        await context.carry_out(verb, *arguments)
    else:
        await context.carry_out(lambda turn: turn.say(unreadable.unknown_command(turn.w)))


async def overview(update: Update, context: Context) -> None:
    """/beheer"""
    await _only(context, reporting.overview)


async def figures(update: Update, context: Context) -> None:
    """/cijfers"""
    await _only(context, reporting.figures)


async def faq(update: Update, context: Context) -> None:
    """/faq, with what to look for"""
    await _only(context, editing.search, " ".join(context.args or []))


async def invite(update: Update, context: Context) -> None:
    """/uitnodigen"""
    await _only(context, joining.invite)


def _guarded(verb: Verb) -> Verb:
    """Return a verb for buttons that only a beheerder may press."""

    def press(turn: Turn, *arguments: str) -> Plan | Awaitable[Plan]:
        return verb(turn, *arguments) if turn.person.beheerder else turn.notice(unreadable.old_button(turn.w))

    return press


VERBS: dict[str, Verb] = {
    "faq": _guarded(editing.read),
    "faqlees": _guarded(editing.read),
    "faqzet": _guarded(editing.publish),
}
