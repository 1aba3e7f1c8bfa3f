"""A question handed to a human, and the steps that it may take."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a hulpvraag stands."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


class Step(StrEnum):
    """What somebody may do with a hulpvraag."""

    CLAIM = "claim"
    GIVE_BACK = "give_back"
    CLOSE = "close"
    WITHDRAW = "withdraw"


STEPS: dict[tuple[State, Step], State] = {
    (State.WAITING, Step.CLAIM): State.CLAIMED,
    (State.WAITING, Step.WITHDRAW): State.WITHDRAWN,
    (State.CLAIMED, Step.GIVE_BACK): State.WAITING,
    (State.CLAIMED, Step.CLOSE): State.CLOSED,
}
OPEN = frozenset({State.WAITING, State.CLAIMED})


def after(state: State, step: Step) -> State | None:
    """Return the state that `step` leads to, or None when `step` is not possible now."""
    return STEPS.get((state, step))


@dataclass(frozen=True)
class Hulpvraag:
    """One hulpvraag; the words of the question are kept until it ends, then emptied."""

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

    @property
    def open(self) -> bool:
        """Whether it still waits or is being talked about."""
        return self.state in OPEN
