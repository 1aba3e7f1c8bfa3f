"""Open the SQLite file: migrations, transactions that take the write lock at once, and times as text."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sqlite_utils
from sqlite_utils.migrations import Migrations

from bot.storage.errors import DatabaseError, DatabaseNewer, DatabaseUnreadable

SQL = Path(__file__).parent / "sql"
BUSY_SECONDS = 20.0
migrations = Migrations("sleutelbot")


def _statements(path: Path) -> Iterator[str]:
    """Yield the statements of a file: sqlite3's own executescript would commit the migration's transaction."""
    statement = ""
    for line in path.read_text("utf-8").splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _register(path: Path) -> None:
    def migrate(db: sqlite_utils.Database) -> None:
        for statement in _statements(path):
            db.conn.execute(statement)

    migrations(name=path.stem)(migrate)


for _path in sorted(SQL.glob("*.sql")):
    _register(_path)


def to_text(moment: datetime) -> str:
    """Return a moment as UTC text that sorts as time does; a moment without a zone is refused with ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")


def from_text(text: str) -> datetime:
    """Return the moment that `to_text` wrote."""
    return datetime.fromisoformat(text)


def private(path: Path) -> None:
    """Make a file that its owner alone can read, or make it so with its logs; SQLite gives new logs the same rights."""
    path.touch(0o600, exist_ok=True)
    for each in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        with suppress(FileNotFoundError, PermissionError):  # somebody else's file is his to close
            each.chmod(0o600)


def _made_here(path: Path) -> bool:
    """Return whether a file is a database of this program; it is only read. Raises sqlite3.Error when it is none."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
        if not connection.execute("SELECT count(*) FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()[0]:
            return False
        sql = "SELECT count(*) FROM _sqlite_migrations WHERE migration_set = ?"
        return bool(connection.execute(sql, (migrations.name,)).fetchone()[0])


class Database:
    """One connection, used by one thread; raises DatabaseUnreadable or DatabaseNewer on opening."""

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            private(path)
            self._connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._connection.row_factory = sqlite3.Row
            self._prepare()
        except (sqlite3.Error, OSError) as error:
            raise DatabaseUnreadable(path, str(error)) from error

    def _prepare(self) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("SELECT count(*) FROM sqlite_master")
        db = sqlite_utils.Database(self._connection)
        known = {migration.name for migration in migrations.pending(db)} | set(_names())
        unknown = [row.name for row in migrations.applied(db) if row.name not in known]
        if unknown:
            raise DatabaseNewer(self.path, unknown[0])
        if migrations.pending(db):
            with self.transaction():
                migrations.apply(db)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Take the write lock now, commit at the end, roll back on any error."""
        if self._connection.in_transaction:
            yield
            return
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.rollback()
            raise

    def rows(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """Return all rows of a query as plain dictionaries."""
        return [dict(row) for row in self._connection.execute(sql, parameters)]

    def row(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> dict[str, Any] | None:
        """Return the first row of a query, or None."""
        found = self._connection.execute(sql, parameters).fetchone()
        return dict(found) if found else None

    def value(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> Any:
        """Return the first column of the first row, or None."""
        found = self._connection.execute(sql, parameters).fetchone()
        return found[0] if found else None

    def execute(self, sql: str, parameters: Sequence[Any] | dict[str, Any] = ()) -> int:
        """Carry out one statement and return how many rows it changed."""
        return self._connection.execute(sql, parameters).rowcount

    def insert(self, table: str, row: dict[str, Any]) -> int:
        """Insert a row and return its rowid."""
        columns = ", ".join(row)
        marks = ", ".join(f":{name}" for name in row)
        return self._connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", row).lastrowid or 0

    def copy_to(self, target: Path) -> None:
        """Write a consistent copy to `target`, also beside a running bot; raises DatabaseError when it cannot."""
        try:
            with sqlite3.connect(target) as copy:
                self._connection.backup(copy)
            copy.close()
        except sqlite3.Error as error:
            raise DatabaseError(f"The backup {target} could not be written ({error}).") from error

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()


def _names() -> list[str]:
    return [path.stem for path in sorted(SQL.glob("*.sql"))]


def fault(path: Path) -> str | None:
    """Return why a file is no whole database of this program, or None when it is one; raises DatabaseNewer."""
    try:
        if not _made_here(path):
            return "Sleutelbot did not write it"
        with closing(Database(path)) as database:
            found = str(database.value("PRAGMA integrity_check"))
    except (DatabaseUnreadable, sqlite3.Error):
        return "it is no database, or a damaged one"
    return None if found == "ok" else found.splitlines()[0]
