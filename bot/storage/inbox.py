"""The durable inbox: every update is stored, unique by bot and update_id, before Telegram hears that it arrived."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from bot.storage.database import Database, from_text, to_text

ATTEMPTS = 3


@dataclass(frozen=True)
class Received:
    """A stored update that was not handled yet."""

    id: int
    chat_id: int | None
    raw: str
    attempts: int
    received_at: datetime


class Inbox:
    """Rows are new, done or failed (set aside after three attempts)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, bot_id: int, updates: Iterable[tuple[int, int | None, str]], now: datetime) -> None:
        """Store (update_id, chat_id, raw JSON) of each update; one that is there already is ignored."""
        with self._database.transaction():
            for update_id, chat_id, raw in updates:
                self._database.execute(
                    "INSERT INTO inbox (bot_id, update_id, chat_id, raw, received_at) VALUES (?, ?, ?, ?, ?)"
                    " ON CONFLICT (bot_id, update_id) DO NOTHING",
                    (bot_id, update_id, chat_id, raw, to_text(now)),
                )

    def next(self, busy_chats: Collection[int | None]) -> Received | None:
        """Return the oldest new update of a chat that nobody is handling now."""
        marks = ", ".join("?" for _ in busy_chats)
        row = self._database.row(
            f"SELECT id, chat_id, raw, attempts, received_at FROM inbox WHERE state = 'new'"
            f" AND coalesce(chat_id, 0) NOT IN ({marks}) ORDER BY id LIMIT 1",
            tuple(chat or 0 for chat in busy_chats),
        )
        if row is None:
            return None
        return Received(row["id"], row["chat_id"], row["raw"], row["attempts"], from_text(row["received_at"]))

    def is_new(self, row_id: int) -> bool:
        """Return whether the update still waits to be handled."""
        return bool(self._database.value("SELECT state FROM inbox WHERE id = ?", (row_id,)) == "new")

    def waits(self, until: datetime) -> bool:
        """Return whether something that came in until a moment still waits to be handled."""
        sql = "SELECT EXISTS (SELECT 1 FROM inbox WHERE state = 'new' AND received_at <= ?)"
        return bool(self._database.value(sql, (to_text(until),)))

    def done(self, row_id: int) -> None:
        """Mark as handled and empty the raw update: only its id is kept."""
        self._database.execute(
            "UPDATE inbox SET state = 'done', raw = NULL, chat_id = NULL, error = NULL WHERE id = ?", (row_id,)
        )

    def failed(self, row_id: int, error: str) -> bool:
        """Count a failed attempt; return True when it was the last and the update is set aside."""
        self._database.execute(
            "UPDATE inbox SET attempts = attempts + 1, error = ?,"
            " state = CASE WHEN attempts + 1 >= ? THEN 'failed' ELSE 'new' END WHERE id = ?",
            (error, ATTEMPTS, row_id),
        )
        return bool(self._database.value("SELECT state FROM inbox WHERE id = ?", (row_id,)) == "failed")

    def counts(self) -> dict[str, int]:
        """Return how many updates are in each state."""
        return {
            row["state"]: row["n"] for row in self._database.rows("SELECT state, count(*) n FROM inbox GROUP BY state")
        }

    def purge(self, before: datetime) -> None:
        """Forget handled and set-aside updates received before a moment."""
        self._database.execute("DELETE FROM inbox WHERE state != 'new' AND received_at < ?", (to_text(before),))
