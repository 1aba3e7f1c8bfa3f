"""How long the desk waits for what: settable, in minutes, with defaults for a region of volunteers."""

import json
from dataclasses import dataclass, fields
from datetime import timedelta
from typing import Any

from bot.storage import Store

KEY = "desk"
LONGEST = 60 * 24 * 90


class WrongRule(ValueError):
    """A rule does not exist or its value cannot be; the message says what can."""


@dataclass(frozen=True)
class DeskRules:
    """Times of the desk, and how many hulpvragen one sleutelpersoon has open at most when he chose nothing himself."""

    lapse: timedelta = timedelta(hours=1)
    wave: timedelta = timedelta(minutes=15)
    coordinator: timedelta = timedelta(hours=1)
    silence: timedelta = timedelta(hours=72)
    warning: timedelta = timedelta(hours=24)
    reopen: timedelta = timedelta(hours=72)
    most_open: int = 5


NAMES = tuple(field.name for field in fields(DeskRules))


def rules(store: Store) -> DeskRules:
    """Return the rules as they were set, with defaults where nothing was."""
    kept = json.loads(store.kept.get(KEY) or "{}")
    return DeskRules(**{name: _value(name, kept[name]) for name in NAMES if name in kept})


def _value(name: str, number: int) -> Any:
    return number if name == "most_open" else timedelta(minutes=number)


def set_rule(store: Store, name: str, number: int) -> None:
    """Set a rule, in minutes (most_open: a count); raises WrongRule."""
    if name not in NAMES:
        raise WrongRule(f"There is no rule {name}; choose from: {', '.join(NAMES)}.")
    if not 1 <= number <= (20 if name == "most_open" else LONGEST):
        raise WrongRule(f"{name} is {'1 to 20' if name == 'most_open' else f'1 to {LONGEST} minutes'}.")
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
    """Return name → minutes (most_open: a count)."""
    values = {name: getattr(found, name) for name in NAMES}
    return {k: v if isinstance(v, int) else _minutes(v) for k, v in values.items()}
