"""How long the desk waits for what, and how much one person may send: settable, with defaults for a region."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.domain.flooding import Limits
from bot.domain.rooster import MOST_HOURS, MOST_OPEN, Rooster
from bot.storage import Store

KEY = "desk"
LONGEST = 60 * 24 * 90
# The counts with their bounds; everything else is in minutes. Fewer than 30 messages at once or 15 a minute
# would silence people who send an album and press some buttons, or who are upset.
COUNTS: Mapping[str, tuple[int, int]] = {
    "most_open": (1, MOST_OPEN), "hours": (0, MOST_HOURS), "flood_burst": (30, 1000), "flood_rate": (15, 600),
    "flood_beyond": (20, 1000),
}  # fmt: skip


class WrongRule(ValueError):
    """A rule does not exist or its value cannot be; the message says what can."""


@dataclass(frozen=True)
class DeskRules:
    """Times of the desk, what holds for a sleutelpersoon who chose nothing himself, and what a flood is.

    `most_open` is how many hulpvragen he has open at most, `hours` how many hours a week he helps, 0 without limit.
    `flood_burst` messages at once and `flood_rate` a minute are fine; more gives a pause of `flood_pause`, and
    `flood_beyond` more in that pause a silence of `flood_mute`, longer each time.
    `report` is how long a report holds hulpvragen up when nobody decides, `block` how long a block lasts.
    """

    lapse: timedelta = timedelta(hours=1)
    wave: timedelta = timedelta(minutes=15)
    coordinator: timedelta = timedelta(hours=1)
    silence: timedelta = timedelta(hours=72)
    warning: timedelta = timedelta(hours=24)
    reopen: timedelta = timedelta(hours=72)
    most_open: int = 5
    hours: int = 0
    flood_burst: int = Limits.burst
    flood_rate: int = Limits.rate
    flood_pause: timedelta = Limits.pause
    flood_beyond: int = Limits.beyond
    flood_mute: timedelta = Limits.mute
    report: timedelta = timedelta(hours=24)
    block: timedelta = timedelta(days=30)

    @property
    def flood(self) -> Limits:
        """The limits of a nieuwkomer."""
        return Limits(self.flood_burst, self.flood_rate, self.flood_pause, self.flood_beyond, self.flood_mute)

    def hours_of(self, rooster: Rooster) -> int:
        """Return how many hours a week somebody helps at most, 0 without limit."""
        return self.hours if rooster.week is None else rooster.week


NAMES = tuple(field.name for field in fields(DeskRules))


def rules(store: Store) -> DeskRules:
    """Return the rules as they were set, with defaults where nothing was."""
    kept = json.loads(store.kept.get(KEY) or "{}")
    return DeskRules(**{name: _value(name, kept[name]) for name in NAMES if name in kept})


def _value(name: str, number: int) -> Any:
    return number if name in COUNTS else timedelta(minutes=number)


def set_rule(store: Store, name: str, number: int) -> None:
    """Set a rule, in minutes (those in COUNTS: a count); raises WrongRule."""
    if name not in NAMES:
        raise WrongRule(f"There is no rule {name}; choose from: {', '.join(NAMES)}.")
    least, most = COUNTS.get(name, (1, LONGEST))
    if not least <= number <= most:
        raise WrongRule(f"{name} is {least} to {most}{'' if name in COUNTS else ' minutes'}.")
    now = rules(store)
    if name == "warning" and timedelta(minutes=number) >= now.silence:
        raise WrongRule(f"warning is part of silence, which is {_minutes(now.silence)}; choose less or set that first.")
    if name == "silence" and timedelta(minutes=number) <= now.warning:
        raise WrongRule(f"silence includes warning, which is {_minutes(now.warning)}; choose more or set that first.")
    kept = json.loads(store.kept.get(KEY) or "{}")
    store.kept.set(KEY, json.dumps(kept | {name: number}))


def _minutes(span: timedelta) -> int:
    return round(span.total_seconds() / 60)


def shown(found: DeskRules) -> dict[str, int]:
    """Return name → minutes (those in COUNTS: a count)."""
    values = {name: getattr(found, name) for name in NAMES}
    return {k: v if isinstance(v, int) else _minutes(v) for k, v in values.items()}
