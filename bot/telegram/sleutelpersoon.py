"""What a sleutelpersoon can do beside what everybody can."""

from telegram import Update

from bot.replies import unreadable
from bot.telegram.context import Context, Verb
from bot.usecases import availability, claiming, joining


async def _only(context: Context, verb: Verb) -> None:
    """Carry out a verb for a sleutelpersoon; anybody else does not know this command."""
    if context.person().sleutelpersoon:
        await context.carry_out(verb)
    else:
        await context.carry_out(lambda turn: turn.say(unreadable.unknown_command(turn.w)))


async def queue(update: Update, context: Context) -> None:
    """/wachtrij"""
    await _only(context, availability.queue)


async def available(update: Update, context: Context) -> None:
    """/beschikbaar"""
    await _only(context, availability.available)


async def absent(update: Update, context: Context) -> None:
    """/afwezig"""
    await _only(context, availability.absent)


VERBS: dict[str, Verb] = {
    "neem": claiming.claim,
    "sla": claiming.skip,
    "actief": claiming.switch,
    "geef": claiming.give_back,
    "kan": lambda turn, value: joining.toggle(turn, "talen", value),
    "in": lambda turn, value: joining.toggle(turn, "gemeenten", value),
    "als": lambda turn, value: joining.toggle(turn, "rollen", value),
    "klaar": joining.done,
}
