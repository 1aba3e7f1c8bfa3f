"""What is missing: topics × languages × examples × review."""

from datetime import UTC, datetime

from bot.content import report, seeds
from bot.settings import Settings
from bot.storage import Store


def check(settings: Settings) -> tuple[str, list[str]]:
    """Return the tables and the list of problems."""
    store = Store(settings.database)
    try:
        seeds.seed(store, datetime.now(UTC))
        return report.report(store)
    finally:
        store.close()
