"""What the rest of the house may ask."""

from typing import Protocol

from bot.domain.understanding import CrisisKind, Understanding


class Interpreter(Protocol):
    """Tells what a text means."""

    async def read(self, text: str, taal: str) -> Understanding:
        """Return what `text` means, written by somebody whose language is `taal`; never raises for want of Rasa."""
        ...

    def danger(self, text: str) -> CrisisKind | None:
        """Return which danger a text tells of, in this process and at once, or None."""
        ...
