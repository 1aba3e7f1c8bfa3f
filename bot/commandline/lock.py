"""One bot on one data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.settings import SettingError, usable


class AlreadyRunning(Exception):
    """Another bot uses the same data folder; the message says what to do."""


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the folder's lock; it goes with the process, however that ends. Raises AlreadyRunning or SettingError."""
    try:
        file = (usable(data) / "running.lock").open("w")
    except OSError as error:
        raise SettingError(f"SLEUTELBOT_DATA: nothing can be written in {data} ({error.strerror}).") from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(f"A Sleutelbot already runs on {data}; stop it first.") from error
        yield
