"""Begin, choose a language, look around."""

from bot.domain.effects import Plan
from bot.domain.outgoing import Menu, Send
from bot.i18n import TALEN, negotiate, words
from bot.replies import nieuwkomer, unreadable
from bot.replies.commands import commands, help_text
from bot.usecases.questions import asking
from bot.usecases.questions.finding import labels
from bot.usecases.queue import availability
from bot.usecases.turn import Turn


def begin(turn: Turn) -> Plan:
    """Greet in the phone's language, say what is kept, offer all languages; the menu of commands follows the role."""
    phone = negotiate(turn.incoming.phone_taal)
    taal = turn.person.taal if turn.person.taal_chosen else phone
    first = turn.person.greeted_at is None
    changes: dict[str, object] = {"greeted_at": turn.now, "waiting": None}
    if taal and not turn.person.taal_chosen:
        changes["taal"] = taal
    there = turn.as_person(**changes)
    plan = turn.change(**changes) + there.say(nieuwkomer.greeting(taal)) + command_menu(there)
    return plan + (availability.first_start(there) if first and turn.person.sleutelpersoon else Plan())


def command_menu(turn: Turn) -> Plan:
    """Set the command menu of this chat in the person's language."""
    return Plan(outgoing=(Menu(turn.incoming.chat_id, commands(turn.w, turn.person)),))


def show_talen(turn: Turn) -> Plan:
    """Offer the languages again."""
    return turn.say(nieuwkomer.choose_taal(turn.w))


async def choose_taal(turn: Turn, taal: str) -> Plan:
    """Switch for good; a question that waited for the language is answered, else the menu is shown."""
    if taal not in TALEN:
        return turn.notice(unreadable.old_button(turn.w))
    waiting = turn.person.waiting
    there = turn.as_person(taal=taal, taal_chosen=True, waiting=None)
    plan = turn.notice("✅") + command_menu(there)
    changed = turn.change(taal=taal, taal_chosen=True)
    if waiting and waiting.what == "taal":
        return plan + changed + await asking.ask_again(turn, there, waiting.data["text"])
    return plan + changed + Plan(outgoing=(_menu(there, nieuwkomer.taal_chosen(words(taal))),))


def _menu(turn: Turn, before: str = "") -> Send:
    themas = list(dict.fromkeys(topic.thema for topic in turn.store.answers.topics()))
    return Send(turn.incoming.chat_id, nieuwkomer.menu(turn.w, themas, before))


def menu(turn: Turn) -> Plan:
    """Show every thema."""
    return turn.notice() + Plan(outgoing=(_menu(turn),))


def thema(turn: Turn, name: str) -> Plan:
    """Show the topics of a thema."""
    topics = tuple(topic.id for topic in turn.store.answers.topics() if topic.thema == name)
    if not topics:
        return turn.notice(unreadable.old_button(turn.w))
    shown = labels(turn.store, topics, turn.person.taal)
    waiting = turn.person.waiting
    browsing = turn.change(waiting=None) if waiting and waiting.what == "suggested" else Plan()
    return turn.notice() + browsing + turn.say(nieuwkomer.thema(turn.w, name, shown))


def explain(turn: Turn) -> Plan:
    """Explain what the bot can do."""
    return turn.say(help_text(turn.w, turn.person))
