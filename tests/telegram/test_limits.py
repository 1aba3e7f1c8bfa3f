"""Telegram's limits, with time as an argument."""

from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.limits import Bucket, Limits


def test_a_burst_of_three_then_one_a_second() -> None:
    limits = Limits()
    for _ in range(3):
        assert limits.chat_wait(1, 100.0) == 0.0
        limits.take(1, 100.0)
    assert limits.chat_wait(1, 100.0) == 1.0
    assert limits.chat_wait(2, 100.0) == 0.0
    assert limits.chat_wait(1, 101.0) == 0.0


@given(st.lists(st.floats(0, 5), min_size=1, max_size=80))
def test_no_more_than_the_burst_and_the_rate_in_any_window(pauses: list[float]) -> None:
    bucket = Bucket(rate=1.0, burst=3.0)
    now, taken = 10.0, []
    for pause in pauses:
        now += pause
        now += bucket.wait(now)
        bucket.take(now)
        taken.append(now)
    for first in taken:
        assert len([t for t in taken if first <= t < first + 10.0]) <= 3 + 10 + 1


def test_chats_that_are_quiet_are_forgotten_and_lose_nothing() -> None:
    limits = Limits(overall=1e9)
    for chat in range(3000):
        limits.take(chat, 100.0 + chat * 5)
    assert limits.chat_wait(1, 100.0 + 3000 * 5) == 0.0
