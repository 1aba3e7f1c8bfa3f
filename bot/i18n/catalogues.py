"""Sentences of the bot in sixteen languages, read from vertalingen/<taal>/LC_MESSAGES/bot.po."""

import gettext
import io
import re
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime, format_timedelta, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from bot.i18n.languages import SOURCE, locale

VERTALINGEN = Path(__file__).resolve().parents[2] / "vertalingen"
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
_YEAR = re.compile(r"\s[гр]\.$")


def dutch_time(moment: datetime) -> datetime:
    """Return a moment as clocks in the Netherlands show it."""
    return moment.astimezone(DUTCH_TIME)


def dutch_day(moment: datetime) -> date:
    """Return the day that a moment is in the Netherlands."""
    return dutch_time(moment).date()


class Words:
    """How to say it in one language; a sentence without translation comes in Dutch."""

    def __init__(self, taal: str, translations: gettext.NullTranslations) -> None:
        self.taal = taal
        self._translations = translations

    def __call__(self, sentence: str) -> str:
        """Return the translation of a Dutch sentence."""
        return self._translations.gettext(sentence)

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the form of the language for `count`, with {n} filled in."""
        return self._translations.ngettext(one, many, count).format(n=count)

    def date(self, day: date) -> str:
        """Return a date written out, without the "г." and "р." that would end a sentence with two dots."""
        return _YEAR.sub("", str(format_date(day, format="long", locale=locale(self.taal))))

    def moment(self, moment: datetime) -> str:
        """Return a moment in Dutch local time, short."""
        return str(format_datetime(moment, format="short", tzinfo=DUTCH_TIME, locale=locale(self.taal)))

    def lasting(self, span: timedelta) -> str:
        """Return about how long something lasts, in words."""
        return str(format_timedelta(span, locale=locale(self.taal), threshold=1.2))

    def weekdays(self) -> tuple[str, ...]:
        """Return the short names of the days, Monday first."""
        names = get_day_names("abbreviated", locale=locale(self.taal))
        return tuple(str(names[day]) for day in range(7))

    def number(self, number: float) -> str:
        """Return a number with one decimal."""
        return str(format_decimal(number, format="0.0", locale=locale(self.taal)))

    def amount(self, number: float) -> str:
        """Return a number with one decimal where it needs one."""
        return str(format_decimal(number, format="0.#", locale=locale(self.taal)))

    def since(self, earlier: datetime, now: datetime) -> str:
        """Return how long ago something was, in words."""
        return str(format_timedelta(now - earlier, locale=locale(self.taal), threshold=1.2))


def catalogue(path: Path, taal: str) -> gettext.NullTranslations:
    """Return the translations of a PO file, fuzzy ones included (a draft is better than Dutch); empty when missing."""
    if not path.exists():
        return gettext.NullTranslations()
    compiled = io.BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=taal), use_fuzzy=True)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


@cache
def words(taal: str) -> Words:
    """Return the sentences of a language."""
    if taal == SOURCE:
        return Words(taal, gettext.NullTranslations())
    return Words(taal, catalogue(VERTALINGEN / taal / "LC_MESSAGES" / "bot.po", taal))
