"""Languages, sentences, plurals and dates: the only room that knows Babel."""

from bot.i18n.catalogues import Words, dutch_day, dutch_time, words
from bot.i18n.languages import TALEN, direction, isolate, negotiate, own_name

__all__ = ["TALEN", "Words", "direction", "dutch_day", "dutch_time", "isolate", "negotiate", "own_name", "words"]
