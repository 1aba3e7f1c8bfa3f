"""How hulpvragen ended, and what sleutelpersonen propose for the answers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.endings import OVER, EndingEffect, OffersAreOver, Proposal, Propose, SettleProposal
from bot.storage.database import Database, from_text, to_text
from bot.storage.errors import Stale

_SAME = ("id", "person_id", "taal", "question", "answer", "topic")


@dataclass(frozen=True)
class EndingFigures:
    """Outcome → count ('' where nobody said it), and rating → count."""

    outcomes: dict[str, int]
    ratings: dict[int, int]

    @property
    def average(self) -> float | None:
        """The average rating, None when nobody rated."""
        rated = sum(self.ratings.values())
        return sum(rating * n for rating, n in self.ratings.items()) / rated if rated else None


class Endings:
    """Reads give frozen values."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def outcome_at(self, hulpvraag_id: int) -> datetime | None:
        """Return when the outcome of a hulpvraag was first said, or None."""
        found = self._database.value("SELECT outcome_at FROM hulpvraag WHERE id = ?", (hulpvraag_id,))
        return from_text(found) if found else None

    def figures(self, since: datetime) -> EndingFigures:
        """Return how the hulpvragen ended that were closed since a moment."""
        closed = "FROM hulpvraag WHERE state = 'closed' AND ended_at >= ?"
        outcomes = self._database.rows(
            f"SELECT coalesce(outcome, '') k, count(*) n {closed} GROUP BY 1 ORDER BY n DESC, k", (to_text(since),)
        )
        ratings = self._database.rows(
            f"SELECT rating k, count(*) n {closed} AND rating IS NOT NULL GROUP BY 1 ORDER BY k DESC", (to_text(since),)
        )
        return EndingFigures({row["k"]: row["n"] for row in outcomes}, {row["k"]: row["n"] for row in ratings})

    def _proposals(self, condition: str, *parameters: object) -> list[Proposal]:
        rows = self._database.rows(f"SELECT * FROM proposal WHERE {condition} ORDER BY id", parameters)
        return [_proposal(row) for row in rows]

    def proposal(self, number: int) -> Proposal | None:
        """Return a proposal, or None when it does not exist (any more)."""
        return next(iter(self._proposals("id = ?", number)), None)

    def open_proposals(self) -> list[Proposal]:
        """Return what waits for a beheerder, the oldest first."""
        return self._proposals("settled_at IS NULL")

    def proposed_by(self, person_id: int) -> int:
        """Return how many proposals are held under a person."""
        return int(self._database.value("SELECT count(*) FROM proposal WHERE person_id = ?", (person_id,)))

    def next_proposal(self) -> int:
        """Return the id that the next proposal gets, if nobody is quicker; ids are never used twice."""
        kept = self._database.value("SELECT seq FROM sqlite_sequence WHERE name = 'proposal'")
        return int(kept or 0) + 1

    def apply(self, effect: EndingEffect, now: datetime) -> None:
        """Carry out an effect; raises Stale when what was gathered no longer holds."""
        match effect:
            case Propose():
                self._propose(effect, now)
            case SettleProposal():
                self._settle(effect, now)
            case OffersAreOver():
                # The first part stays, so that a reply to an old offer is still known as one.
                sql = "UPDATE outbox SET ref = ref || ? WHERE ref = ? AND chat_id = coalesce(?, chat_id)"
                self._database.execute(sql, (OVER, effect.ref, effect.chat_id))

    def _propose(self, new: Propose, now: datetime) -> None:
        if new.id != self.next_proposal():
            raise Stale(f"proposal {new.id} cannot be made any more")
        row = {name: getattr(new, name) for name in ("id", "person_id", "taal", "question", "answer")}
        self._database.insert("proposal", row | {"created_at": to_text(now)})

    def _settle(self, effect: SettleProposal, now: datetime) -> None:
        changed = self._database.execute(
            "UPDATE proposal SET settled_at = ?, topic = ? WHERE id = ? AND settled_at IS NULL",
            (to_text(now), effect.topic, effect.id),
        )
        if not changed:
            raise Stale(f"proposal {effect.id} was settled meanwhile")

    def purge(self, before: datetime) -> None:
        """Forget what was settled before a moment."""
        self._database.execute("DELETE FROM proposal WHERE settled_at < ?", (to_text(before),))


def _proposal(row: dict[str, Any]) -> Proposal:
    settled = from_text(row["settled_at"]) if row["settled_at"] else None
    same = {name: row[name] for name in _SAME}
    return Proposal(**same, created_at=from_text(row["created_at"]), settled_at=settled)
