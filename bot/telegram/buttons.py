"""Pressed buttons: verb:argument, found in the tables of the three audiences."""

from telegram import Update

from bot.telegram import beheerder, nieuwkomer, sleutelpersoon
from bot.telegram.context import Context, Verb, old_button, only
from bot.usecases.flooding import admitted

BUTTONS: dict[str, Verb] = {
    **nieuwkomer.BUTTONS,
    **{name: only("sleutelpersoon", verb) for name, verb in sleutelpersoon.BUTTONS.items()},
    **{name: only("beheerder", verb) for name, verb in beheerder.BUTTONS.items()},
}


async def press(update: Update, context: Context) -> None:
    """Carry out the verb of a button; an unknown or damaged one is answered kindly."""
    query = update.callback_query
    verb, *arguments = (query.data or "").split(":") if query else [""]
    try:
        await context.carry_out(admitted(BUTTONS.get(verb, old_button), verb), *arguments)
    except (TypeError, ValueError, OverflowError):
        await context.carry_out(admitted(old_button))
