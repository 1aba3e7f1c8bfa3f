"""What was kept for sleutelpersonen, and for wishes, goes when its time is over."""

from datetime import datetime, timedelta

from bot.domain.care_effects import Tidy
from bot.domain.effects import Plan
from bot.domain.spending import KEPT
from bot.i18n import dutch_day
from bot.storage import Store

ASKED_KEPT = timedelta(days=7)


def due(store: Store, now: datetime, reopen: timedelta) -> list[Plan]:
    """Return what removes time spent weeks ago, questions that nobody answered, and wishes of what stays ended."""
    tidy = Tidy(dutch_day(now - KEPT), now - ASKED_KEPT, now - reopen)
    return [Plan((tidy,))] if store.care.untidy(tidy) else []
