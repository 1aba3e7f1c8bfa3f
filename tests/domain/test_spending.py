"""The time of a sleutelpersoon: counted once, by the day and the week of the Netherlands."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.spending import FIRST, GAP, spent, week_of

HERE = ZoneInfo("Europe/Amsterdam")
# A week in which the clocks go back, on Sunday 25 October.
BEGIN = datetime(2026, 10, 23, 12, 0, tzinfo=UTC)
SECONDS = st.lists(st.integers(0, 4 * 24 * 3600), min_size=1, max_size=40)
CLOSE = st.lists(st.integers(1, 2000), min_size=1, max_size=40).map(lambda gaps: [sum(gaps[:i]) for i in range(1, 41)])


def _at(second: int) -> datetime:
    return (BEGIN + timedelta(seconds=second)).astimezone(HERE)


def _counted(seconds: list[int]) -> dict[date, timedelta]:
    """Return what messages at these seconds add up to, by day."""
    days: dict[date, timedelta] = {}
    before = None
    for second in seconds:
        for day, span in spent(before, _at(second)).items():
            days[day] = days.get(day, timedelta()) + span
        before = max(filter(None, (before, _at(second))))
    return days


def _covered(seconds: list[int]) -> set[int]:
    """Return the seconds in which he was there: a while before each message, and all between close ones."""
    alone = {at for second in seconds for at in range(second - int(FIRST.total_seconds()), second)}
    close = [(one, other) for one, other in pairwise(sorted(seconds)) if other - one <= GAP.total_seconds()]
    between = {at for one, other in close for at in range(one, other)}
    first = {at for at in alone if not any(one <= at < other for one, other in close)}
    # What lies before a message that follows closely on another is counted from that other one on.
    return between | first


@settings(deadline=None)
@given(st.one_of(SECONDS, CLOSE))
def test_every_second_counts_once(seconds: list[int]) -> None:
    counted = _counted(sorted(seconds))
    assert sum(counted.values(), timedelta()) == timedelta(seconds=len(_covered(seconds)))


@settings(deadline=None)
@given(st.one_of(SECONDS, CLOSE))
def test_each_second_counts_on_its_own_day(seconds: list[int]) -> None:
    days: dict[date, int] = {}
    for second in _covered(seconds):
        days[_at(second).date()] = days.get(_at(second).date(), 0) + 1
    assert _counted(sorted(seconds)) == {day: timedelta(seconds=n) for day, n in days.items()}


@settings(deadline=None)
@given(SECONDS, st.integers(0, 4 * 24 * 3600))
def test_a_message_that_comes_late_or_twice_adds_nothing(seconds: list[int], late: int) -> None:
    there = sorted(seconds)
    after = [*there, min(late, there[-1]), there[-1]]
    assert _counted(after) == _counted(there)


def test_a_message_alone_counts_a_few_minutes_and_a_short_pause_wholly() -> None:
    noon = _at(0)
    assert spent(None, noon) == {noon.date(): FIRST}
    assert spent(noon - GAP, noon) == {noon.date(): GAP}
    assert spent(noon - GAP - timedelta(seconds=1), noon) == {noon.date(): FIRST}


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)))
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    first, last = week_of(day)
    assert first <= day <= last
    assert {first.isocalendar()[:2], last.isocalendar()[:2]} == {day.isocalendar()[:2]}
    assert (first.isoweekday(), last.isoweekday()) == (1, 7)
