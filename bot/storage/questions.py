"""The question log (redacted) and the invitations."""

from datetime import datetime
from typing import Any

from bot.domain.effects import Invite, LogQuestion, UseInvitation
from bot.domain.hulpvraag import Before
from bot.storage.database import Database, to_text
from bot.storage.errors import Stale

_MISSED = "settled = 0 AND (decision IN ('onbekend', 'suggestie') OR helpful = 0)"
_MOST = 1000


class Questions:
    """What was asked, what was decided, and whether it helped."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def log(self, asked: LogQuestion, now: datetime) -> None:
        """Keep a question; the text must be redacted already."""
        row = {name: getattr(asked, name) for name in ("ref", "person_id", "taal", "text", "decision", "topic")}
        self._database.insert("question", row | {"confidence": asked.confidence, "created_at": to_text(now)})

    def get(self, ref: int) -> dict[str, Any] | None:
        """Return the row of a question (person_id, taal, text, decision, topic, confidence), if it is still kept."""
        return self._database.row("SELECT * FROM question WHERE ref = ?", (ref,))

    def lately(self, person_id: int, since: datetime, most: int) -> dict[int, Before]:
        """Return ref → what a person asked since a moment (greetings and the like not): the last `most`, in order."""
        rows = self._database.rows(
            "SELECT ref, text, topic, decision FROM question WHERE person_id = ? AND created_at >= ?"
            " AND decision IN ('antwoord', 'doorvraag', 'suggestie', 'onbekend', 'crisis') ORDER BY ref DESC LIMIT ?",
            (person_id, to_text(since), most),
        )
        told = ("antwoord", "doorvraag")
        return {r["ref"]: Before(r["text"], r["topic"] if r["decision"] in told else None) for r in reversed(rows)}

    def rate(self, ref: int, helpful: bool) -> None:
        """Keep whether the answer helped."""
        self._database.execute("UPDATE question SET helpful = ? WHERE ref = ?", (int(helpful), ref))

    def figures(self, since: datetime) -> dict[str, Any]:
        """Return counts since a moment: by decision, by language, by topic, and how many answers helped."""
        after = (to_text(since),)

        def by(column: str) -> dict[str, int]:
            sql = (
                f"SELECT {column} k, count(*) n FROM question WHERE created_at >= ? AND {column} IS NOT NULL GROUP BY 1"
            )
            return {row["k"]: row["n"] for row in self._database.rows(sql + " ORDER BY n DESC", after)}

        helped = "SELECT count(*) FROM question WHERE created_at >= ? AND helpful = {}"
        return {
            "decisions": by("decision"),
            "talen": by("taal"),
            "topics": by("topic"),
            "helped": self._database.value(helped.format(1), after),
            "not_helped": self._database.value(helped.format(0), after),
        }

    def unanswered(self, limit: int = 10) -> list[dict[str, Any]]:
        """Return the newest questions without a good answer that nobody settled, each wording once."""
        # With max(), SQLite takes the other columns from the row that has it.
        sql = f"SELECT *, max(ref) FROM question WHERE {_MISSED} GROUP BY text ORDER BY ref DESC LIMIT ?"
        return self._database.rows(sql, (limit,))

    def to_learn(self) -> list[dict[str, Any]]:
        """Return those of them that were typed: one chosen by a button is logged as [topic]."""
        return [row for row in self.unanswered(_MOST) if row["text"] != f"[{row['topic']}]"]

    def settle(self, ref: int) -> None:
        """Take a question, and every one with the same words, from those without a good answer."""
        self._database.execute(
            "UPDATE question SET settled = 1 WHERE text = (SELECT text FROM question WHERE ref = ?)", (ref,)
        )

    def of_person(self, person_id: int) -> int:
        """Return how many questions of a person are kept."""
        return int(self._database.value("SELECT count(*) FROM question WHERE person_id = ?", (person_id,)))

    def purge(self, before: datetime) -> None:
        """Forget questions asked before a moment."""
        self._database.execute("DELETE FROM question WHERE created_at < ?", (to_text(before),))


class Invitations:
    """One link for one person; only the hash of its secret is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def valid(self, secret_hash: str, now: datetime) -> bool:
        """Return whether an invitation exists, was not used, and has not expired."""
        sql = "SELECT count(*) FROM invitation WHERE secret_hash = ? AND used_by IS NULL AND expires_at > ?"
        return bool(self._database.value(sql, (secret_hash, to_text(now))))

    def keep(self, invite: Invite, now: datetime) -> None:
        """Keep a new invitation."""
        row = {"secret_hash": invite.secret_hash, "by_person": invite.by_person, "created_at": to_text(now)}
        self._database.insert("invitation", row | {"expires_at": to_text(invite.expires_at)})

    def use(self, used: UseInvitation, now: datetime) -> None:
        """Mark as used; raises Stale when somebody was quicker or the time is over."""
        changed = self._database.execute(
            "UPDATE invitation SET used_by = ?, used_at = ?"
            " WHERE secret_hash = ? AND used_by IS NULL AND expires_at > ?",
            (used.person_id, to_text(now), used.secret_hash, to_text(now)),
        )
        if not changed:
            raise Stale("the invitation was used meanwhile")

    def purge(self, before: datetime) -> None:
        """Forget invitations that ended before a moment."""
        self._database.execute("DELETE FROM invitation WHERE expires_at < ?", (to_text(before),))
