"""What can go wrong with the database, each a sentence that a person can act on."""

import sqlite3
from pathlib import Path
from sqlite3 import OperationalError as DatabaseBusy

__all__ = ["DatabaseBusy", "DatabaseError", "DatabaseNewer", "DatabaseUnreadable", "Stale", "passing"]

_PASSING = frozenset({
    sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
})  # fmt: skip


def passing(error: BaseException | None) -> bool:
    """Return whether a failure of the database can pass by itself: it is locked, or its disk is full or away."""
    return isinstance(error, sqlite3.OperationalError) and (error.sqlite_errorcode & 0xFF) in _PASSING


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
