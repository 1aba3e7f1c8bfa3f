"""What can go wrong with the database, each a sentence that a person can act on."""

from pathlib import Path
from sqlite3 import OperationalError as DatabaseBusy

__all__ = ["DatabaseBusy", "DatabaseError", "DatabaseNewer", "DatabaseUnreadable", "Stale"]


class DatabaseError(Exception):
    """The database cannot be used."""


class DatabaseUnreadable(DatabaseError):
    """The file is there but is not a readable SQLite database."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The database {path} cannot be read ({reason}); put a backup back with: sleutelbot restore FILE"
        )


class DatabaseNewer(DatabaseError):
    """The file was written by a newer version of the program."""

    def __init__(self, path: Path, unknown: str) -> None:
        super().__init__(
            f"The database {path} was made by a newer Sleutelbot (it knows the step {unknown}); "
            "install that version, or put an older backup back with: sleutelbot restore FILE"
        )


class Stale(Exception):
    """What was gathered no longer holds: gather again and decide anew."""
