"""What happens to a text when what it stands on changes: withdrawn with its source, outdated with its Dutch text."""

from collections.abc import Collection
from datetime import datetime

from bot.storage.database import Database, to_text


def withdraw(database: Database, kept: Collection[tuple[str, str, str]]) -> None:
    """Withdraw what came from the repository and is not in `kept` (topic, taal, variant), and topics without text."""
    rows = database.rows("SELECT id, topic, taal, variant FROM answer WHERE current = 1 AND seed_hash IS NOT NULL")
    for row in rows:
        if (row["topic"], row["taal"], row["variant"]) not in kept:
            database.execute("UPDATE answer SET current = 0 WHERE id = ?", (row["id"],))
    database.execute("DELETE FROM topic WHERE id NOT IN (SELECT topic FROM answer WHERE current = 1)")


def outdate(database: Database, topic: str, variant: str, now: datetime) -> int:
    """Mark every translation of a Dutch text as outdated since now; return how many there are."""
    sql = (
        "UPDATE answer SET status = 'outdated', outdated_at = ?"
        " WHERE topic = ? AND variant = ? AND taal <> 'nl' AND current = 1"
    )
    return database.execute(sql, (to_text(now), topic, variant))


def latest_version(database: Database) -> int:
    """Return the number of the newest version of any text: it grows with every edit."""
    return int(database.value("SELECT max(id) FROM answer") or 0)


def position(database: Database, topic: str) -> int | None:
    """Return the place of a topic in the menu, or None when there is no such topic."""
    found = database.value("SELECT position FROM topic WHERE id = ?", (topic,))
    return None if found is None else int(found)
