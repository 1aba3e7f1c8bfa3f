"""Buttons around an answer: a topic, who you are, Dutch, did it help, none of these."""

from bot.domain.deciding import AskWhoYouAre, about
from bot.domain.effects import ChangePerson, LogQuestion, Plan, RateAnswer
from bot.domain.people import DOELGROEPEN, WETTEN, Person, Waiting
from bot.i18n import TALEN, words
from bot.replies import answers, nieuwkomer, unreadable
from bot.usecases.finding import labels, shown
from bot.usecases.turn import Turn

CHOICES = {"doelgroep": DOELGROEPEN, "wet": WETTEN}


def topic(turn: Turn, topic_id: str) -> Plan:
    """Answer a topic that was chosen with a button."""
    found = turn.store.answers.topic(topic_id)
    if found is None:
        return turn.notice(unreadable.old_button(turn.w))
    waiting = turn.person.waiting
    taal = waiting.data["taal"] if waiting and waiting.what == "suggested" else turn.person.taal
    logged = LogQuestion(turn.incoming.ref, turn.person.id, taal, f"[{topic_id}]", "antwoord", topic_id, 1.0)
    return turn.notice() + Plan(effects=(logged,)) + _answer(turn, topic_id, taal, turn.person, {})


def _answer(turn: Turn, topic_id: str, taal: str, person: Person, changes: dict[str, object]) -> Plan:
    """Answer for `person` (as he will be after `changes`), or ask the one question that is missing."""
    found = turn.store.answers.topic(topic_id)
    if found is None:
        return Plan(effects=(ChangePerson(turn.person, changes | {"waiting": None}),))
    decision = about(topic_id, person, found.traits(), 1.0)
    w = words(taal)
    if isinstance(decision, AskWhoYouAre):
        waiting = Waiting("who", {"topic": topic_id, "taal": taal})
        said = nieuwkomer.wet(w) if decision.attribute == "wet" else nieuwkomer.doelgroep(w)
    else:
        waiting = None
        other = taal if taal != turn.person.taal else None
        said = answers.answer(w, shown(turn.store, found, person, taal), turn.incoming.ref, other)
    kept = changes | {"waiting": waiting, "last_topic": topic_id, "misses": 0}
    return Plan(effects=(ChangePerson(turn.person, kept),)) + turn.say(said)


def who(turn: Turn, attribute: str, value: str) -> Plan:
    """Remember doelgroep or wet, and give the answer that waited for it."""
    if value not in CHOICES[attribute]:
        return turn.notice(unreadable.old_button(turn.w))
    changes: dict[str, object] = {attribute: value}
    person = turn.as_person(**changes).person
    waiting = turn.person.waiting
    if waiting and waiting.what == "who":
        topic_id, taal = waiting.data["topic"], waiting.data["taal"]
    else:
        topic_id, taal = turn.person.last_topic or "", turn.person.taal
    question = turn.store.questions.get(turn.incoming.ref)
    logged = () if question else (
        LogQuestion(turn.incoming.ref, turn.person.id, taal, f"[{topic_id}]", "antwoord", topic_id or None, 1.0),
    )  # fmt: skip
    return turn.notice("✅") + Plan(effects=logged) + _answer(turn, topic_id, taal, person, changes)


def dutch(turn: Turn, topic_id: str) -> Plan:
    """Show the same answer in Dutch, to show it to somebody else."""
    found = turn.store.answers.topic(topic_id)
    if found is None:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice() + turn.say(answers.answer(words("nl"), shown(turn.store, found, turn.person, "nl")))


def rate(turn: Turn, value: str, ref: str) -> Plan:
    """Keep whether it helped; 'no' leads at once to related topics and a human."""
    question = turn.store.questions.get(int(ref)) if ref.isdigit() else None
    if question is None or question["person_id"] != turn.person.id or value not in ("ja", "nee"):
        return turn.notice(unreadable.old_button(turn.w))
    rated = Plan(effects=(RateAnswer(question["ref"], value == "ja"),))
    if value == "ja":
        return turn.notice(nieuwkomer.helped(turn.w)) + rated
    found = turn.store.answers.topic(question["topic"]) if question["topic"] else None
    taal = question["taal"] if question["taal"] in TALEN else turn.person.taal
    near = labels(turn.store, found.related, taal) if found else ()
    return turn.notice() + rated + turn.say(nieuwkomer.not_helped(words(taal), near))


def none_fits(turn: Turn, ref: str) -> Plan:
    """None of the suggestions: a human, honestly."""
    again = turn.person.misses >= 1
    question = turn.store.questions.get(int(ref)) if ref.isdigit() else None
    own = question is not None and question["person_id"] == turn.person.id
    rated = Plan(effects=(RateAnswer(int(ref), False),)) if own else Plan()
    taal = question["taal"] if question and own else turn.person.taal
    missed = turn.change(misses=turn.person.misses + 1)
    return turn.notice() + rated + missed + turn.say(nieuwkomer.unknown(words(taal), again))
