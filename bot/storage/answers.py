"""Topics and the versions of their answers; a new version is live at once."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.answers import Answered, Topic
from bot.domain.content_effects import PublishAnswer
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale
from bot.storage.superseding import outdate, put_back


@dataclass(frozen=True)
class Seed:
    """A text from the repository: (topic, taal, variant), its words and its status."""

    topic: str
    taal: str
    variant: str
    text: str
    status: str
    seed_hash: str


class Answers:
    """The truth about the content, once seeded."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def topics(self) -> list[Topic]:
        """Return every topic in the order of the menu."""
        return self._topics("1 = 1")

    def topic(self, topic_id: str) -> Topic | None:
        """Return a topic, or None."""
        return next(iter(self._topics("id = ?", topic_id)), None)

    def _topics(self, condition: str, *parameters: object) -> list[Topic]:
        """Return topics with their variants in one query: every question looks at all of them."""
        variants = "SELECT DISTINCT variant FROM answer WHERE topic = t.id AND current = 1 AND variant LIKE '%=%'"
        rows = self._database.rows(
            f"SELECT t.*, (SELECT group_concat(variant) FROM ({variants} ORDER BY 1)) variants"
            f" FROM topic t WHERE {condition} ORDER BY position",
            parameters,
        )
        return [_topic(row) for row in rows]

    def set_topic(self, topic: Topic, position: int) -> None:
        """Insert a topic or replace what is known of it."""
        row = {
            **{name: getattr(topic, name) for name in ("id", "thema", "emoji", "peildatum")},
            "position": position,
            "sources": json.dumps(topic.sources, ensure_ascii=False),
            "related": json.dumps(topic.related),
            "volatile": int(topic.volatile),
            "human": int(topic.human),
        }
        self._database.execute("DELETE FROM topic WHERE id = ?", (topic.id,))
        self._database.insert("topic", row)

    def text(self, topic: str, taal: str, variant: str) -> Answered | None:
        """Return the current version of one text, or None when there is none in this language."""
        row = self._database.row(
            "SELECT * FROM answer WHERE topic = ? AND taal = ? AND variant = ? AND current = 1", (topic, taal, variant)
        )
        return _answered(row) if row else None

    def titles(self, taal: str) -> dict[str, str]:
        """Return topic id → title in a language; what is not translated is not there."""
        sql = "SELECT topic, text FROM answer WHERE taal = ? AND variant = 'title' AND current = 1"
        return {row["topic"]: row["text"] for row in self._database.rows(sql, (taal,))}

    def all_current(self, taal: str | None = None) -> list[Answered]:
        """Return all current texts, of one language or of all."""
        sql = "SELECT * FROM answer WHERE current = 1 AND (:taal IS NULL OR taal = :taal) ORDER BY topic, taal, variant"
        return [_answered(row) for row in self._database.rows(sql, {"taal": taal})]

    def versions(self, topic: str, taal: str, variant: str) -> list[Answered]:
        """Return every version of a text, the newest first."""
        sql = "SELECT * FROM answer WHERE topic = ? AND taal = ? AND variant = ? ORDER BY id DESC"
        return [_answered(row) for row in self._database.rows(sql, (topic, taal, variant))]

    def version(self, number: int) -> Answered | None:
        """Return one version of a text, current or not."""
        row = self._database.row("SELECT * FROM answer WHERE id = ?", (number,))
        return _answered(row) if row else None

    def publish(self, new: PublishAnswer, now: datetime, status: str | None = None) -> int:
        """Make a new version the current one; return how many translations a changed Dutch text outdated.

        A Dutch text that was there before brings back the translations of then. Raises Stale when another version
        became current since the one that was read.
        """
        here = self.text(new.topic, new.taal, new.variant)
        if new.expected is not None and new.expected != (here.id if here else 0):
            raise Stale(f"{new.topic} in {new.taal} changed meanwhile")
        key = {"topic": new.topic, "taal": new.taal, "variant": new.variant}
        row = {"text": new.text, "status": status or new.status, "author": new.author, "reviewer": new.reviewer}
        self._replace(key, row | {"minor": int(new.minor), "seed_hash": None}, now)
        if new.taal != "nl" or new.minor or here is None or here.text == new.text:
            return 0
        back = put_back(self._database, new.topic, new.variant, new.text, now)
        return outdate(self._database, new.topic, new.variant, now) if back is None else back

    def seed(self, seeds: Iterable[Seed], now: datetime) -> list[Seed]:
        """Take new and changed texts of the repository; return those that differ from what somebody edited here."""
        different = []
        for seed in seeds:
            row = self._database.row(
                "SELECT seed_hash, text FROM answer WHERE topic = ? AND taal = ? AND variant = ? AND current = 1",
                (seed.topic, seed.taal, seed.variant),
            )
            if row and row["seed_hash"] is None and row["text"] != seed.text:
                different.append(seed)
            elif row is None or (row["seed_hash"] is not None and row["seed_hash"] != seed.seed_hash):
                key = {"topic": seed.topic, "taal": seed.taal, "variant": seed.variant}
                row = {"text": seed.text, "status": seed.status, "author": "repository", "seed_hash": seed.seed_hash}
                self._replace(key, row, now)
        return different

    def _replace(self, key: dict[str, str], row: dict[str, Any], now: datetime) -> None:
        """Make a version current: the one place where that happens."""
        self._database.execute(
            "UPDATE answer SET current = 0 WHERE topic = :topic AND taal = :taal AND variant = :variant", key
        )
        since = to_text(now)
        outdated = {"outdated_at": since} if row["status"] == "outdated" else {}
        self._database.insert("answer", key | row | outdated | {"created_at": since})


def _topic(row: dict[str, Any]) -> Topic:
    return Topic(
        **{name: row[name] for name in ("id", "thema", "emoji", "peildatum")},
        sources=tuple(json.loads(row["sources"])),
        related=tuple(json.loads(row["related"])),
        volatile=bool(row["volatile"]),
        human=bool(row["human"]),
        variants=tuple(row["variants"].split(",")) if row["variants"] else (),
    )


def _answered(row: dict[str, Any]) -> Answered:
    same = ("topic", "taal", "variant", "text", "status", "author", "id")
    outdated = from_text(row["outdated_at"]) if row["outdated_at"] else None
    return Answered(**{name: row[name] for name in same}, created_at=from_text(row["created_at"]), outdated_at=outdated)
