"""Spoken answers: which voice message belongs to which text, and where its file lies."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.content_effects import KeepRecording
from bot.storage.database import Database, to_text


@dataclass(frozen=True)
class Recording:
    """One recording; `outdated` when its text is another now, `file` is its name in the folder of recordings."""

    id: int
    topic: str
    taal: str
    variant: str
    seconds: int
    bot_id: int
    file_id: str
    file: str | None
    outdated: bool


_FIELDS = """
    SELECT r.id, r.topic, r.taal, r.variant, r.seconds, r.bot_id, r.file_id, r.file,
        coalesce(said.text <> now.text OR now.status = 'outdated', 1) outdated
    FROM recording r
    LEFT JOIN answer said ON said.id = r.answer_id
    LEFT JOIN answer now ON now.topic = r.topic AND now.taal = r.taal AND now.variant = r.variant AND now.current = 1
    WHERE r.current = 1
"""


class Recordings:
    """A new recording of a text takes the place of the old one, whose file is then removed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, topic: str, taal: str, variant: str) -> Recording | None:
        """Return the recording of a text, if there is one."""
        row = self._database.row(f"{_FIELDS} AND r.topic = ? AND r.taal = ? AND r.variant = ?", (topic, taal, variant))
        return _recording(row) if row else None

    def get(self, number: int) -> Recording | None:
        """Return a recording by its number."""
        row = self._database.row(f"{_FIELDS} AND r.id = ?", (number,))
        return _recording(row) if row else None

    def all(self) -> list[Recording]:
        """Return every recording."""
        return [_recording(row) for row in self._database.rows(f"{_FIELDS} ORDER BY r.id")]

    def unfetched(self, bot_id: int) -> list[Recording]:
        """Return what this bot received and has no file of yet."""
        return [
            _recording(row) for row in self._database.rows(f"{_FIELDS} AND r.file IS NULL AND r.bot_id = ?", (bot_id,))
        ]

    def keep(self, new: KeepRecording, now: datetime) -> None:
        """Make a recording the current one of its text."""
        key = (new.topic, new.taal, new.variant)
        self._database.execute("UPDATE recording SET current = 0 WHERE topic = ? AND taal = ? AND variant = ?", key)
        row = {name: getattr(new, name) for name in ("topic", "taal", "variant", "answer_id", "seconds", "bot_id")}
        row |= {"file_id": new.file_id, "person_id": new.person_id, "created_at": to_text(now)}
        self._database.insert("recording", row)

    def fetched(self, number: int, file: str) -> None:
        """Note the file that a recording was written to."""
        self._database.execute("UPDATE recording SET file = ? WHERE id = ?", (file, number))

    def sent_as(self, number: int, bot_id: int, file_id: str) -> None:
        """Note the id under which this bot can send a recording again."""
        sql = "UPDATE recording SET bot_id = ?, file_id = ? WHERE id = ?"
        self._database.execute(sql, (bot_id, file_id, number))

    def remove(self, topic: str, taal: str, variant: str) -> None:
        """Take the recording of a text away."""
        sql = "UPDATE recording SET current = 0 WHERE topic = ? AND taal = ? AND variant = ?"
        self._database.execute(sql, (topic, taal, variant))

    def retired(self) -> list[str]:
        """Return the files that no recording uses any more."""
        rows = self._database.rows("SELECT file FROM recording WHERE current = 0 AND file IS NOT NULL")
        return [row["file"] for row in rows]

    def forget_retired(self) -> None:
        """Forget the recordings that were replaced or taken away."""
        self._database.execute("DELETE FROM recording WHERE current = 0")


def _recording(row: dict[str, Any]) -> Recording:
    return Recording(**{**row, "outdated": bool(row["outdated"])})
