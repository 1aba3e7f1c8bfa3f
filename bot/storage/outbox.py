"""The durable outbox: what is committed here is sent in order per chat, and what was sent stays findable by its ref."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

from bot.domain.endings import OVER
from bot.domain.outgoing import (
    AnswerPress,
    Copy,
    Delete,
    Edit,
    EditCaption,
    Menu,
    Outgoing,
    Place,
    Play,
    Send,
    Typing,
)
from bot.storage.albums import Albums, read
from bot.storage.database import Database, from_text, to_text
from bot.storage.queued import Passed, Queued

Ephemeral = AnswerPress | Typing
Durable = Send | Copy | Play | Edit | EditCaption | Delete | Menu


class Outbox:
    """Rows are queued, sent, failed or dropped; a sent row without a ref is deleted at once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.albums = Albums(database)

    def put(self, outgoing: Durable, now: datetime) -> None:
        """Queue a message; call inside a transaction."""
        wait = to_text(outgoing.not_before) if isinstance(outgoing, Send) and outgoing.not_before else None
        album = outgoing.album if isinstance(outgoing, Send | Copy) else None
        changes = isinstance(outgoing, Edit | EditCaption | Delete)
        target = getattr(outgoing, "ref" if changes else "reply_to_ref", None)
        payload = asdict(outgoing) | {"not_before": None}
        row = {
            "chat_id": outgoing.chat_id,
            "method": type(outgoing).__name__,
            "payload": json.dumps(payload, ensure_ascii=False),
            "ref": outgoing.ref if isinstance(outgoing, Send | Copy) else None,
            "target_ref": target,
            "album": album,
            "not_before": self.albums.wait(outgoing.chat_id, album, now) if album else wait,
            "created_at": to_text(now),
        }
        self._database.insert("outbox", row)

    def next(self, busy_chats: Collection[int], now: datetime) -> Queued | None:
        """Return the oldest message that is first in its chat's row, whose chat is not busy and whose time has come."""
        marks = ", ".join("?" for _ in busy_chats)
        row = self._database.row(
            "SELECT id, chat_id, method, payload, target_ref, attempts, plain, album FROM outbox o"
            f" WHERE state = 'queued' AND chat_id NOT IN ({marks}) AND coalesce(not_before, '') <= ?"
            " AND NOT EXISTS"
            " (SELECT 1 FROM outbox p WHERE p.state = 'queued' AND p.chat_id = o.chat_id AND p.id < o.id)"
            " ORDER BY id LIMIT 1",
            (*busy_chats, to_text(now)),
        )
        return read(row) if row else None

    def sent(self, queued: Queued, message_id: int | None) -> None:
        """Record that Telegram took the message; its words are no longer kept."""
        self._database.execute(
            "UPDATE outbox SET state = 'sent', payload = NULL, message_id = ? WHERE id = ? AND ref IS NOT NULL",
            (message_id, queued.id),
        )
        self._database.execute("DELETE FROM outbox WHERE id = ? AND ref IS NULL", (queued.id,))

    def sent_together(self, rows: Sequence[Queued], message_ids: Sequence[int | None]) -> int:
        """Record what Telegram copied of an album; return how many pieces it skipped.

        It does not say which ones: then no copy is taken for that of a certain message, only for one of the sender's.
        """
        lost = len(rows) - len(message_ids)
        for row, message_id in zip(rows, message_ids, strict=False):
            if lost:
                named = ":".join(str(row.payload["ref"]).split(":")[:3])
                self._rename(row.id, f"{named}:0:{row.id}")
            self.sent(row, message_id)
        for row in rows[len(message_ids) :]:
            self.failed(row.id, "skipped by Telegram")
        return lost

    def _rename(self, row_id: int, ref: str) -> None:
        self._database.execute("UPDATE outbox SET ref = ? WHERE id = ? AND ref IS NOT NULL", (ref, row_id))

    def drop(self, row_id: int) -> None:
        """Forget a message that need not be sent any more."""
        self._database.execute("DELETE FROM outbox WHERE id = ?", (row_id,))

    def retry(self, row_id: int, not_before: datetime, plain: bool = False, counts: bool = True) -> None:
        """Leave the message first in its chat and try again at `not_before`, as plain text when `plain`."""
        self._database.execute(
            "UPDATE outbox SET attempts = attempts + ?, not_before = ?, plain = max(plain, ?) WHERE id = ?",
            (int(counts), to_text(not_before), int(plain), row_id),
        )

    def failed(self, row_id: int, error: str) -> None:
        """Give this message up; it shows in /beheer."""
        self._database.execute(
            "UPDATE outbox SET state = 'failed', payload = NULL, error = ? WHERE id = ?", (error, row_id)
        )

    def drop_chat(self, chat_id: int) -> bool:
        """Give up all that waits for a chat that cannot be reached; return whether words of a talk are among it."""
        waits = "chat_id = ? AND state = 'queued'"
        talk = "(ref LIKE 'relay:%' OR ref LIKE 'zei:%')"
        said = self._database.value(f"SELECT count(*) FROM outbox WHERE {waits} AND {talk}", (chat_id,))
        self._database.execute(f"UPDATE outbox SET state = 'dropped', payload = NULL WHERE {waits}", (chat_id,))
        nobody = "NOT EXISTS (SELECT 1 FROM person WHERE telegram_id = chat_id)"  # forgotten: not even the chat is kept
        self._database.execute(f"DELETE FROM outbox WHERE chat_id = ? AND {nobody}", (chat_id,))
        return bool(said)

    def place(self, chat_id: int, ref: str) -> Place | None:
        """Return where in a chat the last message with this ref stands."""
        found = self._database.value(
            "SELECT message_id FROM outbox WHERE chat_id = ? AND ref = ? AND state = 'sent' ORDER BY id DESC LIMIT 1",
            (chat_id, ref),
        )
        return Place(chat_id, found) if found else None

    def ref_at(self, chat_id: int, message_id: int) -> str | None:
        """Return the ref of the message that stands at a place."""
        ref = self._database.value(
            "SELECT ref FROM outbox WHERE chat_id = ? AND message_id = ? AND ref IS NOT NULL", (chat_id, message_id)
        )
        return str(ref) if ref else None

    def chats_with(self, ref: str) -> list[int]:
        """Return the chats to which a message with this ref was or will be sent."""
        sql = "SELECT DISTINCT chat_id FROM outbox WHERE ref = ? AND state IN ('queued', 'sent') ORDER BY id"
        return [row["chat_id"] for row in self._database.rows(sql, (ref,))]

    def copies_of(self, chat_id: int, message_id: int) -> list[Passed]:
        """Return what was made of a message for others: its copies, or the pieces of a long text."""
        return self._passed("ref GLOB ?", f"relay:*:{chat_id}:{message_id}")

    def named(self, ref: str) -> list[Passed]:
        """Return what was or will be sent under a ref, with its further pieces."""
        return self._passed("ref = ?", ref)

    def latest(self, start: str) -> datetime | None:
        """Return when the last message was put whose ref begins so, if it was neither given up nor taken back."""
        sql = "SELECT max(created_at) FROM outbox WHERE state IN ('queued', 'sent') AND ref GLOB ? AND ref NOT GLOB ?"
        found = self._database.value(sql, (f"{start}*", f"*{OVER}"))
        return from_text(found) if found else None

    def _passed(self, condition: str, ref: str) -> list[Passed]:
        rows = self._database.rows(
            "SELECT chat_id, ref, created_at FROM outbox"
            f" WHERE state IN ('queued', 'sent') AND ({condition} OR ref GLOB ?) ORDER BY id",
            (ref, f"{ref}:*"),
        )
        return [Passed(row["chat_id"], row["ref"], from_text(row["created_at"])) for row in rows]

    def counts(self) -> dict[str, int]:
        """Return how many messages are in each state."""
        sql = "SELECT state, count(*) n FROM outbox GROUP BY state"
        return {row["state"]: row["n"] for row in self._database.rows(sql)}

    def purge(self, before: datetime) -> None:
        """Forget what was sent or given up before a moment."""
        self._database.execute("DELETE FROM outbox WHERE state != 'queued' AND created_at < ?", (to_text(before),))


def split(outgoing: tuple[Outgoing, ...]) -> tuple[list[Durable], list[Ephemeral]]:
    """Part what must survive a restart from what is worth nothing after it."""
    durable = [item for item in outgoing if not isinstance(item, AnswerPress | Typing)]
    return durable, [item for item in outgoing if isinstance(item, AnswerPress | Typing)]
