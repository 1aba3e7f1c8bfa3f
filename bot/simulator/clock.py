"""The simulator's clock: real time that can be moved forward, so that nothing has to be waited for."""

import time
from collections.abc import Callable


class Clock:
    """Seconds since 1970, plus what was skipped."""

    def __init__(self, source: Callable[[], float] = time.time) -> None:
        self._source = source
        self._skipped = 0.0

    def __call__(self) -> float:
        """The time now."""
        return self._source() + self._skipped

    def skip(self, seconds: float) -> None:
        """Moves the clock forward."""
        self._skipped += seconds
