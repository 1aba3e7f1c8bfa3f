"""What the rest of the house may ask."""

from typing import Protocol

from bot.domain.understanding import Understanding


class Interpreter(Protocol):
    """Tells what a text means."""

    async def read(self, text: str, taal: str) -> Understanding:
        """Return what `text` means, written by somebody whose language is `taal`; never raises for want of Rasa."""
        ...
