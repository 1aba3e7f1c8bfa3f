"""Reports of insults and worse, from either side of a hulpvraag, and what a coordinator decides on them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Reason(StrEnum):
    """What the other side did."""

    INSULT = "insult"
    THREAT = "threat"
    SEXUAL = "sexual"
    MONEY = "money"
    OTHER = "other"


class Verdict(StrEnum):
    """What comes of a report."""

    NO_FAULT = "ok"
    WARN = "warn"
    BLOCK = "block"


@dataclass(frozen=True)
class Report:
    """A report on one side of a hulpvraag by the other, `by_helper` when the sleutelpersoon made it.

    `words` are the last ones of the reported side, redacted, until it is decided or the hulpvraag ends; `expired_at` is
    when the hulpvraag was held up long enough. The one who reported may be gone: then `helper_id` is None.
    """

    id: int
    hulpvraag_id: int
    nieuwkomer_id: int
    helper_id: int | None
    by_helper: bool
    reason: str
    created_at: datetime
    words: tuple[str, ...] = ()
    expired_at: datetime | None = None
    verdict: str | None = None
    decided_by: int | None = None
    decided_at: datetime | None = None

    @property
    def open(self) -> bool:
        """Whether nobody decided yet."""
        return self.verdict is None

    @property
    def reporter_id(self) -> int | None:
        """Who made it."""
        return self.helper_id if self.by_helper else self.nieuwkomer_id

    @property
    def reported_id(self) -> int | None:
        """Whom it is about."""
        return self.nieuwkomer_id if self.by_helper else self.helper_id


@dataclass(frozen=True)
class ReportEffect:
    """An effect that bot.storage.reports carries out."""


@dataclass(frozen=True)
class FileReport(ReportEffect):
    """Keep a report with an id that was free when gathered."""

    id: int
    hulpvraag_id: int
    nieuwkomer_id: int
    helper_id: int
    by_helper: bool
    reason: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class ExpireReport(ReportEffect):
    """A report holds nothing up any more, although nobody decided."""

    id: int


@dataclass(frozen=True)
class DecideReport(ReportEffect):
    """Somebody decides, provided that nobody did so meanwhile; the words are removed."""

    id: int
    verdict: str
    person_id: int
