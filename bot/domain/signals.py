"""What a sleutelpersoon tells the gemeente that he sees, and what the gemeente does with it."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

LONGEST = 1000


class Action(StrEnum):
    """What the gemeente does with a signal."""

    CHANGE = "change"
    LOOK = "look"
    CANNOT = "cannot"


@dataclass(frozen=True)
class Signal:
    """One signal; without `thema` it is about something else, without `gemeente` about the whole region.

    `answers` counts how often it was answered, so that an answer to what has changed meanwhile is noticed. A giver who
    removed his data is None.
    """

    id: int
    person_id: int | None
    thema: str | None
    gemeente: str | None
    text: str
    created_at: datetime
    supporters: frozenset[int] = field(default_factory=frozenset)
    answer: str | None = None
    action: str | None = None
    answered_at: datetime | None = None
    answers: int = 0

    @property
    def open(self) -> bool:
        """Whether the gemeente has not answered yet."""
        return self.answer is None

    @property
    def count(self) -> int:
        """How many people say so: who gave it and who supports it."""
        return 1 + len(self.supporters)

    @property
    def concerned(self) -> frozenset[int]:
        """Who hears the answer."""
        return self.supporters | ({self.person_id} if self.person_id else frozenset())
