"""The sixteen languages: own names, direction of writing, and what to do with a phone's language."""

import re
from functools import cache

from babel import Locale

TALEN = ("nl", "en", "ar", "ti", "fa", "fa_AF", "tr", "so", "ku", "ckb", "ps", "am", "fr", "ru", "uk", "es")
SOURCE = "nl"
# Babel has 'فارسی' for both and no name at all for some; these are what the speakers call their own language.
OWN_NAMES = {"fa_AF": "دری", "ku": "Kurdî (Kurmancî)", "ckb": "کوردیی ناوەندی (سۆرانی)", "so": "Soomaali"}
# Telegram sends IETF tags; these are ours under another name.
PHONE = {"prs": "fa_AF", "fa-af": "fa_AF", "kmr": "ku", "sdh": "ckb", "pus": "ps", "pes": "fa"}
ISOLATE, POP = "\u2068", "\u2069"
# The slash of a command stays inside the isolate, next to its word: with a mark between them it would be no command.
_LATIN = re.compile(
    r"(?P<command>(?<![\w/:.])/[a-z_]+)"
    r"|(?<![\u2066-\u2069])[A-Za-zÀ-ɏ0-9€](?:(?! /)[^\u0590-\u08FF\n<>&])*[A-Za-zÀ-ɏ0-9%)/]|[A-Za-zÀ-ɏ0-9]+"
    # Emoji of letters, such as a flag or SOS, begin a line from the left as letters do.
    r"|[\U0001F110-\U0001F1FF]+"
)
_RTL = "\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_ARABIC = re.compile(rf"(?<![\u2066-\u2069])[{_RTL}](?:[{_RTL}\u200C ()]*[{_RTL})])?")


@cache
def locale(taal: str) -> Locale:
    """Return Babel's locale for one of our languages."""
    return Locale.parse(taal)


@cache
def own_name(taal: str) -> str:
    """Return what speakers call their language, with a capital where the script has them."""
    name = OWN_NAMES.get(taal) or locale(taal).get_display_name(taal) or taal
    return name[:1].upper() + name[1:]


def direction(taal: str) -> str:
    """Return 'rtl' or 'ltr'."""
    return str(locale(taal).text_direction)


def negotiate(language_code: str | None) -> str | None:
    """Return which of our languages a phone's IETF language tag means, or None when it is none of ours."""
    if not language_code:
        return None
    tag = language_code.lower().replace("_", "-")
    if tag in PHONE:
        return PHONE[tag]
    first = tag.split("-")[0]
    return PHONE.get(first) or (first if first in TALEN else None)


def isolate(text: str, taal: str) -> str:
    """Return HTML in which words of the other direction keep their order, and do not turn the line round.

    Dutch words, numbers and links inside right-to-left text, and the other way about. Tags and entities are left alone.
    """
    other = _LATIN if direction(taal) == "rtl" else _ARABIC
    pieces = re.split(r"(<[^>]*>|&[a-z#0-9]+;)", text)
    return "".join(p if i % 2 else other.sub(_wrap, p) for i, p in enumerate(pieces))


def _wrap(found: re.Match[str]) -> str:
    run = found.group(0)
    inner = run.rstrip(" .,;:!?")
    if inner.endswith(")") and inner.count("(") < inner.count(")"):
        inner = inner[:-1]
    return f"{ISOLATE}{inner}{POP}{run[len(inner) :]}"
