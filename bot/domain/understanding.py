"""What was meant, as far as it could be told: the answer of the port Interpreter."""

from dataclasses import dataclass
from typing import Literal

CrisisKind = Literal["geweld", "zelfdoding", "gevaar"]
OFF_TOPIC = "buiten_bereik"
TALKED = frozenset({"mens", "crisis", "groet", "dank"})


@dataclass(frozen=True)
class Candidate:
    """A possible intent with its confidence, 0..1."""

    intent: str
    confidence: float


@dataclass(frozen=True)
class Thresholds:
    """From where an answer is sure, a suggestion worth showing, and a text off-topic whatever else it may be (0..1)."""

    sure: float
    suggest: float
    off_topic: float


@dataclass(frozen=True)
class Language:
    """The language of a text: `taal` when sure, else the close ones; `carries` is false for office words alone."""

    taal: str | None
    close: tuple[str, ...] = ()
    carries: bool = True


@dataclass(frozen=True)
class Understanding:
    """Candidates from the most to the least likely, and what was recognised beside Rasa."""

    language: Language
    candidates: tuple[Candidate, ...]
    thresholds: Thresholds
    crisis: CrisisKind | None = None
    asks_human: bool = False
    source: Literal["rasa", "search", "none"] = "none"


def reply_taal(own: str, language: Language) -> str:
    """Return the language to answer in: that of the message when recognised surely and it says something, else his own.

    Persian and Dari cannot be told apart in a short text: the person's own choice decides between the two.
    """
    if language.taal is None or not language.carries:
        return own
    if {language.taal, own} <= {"fa", "fa_AF"}:
        return own
    return language.taal
