"""How much of his week a sleutelpersoon spent: counted from his own messages, in all conversations together."""

from datetime import UTC, date, datetime, timedelta

FIRST = timedelta(minutes=3)
GAP = timedelta(minutes=15)
KEPT = timedelta(weeks=8)


def spent(before: datetime | None, now: datetime) -> dict[date, timedelta]:
    """Return the time that a message at `now` stands for, by day; both moments are Dutch time, `before`
    is when he last wrote anything.

    Between two messages close to each other he was there all the time; else a message stands for a few minutes of
    reading and writing. Whoever writes in two conversations at once is counted once, for what counts is his own time.
    """
    if before is not None and now.timestamp() <= before.timestamp():
        return {}
    # Only in UTC is a span between two moments as long as it lasted when the clocks changed in between.
    end, last = now.astimezone(UTC), before.astimezone(UTC) if before else None
    begin = last if last and end - last <= GAP else end - FIRST
    day = begin.astimezone(now.tzinfo).date()
    if day == now.date():
        return {day: end - begin}
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)
    return {day: midnight - begin, now.date(): end - midnight}


def week_of(day: date) -> tuple[date, date]:
    """Return the first and the last day of the ISO week of a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
