"""The rule of floods: honest people never meet it, a flood is told once and costs little, and there is a way back."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.flooding import CALM, KEPT, LONGEST, MOST_URGENT, Flow, Heard, Limits, Step, arrived, go_on, over

BEGIN = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
LIMITS = Limits()
GAPS = st.lists(st.floats(0, 90), min_size=1, max_size=300)
FAST = st.lists(st.floats(0, 1), min_size=120, max_size=300)


def play(gaps: list[float], limits: Limits = LIMITS, urgent: bool = False, flow: Flow | None = None) -> list[Step]:
    """Return the steps of messages that come so many seconds after each other."""
    now, at = flow or Flow(BEGIN), flow.at if flow else BEGIN
    steps = []
    for gap in gaps:
        at += timedelta(seconds=gap)
        step = arrived(now, limits, at, urgent=urgent)
        steps.append(step)
        now = step.flow
    return steps


def muted() -> Flow:
    """Return the flow of somebody who was just muted."""
    return next(step.flow for step in play([0.1] * 200) if step.heard is Heard.MUTE)


def test_an_album_fifteen_short_lines_and_quick_buttons_are_read() -> None:
    gaps = [0.0] * 10 + [4.0] * 15 + [0.3] * 20
    assert {step.heard for step in play(gaps)} == {Heard.READ}


@given(st.lists(st.floats(60 / LIMITS.rate, 90), max_size=500))
def test_who_sends_no_more_than_drains_is_always_read(gaps: list[float]) -> None:
    assert {step.heard for step in play([0.0] * (LIMITS.burst - 1) + gaps)} <= {Heard.READ}


def test_the_most_that_telegram_forwards_at_once_gives_a_pause_and_no_mute() -> None:
    heard = [step.heard for step in play([0.0] * 100)]
    assert heard == [Heard.READ] * 40 + [Heard.PAUSE] + [Heard.UNREAD] * 59


@given(GAPS | FAST)
def test_each_silence_is_told_once_and_ends_before_the_next(gaps: list[float]) -> None:
    for before, step in pairwise([Step(Flow(BEGIN), Heard.READ), *play(gaps)]):
        silent = before.flow.until is not None and step.ended is None
        if silent:
            assert step.heard in (Heard.UNREAD, Heard.MUTE)
            assert not (before.flow.muted and step.heard is Heard.MUTE)
        else:
            assert step.heard is not Heard.UNREAD


@given(GAPS | FAST)
def test_every_message_is_read_or_counted_as_missed(gaps: list[float]) -> None:
    steps = play(gaps)
    missed = sum(step.ended or 0 for step in steps) + steps[-1].flow.missed
    assert missed + sum(step.heard is Heard.READ for step in steps) == len(gaps)


@given(GAPS | FAST)
def test_no_more_is_read_than_the_burst_and_what_drained(gaps: list[float]) -> None:
    steps = play(gaps)
    minutes = (steps[-1].flow.at - BEGIN) / timedelta(minutes=1)
    assert sum(step.heard is Heard.READ for step in steps) <= LIMITS.burst + LIMITS.rate * minutes + 0.001


@given(st.lists(st.tuples(st.floats(10, 60), st.integers(0, 30)), min_size=1, max_size=60))
def test_what_is_urgent_is_read_in_a_silence_too(sent: list[tuple[float, int]]) -> None:
    flow = muted()
    for gap, others in sent:
        step = arrived(flow, LIMITS, flow.at + timedelta(seconds=gap), urgent=True)
        assert step.heard is Heard.READ
        flow = play([0.0] * others, flow=step.flow)[-1].flow if others else step.flow


def test_danger_is_answered_at_least_every_ten_seconds_however_often_it_comes() -> None:
    steps = play([0.2] * 1500, urgent=True, flow=muted())
    read = [step.flow.at for step in steps if step.heard is Heard.READ]
    assert all(later - earlier <= timedelta(seconds=10.3) for earlier, later in pairwise(read))
    assert len(read) <= MOST_URGENT + 6 * 5 + 1 + LIMITS.burst


def test_each_mute_lasts_longer_up_to_the_longest_and_a_calm_half_day_forgets() -> None:
    flow, lasted = Flow(BEGIN), list[timedelta]()
    for _ in range(10):
        flow = next(step.flow for step in play([0.01] * 300, flow=flow) if step.heard is Heard.MUTE)
        assert flow.until is not None
        lasted.append(flow.until - flow.at)
        flow = over(flow, LIMITS, flow.until).flow
    assert lasted[:3] == [timedelta(minutes=10), timedelta(minutes=20), timedelta(minutes=40)]
    assert max(lasted) == LONGEST
    calm = arrived(flow, LIMITS, flow.at + KEPT)
    assert calm.flow.strikes == 0


def test_the_way_back_opens_after_a_moment_of_calm_and_not_while_it_streams() -> None:
    flow = muted()
    pressing = go_on(flow, LIMITS, flow.at + CALM - timedelta(seconds=1))
    assert (pressing.ended, pressing.flow.until) == (None, flow.until)
    again = go_on(pressing.flow, LIMITS, pressing.flow.at + CALM - timedelta(seconds=1))
    assert again.ended is None
    opened = go_on(again.flow, LIMITS, again.flow.at + CALM)
    assert opened.ended == flow.missed
    assert arrived(opened.flow, LIMITS, opened.flow.at).heard is Heard.READ


@given(st.floats(0, 59), st.floats(0, 3600))
def test_a_pause_ends_by_itself_and_not_before(early: float, late: float) -> None:
    flow = next(step.flow for step in play([0.0] * 50) if step.heard is Heard.PAUSE)
    assert flow.until is not None
    assert over(flow, LIMITS, flow.until - timedelta(seconds=60 - early)).ended is None
    assert over(flow, LIMITS, flow.until + timedelta(seconds=late)).ended == 1
    after = arrived(flow, LIMITS, flow.until + timedelta(seconds=late))
    assert (after.heard, after.ended) == (Heard.READ, 1)


@given(st.floats(-3600, 0))
def test_messages_out_of_order_do_not_turn_time_back(gap: float) -> None:
    first = arrived(Flow(BEGIN), LIMITS, BEGIN).flow
    later = arrived(first, LIMITS, BEGIN + timedelta(seconds=gap))
    assert later.flow.at == BEGIN
    assert later.flow.level == 2


def test_who_helps_may_send_three_times_as_much() -> None:
    assert {step.heard for step in play([0.0] * 120, LIMITS.times(3))} == {Heard.READ}


def test_what_goes_to_many_people_counts_for_more() -> None:
    flow, read = Flow(BEGIN), 0
    while (step := arrived(flow, LIMITS, BEGIN, cost=5)).heard is Heard.READ:
        flow, read = step.flow, read + 1
    assert read == LIMITS.burst / 5
