"""Ask a question, and get an answer, a suggestion, a question back, or a human."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.deciding import (
    MISSES_BEFORE_HUMAN,
    Answer,
    AskWhoYouAre,
    Crisis,
    Decision,
    HandOver,
    SmallTalk,
    Suggest,
    Unknown,
    decide,
    leans_on_context,
    worrying,
)  # fmt: skip
from bot.domain.effects import ChangePerson, LogQuestion, Plan
from bot.domain.outgoing import Rows, Text, units
from bot.domain.people import Person, Waiting
from bot.domain.redacting import redact
from bot.domain.terms import Term
from bot.domain.understanding import Understanding, in_context, reply_taal
from bot.i18n import words
from bot.replies import answers, nieuwkomer, unreadable
from bot.usecases.content import recording
from bot.usecases.questions import explaining
from bot.usecases.questions.finding import labels, shown, title
from bot.usecases.queue import requesting
from bot.usecases.turn import House, Turn

LONGEST = 2000
BESLUIT: dict[type, str] = {
    Answer: "antwoord", Suggest: "suggestie", AskWhoYouAre: "doorvraag", HandOver: "mens", Crisis: "crisis",
    SmallTalk: "groet", Unknown: "onbekend",
}  # fmt: skip


@dataclass(frozen=True)
class Considered:
    """A question with what was understood, what was decided, the language of the reply, and a word to explain."""

    understood: Understanding
    decision: Decision
    taal: str
    term: Term | None = None

    @property
    def besluit(self) -> str:
        """The decision by the name that the command line and the question log use."""
        return BESLUIT[type(self.decision)]

    @property
    def topic(self) -> str | None:
        """The topic that is or will be answered."""
        return getattr(self.decision, "topic", None)


async def consider(house: House, person: Person, text: str) -> Considered:
    """Return what is understood of a text and what to do with it; nothing is written.

    A text that says too little alone is read once more after the title of the topic that was spoken of last.
    """
    understood = await house.interpreter.read(text, person.taal)
    traits = {topic.id: topic.traits() for topic in house.store.answers.topics()}
    taal = reply_taal(person.taal, understood.language)
    decision = decide(understood, person, traits)
    if person.last_topic and leans_on_context(understood, decision):
        before = title(house.store, person.last_topic, taal)
        if before:
            after = await house.interpreter.read(f"{before} {text}", person.taal)
            understood = in_context(understood, after, person.last_topic)
            decision = decide(understood, person, traits)
    return _with_term(Considered(understood, decision, taal), text)


def _with_term(found: Considered, text: str) -> Considered:
    """Return what was considered with the word of the office that the text is or asks about.

    The answer of the word's own topic explains it well enough to whom asked in a sentence; whom nothing fits is shown
    that topic.
    """
    term, alone = explaining.term_in(text)
    match found.decision:
        case Answer() | AskWhoYouAre() | Suggest():
            return replace(found, term=term if alone or (term and term.topic != found.topic) else None)
        case Unknown() if term:
            decision = Suggest((term.topic,), 0.0) if term.topic else found.decision
            return replace(found, decision=decision, term=term)
    return found


async def ask(turn: Turn) -> Plan:
    """Answer what was typed."""
    text = turn.incoming.text
    if units(text) > LONGEST and not turn.house.interpreter.danger(text):
        return turn.say(unreadable.too_long(turn.w))
    found = await consider(turn.house, turn.person, text)
    if found.understood.language.close and not turn.person.taal_chosen and found.besluit != "crisis":
        return _which_taal(turn, found.understood.language.close, text)
    return _log(turn, found, text) + _reply(turn, found)


async def ask_again(turn: Turn, there: Turn, text: str) -> Plan:
    """Answer a question that waited for the choice of a language; `there` is the turn after that choice."""
    found = await consider(turn.house, there.person, text)
    return _log(turn, found, text) + _reply(there, found)


def _which_taal(turn: Turn, close: tuple[str, ...], text: str) -> Plan:
    """Ask the language, and keep the question to answer it afterwards."""
    waiting = Waiting("taal", {"text": redact(text)})
    return turn.change(waiting=waiting) + turn.say(nieuwkomer.which_taal(turn.w, close))


def _log(turn: Turn, found: Considered, typed: str) -> Plan:
    """Keep the question, redacted, and what the next turn must know."""
    text = redact(typed)
    logged = LogQuestion(
        turn.incoming.ref, turn.person.id, found.taal, text, found.besluit, found.topic, _confidence(found)
    )
    missed = isinstance(found.decision, Unknown) and found.term is None
    changes: dict[str, object] = {"misses": turn.person.misses + 1 if missed else 0}
    if turn.person.waiting is None or turn.person.waiting.what != "gemeente":
        changes["waiting"] = None
    if not isinstance(found.decision, SmallTalk | HandOver):
        changes |= {"last_question": text, "last_topic": found.topic}
    if isinstance(found.decision, AskWhoYouAre):
        changes["waiting"] = Waiting("who", {"topic": found.decision.topic, "taal": found.taal})
    elif found.taal != turn.person.taal and isinstance(found.decision, Suggest):
        changes["waiting"] = Waiting("suggested", {"taal": found.taal})
    return Plan(effects=(logged, ChangePerson(turn.person, changes)))


def _confidence(found: Considered) -> float:
    return float(getattr(found.decision, "confidence", 1.0))


def _reply(turn: Turn, found: Considered) -> Plan:
    if isinstance(found.decision, HandOver):
        return requesting.request(turn.as_person(taal=found.taal))
    ref = recording.ref(turn.store, turn.person, found.topic, found.taal)
    return turn.showing(said(turn.house, turn.person, found, turn.incoming.ref, turn.now), ref)


def said(house: House, person: Person, found: Considered, ref: int | None, now: datetime) -> Text:
    """Return the whole reply: the word explained, if there is one, what was decided, and the numbers in doubt."""
    reply = render(house, person, found.decision, found.taal, ref, now)
    if worrying(found.understood, found.decision):
        reply = Text(f"{reply.html}\n\n{nieuwkomer.crisis_lines(words(found.taal))}", reply.buttons)
    return explaining.before(house.store, found.term, found.taal, reply, found.decision) if found.term else reply


def render(
    house: House, person: Person, decision: Decision, taal: str, ref: int | None, now: datetime
) -> Text:
    """Return what was decided for a person as a text in `taal` with buttons; one of them switches to that language."""
    w = words(taal)
    other = taal if taal != person.taal else None
    extra = nieuwkomer.switch(other) if other else ()
    match decision:
        case Answer(topic=topic_id):
            topic = house.store.answers.topic(topic_id)
            assert topic is not None
            return answers.answer(w, shown(house.store, topic, person, taal, now), ref, other)
        case AskWhoYouAre(attribute=attribute):
            return _also(nieuwkomer.wet(w) if attribute == "wet" else nieuwkomer.doelgroep(w), extra)
        case Suggest(topics=topics):
            return nieuwkomer.suggestions(w, labels(house.store, topics, taal), ref or 0, extra)
        case Crisis(kind=kind):
            return _also(nieuwkomer.crisis(w, kind), extra)
        case SmallTalk(kind=kind):
            return _also(nieuwkomer.small_talk(w, kind), extra)
        case HandOver():
            return nieuwkomer.unknown(w, False)
        case Unknown():
            return nieuwkomer.unknown(w, person.misses + 1 >= MISSES_BEFORE_HUMAN, extra)


def _also(text: Text, extra: Rows) -> Text:
    """Return a text with more buttons under it."""
    return Text(text.html, (*text.buttons, *extra))
