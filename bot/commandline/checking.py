"""What is missing, what is wrong, and what must be checked again."""

from datetime import UTC, datetime

from bot.commandline.reader import unfit
from bot.content import report, seeds
from bot.i18n import dutch_day
from bot.settings import Settings
from bot.storage import Store


def check(settings: Settings, strict: bool = False, now: datetime | None = None) -> tuple[str, list[str]]:
    """Return the tables and the list of problems; an answer past its shelf life is one only when `strict`."""
    moment = now or datetime.now(UTC)
    store = Store(settings.database)
    try:
        seeds.seed(store, moment)
        return report.report(store, dutch_day(moment), also=unfit(store, moment), strict=strict)
    finally:
        store.close()
