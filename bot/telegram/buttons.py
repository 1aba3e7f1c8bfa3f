"""Pressed buttons: verb:argument, found in the tables of the three audiences."""

from telegram import Update

from bot.replies import unreadable
from bot.telegram import beheerder, nieuwkomer, sleutelpersoon
from bot.telegram.context import Context, Verb

VERBS: dict[str, Verb] = {**nieuwkomer.VERBS, **sleutelpersoon.VERBS, **beheerder.VERBS}


async def press(update: Update, context: Context) -> None:
    """Carry out the verb of a button; an unknown or damaged one is answered kindly."""
    query = update.callback_query
    verb, *arguments = (query.data or "").split(":") if query else [""]
    try:
        await context.carry_out(VERBS[verb], *arguments)
    except (KeyError, TypeError, ValueError):
        await context.carry_out(lambda turn: turn.notice(unreadable.old_button(turn.w)))
