"""Official names, the same in every language (officieel.yml): which of them stand in a text, and which are lacking."""

import re
from functools import cache, lru_cache
from pathlib import Path

import yaml

NAMES = Path(__file__).with_name("officieel.yml")
_BRACKETS = re.compile(r"\([^()]*\)")


@cache
def names() -> tuple[tuple[str, ...], ...]:
    """Return the forms of every name, the longest name first: 'brede intake' holds 'intake'."""
    listed = yaml.safe_load(NAMES.read_text("utf-8"))
    found = [tuple(each) if isinstance(each, list) else (str(each),) for each in listed]
    return tuple(sorted(found, key=lambda forms: -len(forms[0])))


@cache
def _whole(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a name in the Dutch, not inside another word: 'mijn inburgering' is no Mijn Inburgering."""
    flags = re.IGNORECASE if forms[0].islower() else re.RegexFlag(0)
    return re.compile(rf"(?<![\w-])(?:{_any(forms)})(?![\w-])", flags)


@cache
def _begun(forms: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds a name in a translation: with endings of the language, capitals or none; MAP is no map."""
    flags = re.RegexFlag(0) if forms[0].isupper() else re.IGNORECASE
    return re.compile(rf"(?<![A-Za-z])(?:{_any(forms)})", flags)


def _any(forms: tuple[str, ...]) -> str:
    return "|".join(re.escape(form) for form in forms)


def lacking(dutch: str, translation: str, words: bool = True) -> list[str]:
    """Return the official names that stand in the Dutch and not in its translation.

    Words of the law (a name in small letters) may be translated where they explain: in brackets; or all, without
    `words`.
    """
    there = translation.replace("İ", "I").replace("’", "'")
    wanted = [forms for forms, outside in _standing(dutch) if not forms[0].islower() or (words and outside)]
    return [forms[0] for forms in wanted if not _begun(forms).search(there)]


@lru_cache(maxsize=500)
def _standing(dutch: str) -> tuple[tuple[tuple[str, ...], bool], ...]:
    """Return the names in a Dutch text, and whether it stands outside brackets too; it is asked for every language."""
    outside, found = _BRACKETS.sub(" ", dutch), []
    for forms in names():
        dutch, count = _whole(forms).subn(" ", dutch)
        outside, count_outside = _whole(forms).subn(" ", outside)
        if count:
            found.append((forms, bool(count_outside)))
    return tuple(found)


def without(dutch: str) -> str:
    """Return a Dutch text without the official names in it."""
    for forms in names():
        dutch = _whole(forms).sub(" ", dutch)
    return dutch
