"""What is kept beside a conversation: notes, reminders, messages that are held back, saved replies."""

from datetime import datetime

from bot.domain.talk_effects import (
    AddNote,
    DropMessage,
    Hold,
    LetGo,
    RemoveReply,
    SaveReply,
    SetReminder,
    TalkEffect,
)
from bot.domain.talks import Held, Note, Reminder, SavedReply
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale

_HELD = "hulpvraag_id, chat_id, message_id, kind, text, reply_to"


class Talks:
    """Reads give frozen values; what belongs to a hulpvraag is removed when it ends (storage/hulpvragen.py)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def apply(self, effect: TalkEffect, now: datetime) -> None:
        """Carry out an effect; raises Stale when a held message was settled already."""
        match effect:
            case AddNote():
                row = {"hulpvraag_id": effect.hulpvraag_id, "person_id": effect.person_id, "text": effect.text}
                self._database.insert("note", row | {"created_at": to_text(now)})
            case SetReminder():
                self._remind(effect)
            case Hold():
                self._hold(effect, now)
            case LetGo():
                sql = "DELETE FROM held WHERE chat_id = ? AND message_id = ?"
                if not self._database.execute(sql, (effect.chat_id, effect.message_id)):
                    raise Stale(f"message {effect.message_id} was settled already")
            case DropMessage():
                sql = "DELETE FROM relayed WHERE chat_id = ? AND message_id = ?"
                self._database.execute(sql, (effect.chat_id, effect.message_id))
                sql = "DELETE FROM attachment WHERE chat_id = ? AND (message_id = ? OR album = ?)"
                self._database.execute(sql, (effect.chat_id, effect.message_id, effect.album))
            case SaveReply() | RemoveReply():
                self._saved(effect)

    def notes(self, hulpvraag_id: int) -> list[Note]:
        """Return the notes on a hulpvraag in the order in which they were written."""
        rows = self._database.rows(
            "SELECT p.naam, n.text, n.created_at FROM note n LEFT JOIN person p ON p.id = n.person_id"
            " WHERE n.hulpvraag_id = ? ORDER BY n.id",
            (hulpvraag_id,),
        )
        return [Note(row["naam"], row["text"], from_text(row["created_at"])) for row in rows]

    def held(self, chat_id: int, message_id: int) -> Held | None:
        """Return the message at a place, if it is held back."""
        sql = f"SELECT {_HELD} FROM held WHERE chat_id = ? AND message_id = ?"
        row = self._database.row(sql, (chat_id, message_id))
        return Held(**row) if row else None

    def _hold(self, effect: Hold, now: datetime) -> None:
        names = ("hulpvraag_id", "person_id", "chat_id", "message_id", "kind", "text", "reply_to")
        row = {name: getattr(effect, name) for name in names} | {"created_at": to_text(now)}
        marks = ", ".join(f":{name}" for name in row)
        self._database.execute(
            f"INSERT INTO held ({', '.join(row)}) VALUES ({marks})"
            " ON CONFLICT (chat_id, message_id) DO UPDATE SET text = excluded.text",
            row,
        )

    def _remind(self, effect: SetReminder) -> None:
        key = (effect.hulpvraag_id, effect.person_id)
        self._database.execute("DELETE FROM reminder WHERE hulpvraag_id = ? AND person_id = ?", key)
        if effect.due_at is not None:
            row = {"hulpvraag_id": effect.hulpvraag_id, "person_id": effect.person_id}
            self._database.insert("reminder", row | {"due_at": to_text(effect.due_at)})

    def reminders(self, hulpvraag_id: int) -> list[Reminder]:
        """Return the reminders that are set on a hulpvraag."""
        return self._reminders("hulpvraag_id = ?", hulpvraag_id)

    def due(self, now: datetime) -> list[Reminder]:
        """Return the reminders whose moment has come, the earliest first."""
        return self._reminders("due_at <= ?", to_text(now))

    def _reminders(self, condition: str, *parameters: object) -> list[Reminder]:
        rows = self._database.rows(f"SELECT * FROM reminder WHERE {condition} ORDER BY due_at", parameters)
        return [Reminder(row["hulpvraag_id"], row["person_id"], from_text(row["due_at"])) for row in rows]

    def saved(self, person_id: int) -> list[SavedReply]:
        """Return the replies that a sleutelpersoon saved, by name."""
        sql = "SELECT id, naam, taal, text FROM saved_reply WHERE person_id = ? ORDER BY naam, id"
        return [SavedReply(**row) for row in self._database.rows(sql, (person_id,))]

    def _saved(self, effect: SaveReply | RemoveReply) -> None:
        if isinstance(effect, RemoveReply):
            sql = "DELETE FROM saved_reply WHERE person_id = ? AND naam = ?"
            self._database.execute(sql, (effect.person_id, effect.naam))
            return
        self._database.execute(
            "INSERT INTO saved_reply (person_id, naam, taal, text) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (person_id, naam, taal) DO UPDATE SET text = excluded.text",
            (effect.person_id, effect.naam, effect.taal, effect.text),
        )
