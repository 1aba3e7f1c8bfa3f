"""Buttons around an answer: a topic, who you are, Dutch, did it help, none of these."""

from typing import Any

from bot.domain.answers import Topic
from bot.domain.deciding import AskWhoYouAre, about
from bot.domain.effects import ChangePerson, LogQuestion, Plan, RateAnswer
from bot.domain.people import DOELGROEPEN, WETTEN, Person, Waiting
from bot.i18n import words
from bot.replies import answers, nieuwkomer, unreadable
from bot.usecases.content import recording
from bot.usecases.questions import asking
from bot.usecases.questions.finding import labels, shown
from bot.usecases.turn import Turn

CHOICES = {"doelgroep": DOELGROEPEN, "wet": WETTEN}


def topic(turn: Turn, topic_id: str) -> Plan:
    """Answer a topic that was chosen with a button."""
    found = turn.store.answers.topic(topic_id)
    if found is None:
        return turn.notice(unreadable.old_button(turn.w))
    waiting = turn.person.waiting
    taal = waiting.data["taal"] if waiting and waiting.what == "suggested" else turn.person.taal
    return turn.notice() + _answer(turn, found, taal, turn.person, {})


def _answer(turn: Turn, found: Topic, taal: str, person: Person, changes: dict[str, object]) -> Plan:
    """Answer for `person` (as he will be after `changes`), or ask the one question that is missing."""
    decision = about(found.id, person, found.traits(), 1.0)
    asks = isinstance(decision, AskWhoYouAre)
    waiting = Waiting("who", {"topic": found.id, "taal": taal}) if asks else None
    kept = changes | {"waiting": waiting, "last_topic": found.id, "misses": 0}
    said = asking.render(turn.house, person, decision, taal, turn.incoming.ref, turn.now)
    ref = None if asks else recording.ref(turn.store, person, found.id, taal)
    return Plan(effects=(_chosen(turn, taal, found.id), ChangePerson(turn.person, kept))) + turn.showing(said, ref)


def _chosen(turn: Turn, taal: str, topic_id: str | None) -> LogQuestion:
    """Return a choice by button as a question without words."""
    text = f"[{topic_id or ''}]"
    return LogQuestion(turn.incoming.ref, turn.person.id, taal, text, "antwoord", topic_id, 1.0)


def who(turn: Turn, attribute: str, value: str) -> Plan:
    """Remember doelgroep or wet, and give the answer that waited for it."""
    if value not in CHOICES[attribute]:
        return turn.notice(unreadable.old_button(turn.w))
    changes: dict[str, object] = {attribute: value}
    waiting = turn.person.waiting
    if waiting and waiting.what == "who":
        topic_id, taal = waiting.data["topic"], waiting.data["taal"]
    else:
        topic_id, taal = turn.person.last_topic or "", turn.person.taal
    found = turn.store.answers.topic(topic_id)
    if found is None:
        nothing = Plan(effects=(_chosen(turn, taal, topic_id or None),)) + turn.change(waiting=None, **changes)
        return turn.notice("✅") + nothing
    return turn.notice("✅") + _answer(turn, found, taal, turn.as_person(**changes).person, changes)


def dutch(turn: Turn, topic_id: str) -> Plan:
    """Show the same answer in Dutch, to show it to somebody else."""
    found = turn.store.answers.topic(topic_id)
    if found is None:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice() + turn.say(answers.answer(words("nl"), shown(turn.store, found, turn.person, "nl", turn.now)))


def _own(turn: Turn, ref: str) -> dict[str, Any] | None:
    """Return the question that a button belongs to, if this person asked it."""
    question = turn.store.questions.get(int(ref)) if ref.isdigit() else None
    return question if question and question["person_id"] == turn.person.id else None


def rate(turn: Turn, value: str, ref: str) -> Plan:
    """Keep whether it helped; 'no' leads at once to related topics and a human."""
    question = _own(turn, ref)
    if question is None or value not in ("ja", "nee"):
        return turn.notice(unreadable.old_button(turn.w))
    rated = Plan(effects=(RateAnswer(question["ref"], value == "ja"),))
    if value == "ja":
        return turn.notice(nieuwkomer.helped(turn.w)) + rated
    found = turn.store.answers.topic(question["topic"]) if question["topic"] else None
    taal = question["taal"]
    near = labels(turn.store, found.related, taal) if found else ()
    return turn.notice() + rated + turn.say(nieuwkomer.not_helped(words(taal), near))


def none_fits(turn: Turn, ref: str) -> Plan:
    """None of the suggestions: a human, honestly."""
    question = _own(turn, ref)
    rated = Plan(effects=(RateAnswer(question["ref"], False),)) if question else Plan()
    said = nieuwkomer.unknown(words(question["taal"] if question else turn.person.taal), turn.person.misses >= 1)
    return turn.notice() + rated + turn.change(misses=turn.person.misses + 1) + turn.say(said)
