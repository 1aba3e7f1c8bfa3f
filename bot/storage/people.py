"""People and their roles."""

import json
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime
from typing import Any

from bot.domain.people import Attachment, Person, Sleutelpersoon, Waiting
from bot.domain.rooster import Rooster
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale


def _sleutelpersoon(row: dict[str, Any]) -> Sleutelpersoon | None:
    if row["rollen"] is None:
        return None
    return Sleutelpersoon(
        row["naam"],
        frozenset(json.loads(row["talen"])),
        frozenset(json.loads(row["gemeenten"])),
        frozenset(json.loads(row["rollen"])),
        bool(row["available"]),
        _rooster(row["rooster"]),
    )


def _rooster(text: str | None) -> Rooster:
    kept: dict[str, Any] = json.loads(text or "{}")
    kept |= {name: frozenset(kept[name]) for name in ("days", "dialects") if name in kept}
    return Rooster(**kept)


def _stored(changes: dict[str, Any]) -> dict[str, Any]:
    """Return the columns for changed fields; sleutelpersoon is spread over its own columns."""
    row: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "sleutelpersoon":
            row |= _columns(value)
        elif name == "waiting":
            row[name] = json.dumps(asdict(value), ensure_ascii=False) if value else None
        elif name == "attachments":
            row[name] = json.dumps([asdict(item) for item in value]) if value else None
        else:
            row[name] = to_text(value) if isinstance(value, datetime) else value
    return row


def _columns(value: Sleutelpersoon | None) -> dict[str, Any]:
    if value is None:
        return {"naam": None, "talen": None, "gemeenten": None, "rollen": None, "available": 0, "rooster": None}
    lists = {name: json.dumps(sorted(getattr(value, name))) for name in ("talen", "gemeenten", "rollen")}
    sets = {name: sorted(getattr(value.rooster, name)) for name in ("days", "dialects")}
    rooster = json.dumps(asdict(value.rooster) | sets)
    return {"naam": value.naam, "available": int(value.available), "rooster": rooster, **lists}


class People:
    """Reads give frozen values; changes are applied only to the version that was read."""

    def __init__(self, database: Database, beheerders: Collection[int] = ()) -> None:
        self._database = database
        self._beheerders = frozenset(beheerders)

    def _person(self, row: dict[str, Any]) -> Person:
        waiting = json.loads(row["waiting"]) if row["waiting"] else None
        files = json.loads(row["attachments"]) if row["attachments"] else []
        same = ("id", "telegram_id", "taal", "version", "gemeente", "doelgroep", "wet", "active_hulpvraag")
        return Person(
            **{name: row[name] for name in (*same, "last_question", "last_topic", "misses")},
            taal_chosen=bool(row["taal_chosen"]),
            reachable=bool(row["reachable"]),
            blocked_until=from_text(row["blocked_until"]) if row["blocked_until"] else None,
            beheerder=row["telegram_id"] in self._beheerders,
            sleutelpersoon=_sleutelpersoon(row),
            waiting=Waiting(**waiting) if waiting else None,
            attachments=tuple(Attachment(**item) for item in files),
            greeted_at=from_text(row["greeted_at"]) if row["greeted_at"] else None,
        )

    def at(self, telegram_id: int) -> Person | None:
        """Return the person with this Telegram id, if known."""
        row = self._database.row("SELECT * FROM person WHERE telegram_id = ?", (telegram_id,))
        return self._person(row) if row else None

    def get(self, person_id: int) -> Person:
        """Return a known person; raises Stale when he was forgotten meanwhile."""
        row = self._database.row("SELECT * FROM person WHERE id = ?", (person_id,))
        if row is None:
            raise Stale(f"person {person_id} is not known (any more)")
        return self._person(row)

    def meet(self, telegram_id: int, taal: str, now: datetime) -> Person:
        """Return the person with this Telegram id, making him known in `taal` when he is new."""
        self._database.execute(
            "INSERT INTO person (telegram_id, taal, created_at, seen_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (telegram_id) DO UPDATE SET seen_at = excluded.seen_at, reachable = 1",
            (telegram_id, taal, to_text(now), to_text(now)),
        )
        person = self.at(telegram_id)
        assert person is not None
        return person

    def sleutelpersonen(self) -> list[Person]:
        """Return everybody who is a sleutelpersoon."""
        rows = self._database.rows("SELECT * FROM person WHERE rollen IS NOT NULL ORDER BY id")
        return [self._person(row) for row in rows]

    def blocked(self, now: datetime) -> list[Person]:
        """Return everybody who has no conversations with people for a time."""
        rows = self._database.rows("SELECT * FROM person WHERE blocked_until > ? ORDER BY id", (to_text(now),))
        return [self._person(row) for row in rows]

    def unblock(self, now: datetime) -> None:
        """Forget the blocks that are over."""
        self._database.execute(
            "UPDATE person SET blocked_until = NULL, version = version + 1 WHERE blocked_until <= ?", (to_text(now),)
        )

    def beheerders(self) -> list[Person]:
        """Return the beheerders that the bot has met."""
        found = (self.at(telegram_id) for telegram_id in sorted(self._beheerders))
        return [person for person in found if person]

    def change(self, person: Person, changes: dict[str, Any]) -> None:
        """Set fields; raises Stale when the person was changed since he was read."""
        row = _stored(changes)
        sets = "".join(f"{name} = :{name}, " for name in row)
        changed = self._database.execute(
            f"UPDATE person SET {sets}version = version + 1 WHERE id = :id AND version = :version",
            {**row, "id": person.id, "version": person.version},
        )
        if not changed:
            raise Stale(f"person {person.id} changed meanwhile")

    def set_reachable(self, telegram_id: int, reachable: bool) -> bool:
        """Mark whether a person can be reached; return True when that is news."""
        sql = "UPDATE person SET reachable = ? WHERE telegram_id = ? AND reachable != ?"
        return bool(self._database.execute(sql, (int(reachable), telegram_id, int(reachable))))

    def purge(self, before: datetime) -> None:
        """Forget the last question of everybody who was not seen since a moment, and the files that waited with it."""
        self._database.execute(
            "UPDATE person SET last_question = NULL, last_topic = NULL, attachments = NULL, waiting = NULL,"
            " version = version + 1 WHERE seen_at < ? AND (last_question IS NOT NULL OR last_topic IS NOT NULL"
            " OR attachments IS NOT NULL OR waiting IS NOT NULL)",
            (to_text(before),),
        )

    def forget(self, person_id: int, telegram_id: int) -> None:
        """Remove a person, his questions and hulpvragen, and every message still held for his chat."""
        self._database.execute(
            "UPDATE hulpvraag SET sleutelpersoon_id = NULL WHERE sleutelpersoon_id = ?", (person_id,)
        )
        self._database.execute("UPDATE hulpvraag SET second_id = NULL WHERE second_id = ?", (person_id,))
        # What was reported about him goes; what he reported as a sleutelpersoon stays without him until it is decided.
        self._database.execute("DELETE FROM report WHERE helper_id = ? AND NOT by_helper", (person_id,))
        # What he reviewed stays, without his name; his voice does not.
        self._database.execute("UPDATE recording SET current = 0 WHERE person_id = ?", (person_id,))
        self._database.execute(
            "UPDATE answer SET author = 'vertaler', reviewer = NULL WHERE reviewer = ?", (person_id,)
        )
        self._database.execute("DELETE FROM outbox WHERE chat_id = ? AND state != 'queued'", (telegram_id,))
        self._database.execute("DELETE FROM relayed WHERE from_person = ?", (person_id,))
        # What was passed on is named by the chat that it came from; without a name it is gone once it is sent.
        self._database.execute("UPDATE outbox SET ref = NULL WHERE chat_id = ?", (telegram_id,))
        self._database.execute(
            "UPDATE outbox SET album = NULL WHERE chat_id = ? OR album GLOB ?", (telegram_id, f"{telegram_id}:*")
        )
        for name in ("ref", "target_ref"):
            sql = f"UPDATE outbox SET {name} = NULL WHERE {name} GLOB ?"
            self._database.execute(sql, (f"relay:*:{telegram_id}:*",))
        self._database.execute("UPDATE invitation SET used_by = NULL WHERE used_by = ?", (person_id,))
        self._database.execute("DELETE FROM invitation WHERE by_person = ?", (person_id,))
        self._database.execute("UPDATE hulpvraag SET said_by = NULL WHERE said_by = ?", (person_id,))
        self._database.execute("DELETE FROM person WHERE id = ?", (person_id,))
        self._database.execute("DELETE FROM inbox WHERE chat_id = ? AND state != 'new'", (telegram_id,))

    def count(self) -> int:
        """Return how many people the bot knows."""
        return int(self._database.value("SELECT count(*) FROM person"))
