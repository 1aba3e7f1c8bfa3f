"""Signals to the gemeente, and who supports them."""

from datetime import datetime
from typing import Any

from bot.domain.advice_effects import AnswerSignal, GiveSignal, SupportSignal
from bot.domain.signals import Signal
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale

_SAME = ("id", "person_id", "thema", "gemeente", "text", "answer", "action", "answers")


class Signals:
    """Reads give frozen values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _signal(self, row: dict[str, Any]) -> Signal:
        supports = self._database.rows("SELECT person_id FROM signal_support WHERE signal_id = ?", (row["id"],))
        return Signal(
            **{name: row[name] for name in _SAME},
            created_at=from_text(row["created_at"]),
            supporters=frozenset(item["person_id"] for item in supports),
            answered_at=from_text(row["answered_at"]) if row["answered_at"] else None,
        )

    def get(self, signal_id: int) -> Signal | None:
        """Return a signal, or None when it does not exist (any more)."""
        row = self._database.row("SELECT * FROM signal WHERE id = ?", (signal_id,))
        return self._signal(row) if row else None

    def open(self) -> list[Signal]:
        """Return the signals without an answer, the most supported first, then the newest."""
        rows = self._database.rows("SELECT * FROM signal WHERE answer IS NULL")
        return sorted(map(self._signal, rows), key=lambda signal: (-signal.count, -signal.id))

    def answered(self) -> list[Signal]:
        """Return the signals with an answer, the last answered first."""
        rows = self._database.rows("SELECT * FROM signal WHERE answer IS NOT NULL ORDER BY answered_at DESC, id DESC")
        return [self._signal(row) for row in rows]

    def of_person(self, person_id: int) -> tuple[int, int]:
        """Return how many signals a person gave and how many he supports."""
        given = self._database.value("SELECT count(*) FROM signal WHERE person_id = ?", (person_id,))
        supported = self._database.value("SELECT count(*) FROM signal_support WHERE person_id = ?", (person_id,))
        return int(given), int(supported)

    def count_open(self) -> int:
        """Return how many signals wait for an answer."""
        return int(self._database.value("SELECT count(*) FROM signal WHERE answer IS NULL"))

    def next_id(self) -> int:
        """Return the id that the next signal gets, if nobody is quicker; ids are never used twice."""
        return int(self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'signal'") or 0) + 1

    def give(self, new: GiveSignal, now: datetime) -> None:
        """Keep a signal; raises Stale when its id is taken."""
        if new.id != self.next_id():
            raise Stale(f"signal {new.id} was given by somebody else meanwhile")
        row = {name: getattr(new, name) for name in ("person_id", "thema", "gemeente", "text")}
        self._database.insert("signal", row | {"created_at": to_text(now)})

    def support(self, effect: SupportSignal) -> None:
        """Let a person support a signal; a second time changes nothing."""
        sql = "INSERT INTO signal_support (signal_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._database.execute(sql, (effect.id, effect.person_id))

    def answer(self, effect: AnswerSignal, now: datetime) -> None:
        """Keep what the gemeente says and does; raises Stale when it was answered since it was read."""
        changed = self._database.execute(
            "UPDATE signal SET answer = ?, action = ?, answered_at = ?, answers = answers + 1"
            " WHERE id = ? AND answers = ?",
            (effect.text, effect.action, to_text(now), effect.id, effect.answers),
        )
        if not changed:
            raise Stale(f"signal {effect.id} was answered meanwhile")

    def purge(self, before: datetime) -> None:
        """Forget what was answered before a moment."""
        self._database.execute("DELETE FROM signal WHERE answered_at < ?", (to_text(before),))
