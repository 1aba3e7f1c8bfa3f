"""Small facts that must survive a restart, by name."""

from bot.storage.database import Database


class Kept:
    """A table of key and value."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """Return what is kept under a key, or None."""
        value = self._database.value("SELECT value FROM kept WHERE key = ?", (key,))
        return None if value is None else str(value)

    def set(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        sql = "INSERT INTO kept (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
        self._database.execute(sql, (key, value))
