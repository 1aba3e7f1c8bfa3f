"""What a nieuwkomer can do: commands, buttons, and everything that is typed or sent."""

from telegram import Update
from telegram.constants import ChatType

from bot.domain.effects import Plan
from bot.replies import unreadable
from bot.telegram.context import Context, Verb, attachment
from bot.usecases import choosing, ending, hearing, joining, onboarding, privacy, requesting
from bot.usecases.turn import Turn


async def start(update: Update, context: Context) -> None:
    """/start, with or without the secret of an invitation."""
    if context.args:
        await context.carry_out(joining.open_link, context.args[0])
    else:
        await context.carry_out(onboarding.begin)


async def taal(update: Update, context: Context) -> None:
    """/taal"""
    await context.carry_out(onboarding.show_talen)


async def menu(update: Update, context: Context) -> None:
    """/menu"""
    await context.carry_out(onboarding.menu)


async def mens(update: Update, context: Context) -> None:
    """/mens"""
    await context.carry_out(requesting.request)


async def hulp(update: Update, context: Context) -> None:
    """/hulp"""
    await context.carry_out(onboarding.help_text)


async def my_data(update: Update, context: Context) -> None:
    """/mijngegevens"""
    await context.carry_out(privacy.my_data)


async def delete(update: Update, context: Context) -> None:
    """/verwijder"""
    await context.carry_out(privacy.ask_delete)


async def close(update: Update, context: Context) -> None:
    """/afsluiten"""
    await context.carry_out(ending.close_current)


async def text(update: Update, context: Context) -> None:
    """Whatever is typed."""
    await context.carry_out(hearing.text)


async def edited(update: Update, context: Context) -> None:
    """An edited message."""
    await context.carry_out(hearing.edited)


async def file(update: Update, context: Context) -> None:
    """A voice message, photo, document, and what else is not text."""

    def heard(turn: Turn) -> Plan:
        item = attachment(message) if (message := update.effective_message) else None
        return hearing.file(turn, item) if item else turn.say(unreadable.unreadable(turn.w))

    await context.carry_out(heard)


async def unknown_command(update: Update, context: Context) -> None:
    """A command that does not exist, or not for this person."""
    await context.carry_out(lambda turn: turn.say(unreadable.unknown_command(turn.w)))


async def old_button(update: Update, context: Context) -> None:
    """A button that nobody knows any more."""
    await context.carry_out(lambda turn: turn.notice(unreadable.old_button(turn.w)))


async def membership(update: Update, context: Context) -> None:
    """The person blocked the bot, or came back."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return
    change = update.my_chat_member
    gone = change is not None and change.new_chat_member.status in ("kicked", "left")

    def changed(turn: Turn) -> Plan:
        return turn.change(reachable=False) + privacy.lost(turn) if gone else turn.change(reachable=True)

    await context.carry_out(changed)


VERBS: dict[str, Verb] = {
    "taal": onboarding.choose_taal,
    "menu": onboarding.menu,
    "thema": onboarding.thema,
    "onderwerp": choosing.topic,
    "nl": choosing.dutch,
    "doelgroep": lambda turn, value: choosing.who(turn, "doelgroep", value),
    "wet": lambda turn, value: choosing.who(turn, "wet", value),
    "nuttig": choosing.rate,
    "geen": choosing.none_fits,
    "mens": lambda turn, *value: requesting.consent(turn, *value) if value else requesting.request(turn),
    "gemeente": requesting.choose_gemeente,
    "trek": ending.withdraw,
    "sluit": ending.close,
    "verwijder": lambda turn, *value: privacy.delete(turn, *value) if value else privacy.ask_delete(turn),
}
