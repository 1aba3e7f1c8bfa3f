"""Time spent by sleutelpersonen, danger in a talk, and who was asked how he is after it."""

from datetime import datetime, timedelta
from typing import Any

from bot.domain.care_effects import (
    AskDebrief,
    CareEffect,
    Debrief,
    DebriefLater,
    EndDebrief,
    MarkDanger,
    StopCounting,
    Tidy,
)
from bot.domain.effects import NoteSaid
from bot.domain.spending import spent, week_of
from bot.i18n import dutch_day, dutch_time
from bot.storage.database import Database, from_text, to_text

_OF = "person_id = ? AND hulpvraag_id = ?"
# Who is asked once more later is no old case; an ended hulpvraag can be opened again for a while.
_OLD = (
    ("spent", "day < :day"),
    ("debrief", "asked_at < :asked AND (due_at IS NULL OR due_at <= asked_at)"),
    ("avoided", "hulpvraag_id IN (SELECT id FROM hulpvraag WHERE ended_at < :ended AND state = 'closed')"),
    ("avoided", "hulpvraag_id IN (SELECT id FROM hulpvraag WHERE state = 'withdrawn')"),
)


class Care:
    """Reads give frozen values; time is counted by the rule of bot.domain.spending."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def said(self, message: NoteSaid, now: datetime) -> None:
        """Count the time of a message, when it is one of somebody who helps."""
        asker = self._database.value("SELECT nieuwkomer_id FROM hulpvraag WHERE id = ?", (message.hulpvraag_id,))
        if asker == message.person_id:
            return
        moment = now.replace(microsecond=0)
        last = self._database.value("SELECT max(last_at) FROM spent WHERE person_id = ?", (message.person_id,))
        for day, span in spent(dutch_time(from_text(last)) if last else None, dutch_time(moment)).items():
            self._database.execute(
                "INSERT INTO spent (person_id, day, seconds, last_at) VALUES (?, ?, ?, ?) ON CONFLICT (person_id, day)"
                " DO UPDATE SET seconds = seconds + excluded.seconds, last_at = excluded.last_at",
                (message.person_id, day.isoformat(), int(span.total_seconds()), to_text(moment)),
            )

    def this_week(self, now: datetime) -> dict[int, timedelta]:
        """Return person → how much of the week he spent; who spent nothing is not there."""
        first, last = week_of(dutch_day(now))
        sql = "SELECT person_id, sum(seconds) n FROM spent WHERE day BETWEEN ? AND ? GROUP BY 1"
        rows = self._database.rows(sql, (first.isoformat(), last.isoformat()))
        return {row["person_id"]: timedelta(seconds=row["n"]) for row in rows}

    def days(self, person_id: int) -> int:
        """Return of how many days the time of somebody is kept."""
        return int(self._database.value("SELECT count(*) FROM spent WHERE person_id = ?", (person_id,)))

    def debriefs(self, person_id: int) -> list[Debrief]:
        """Return what somebody was asked that is not over."""
        return self._debriefs("person_id = ?", person_id)

    def debrief(self, person_id: int, hulpvraag_id: int) -> Debrief | None:
        """Return whether somebody was asked how he is after a hulpvraag, None when not or when it is over."""
        return next(iter(self._debriefs(_OF, person_id, hulpvraag_id)), None)

    def due(self, now: datetime) -> list[Debrief]:
        """Return who is to be asked once more now."""
        return self._debriefs("due_at <= ? AND asked_at < due_at", to_text(now))

    def _debriefs(self, condition: str, *parameters: object) -> list[Debrief]:
        rows = self._database.rows(f"SELECT * FROM debrief WHERE {condition} ORDER BY asked_at", parameters)
        return [_debrief(row) for row in rows]

    def untidy(self, tidy: Tidy) -> bool:
        """Return whether there is anything that tidying would remove."""
        found = (self._database.value(f"SELECT 1 FROM {table} WHERE {old}", _before(tidy)) for table, old in _OLD)
        return any(found)

    def apply(self, effect: CareEffect, now: datetime) -> None:
        """Carry out an effect."""
        match effect:
            case MarkDanger():
                # Not a step: whoever is about to change the hulpvraag may go on.
                sql = "UPDATE hulpvraag SET danger = 1 WHERE id = ? AND state IN ('waiting', 'claimed', 'held')"
                self._database.execute(sql, (effect.hulpvraag_id,))
            case AskDebrief():
                self._database.execute(
                    "INSERT INTO debrief (person_id, hulpvraag_id, asked_at) VALUES (?, ?, ?)"
                    " ON CONFLICT (person_id, hulpvraag_id) DO UPDATE SET asked_at = excluded.asked_at",
                    (effect.person_id, effect.hulpvraag_id, to_text(now)),
                )
            case DebriefLater():
                moment = to_text(effect.due_at)
                key = (moment, effect.person_id, effect.hulpvraag_id)
                self._database.execute(f"UPDATE debrief SET due_at = ? WHERE {_OF}", key)
            case EndDebrief():
                self._database.execute(f"DELETE FROM debrief WHERE {_OF}", (effect.person_id, effect.hulpvraag_id))
            case StopCounting():
                for table in ("spent", "debrief"):
                    self._database.execute(f"DELETE FROM {table} WHERE person_id = ?", (effect.person_id,))
            case Tidy():
                for table, old in _OLD:
                    self._database.execute(f"DELETE FROM {table} WHERE {old}", _before(effect))


def _before(tidy: Tidy) -> dict[str, Any]:
    return {"day": tidy.day.isoformat(), "asked": to_text(tidy.asked), "ended": to_text(tidy.ended)}


def _debrief(row: dict[str, Any]) -> Debrief:
    due = from_text(row["due_at"]) if row["due_at"] else None
    return Debrief(row["person_id"], row["hulpvraag_id"], from_text(row["asked_at"]), due)
