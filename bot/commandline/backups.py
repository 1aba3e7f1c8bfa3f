"""A backup of everything that is remembered, and putting it back."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from bot.settings import AUDIO, Settings
from bot.storage import Store
from bot.storage.database import fault, private
from bot.storage.errors import DatabaseError, DatabaseNewer
from bot.storage.spoken import pack, unpack


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
        private(partial)
        store.database.copy_to(partial)
        pack(partial, settings.data / AUDIO)
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
    fresh = settings.database.with_name(settings.database.name + ".restoring")
    try:
        settings.database.parent.mkdir(parents=True, exist_ok=True)
        private(fresh)
        shutil.copyfile(source, fresh)
        _check(fresh, source)
        unpack(fresh, settings.data / AUDIO)
        return _swap(settings.database, fresh)
    except OSError as error:
        raise DatabaseError(f"{source} could not be put back ({error.strerror}).") from error
    finally:
        fresh.unlink(missing_ok=True)


def _check(fresh: Path, source: Path) -> None:
    """Look into a copy; raises DatabaseError that names the file that was given."""
    try:
        wrong = fault(fresh)
    except DatabaseNewer:
        raise DatabaseError(f"{source} was made by a newer Sleutelbot; install that version first.") from None
    finally:
        for extra in ("-wal", "-shm"):
            fresh.with_name(fresh.name + extra).unlink(missing_ok=True)
    if wrong:
        raise DatabaseError(f"{source} is no backup that can be put back: {wrong}. Use another file.")


def _swap(database: Path, fresh: Path) -> Path | None:
    """Move the old database, with its log, aside and the fresh one into its place."""
    aside = None
    moment = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    for extra in ("-wal", "-shm", ""):
        old = database.with_name(database.name + extra)
        if old.exists():
            aside = database.with_name(f"{database.name}.{moment}.before-restore{extra}")
            old.replace(aside)
    fresh.replace(database)
    return aside
