"""What waits for a vertaler: drafts, outdated texts and texts without a translation, and who was shown what."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from bot.domain.content_effects import ShowForReview
from bot.storage.database import Database, to_text

# A text that another vertaler has before him is offered to nobody else for this long.
RESERVED = timedelta(hours=1)
SKIPPED = timedelta(days=30)

_WAITS = """
    FROM answer n
    LEFT JOIN answer t ON t.topic = n.topic AND t.variant = n.variant AND t.taal = :taal AND t.current = 1
    WHERE n.taal = 'nl' AND n.current = 1 AND (t.id IS NULL OR t.status IN ('draft', 'outdated'))
"""


@dataclass(frozen=True)
class ToReview:
    """A Dutch text and its translation; `answer_id` is the version of the translation, 0 when there is none."""

    topic: str
    variant: str
    taal: str
    dutch_id: int
    dutch: str
    answer_id: int
    text: str
    status: str


class Reviews:
    """Reads what is to be reviewed; the texts themselves are in Answers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, talen: Collection[str]) -> dict[str, int]:
        """Return taal → how many texts wait for review."""
        return {taal: int(self._database.value(f"SELECT count(*) {_WAITS}", {"taal": taal})) for taal in talen}

    def next(self, taal: str, person_id: int, now: datetime, besides: tuple[str, str] = ("", "")) -> ToReview | None:
        """Return the text that is most worth reviewing by this person: outdated first, then what is asked most.

        `besides` is the (topic, variant) that he deals with just now.
        """
        row = self._database.row(
            f"""
            SELECT n.id dutch_id, n.topic, n.variant, n.text dutch, t.id, t.text, t.status {_WAITS}
            AND (n.topic, n.variant) <> (:topic, :variant) AND NOT EXISTS (
                SELECT 1 FROM review r WHERE r.topic = n.topic AND r.variant = n.variant AND r.taal = :taal AND (
                    (r.person_id = :person AND r.skipped = 1 AND r.shown_at > :skipped)
                    OR (r.person_id <> :person AND r.skipped = 0 AND r.shown_at > :reserved)))
            ORDER BY coalesce(t.status, '') = 'outdated' DESC, n.topic LIKE 'wijziging:%' DESC, n.topic LIKE 'woord:%',
                (SELECT count(*) FROM question q WHERE q.topic = n.topic) DESC,
                (SELECT position FROM topic WHERE id = n.topic), n.topic, n.variant <> 'title', n.variant
            LIMIT 1
            """,
            {
                "taal": taal,
                "topic": besides[0],
                "variant": besides[1],
                "person": person_id,
                "skipped": to_text(now - SKIPPED),
                "reserved": to_text(now - RESERVED),
            },
        )
        return _to_review(row, taal) if row else None

    def at(self, dutch_id: int, taal: str) -> ToReview | None:
        """Return the text whose Dutch was this version, as it is now; None when the Dutch is another now."""
        row = self._database.row(
            "SELECT n.id dutch_id, n.topic, n.variant, n.text dutch, t.id, t.text, t.status FROM answer n LEFT JOIN"
            " answer t ON t.topic = n.topic AND t.variant = n.variant AND t.taal = ? AND t.current = 1"
            " WHERE n.id = ? AND n.taal = 'nl' AND n.current = 1",
            (taal, dutch_id),
        )
        return _to_review(row, taal) if row else None

    def show(self, shown: ShowForReview, now: datetime) -> None:
        """Remember that a text was shown to a person, or that he skipped it."""
        self._database.execute(
            "INSERT INTO review (topic, variant, taal, person_id, skipped, shown_at) VALUES (?, ?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET skipped = excluded.skipped, shown_at = excluded.shown_at",
            (shown.topic, shown.variant, shown.taal, shown.person_id, int(shown.skipped), to_text(now)),
        )


def _to_review(row: dict[str, Any], taal: str) -> ToReview:
    return ToReview(
        row["topic"], row["variant"], taal, row["dutch_id"], row["dutch"], row["id"] or 0, row["text"] or "",
        row["status"] or "missing",
    )  # fmt: skip
