"""What to do with a question that was understood this well, for a person of whom this much is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.people import Person
from bot.domain.understanding import DANGER, OFF_TOPIC, TALKED, Candidate, CrisisKind, Understanding

SUGGESTIONS = 3
MISSES_BEFORE_HUMAN = 2
WORRYING = 0.03  # of messages about danger that nobody had seen 97 % had this share, of ordinary ones 4 %


@dataclass(frozen=True)
class TopicTraits:
    """What deciding must know of a topic: what its answer depends on, and whether a human is always offered."""

    depends_on: tuple[str, ...] = ()
    human: bool = False


@dataclass(frozen=True)
class Answer:
    """Sure: answer this topic."""

    topic: str
    confidence: float


@dataclass(frozen=True)
class AskWhoYouAre:
    """The answer to `topic` depends on `attribute` (doelgroep or wet), which is not known yet."""

    topic: str
    attribute: str
    confidence: float


@dataclass(frozen=True)
class Suggest:
    """Unsure: offer these topics."""

    topics: tuple[str, ...]
    confidence: float


@dataclass(frozen=True)
class HandOver:
    """The person asked for a human."""

    confidence: float


@dataclass(frozen=True)
class Crisis:
    """Somebody is in danger: show the numbers at once."""

    kind: CrisisKind


@dataclass(frozen=True)
class SmallTalk:
    """A greeting or thanks."""

    kind: str
    confidence: float


@dataclass(frozen=True)
class Unknown:
    """Nothing fits: offer a human."""

    confidence: float


Decision = Answer | AskWhoYouAre | Suggest | HandOver | Crisis | SmallTalk | Unknown


def decide(understood: Understanding, person: Person, traits: Mapping[str, TopicTraits]) -> Decision:
    """Return what to do; `traits` holds every topic that has an answer.

    Safety first: danger before anything else, then the wish for a human; an unsure answer is offered, not given.
    """
    if understood.crisis:
        return Crisis(understood.crisis)
    if understood.asks_human:
        return HandOver(1.0)
    if understood.share(DANGER) >= understood.thresholds.crisis:
        return Crisis("gevaar")
    best = next((c for c in understood.candidates if c.intent != OFF_TOPIC), Candidate(OFF_TOPIC, 0.0))
    sure, suggest = understood.thresholds.sure, understood.thresholds.suggest
    if understood.share(OFF_TOPIC) >= understood.thresholds.off_topic:
        return Unknown(best.confidence)
    if best.intent in TALKED and best.confidence >= suggest:
        return _talk(best)
    if best.intent in traits and best.confidence >= sure:
        return about(best.intent, person, traits[best.intent], best.confidence)
    topics = [c for c in understood.candidates if c.intent in traits]
    if topics and topics[0].confidence >= suggest:
        return Suggest(tuple(c.intent for c in topics[:SUGGESTIONS]), topics[0].confidence)
    return Unknown(best.confidence)


def worrying(understood: Understanding, decision: Decision) -> bool:
    """Return whether danger is not ruled out by what was decided: then the numbers stand under the reply as well."""
    doubtful = understood.source == "rasa" and understood.share(DANGER) >= WORRYING
    return doubtful and not isinstance(decision, Crisis | HandOver)


def leans_on_context(understood: Understanding, decision: Decision) -> bool:
    """Return whether a question should be read once more after the topic that went before it.

    Only what Rasa understood: the search compares letters, and a title before them would drown them.
    """
    about_topics = isinstance(decision, Answer | AskWhoYouAre | Suggest | Unknown)
    return understood.goes_on and about_topics and understood.source == "rasa"


def about(topic: str, person: Person, traits: TopicTraits, confidence: float) -> Answer | AskWhoYouAre:
    """Return the answer, or the one question that has to be asked before it."""
    missing = next((name for name in traits.depends_on if getattr(person, name) is None), None)
    return AskWhoYouAre(topic, missing, confidence) if missing else Answer(topic, confidence)


def _talk(best: Candidate) -> Decision:
    """Return what to do with an intent that is no topic."""
    if best.intent == "mens":
        return HandOver(best.confidence)
    return SmallTalk(best.intent, best.confidence)
