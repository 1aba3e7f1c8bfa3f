"""A question handed to a human, and the steps that it may take."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a hulpvraag stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    HELD = "held"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What somebody, or the clock, may do with a hulpvraag."""

    CLAIM = "claim"
    HAND_OVER = "hand_over"
    GIVE_BACK = "give_back"
    LAPSE = "lapse"
    CLOSE = "close"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    JOIN = "join"
    PART = "part"
    REPORT = "report"
    DECIDE = "decide"
    BLOCK = "block"


# The diagram of docs/hulpvraag.md; a test reads both.
STEPS: dict[tuple[State, Step], State] = {
    (State.WAITING, Step.CLAIM): State.CLAIMED,
    (State.WAITING, Step.HAND_OVER): State.CLAIMED,
    (State.WAITING, Step.WITHDRAW): State.WITHDRAWN,
    (State.CLAIMED, Step.HAND_OVER): State.CLAIMED,
    (State.CLAIMED, Step.GIVE_BACK): State.WAITING,
    (State.CLAIMED, Step.LAPSE): State.WAITING,
    (State.CLAIMED, Step.JOIN): State.CLAIMED,
    (State.CLAIMED, Step.PART): State.CLAIMED,
    (State.CLAIMED, Step.CLOSE): State.CLOSED,
    (State.CLOSED, Step.REOPEN): State.WAITING,
    (State.CLAIMED, Step.REPORT): State.HELD,
    (State.WAITING, Step.REPORT): State.HELD,
    (State.HELD, Step.DECIDE): State.WAITING,
    (State.HELD, Step.WITHDRAW): State.WITHDRAWN,
    (State.HELD, Step.BLOCK): State.WITHDRAWN,
    (State.WAITING, Step.BLOCK): State.WITHDRAWN,
}
OPEN = frozenset({State.WAITING, State.CLAIMED, State.HELD})


def after(state: State, step: Step) -> State | None:
    """Return the state that `step` leads to, or None when `step` is not possible now."""
    return STEPS.get((state, step))


@dataclass(frozen=True)
class Before:
    """A question that the nieuwkomer asked the bot earlier, redacted, and the topic that answered it, if one did."""

    text: str
    topic: str | None = None


@dataclass(frozen=True)
class Hulpvraag:
    """One hulpvraag; the words of the question are kept until it ends, then emptied.

    `wave` is how far it is offered (domain/offering.py) since `wave_at`; `answered_at` is when the sleutelpersoon first
    said something after the claim; `said_at` and `said_by` tell of the last message; `warned_at` of the warning that a
    silent conversation ends. `rol` is the kind of help that was asked, `wishes` whom the nieuwkomer would like; nobody
    of those `avoided` gets it or hears why. `talk` is what he asked the bot before, when he wanted that to go along.
    `second_id` is who helps beside the sleutelpersoon, with the role `second_rol`. `danger` tells that danger was
    recognised while it was open. Between those `apart` and the nieuwkomer there is a report.
    """

    id: int
    nieuwkomer_id: int
    taal: str
    gemeente: str
    state: State
    created_at: datetime
    version: int
    thema: str | None = None
    sleutelpersoon_id: int | None = None
    question: str | None = None
    claimed_at: datetime | None = None
    skipped: frozenset[int] = frozenset()
    rol: str | None = None
    urgent: bool = False
    wishes: frozenset[str] = frozenset()
    wave: int = 0
    wave_at: datetime | None = None
    answered_at: datetime | None = None
    said_at: datetime | None = None
    said_by: int | None = None
    warned_at: datetime | None = None
    ended_at: datetime | None = None
    outcome: str | None = None
    rating: int | None = None
    last_helper_id: int | None = None
    talk: tuple[Before, ...] = ()
    second_id: int | None = None
    second_rol: str | None = None
    avoided: frozenset[int] = frozenset()
    danger: bool = False
    apart: frozenset[int] = frozenset()

    @property
    def helpers(self) -> tuple[int, ...]:
        """The ids of who helps now, the sleutelpersoon whose hulpvraag it is first."""
        return tuple(each for each in (self.sleutelpersoon_id, self.second_id) if each is not None)

    @property
    def sides(self) -> tuple[int, ...]:
        """The ids of everybody in the conversation, the nieuwkomer first."""
        return (self.nieuwkomer_id, *self.helpers)

    @property
    def never(self) -> frozenset[int]:
        """The ids of who must not help here: unwanted, or kept apart by a report."""
        return self.avoided | self.apart

    @property
    def open(self) -> bool:
        """Whether it still waits or is being talked about."""
        return self.state in OPEN

    @property
    def waits(self) -> bool:
        """Whether nobody talks about it now: it is in the queue, or held until a report is decided."""
        return self.state in (State.WAITING, State.HELD)
