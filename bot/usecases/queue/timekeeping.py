"""Which moment the clock looks at: the last one up to which all that people said is known and handled."""

from datetime import datetime, timedelta

from bot.usecases.queue.clock import tick
from bot.usecases.turn import House

DEAF = timedelta(minutes=2)
LONGEST_REST = timedelta(minutes=30)
KEPT, RESTS = "clock", "clock_rests"


class Timekeeper:
    """Lets the clock look, but holds nobody to a time in which he could not reach us.

    What somebody types while the bot cannot reach Telegram waits there: the clock stands still until it was fetched
    and handled. After that it rests as long as it stood still, half an hour at most: who got his messages late has
    time to answer. Both survive a restart.
    """

    def __init__(self, house: House) -> None:
        self._house = house
        self._heard: datetime | None = None
        self._handled_until: datetime | None = None

    def heard(self, moment: datetime) -> None:
        """Note that all that was said until this moment is in the inbox."""
        self._heard = moment

    def keep(self) -> int:
        """Do what is due; return how much that was: nothing while something that was said is not handled yet."""
        waits_for = self._handled_until or self._heard
        self._handled_until = waits_for
        if waits_for is None or self._house.store.inbox.waits(waits_for):
            return 0
        self._handled_until = None
        return tick(self._house, waits_for) if waits_for >= self._rests_until(waits_for) else 0

    def _rests_until(self, moment: datetime) -> datetime:
        """Return until when the clock rests, which begins when much time was missed before this moment."""
        kept = self._house.store.kept
        last, rests = kept.get(KEPT), kept.get(RESTS)
        missed = moment - datetime.fromisoformat(last) if last else timedelta()
        if missed > DEAF:
            rests = (moment + min(missed, LONGEST_REST)).isoformat()
            kept.set(RESTS, rests)
        if moment.isoformat() != last:
            kept.set(KEPT, moment.isoformat())
        return datetime.fromisoformat(rests) if rests else moment
