"""Changes of the law that were announced, and confirmations that an answer is still valid."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.domain.content_effects import AnnounceLawChange, ConfirmValid, EndLawChange
from bot.storage.database import Database, to_text

NOTE = "wijziging:"


@dataclass(frozen=True)
class LawChange:
    """From `starts_on` the answers of `topics` carry a banner, until it is ended."""

    id: int
    starts_on: date
    topics: tuple[str, ...]
    author: str

    @property
    def key(self) -> str:
        """The name under which the explanation is kept, beside the answers, so that it is translated like them."""
        return f"{NOTE}{self.id}"


class LawChanges:
    """Announced, ended, never deleted: it stays clear what readers saw."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self) -> list[LawChange]:
        """Return the changes that were not ended, the earliest first."""
        return [
            _change(row) for row in self._database.rows("SELECT * FROM law_change WHERE ended_at IS NULL ORDER BY 2, 1")
        ]

    def holding(self, topic: str, today: date) -> list[LawChange]:
        """Return the changes that hold for a topic today."""
        return [change for change in self.open() if topic in change.topics and change.starts_on <= today]

    def get(self, number: int) -> LawChange | None:
        """Return an open change by its number."""
        return next((change for change in self.open() if change.id == number), None)

    def next_id(self) -> int:
        """Return the number that the next change gets."""
        return int(self._database.value("SELECT coalesce(max(id), 0) + 1 FROM law_change"))

    def announce(self, new: AnnounceLawChange, now: datetime) -> None:
        """Keep a change."""
        row = {"id": new.id, "starts_on": new.starts_on.isoformat(), "topics": json.dumps(new.topics)}
        self._database.insert("law_change", row | {"author": new.author, "created_at": to_text(now)})

    def end(self, over: EndLawChange, now: datetime) -> None:
        """Let a change hold no longer for some topics; with none left its explanation is withdrawn too."""
        here = self.get(over.id)
        left = tuple(topic for topic in here.topics if topic not in over.topics) if here else ()
        if left:
            self._database.execute("UPDATE law_change SET topics = ? WHERE id = ?", (json.dumps(left), over.id))
            return
        self._database.execute("UPDATE law_change SET ended_at = ? WHERE id = ?", (to_text(now), over.id))
        self._database.execute("UPDATE answer SET current = 0 WHERE topic = ?", (f"{NOTE}{over.id}",))

    def confirm(self, valid: ConfirmValid, now: datetime) -> None:
        """Note that the answer of a topic was checked on a day and is still valid."""
        day = valid.on.isoformat()
        self._database.execute("UPDATE topic SET peildatum = ? WHERE id = ?", (day, valid.topic))
        row = {"topic": valid.topic, "confirmed_on": day, "author": valid.author, "created_at": to_text(now)}
        self._database.insert("confirmation", row)


def _change(row: dict[str, Any]) -> LawChange:
    return LawChange(row["id"], date.fromisoformat(row["starts_on"]), tuple(json.loads(row["topics"])), row["author"])
