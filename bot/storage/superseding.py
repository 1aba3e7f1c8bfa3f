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
    database.execute(
        "UPDATE answer SET status_before = status, outdated_at = ?"
        " WHERE topic = ? AND variant = ? AND taal <> 'nl' AND current = 1 AND status <> 'outdated'",
        (to_text(now), topic, variant),
    )
    sql = "UPDATE answer SET status = 'outdated' WHERE topic = ? AND variant = ? AND taal <> 'nl' AND current = 1"
    return database.execute(sql, (topic, variant))


def put_back(database: Database, topic: str, variant: str, text: str, now: datetime) -> int | None:
    """Set the translations as they were when this was the Dutch text; return how many are outdated by it.

    None when it never was: then every translation is outdated. A translation that was outdated by what came after is
    right again; one that was made for what came after is outdated.
    """
    row = database.row(
        "SELECT later.id, later.created_at FROM answer old JOIN answer later ON later.topic = old.topic"
        " AND later.variant = old.variant AND later.taal = 'nl' AND later.id > old.id"
        " WHERE old.topic = ? AND old.variant = ? AND old.taal = 'nl' AND old.text = ? AND old.current = 0"
        " ORDER BY old.id DESC, later.id LIMIT 1",
        (topic, variant, text),
    )
    if row is None:
        return None
    translations = "topic = ? AND variant = ? AND taal <> 'nl' AND current = 1"
    database.execute(
        "UPDATE answer SET status = coalesce(status_before, 'draft'), status_before = NULL, outdated_at = NULL"
        f" WHERE {translations} AND status = 'outdated' AND outdated_at >= ? AND id < ?",
        (topic, variant, row["created_at"], row["id"]),
    )
    return database.execute(
        "UPDATE answer SET status_before = status, status = 'outdated', outdated_at = ?"
        f" WHERE {translations} AND status <> 'outdated' AND id > ?",
        (to_text(now), topic, variant, row["id"]),
    )


def latest_version(database: Database) -> int:
    """Return the number of the newest version of any text: it grows with every edit."""
    return int(database.value("SELECT max(id) FROM answer") or 0)


def position(database: Database, topic: str) -> int | None:
    """Return the place of a topic in the menu, or None when there is no such topic."""
    found = database.value("SELECT position FROM topic WHERE id = ?", (topic,))
    return None if found is None else int(found)
