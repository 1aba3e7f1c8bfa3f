"""Albums in the outbox: pieces come one by one, wait a moment for each other, and leave as one album.

Every piece is a row with its own ref; above the first one stands the row of the heading. The wait is a moment in the
rows, so that it survives a restart. A piece that comes when the others have left goes alone, as a reply to the first.
"""

import json
from datetime import datetime, timedelta
from typing import Any

from bot.domain.outgoing import Place
from bot.storage.database import Database, from_text, to_text
from bot.storage.queued import Passed, Queued

QUIET = timedelta(seconds=1.5)
LONGEST = timedelta(seconds=6)
AFTER_RESTART = timedelta(seconds=3)
MOST = 100  # what Telegram takes in one copyMessages
_OF = "chat_id = ? AND album = ?"
_SHOWN = "(album = ? OR album GLOB ?)"


def shown_again(album: str) -> tuple[str, str]:
    """Return an album with the pattern of what it is called when it is shown once more in another turn."""
    return album, f"{album}:*"


class Albums:
    """An album is named by the chat that it came from and Telegram's id of the group."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, chat_id: int, album: str) -> bool:
        """Return whether something of this album was or will be sent to a chat."""
        return bool(self._count("1", chat_id, album))

    def wait(self, chat_id: int, album: str, now: datetime) -> str:
        """Let what waits of an album wait for one more piece, but not for ever; return until when."""
        queued = f"{_OF} AND state = 'queued'"
        first = self._database.value(f"SELECT min(created_at) FROM outbox WHERE {queued}", (chat_id, album))
        latest = (from_text(first) if first else now) + LONGEST
        until = to_text(min(now + QUIET, latest))
        self._database.execute(
            f"UPDATE outbox SET not_before = max(coalesce(not_before, ''), ?) WHERE {queued}", (until, chat_id, album)
        )
        return until

    def wake_up(self, now: datetime) -> None:
        """Give pieces that came while the bot was away the time to join the others."""
        self._database.execute(
            "UPDATE outbox SET not_before = max(coalesce(not_before, ''), ?)"
            " WHERE state = 'queued' AND album IS NOT NULL",
            (to_text(now + AFTER_RESTART),),
        )

    def alone(self, queued: Queued) -> bool:
        """Return whether this is a heading above less than two pieces: what goes alone has a caption instead."""
        if queued.album is None or queued.method != "Send":
            return False
        return self._count("method = 'Copy' AND state = 'queued'", queued.chat_id, queued.album) < 2

    def together(self, queued: Queued) -> list[Queued]:
        """Return the rows that leave in one call with this one, which is among them."""
        album = queued.album
        if album is None or queued.method != "Copy" or not self._headed(queued.chat_id, album):
            return [queued]
        rows = self._database.rows(
            "SELECT id, chat_id, method, payload, target_ref, attempts, plain, album FROM outbox"
            f" WHERE {_OF} AND method = 'Copy' AND state = 'queued' ORDER BY id LIMIT {MOST}",
            (queued.chat_id, album),
        )
        return sorted((read(row) for row in rows), key=lambda each: int(each.payload["source"]["message_id"]))

    def _headed(self, chat_id: int, album: str) -> bool:
        sent = self._count("state = 'sent' AND method = 'Send'", chat_id, album)
        return bool(sent) and not self._count("state = 'sent' AND method = 'Copy'", chat_id, album)

    def _count(self, condition: str, chat_id: int, album: str) -> int:
        sql = f"SELECT count(*) FROM outbox WHERE {_OF} AND {condition}"
        return int(self._database.value(sql, (chat_id, album)))

    def first(self, chat_id: int, album: str) -> Place | None:
        """Return where the first piece of an album stands that has left already."""
        found = self._database.value(
            f"SELECT min(message_id) FROM outbox WHERE {_OF} AND state = 'sent' AND method = 'Copy'", (chat_id, album)
        )
        return Place(chat_id, found) if found else None

    def heading(self, chat_id: int, album: str) -> str | None:
        """Return the ref of the heading above an album, if it was sent."""
        found = self._database.value(
            f"SELECT ref FROM outbox WHERE {_OF} AND state = 'sent' AND method = 'Send'", (chat_id, album)
        )
        return str(found) if found else None

    def places(self, chat_id: int, album: str) -> list[int]:
        """Return the ids of all that stands of an album in a chat, the heading too."""
        rows = self._database.rows(
            f"SELECT message_id FROM outbox WHERE chat_id = ? AND {_SHOWN} AND message_id IS NOT NULL ORDER BY id",
            (chat_id, *shown_again(album)),
        )
        return [row["message_id"] for row in rows]

    def copies_of(self, album: str) -> list[Passed]:
        """Return what was made of an album for others."""
        rows = self._database.rows(
            f"SELECT chat_id, ref, created_at FROM outbox WHERE {_SHOWN} AND state IN ('queued', 'sent')"
            " AND ref IS NOT NULL ORDER BY id",
            shown_again(album),
        )
        return [Passed(row["chat_id"], row["ref"], from_text(row["created_at"])) for row in rows]


def read(row: dict[str, Any]) -> Queued:
    """Return a row of the outbox as it is sent."""
    return Queued(**{**row, "payload": json.loads(row["payload"]), "plain": bool(row["plain"])})
