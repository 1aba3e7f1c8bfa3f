"""What is to be remembered so that nobody is asked too much: time spent, danger in a talk, how somebody is after it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True)
class CareEffect:
    """An effect that bot.storage.care carries out."""


@dataclass(frozen=True)
class MarkDanger(CareEffect):
    """Danger was recognised in a hulpvraag; the mark goes when it ends."""

    hulpvraag_id: int


@dataclass(frozen=True)
class AskDebrief(CareEffect):
    """A sleutelpersoon is asked how he is after a hulpvraag; a day that was agreed before stays, and is behind him."""

    person_id: int
    hulpvraag_id: int


@dataclass(frozen=True)
class DebriefLater(CareEffect):
    """He is asked once more at a moment."""

    person_id: int
    hulpvraag_id: int
    due_at: datetime


@dataclass(frozen=True)
class EndDebrief(CareEffect):
    """Nothing more is asked."""

    person_id: int
    hulpvraag_id: int


@dataclass(frozen=True)
class StopCounting(CareEffect):
    """Forget what was counted and asked of somebody who is no sleutelpersoon any more."""

    person_id: int


@dataclass(frozen=True)
class Tidy(CareEffect):
    """Forget time spent before a day, what was asked before a moment, and who was avoided in what ended before one."""

    day: date
    asked: datetime
    ended: datetime


@dataclass(frozen=True)
class Debrief:
    """That a sleutelpersoon was asked how he is; `due_at` is set when he is asked, or was asked, once more."""

    person_id: int
    hulpvraag_id: int
    asked_at: datetime
    due_at: datetime | None

    @property
    def again(self) -> bool:
        """Whether he was asked once more already."""
        return self.due_at is not None and self.asked_at >= self.due_at
