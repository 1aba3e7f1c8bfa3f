"""The flood limits, with a clock of one's own."""

from bot.simulator.limits import Limits


def test_a_burst_in_one_chat_then_one_a_second() -> None:
    limits = Limits(a_chat=(1, 3))
    assert [limits.refuse(5, 100.0) for _ in range(4)] == [None, None, None, 1]
    assert limits.refuse(6, 100.0) is None
    assert limits.refuse(5, 101.0) is None
    assert limits.refuse(5, 101.0) == 1


def test_the_bot_as_a_whole() -> None:
    limits = Limits(overall=(30, 30))
    assert [limits.refuse(chat, 100.0) for chat in range(31)] == [None] * 30 + [1]


def test_many_at_once_wait_longer() -> None:
    limits = Limits(a_chat=(1, 5))
    assert limits.refuse(5, 100.0, wanted=5) is None
    assert limits.refuse(5, 100.0, wanted=4) == 4
