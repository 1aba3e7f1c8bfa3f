"""What to do with a question that was understood this well, for a person of whom this much is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.domain.people import Person
from bot.domain.understanding import NO_TOPIC, TALK, Candidate, CrisisKind, Understanding

SUGGESTIONS = 3
MISSES_BEFORE_HUMAN = 2


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
    best = understood.candidates[0] if understood.candidates else Candidate("buiten_bereik", 0.0)
    if understood.asks_human:
        return HandOver(1.0)
    sure = best.confidence >= understood.thresholds.sure
    if sure and best.intent in NO_TOPIC:
        return _talk(best)
    if sure and best.intent in traits:
        return about(best.intent, person, traits[best.intent], best.confidence)
    return _suggest(understood, traits)


def about(topic: str, person: Person, traits: TopicTraits, confidence: float) -> Answer | AskWhoYouAre:
    """Return the answer, or the one question that has to be asked before it."""
    missing = next((name for name in traits.depends_on if getattr(person, name) is None), None)
    return AskWhoYouAre(topic, missing, confidence) if missing else Answer(topic, confidence)


def _talk(best: Candidate) -> Decision:
    if best.intent == "crisis":
        return Crisis("gevaar")
    if best.intent == "mens":
        return HandOver(best.confidence)
    if best.intent in TALK:
        return SmallTalk(best.intent, best.confidence)
    return Unknown(best.confidence)


def _suggest(understood: Understanding, traits: Mapping[str, TopicTraits]) -> Decision:
    """Offer what is likely enough and lies above 'off topic'; nothing left means unknown."""
    off_topic = next((c.confidence for c in understood.candidates if c.intent == "buiten_bereik"), 0.0)
    floor = max(understood.thresholds.suggest, off_topic)
    best = understood.candidates[0].confidence if understood.candidates else 0.0
    if understood.candidates and understood.candidates[0].intent in ("mens", "crisis") and best >= floor:
        return _talk(understood.candidates[0])
    topics = [c for c in understood.candidates if c.intent in traits]
    if not topics or topics[0].confidence < floor:
        return Unknown(best)
    return Suggest(tuple(c.intent for c in topics[:SUGGESTIONS]), topics[0].confidence)
