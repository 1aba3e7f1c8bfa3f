"""Recordings go along in a backup: their files are put into the copy of the database, and taken out of it again."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.storage.errors import DatabaseError


def pack(copy: Path, folder: Path) -> None:
    """Put the files of a folder into a copy of the database; raises DatabaseError."""
    files = [path for path in sorted(folder.glob("*")) if path.is_file() and path.suffix != ".new"]
    try:
        with closing(sqlite3.connect(copy)) as made, made:
            made.execute("CREATE TABLE packed (name TEXT PRIMARY KEY, content BLOB NOT NULL)")
            made.executemany("INSERT INTO packed VALUES (?, ?)", [(path.name, path.read_bytes()) for path in files])
    except (sqlite3.Error, OSError) as error:
        raise DatabaseError(f"The recordings could not be put into the backup ({error}).") from error


def unpack(copy: Path, folder: Path) -> None:
    """Write the files of a copy into a folder and take them out of the copy; raises OSError when they cannot."""
    with closing(sqlite3.connect(copy)) as made, made:
        if not made.execute("SELECT count(*) FROM sqlite_master WHERE name = 'packed'").fetchone()[0]:
            return
        for name, content in made.execute("SELECT name, content FROM packed"):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / Path(name).name).write_bytes(content)
        made.execute("DROP TABLE packed")
