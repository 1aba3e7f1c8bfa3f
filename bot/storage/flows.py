"""How much each person sent lately: numbers alone, forgotten after half a day."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.flooding import Flow, KeepFlow
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale


class Flows:
    """Reads give frozen values; a change is applied only to the flow that was read."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, person_id: int) -> Flow | None:
        """Return the flow of a person, None when he sent nothing lately."""
        row = self._database.row("SELECT * FROM flow WHERE person_id = ?", (person_id,))
        return _flow(row) if row else None

    def silent_until(self, now: datetime) -> dict[int, Flow]:
        """Return person → flow of everybody whose silence is over by now."""
        rows = self._database.rows("SELECT * FROM flow WHERE until <= ? ORDER BY until", (to_text(now),))
        return {row["person_id"]: _flow(row) for row in rows}

    def keep(self, effect: KeepFlow) -> None:
        """Remember a flow; raises Stale when it was changed since it was read."""
        before = effect.before
        if self.of(effect.person_id) != before:
            raise Stale(f"the flow of person {effect.person_id} changed meanwhile")
        after = effect.after
        row = asdict(after) | {"at": to_text(after.at), "until": to_text(after.until) if after.until else None}
        row |= {"person_id": effect.person_id, "muted": int(after.muted)}
        marks = ", ".join(f":{name}" for name in row)
        self._database.execute(f"REPLACE INTO flow ({', '.join(row)}) VALUES ({marks})", row)

    def purge(self, before: datetime) -> None:
        """Forget everybody who sent nothing since a moment and is not in a silence."""
        self._database.execute("DELETE FROM flow WHERE at < ? AND until IS NULL", (to_text(before),))


def _flow(row: dict[str, Any]) -> Flow:
    numbers = {name: row[name] for name in ("level", "urgent", "excess", "missed", "strikes")}
    until = from_text(row["until"]) if row["until"] else None
    return Flow(at=from_text(row["at"]), until=until, muted=bool(row["muted"]), **numbers)
