"""Which answers must be checked against their sources again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.answers import Topic

# What changes often is checked every season, the rest every year.
VOLATILE, LASTING = timedelta(days=90), timedelta(days=365)


@dataclass(frozen=True)
class Due:
    """An answer whose date of checking (peildatum) is longer ago than its shelf life; `days` tells by how much."""

    topic: str
    peildatum: str
    days: int


def due(topics: Iterable[Topic], today: date) -> list[Due]:
    """Return what is past its shelf life on a day, the longest overdue first."""
    found = [Due(topic.id, topic.peildatum, _over(topic, today)) for topic in topics if _over(topic, today) > 0]
    return sorted(found, key=lambda each: (-each.days, each.topic))


def _over(topic: Topic, today: date) -> int:
    shelf_life = VOLATILE if topic.volatile else LASTING
    return (today - date.fromisoformat(topic.peildatum) - shelf_life).days
