"""Reports from either side of a hulpvraag, and what was decided on them."""

import json
from datetime import datetime
from typing import Any

from bot.domain.reports import DecideReport, ExpireReport, FileReport, Report, ReportEffect
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale

_SAME = ("id", "hulpvraag_id", "nieuwkomer_id", "helper_id", "reason", "verdict", "decided_by")


class Reports:
    """Reads give frozen values; what was said goes when it is decided or the hulpvraag ends (storage/hulpvragen.py)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def _where(self, condition: str, *parameters: object) -> list[Report]:
        rows = self._database.rows(f"SELECT * FROM report WHERE {condition} ORDER BY id", parameters)
        return [_report(row) for row in rows]

    def get(self, number: int) -> Report | None:
        """Return a report, or None when it does not exist (any more)."""
        return next(iter(self._where("id = ?", number)), None)

    def open(self) -> list[Report]:
        """Return what nobody decided yet, the oldest first."""
        return self._where("verdict IS NULL")

    def of_hulpvraag(self, hulpvraag_id: int) -> list[Report]:
        """Return the reports on a hulpvraag."""
        return self._where("hulpvraag_id = ?", hulpvraag_id)

    def of_person(self, person_id: int) -> list[Report]:
        """Return the reports that a person made, or that are about him."""
        return self._where("? IN (nieuwkomer_id, helper_id)", person_id)

    def words(self, hulpvraag_id: int, person_id: int, most: int) -> list[str]:
        """Return what one side said last in a hulpvraag and what is still kept of it, the first one first."""
        sql = "SELECT text FROM relayed WHERE hulpvraag_id = ? AND from_person = ? ORDER BY id DESC LIMIT ?"
        return [row["text"] for row in reversed(self._database.rows(sql, (hulpvraag_id, person_id, most)))]

    def apart(self, nieuwkomer_id: int) -> frozenset[int]:
        """Return the sleutelpersonen between whom and a nieuwkomer there is a report: they do not meet again."""
        sql = "SELECT helper_id FROM report WHERE nieuwkomer_id = ? AND helper_id IS NOT NULL"
        return frozenset(row["helper_id"] for row in self._database.rows(sql, (nieuwkomer_id,)))

    def next_id(self) -> int:
        """Return the id that the next report gets, if nobody is quicker; ids are never used twice."""
        kept = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'report'")
        return int(kept or 0) + 1

    def apply(self, effect: ReportEffect, now: datetime) -> None:
        """Carry out an effect; raises Stale when what was gathered no longer holds."""
        match effect:
            case FileReport():
                self._file(effect, now)
            case ExpireReport():
                self._set(effect.id, "expired_at = ?", "expired_at IS NULL AND verdict IS NULL", to_text(now))
            case DecideReport():
                sets = "words = NULL, verdict = ?, decided_by = ?, decided_at = ?"
                self._set(effect.id, sets, "verdict IS NULL", effect.verdict, effect.person_id, to_text(now))

    def _file(self, new: FileReport, now: datetime) -> None:
        if new.id != self.next_id():
            raise Stale(f"report {new.id} cannot be made any more")
        same = ("id", "hulpvraag_id", "nieuwkomer_id", "helper_id", "reason")
        row = {name: getattr(new, name) for name in same} | {"by_helper": int(new.by_helper)}
        words = json.dumps(new.words, ensure_ascii=False) if new.words else None
        self._database.insert("report", row | {"words": words, "created_at": to_text(now)})

    def _set(self, number: int, sets: str, condition: str, *values: object) -> None:
        if not self._database.execute(f"UPDATE report SET {sets} WHERE id = ? AND {condition}", (*values, number)):
            raise Stale(f"report {number} was decided meanwhile")

    def purge(self, before: datetime) -> None:
        """Forget what was decided before a moment, or never and is as old."""
        self._database.execute("DELETE FROM report WHERE coalesce(decided_at, created_at) < ?", (to_text(before),))


def _report(row: dict[str, Any]) -> Report:
    moments: dict[str, Any] = {
        name: from_text(row[name]) if row[name] else None for name in ("created_at", "expired_at", "decided_at")
    }
    same = {name: row[name] for name in _SAME}
    return Report(**same, **moments, by_helper=bool(row["by_helper"]), words=tuple(json.loads(row["words"] or "[]")))
