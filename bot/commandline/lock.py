"""One bot on one data folder."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class AlreadyRunning(Exception):
    """Another bot uses the same data folder; the message says what to do."""


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Hold the folder's lock; it goes with the process, however that ends. Raises AlreadyRunning or OSError."""
    data.mkdir(parents=True, exist_ok=True)
    with (data / "running.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise AlreadyRunning(f"A Sleutelbot already runs on {data}; stop it first.") from error
        yield
