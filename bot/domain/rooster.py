"""When a sleutelpersoon wants to be asked, how much, and what he tells of himself for wishes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

MOST_OPEN: Final = 20
MOST_HOURS: Final = 40
HOURS: Final = 24
WEEK: Final = frozenset(range(7))
GENDERS: Final = ("vrouw", "man")


@dataclass(frozen=True)
class LocalTime:
    """A moment as it is in the Netherlands, and whether that day is a holiday there."""

    moment: datetime
    holiday: bool = False


@dataclass(frozen=True)
class Rooster:
    """Everything is optional: without a rooster he is asked at any hour.

    `days` are 0 (Monday) to 6; `begin` and `end` are full hours in Dutch time, and may pass midnight. `gender`,
    `lives_in` (a gemeente) and `dialects` are told by himself and serve wishes of nieuwkomers alone. `week` is how many
    hours a week he wants to spend, 0 without limit, None as the desk has it.
    """

    days: frozenset[int] = WEEK
    begin: int = 0
    end: int = HOURS
    holidays_off: bool = False
    most_open: int | None = None
    gender: str | None = None
    lives_in: str | None = None
    dialects: frozenset[str] = frozenset()
    week: int | None = None

    def open_at(self, now: LocalTime) -> bool:
        """Return whether he wants to be asked at a moment."""
        if (self.holidays_off and now.holiday) or now.moment.weekday() not in self.days:
            return False
        hour = now.moment.hour
        if self.begin < self.end:
            return self.begin <= hour < self.end
        return hour >= self.begin or hour < self.end
