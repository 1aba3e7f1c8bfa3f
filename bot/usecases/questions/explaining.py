"""Explain a word of the office: typed alone, asked for, or chosen."""

from bot.content import terms
from bot.domain.answers import GENERAL, Answered
from bot.domain.deciding import Decision, Unknown
from bot.domain.effects import LogQuestion, Plan
from bot.domain.outgoing import Text
from bot.domain.people import Waiting
from bot.domain.terms import Term, asked, find
from bot.i18n import words
from bot.replies import terms as wording
from bot.replies import unreadable
from bot.storage import Store
from bot.usecases.questions.finding import FALLBACK, labels
from bot.usecases.turn import Turn

WAITING = "woord"


def term_in(text: str) -> tuple[Term | None, bool]:
    """Return the word that a text is or asks the meaning of, and whether the text is nothing but the word."""
    alone = find(text, terms.known())
    return (alone, True) if alone else (asked(text, terms.known(), terms.asking()), False)


def explanation(store: Store, term: Term, taal: str) -> tuple[Answered, ...]:
    """Return what a word means, in `taal` or else in Dutch and English."""
    own = store.answers.text(term.key, taal, GENERAL)
    if own:
        return (own,)
    found = (store.answers.text(term.key, fallback, GENERAL) for fallback in FALLBACK)
    return tuple(text for text in found if text)


def before(store: Store, term: Term, taal: str, reply: Text, decision: Decision) -> Text:
    """Return a reply with the explanation of a word before it, or instead of it where nothing else was found."""
    texts = explanation(store, term, taal)
    if isinstance(decision, Unknown):
        return wording.explained(words(taal), term, texts, ())
    return wording.before(words(taal), term, texts, reply)


def command(turn: Turn) -> Plan:
    """/woord, with or without a word."""
    typed = turn.incoming.text.partition(" ")[2].strip()
    if not typed:
        return turn.change(waiting=Waiting(WAITING)) + turn.say(wording.which(turn.w, _all()))
    return _found(turn, typed) or turn.say(wording.unknown(turn.w))


def typed(turn: Turn) -> Plan | None:
    """Return the explanation that the bot waits to give, or None when this is no word that it knows."""
    waiting = turn.person.waiting
    return _found(turn, turn.incoming.text) if waiting and waiting.what == WAITING else None


def chosen(turn: Turn, word: str) -> Plan:
    """Explain the word of a button."""
    term = next((term for term in terms.known() if term.word == word), None)
    return turn.notice() + _explain(turn, term) if term else turn.notice(unreadable.old_button(turn.w))


def _found(turn: Turn, text: str) -> Plan | None:
    term, _ = term_in(text)
    return _explain(turn, term) if term else None


def _explain(turn: Turn, term: Term) -> Plan:
    taal = turn.person.taal
    texts = explanation(turn.store, term, taal)
    more = labels(turn.store, (term.topic,), taal) if term.topic else ()
    logged = LogQuestion(turn.incoming.ref, turn.person.id, taal, f"[{term.key}]", "antwoord", term.topic, 1.0)
    said = wording.explained(words(taal), term, texts, more)
    return Plan(effects=(logged,)) + turn.change(waiting=None, last_topic=term.topic) + turn.say(said)


def _all() -> tuple[str, ...]:
    return tuple(term.word for term in terms.known())
