"""Hulpvragen, what was passed on with them and what was said in them."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.domain.effects import ChangeHulpvraag, KeepMessage, NoteSaid, OpenHulpvraag, Unchanged
from bot.domain.hulpvraag import OPEN, Before, Hulpvraag, State
from bot.domain.people import Attachment
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale
from bot.storage.reports import Reports

_SAME = (
    "id", "nieuwkomer_id", "taal", "gemeente", "version", "thema", "sleutelpersoon_id", "question", "rol", "wave",
    "said_by", "outcome", "rating", "last_helper_id", "second_id", "second_rol",
)  # fmt: skip
_OPEN = "('waiting', 'claimed', 'held')"
_MOMENTS = ("claimed_at", "wave_at", "answered_at", "said_at", "warned_at", "ended_at")


class Hulpvragen:
    """Reads give frozen values; changes are applied only to the version that was read."""

    def __init__(self, database: Database) -> None:
        self._database, self._reports = database, Reports(database)

    def _hulpvraag(self, row: dict[str, Any]) -> Hulpvraag:
        skipped = self._database.rows("SELECT person_id FROM skip WHERE hulpvraag_id = ?", (row["id"],))
        avoided = self._database.rows("SELECT person_id FROM avoided WHERE hulpvraag_id = ?", (row["id"],))
        moments: dict[str, Any] = {name: from_text(row[name]) if row[name] else None for name in _MOMENTS}
        return Hulpvraag(
            **{name: row[name] for name in _SAME},
            **moments,
            state=State(row["state"]),
            created_at=from_text(row["created_at"]),
            skipped=frozenset(item["person_id"] for item in skipped),
            avoided=frozenset(item["person_id"] for item in avoided),
            urgent=bool(row["urgent"]),
            danger=bool(row["danger"]),
            wishes=frozenset(json.loads(row["wishes"] or "[]")),
            apart=self._reports.apart(row["nieuwkomer_id"]),
            talk=tuple(Before(*each) for each in json.loads(row["talk"] or "[]")),
        )

    def _where(self, condition: str, *parameters: object) -> list[Hulpvraag]:
        rows = self._database.rows(f"SELECT * FROM hulpvraag WHERE {condition} ORDER BY id", parameters)
        return [self._hulpvraag(row) for row in rows]

    def get(self, hulpvraag_id: int) -> Hulpvraag | None:
        """Return a hulpvraag, or None when it does not exist (any more)."""
        return next(iter(self._where("id = ?", hulpvraag_id)), None)

    def of_nieuwkomer(self, person_id: int) -> Hulpvraag | None:
        """Return the open hulpvraag of a nieuwkomer; he has one at most."""
        return next(iter(self._where(f"nieuwkomer_id = ? AND state IN {_OPEN}", person_id)), None)

    def of_sleutelpersoon(self, person_id: int) -> list[Hulpvraag]:
        """Return the hulpvragen that a sleutelpersoon claimed and that are still open."""
        return self._where("sleutelpersoon_id = ? AND state = 'claimed'", person_id)

    def helped_by(self, person_id: int) -> list[Hulpvraag]:
        """Return the open hulpvragen in which a sleutelpersoon helps: his own, and where he is the second."""
        return self._where("(sleutelpersoon_id = ? OR second_id = ?) AND state = 'claimed'", person_id, person_id)

    def lately(self, person_id: int, since: datetime) -> list[Hulpvraag]:
        """Return those in which a person, on either side, talks with somebody or did so last and until a moment."""
        recent = "(ended_at IS NULL OR ended_at >= ?)"
        inside = f"nieuwkomer_id = ? AND (state = 'claimed' OR last_helper_id IS NOT NULL AND {recent})"
        helps, moment = "? IN (sleutelpersoon_id, second_id) AND state = 'claimed'", to_text(since)
        sql = f"{inside} OR {helps} OR last_helper_id = ? AND {recent}"
        return self._where(sql, person_id, moment, person_id, person_id, moment)

    def earlier(self, hulpvraag: Hulpvraag, most: int) -> tuple[int, list[Hulpvraag]]:
        """Return how many hulpvragen of the same nieuwkomer are over, and the last `most`, the first one first."""
        ended, of = f"nieuwkomer_id = ? AND id != ? AND state NOT IN {_OPEN}", (hulpvraag.nieuwkomer_id, hulpvraag.id)
        count = self._database.value(f"SELECT count(*) FROM hulpvraag WHERE {ended}", of)
        last = f"SELECT id FROM hulpvraag WHERE {ended} ORDER BY id DESC LIMIT ?"
        return int(count), self._where(f"id IN ({last})", *of, most)

    def helpers_of(self, person_id: int, most: int) -> list[int]:
        """Return which sleutelpersonen helped a nieuwkomer in what is over, the last one first."""
        rows = self._database.rows(
            "SELECT p.id FROM hulpvraag h JOIN person p ON p.id = coalesce(h.last_helper_id, h.sleutelpersoon_id)"
            f" WHERE h.nieuwkomer_id = ? AND h.state NOT IN {_OPEN} AND p.rollen IS NOT NULL"
            " GROUP BY p.id ORDER BY max(h.ended_at) DESC LIMIT ?",
            (person_id, most),
        )
        return [row["id"] for row in rows]

    def waiting(self) -> list[Hulpvraag]:
        """Return the queue, the longest waiting first."""
        return self._where("state = 'waiting'")

    def next_id(self) -> int:
        """Return the id that the next hulpvraag gets, if nobody is quicker; ids are never used twice."""
        kept = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'hulpvraag'")
        return int(kept or 0) + 1

    def open(self, new: OpenHulpvraag, now: datetime) -> None:
        """Make a hulpvraag; raises Stale when the id is taken or the nieuwkomer has an open one already."""
        if self.of_nieuwkomer(new.nieuwkomer_id) or new.id != self.next_id():
            raise Stale(f"hulpvraag {new.id} cannot be made any more")
        same = ("id", "nieuwkomer_id", "taal", "gemeente", "thema", "question", "rol", "wave")
        row = {name: getattr(new, name) for name in same}
        row |= {"urgent": int(new.urgent), "wishes": json.dumps(sorted(new.wishes)), "wave_at": to_text(now)}
        row["talk"] = json.dumps([(each.text, each.topic) for each in new.talk], ensure_ascii=False)
        self._database.insert("hulpvraag", row | {"state": State.WAITING, "created_at": to_text(now)})
        for item in new.attachments:
            self.attach(new.id, item)
        for person_id in new.avoided:
            self._database.insert("avoided", {"hulpvraag_id": new.id, "person_id": person_id})

    def change(self, effect: ChangeHulpvraag, now: datetime) -> None:
        """Set fields; an ended hulpvraag loses its words. Raises Stale when it was changed since it was read.

        Nobody is the second where nobody is the first.
        """
        changes = {k: to_text(v) if isinstance(v, datetime) else v for k, v in effect.changes.items()}
        if changes.get("state", State.CLAIMED) != State.CLAIMED:
            changes |= {"second_id": None, "second_rol": None}
        ends = "state" in changes and changes["state"] not in OPEN
        if ends:
            changes |= {"ended_at": to_text(now), "question": None, "talk": None, "danger": 0}
        sets = "".join(f"{name} = :{name}, " for name in changes)
        changed = self._database.execute(
            f"UPDATE hulpvraag SET {sets}version = version + 1 WHERE id = :id AND version = :version",
            {**changes, "id": effect.id, "version": effect.version},
        )
        if not changed:
            raise Stale(f"hulpvraag {effect.id} changed meanwhile")
        if ends:
            for table in ("relayed", "attachment", "note", "reminder", "held"):
                self._database.execute(f"DELETE FROM {table} WHERE hulpvraag_id = ?", (effect.id,))
            self._database.execute("UPDATE report SET words = NULL WHERE hulpvraag_id = ?", (effect.id,))

    def check(self, seen: Unchanged) -> None:
        """Raise Stale when a hulpvraag is no longer as it was gathered."""
        version = self._database.value("SELECT version FROM hulpvraag WHERE id = ?", (seen.hulpvraag_id,))
        if version != seen.version:
            raise Stale(f"hulpvraag {seen.hulpvraag_id} changed meanwhile")

    def said(self, message: NoteSaid, now: datetime) -> None:
        """Note that one of the two said something; raises Stale when the hulpvraag changed since it was read."""
        self.check(Unchanged(message.hulpvraag_id, message.version))
        moment = to_text(now)
        self._database.execute(
            "UPDATE hulpvraag SET said_at = ?, said_by = ?, warned_at = NULL WHERE id = ?",
            (moment, message.person_id, message.hulpvraag_id),
        )
        self._database.execute(
            "UPDATE hulpvraag SET answered_at = ?"
            " WHERE id = ? AND ? IN (sleutelpersoon_id, second_id) AND answered_at IS NULL",
            (moment, message.hulpvraag_id, message.person_id),
        )

    def claimed(self) -> list[Hulpvraag]:
        """Return every conversation that goes on now."""
        return self._where("state = 'claimed'")

    def load(self) -> dict[int, int]:
        """Return sleutelpersoon → how many hulpvragen he has open; who has none is not there."""
        one = "SELECT {} helper FROM hulpvraag WHERE state = 'claimed'"
        both = f"{one.format('sleutelpersoon_id')} UNION ALL {one.format('second_id')}"
        sql = f"SELECT helper, count(*) n FROM ({both}) WHERE helper IS NOT NULL GROUP BY 1"
        return {row["helper"]: row["n"] for row in self._database.rows(sql)}

    def waits(self, taal: str, rol: str | None, since: datetime) -> list[timedelta]:
        """Return how long each hulpvraag in a language (and for a kind of help) waited until it was taken last."""
        rows = self._database.rows(
            "SELECT created_at, claimed_at FROM hulpvraag WHERE taal = ? AND claimed_at >= ? AND rol IS ?",
            (taal, to_text(since), rol),
        )
        return [from_text(row["claimed_at"]) - from_text(row["created_at"]) for row in rows]

    def with_message(self, chat_id: int, message_id: int) -> Hulpvraag | None:
        """Return the hulpvraag in which a text was relayed, if its words are still kept."""
        sql = "SELECT hulpvraag_id FROM relayed WHERE chat_id = ? AND message_id = ?"
        found = self._database.value(sql, (chat_id, message_id))
        return self.get(found) if found else None

    def attach(self, hulpvraag_id: int, item: Attachment) -> None:
        """Keep the place of a file that goes to the one who claims."""
        self._database.insert("attachment", {"hulpvraag_id": hulpvraag_id, **asdict(item)})

    def attachments(self, hulpvraag_id: int) -> list[Attachment]:
        """Return the files of a hulpvraag in the order in which they came."""
        sql = "SELECT chat_id, message_id, kind, album FROM attachment WHERE hulpvraag_id = ? ORDER BY id"
        return [Attachment(**row) for row in self._database.rows(sql, (hulpvraag_id,))]

    def goes_along(self, chat_id: int, message_id: int, album: str | None) -> bool:
        """Return whether a message, or a piece of its album, is kept for the one who claims."""
        sql = "SELECT count(*) FROM attachment WHERE chat_id = ? AND (message_id = ? OR album = ?)"
        return bool(self._database.value(sql, (chat_id, message_id, album)))

    def skip(self, hulpvraag_id: int, person_id: int) -> None:
        """Remember that somebody passed this one on."""
        sql = "INSERT INTO skip (hulpvraag_id, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING"
        self._database.execute(sql, (hulpvraag_id, person_id))

    def keep(self, message: KeepMessage, now: datetime) -> None:
        """Keep what was said, or what an edit made of it."""
        self._database.execute(
            "INSERT INTO relayed (hulpvraag_id, from_person, chat_id, message_id, text, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (chat_id, message_id) DO UPDATE SET text = excluded.text",
            (
                message.hulpvraag_id,
                message.from_person,
                message.chat_id,
                message.message_id,
                message.text,
                to_text(now),
            ),
        )

    def counts(self) -> dict[str, int]:
        """Return how many hulpvragen are in each state."""
        sql = "SELECT state, count(*) n FROM hulpvraag GROUP BY state"
        return {row["state"]: row["n"] for row in self._database.rows(sql)}
