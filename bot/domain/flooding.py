"""Somebody who sends very much: a bucket that drains, first a short pause, then silence with a way back."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

CALM = timedelta(seconds=10)
LONGEST = timedelta(hours=6)
KEPT = timedelta(hours=12)
# What is heard in a silence too (danger, /mens, /verwijder) drains from a small bucket of its own: six a minute.
MOST_URGENT, URGENT_RATE = 10.0, 6.0


@dataclass(frozen=True)
class Limits:
    """`burst` messages at once and `rate` a minute are always fine; `beyond` unread ones more than drains mute."""

    burst: int = 40
    rate: int = 20
    pause: timedelta = timedelta(minutes=1)
    beyond: int = 60
    mute: timedelta = timedelta(minutes=10)

    def times(self, factor: int) -> "Limits":
        """Return the limits for somebody who may send `factor` times as much."""
        return replace(self, burst=self.burst * factor, rate=self.rate * factor, beyond=self.beyond * factor)


@dataclass(frozen=True)
class Flow:
    """How much somebody sent lately; before `until` nothing of his is read, `missed` is how much that was so far."""

    at: datetime
    level: float = 0.0
    urgent: float = 0.0
    excess: float = 0.0
    until: datetime | None = None
    muted: bool = False
    missed: int = 0
    strikes: int = 0


class Heard(StrEnum):
    """What happens with a message: it is read, or it begins a pause, begins a mute, or falls in one of them."""

    READ = "read"
    PAUSE = "pause"
    MUTE = "mute"
    UNREAD = "unread"


@dataclass(frozen=True)
class Step:
    """The flow after a message, and what happens with it; `ended` is how much was missed in a silence that is over."""

    flow: Flow
    heard: Heard
    ended: int | None = None


def arrived(flow: Flow, limits: Limits, at: datetime, cost: int = 1, urgent: bool = False) -> Step:
    """Return what happens with a message that was sent `at`; an urgent one is read in a silence too."""
    open_, ended = _opened(_drained(flow, limits, at))
    if open_.until is None and open_.level + cost <= limits.burst:
        return Step(replace(open_, level=open_.level + cost), Heard.READ, ended)
    if urgent and open_.urgent + cost <= MOST_URGENT:
        return Step(replace(open_, urgent=open_.urgent + cost), Heard.READ, ended)
    return _unread(open_, limits, ended)


def _unread(flow: Flow, limits: Limits, ended: int | None) -> Step:
    missed = replace(flow, missed=flow.missed + 1, excess=min(flow.excess + 1, limits.beyond + 1))
    if not missed.muted and missed.excess > limits.beyond:
        until = missed.at + _silence(limits, missed.strikes)
        muted = replace(missed, until=until, muted=True, excess=0.0, strikes=missed.strikes + 1)
        return Step(muted, Heard.MUTE, ended)
    if missed.until is None:
        return Step(replace(missed, until=missed.at + limits.pause), Heard.PAUSE, ended)
    return Step(missed, Heard.UNREAD, ended)


def _silence(limits: Limits, strikes: int) -> timedelta:
    """Return how long a mute lasts: twice as long each time, up to a longest one."""
    doubled: int = 2 ** min(strikes, 20)
    return min(limits.mute * doubled, max(limits.mute, LONGEST))


def _drained(flow: Flow, limits: Limits, at: datetime) -> Flow:
    """Return the flow as it is by now; messages that come out of order do not turn time back."""
    gone = max(at - flow.at, timedelta(0))
    minutes = gone / timedelta(minutes=1)
    return replace(
        flow,
        at=flow.at + gone,
        level=max(0.0, flow.level - limits.rate * minutes),
        urgent=max(0.0, flow.urgent - URGENT_RATE * minutes),
        excess=max(0.0, flow.excess - limits.rate * minutes),
        strikes=0 if gone >= KEPT else flow.strikes,
    )


def _opened(flow: Flow) -> tuple[Flow, int | None]:
    """Return the flow without a silence that is over, and how much was missed in it."""
    if flow.until is None or flow.at < flow.until:
        return flow, None
    return _open(flow), flow.missed


def _open(flow: Flow) -> Flow:
    return replace(flow, until=None, muted=False, missed=0)


def over(flow: Flow, limits: Limits, now: datetime) -> Step:
    """Return what the clock makes of a silence: it lasts, or it is over."""
    opened, ended = _opened(_drained(flow, limits, now))
    return Step(opened, Heard.UNREAD if ended is None else Heard.READ, ended)


def go_on(flow: Flow, limits: Limits, at: datetime) -> Step:
    """Return what pressing the way back does: it ends a mute once nothing was sent for a moment."""
    now = _drained(flow, limits, at)
    if now.until is None or (at < now.until and at - flow.at < CALM):
        return Step(now, Heard.UNREAD)
    return Step(_open(now), Heard.READ, now.missed)


@dataclass(frozen=True)
class KeepFlow:
    """Remember a flow, provided that the one before is still as it was gathered (None: there was none)."""

    person_id: int
    before: Flow | None
    after: Flow
