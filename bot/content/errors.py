"""What can be wrong with content, each a sentence that a person can act on."""

from pathlib import Path


class ContentError(Exception):
    """The content cannot be used or changed like this."""


class BrokenFile(ContentError):
    """A file is refused whole; the message names file, line and reason."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")


class Unknown(ContentError):
    """A topic, language or variant that does not exist was asked for."""
