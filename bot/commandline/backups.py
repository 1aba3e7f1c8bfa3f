"""A backup of everything that is remembered, and putting it back."""

import os
import shutil
from pathlib import Path

from bot.settings import Settings
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.errors import DatabaseError


def backup(settings: Settings, target: Path) -> None:
    """Write a consistent copy of the database to `target`, also beside a running bot; raises DatabaseError."""
    if not settings.database.exists():
        raise DatabaseError(f"There is no database at {settings.database} yet; there is nothing to back up.")
    if target.exists():
        raise DatabaseError(f"{target} is there already; choose another name, so that no backup is overwritten.")
    store = Store(settings.database)
    partial = target.with_name(target.name + ".partial")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        store.database.copy_to(partial)
        os.chmod(partial, 0o600)
        partial.replace(target)
    except OSError as error:
        raise DatabaseError(f"The backup {target} could not be written ({error.strerror}).") from error
    finally:
        partial.unlink(missing_ok=True)
        store.close()


def restore(settings: Settings, source: Path) -> Path | None:
    """Put a backup in the place of the database; return where the old database was put aside, if there was one.

    Raises DatabaseError when the file is no backup of this program or a newer one; nothing is changed then.
    """
    if not source.is_file():
        raise DatabaseError(f"There is no file {source}.")
    settings.database.parent.mkdir(parents=True, exist_ok=True)
    fresh = settings.database.with_name(settings.database.name + ".restoring")
    try:
        shutil.copyfile(source, fresh)
        _check(fresh, source)
        return _swap(settings.database, fresh)
    except OSError as error:
        raise DatabaseError(f"{source} could not be put back ({error.strerror}).") from error
    finally:
        fresh.unlink(missing_ok=True)


def _check(fresh: Path, source: Path) -> None:
    database = Database(fresh)
    try:
        wrong = database.value("PRAGMA integrity_check")
    finally:
        database.close()
    for extra in ("-wal", "-shm"):
        fresh.with_name(fresh.name + extra).unlink(missing_ok=True)
    if wrong != "ok":
        raise DatabaseError(f"{source} is damaged ({wrong}); use another backup.")


def _swap(database: Path, fresh: Path) -> Path | None:
    """Move the old database, with its log, aside and the fresh one into its place."""
    aside = None
    for extra in ("-wal", "-shm", ""):
        old = database.with_name(database.name + extra)
        if old.exists():
            aside = database.with_name(f"{database.name}.before-restore{extra}")
            old.replace(aside)
    fresh.replace(database)
    return aside
