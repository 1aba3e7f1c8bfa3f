"""What everybody can do: commands, buttons, and whatever is typed or sent."""

from telegram import Update
from telegram.constants import ChatType

from bot.domain.effects import Plan
from bot.replies import unreadable
from bot.telegram.context import Context, Verb
from bot.usecases import flooding, hearing
from bot.usecases.after import afterwards, complaining, ending, judging, reopening
from bot.usecases.content import editing, recording
from bot.usecases.people import joining, privacy
from bot.usecases.questions import choosing, explaining, onboarding
from bot.usecases.queue import availability, requesting
from bot.usecases.talk import guarding, helping, taking_back, together
from bot.usecases.turn import Turn


def start(turn: Turn) -> Plan:
    """/start, with or without the secret of an invitation."""
    secret = turn.incoming.text.partition(" ")[2].strip()
    return joining.open_link(turn, secret) if secret else onboarding.begin(turn)


def faq(turn: Turn) -> Plan:
    """/faq: a beheerder changes answers, a sleutelpersoon sends them into a conversation."""
    if turn.person.beheerder:
        return editing.search(turn, turn.incoming.text.partition(" ")[2].strip())
    return helping.search(turn) if turn.person.sleutelpersoon else unknown_command(turn)


def file(turn: Turn) -> Plan:
    """A voice message, photo, document, and what else is not text."""
    item = turn.incoming.attachment
    return hearing.file(turn, item) if item else turn.say(unreadable.unreadable(turn.w))


def unknown_command(turn: Turn) -> Plan:
    """A command that does not exist, or not for this person."""
    return turn.say(unreadable.unknown_command(turn.w))


async def membership(update: Update, context: Context) -> None:
    """A person whom we know blocked the bot, or came back; what happens in groups is none of our business."""
    if update.effective_chat is None or update.effective_chat.type != ChatType.PRIVATE:
        return
    if context.door.house.store.people.at(update.effective_chat.id) is None:
        return
    change = update.my_chat_member
    gone = change is not None and change.new_chat_member.status in ("kicked", "left")

    def changed(turn: Turn) -> Plan:
        return turn.change(reachable=False) + privacy.lost(turn) if gone else availability.back(turn)

    await context.carry_out(changed)


COMMANDS: dict[str, Verb] = {
    "start": start,
    "taal": onboarding.show_talen,
    "menu": onboarding.menu,
    "mens": requesting.request,
    "woord": explaining.command,
    "hulp": onboarding.explain,
    "help": onboarding.explain,
    "mijngegevens": privacy.my_data,
    "verwijder": privacy.ask_delete,
    "afsluiten": ending.close_current,
    "weg": taking_back.take_back,
    "faq": faq,
    "klacht": complaining.complain,
}
BUTTONS: dict[str, Verb] = {
    "taal": onboarding.choose_taal,
    "menu": onboarding.menu,
    "thema": onboarding.thema,
    "onderwerp": choosing.topic,
    "nl": choosing.dutch,
    "luister": recording.listen,
    "woord": explaining.chosen,
    "doelgroep": lambda turn, value: choosing.who(turn, "doelgroep", value),
    "wet": lambda turn, value: choosing.who(turn, "wet", value),
    "nuttig": choosing.rate,
    "geen": choosing.none_fits,
    "mens": lambda turn, *value: requesting.consent(turn, *value) if value else requesting.request(turn),
    "gemeente": requesting.choose_gemeente,
    "hulp": requesting.wish,
    "trek": ending.withdraw,
    "sluit": ending.close,
    "toch": guarding.settle,
    "samen": together.agree,
    "oordeel": afterwards.rate,
    "heropen": reopening.reopen,
    "klacht": complaining.complained,
    # Who decides is a coordinator or a beheerder; the verbs look.
    "melding": judging.press,
    "deblok": judging.lifted,
    "verwijder": lambda turn, *value: privacy.delete(turn, *value) if value else privacy.ask_delete(turn),
    "kan": lambda turn, value: joining.toggle(turn, "talen", value),
    "in": lambda turn, value: joining.toggle(turn, "gemeenten", value),
    "als": lambda turn, value: joining.toggle(turn, "rollen", value),
    "klaar": joining.done,
    "verder": flooding.way_back,
}
