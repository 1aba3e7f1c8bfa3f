"""What was meant, as far as it could be told: the answer of the port Interpreter."""

from dataclasses import dataclass, replace
from typing import Literal

CrisisKind = Literal["geweld", "zelfdoding", "gevaar"]
OFF_TOPIC = "buiten_bereik"
DANGER = "crisis"
TALKED = frozenset({"mens", "groet", "dank"})


@dataclass(frozen=True)
class Candidate:
    """A possible intent with its confidence, 0..1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Thresholds:
    """From where an answer is sure, a suggestion worth showing, and a text off-topic whatever else it may be (0..1).

    From `crisis` on, as the share of that intent, somebody may be in danger.
    """

    sure: float
    suggest: float
    off_topic: float
    crisis: float


@dataclass(frozen=True)
class Language:
    """The language of a text: `taal` when sure, else the close ones; `carries` is false for office words alone."""

    taal: str | None
    close: tuple[str, ...] = ()
    carries: bool = True


@dataclass(frozen=True)
class Understanding:
    """Candidates from the most to the least likely, and what was recognised beside Rasa.

    `goes_on`: the text opens or ends as a question that goes on from the one before it.
    """

    language: Language
    candidates: tuple[Candidate, ...]
    thresholds: Thresholds
    crisis: CrisisKind | None = None
    asks_human: bool = False
    source: Literal["rasa", "search", "none"] = "none"
    goes_on: bool = False

    def share(self, intent: str) -> float:
        """Return the confidence of an intent, 0 when it is no candidate."""
        return next((c.confidence for c in self.candidates if c.intent == intent), 0.0)


UNLISTED = 0.003  # an intent that a reading does not list among its best is not impossible, only unlikely


def in_context(alone: Understanding, after: Understanding, before: str | None = None) -> Understanding:
    """Return what a question means that was read alone and once more after the previous topic.

    Both readings must find a topic likely (their product, made to add up to one): alone "and what does it cost?" may
    be any price, after the exam it is that of the exam. The title speaks for its own topic, `before`, of which enough
    was said: the second reading does not count for that one.
    """
    one, other = ({c.intent: c.confidence for c in reading.candidates} for reading in (alone, after))
    one.pop(OFF_TOPIC, None)  # alone it says nothing, and that looks like something off-topic
    if before in other:
        del other[before]
    likely = {i: one.get(i, UNLISTED) * other.get(i, UNLISTED) for i in one | other}
    total = sum(likely.values()) or 1.0
    ranked = sorted(likely.items(), key=lambda item: -item[1])
    return replace(alone, candidates=tuple(Candidate(intent, share / total) for intent, share in ranked))


def reply_taal(own: str, language: Language) -> str:
    """Return the language to answer in: that of the message when recognised surely and it says something, else his own.

    Persian and Dari cannot be told apart in a short text: the person's own choice decides between the two.
    """
    if language.taal is None or not language.carries:
        return own
    if {language.taal, own} <= {"fa", "fa_AF"}:
        return own
    return language.taal
