"""Example questions that were added in use; the model learns them with those of the repository."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.content_effects import AddExample
from bot.storage.database import Database, to_text


@dataclass(frozen=True)
class Example:
    """What somebody may type in `taal` when he means `topic`."""

    id: int
    taal: str
    topic: str
    text: str


class Examples:
    """The examples that beheerders added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, new: AddExample, now: datetime) -> None:
        """Keep an example; a text that was there under another topic moves to this one."""
        row = {"taal": new.taal, "topic": new.topic, "text": new.text, "author": new.author}
        self._database.execute("DELETE FROM added_example WHERE taal = ? AND text = ?", (new.taal, new.text))
        self._database.insert("added_example", row | {"created_at": to_text(now)})

    def remove(self, number: int) -> bool:
        """Forget an example by its number; return whether it was there."""
        return bool(self._database.execute("DELETE FROM added_example WHERE id = ?", (number,)))

    def all(self) -> list[Example]:
        """Return all of them, the oldest first."""
        rows = self._database.rows("SELECT id, taal, topic, text FROM added_example ORDER BY id")
        return [Example(**row) for row in rows]
