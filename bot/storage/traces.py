"""What is held of a person beside his own row, counted: for who asks what is kept of him."""

from bot.storage.database import Database

COUNTED = {
    "asked": "hulpvraag WHERE nieuwkomer_id = ? AND state NOT IN ('waiting', 'claimed')",
    "said": "relayed WHERE from_person = ?",
    "held_back": "held WHERE person_id = ?",
    "helped": "hulpvraag WHERE ? IN (sleutelpersoon_id, second_id, last_helper_id)",
    "passed_on": "skip WHERE person_id = ?",
    "notes": "note WHERE person_id = ?",
    "reminders": "reminder WHERE person_id = ?",
    "replies": "saved_reply WHERE person_id = ?",
    "shown": "review WHERE person_id = ?",
    "reviewed": "answer WHERE reviewer = ?",
    "recordings": "recording WHERE person_id = ?",
    "letters": "letter WHERE person_id = ?",
    "invitations": "invitation WHERE ? IN (by_person, used_by)",
    "decided": "report WHERE decided_by = ?",
}


class Traces:
    """Only reads."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_person(self, person_id: int) -> dict[str, int]:
        """Return how many there are of each kind, without what there is none of."""
        counts = {
            name: int(self._database.value(f"SELECT count(*) FROM {rows}", (person_id,)))
            for name, rows in COUNTED.items()
        }
        return {name: count for name, count in counts.items() if count}
