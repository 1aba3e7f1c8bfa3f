"""Draft letters and their readers."""

import json
from datetime import datetime
from typing import Any

from bot.domain.advice_effects import ChangeLetter, OpenLetter
from bot.domain.letters import Letter, Reading, Reads
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale


class Letters:
    """Reads give frozen values; changes are applied only to the version that was read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _letter(self, row: dict[str, Any]) -> Letter:
        found = self._database.rows("SELECT * FROM letter_reading WHERE letter_id = ? ORDER BY id", (row["id"],))
        return Letter(
            row["id"],
            row["person_id"],
            tuple(json.loads(row["paragraphs"])),
            from_text(row["created_at"]),
            row["version"],
            from_text(row["ended_at"]) if row["ended_at"] else None,
            tuple(map(_reading, found)),
        )

    def get(self, letter_id: int) -> Letter | None:
        """Return a letter, or None when it does not exist (any more)."""
        row = self._database.row("SELECT * FROM letter WHERE id = ?", (letter_id,))
        return self._letter(row) if row else None

    def open(self) -> list[Letter]:
        """Return the letters that are being read, the oldest first."""
        rows = self._database.rows("SELECT * FROM letter WHERE ended_at IS NULL ORDER BY id")
        return [self._letter(row) for row in rows]

    def asked(self) -> dict[int, int]:
        """Return person → how often he was asked to read a letter; who never was is not there."""
        sql = "SELECT person_id, count(*) n FROM letter_reading WHERE person_id IS NOT NULL GROUP BY 1"
        return {row["person_id"]: row["n"] for row in self._database.rows(sql)}

    def next_id(self) -> int:
        """Return the id that the next letter gets, if nobody is quicker; ids are never used twice."""
        return int(self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'letter'") or 0) + 1

    def put(self, new: OpenLetter, now: datetime) -> None:
        """Keep a letter with the readers who are asked at once; raises Stale when its id is taken."""
        if new.id != self.next_id():
            raise Stale(f"letter {new.id} was put forward by somebody else meanwhile")
        text = json.dumps(new.paragraphs, ensure_ascii=False)
        self._database.insert("letter", {"person_id": new.person_id, "paragraphs": text, "created_at": to_text(now)})
        self._keep(new.id, new.readings)

    def change(self, effect: ChangeLetter, now: datetime) -> None:
        """Keep changed and new readings, or end a letter; raises Stale when it was changed since it was read."""
        changed = self._database.execute(
            "UPDATE letter SET version = version + 1, ended_at = ? WHERE id = ? AND version = ? AND ended_at IS NULL",
            (to_text(now) if effect.ended else None, effect.id, effect.version),
        )
        if not changed:
            raise Stale(f"letter {effect.id} changed meanwhile")
        self._keep(effect.id, effect.readings)

    def _keep(self, letter_id: int, readings: tuple[Reading, ...]) -> None:
        for reading in readings:
            row: dict[str, Any] = {"state": reading.state, "unclear": json.dumps(sorted(reading.unclear))}
            row |= {"remarks": json.dumps(reading.remarks, ensure_ascii=False)}
            if reading.id:
                sql = "UPDATE letter_reading SET state = :state, unclear = :unclear, remarks = :remarks WHERE id = :id"
                self._database.execute(sql, row | {"id": reading.id})
            else:
                row |= {"letter_id": letter_id, "person_id": reading.person_id, "asked_at": to_text(reading.asked_at)}
                self._database.insert("letter_reading", row)

    def purge(self, before: datetime) -> None:
        """Forget what ended before a moment."""
        self._database.execute("DELETE FROM letter WHERE ended_at < ?", (to_text(before),))


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(
        row["person_id"], Reads(row["state"]), from_text(row["asked_at"]), frozenset(json.loads(row["unclear"])),
        tuple(json.loads(row["remarks"])), row["id"],
    )  # fmt: skip
