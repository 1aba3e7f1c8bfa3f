"""How a hulpvraag ended, what a sleutelpersoon learned from it, and the effects that remember both."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

BEST, WORST, LOW = 4, 1, 2
LONGEST_QUESTION, LONGEST_ANSWER = 300, 2000


class Outcome(StrEnum):
    """What came of a hulpvraag: answered, referred to somebody, or nobody was reached."""

    ANSWERED = "answered"
    GEMEENTE = "gemeente"
    DUO = "duo"
    IND = "ind"
    TAALSCHOOL = "taalschool"
    VLUCHTELINGENWERK = "vluchtelingenwerk"
    HUISARTS = "huisarts"
    OTHER = "other"
    NO_CONTACT = "no_contact"


@dataclass(frozen=True)
class Proposal:
    """A question that a sleutelpersoon wants in the answers, with what he would say; it holds no personal data.

    `topic` is where a beheerder put it; a settled one without a topic was dismissed.
    """

    id: int
    person_id: int | None
    taal: str
    question: str
    answer: str | None
    created_at: datetime
    settled_at: datetime | None = None
    topic: str | None = None

    @property
    def open(self) -> bool:
        """Whether no beheerder decided yet."""
        return self.settled_at is None


@dataclass(frozen=True)
class EndingEffect:
    """An effect that bot.storage.endings carries out."""


@dataclass(frozen=True)
class Propose(EndingEffect):
    """Keep a proposal (redacted) with an id that was free when gathered."""

    id: int
    person_id: int
    taal: str
    question: str
    answer: str | None


@dataclass(frozen=True)
class SettleProposal(EndingEffect):
    """A beheerder put a proposal under a topic, or dismissed it, provided that nobody decided meanwhile."""

    id: int
    topic: str | None = None


OVER = ":oud"


@dataclass(frozen=True)
class OffersAreOver(EndingEffect):
    """What was offered under a name is of an earlier time: who got it then may get it again; `chat_id` limits that."""

    ref: str
    chat_id: int | None = None
