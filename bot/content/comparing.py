"""What a translation lost of its Dutch: tags, links, telephone numbers, amounts, dates, numbers and official names."""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.content import names
from bot.content.numbers import EURO, canonical, counted, plain

_TAG = re.compile(r"</?[a-z][^<>]*>")
_COMMAND = re.compile(r"(?<![\w/:.<-])/[a-z]+(?![\w/.])", re.ASCII)
_LINK = re.compile(r"(?:https?://|[\w.+-]+@)?(?:[\w-]+\.)+(?:nl|eu|com|org|net)\b(?:/[\w./?=&%#~-]*[\w/])?", re.ASCII)
_PHONE = re.compile(r"(?<![0-9.,])0[0-9]{1,3}[ -]?[0-9]{2,8}(?:[ -]?[0-9]{2,8})*(?![0-9])")
_BETWEEN = "[ \u00a0\u2010-\u2015-]"
_AMOUNT = re.compile(r"€\s*([0-9]+(?:[.,][0-9]+)*)|([0-9]+(?:[.,][0-9]+)*)\s*euro\b")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_DATE = re.compile(rf"(?<![0-9])([0-9]{{1,2}}) (?:{_MONTHS})(?: ([0-9]{{4}}))?")
_FEW_WORDS = 4
SAID = {
    "tag": "these tags of the Dutch text are missing",
    "extra": "the Dutch text has not so many of these tags",
    "link": "these links of the Dutch text are missing",
    "phone": "these telephone numbers of the Dutch text are missing",
    "amount": "these amounts of the Dutch text are missing",
    "date": "these dates of the Dutch text are missing",
    "number": "these numbers of the Dutch text are missing",
    "name": "these official names of the Dutch text are missing",
    "dutch": "this was left in Dutch",
}


@dataclass(frozen=True)
class Lost:
    """Something of the Dutch, as it stands there, that a translation does not have.

    `kind` is tag, link, phone, amount, date, number or name; or what a translation has and should not: extra (a tag
    too many) and dutch (a line that was left in Dutch).
    """

    kind: str
    text: str


def lost(dutch: str, translation: str, words: bool = True) -> list[Lost]:
    """Return what a translation lost of its Dutch, in a fixed order and each thing once.

    Without `words` (for a title or an explanation) words of the law such as gemeente may be translated; names may not.
    """
    source, there = plain(dutch), plain(translation)
    found = [*_tags(source, there), *_links(source, there)]
    source, there = _bare(source), _bare(there)
    found += [*_phones(source, there), *_names(source, there, words), *_left_in_dutch(source, there)]
    figures = list(_figures(_PHONE.sub(" ", _LINK.sub(" ", source)), there))
    return list(dict.fromkeys([*found, *figures]))


def said(given: Iterable[Lost]) -> Iterator[str]:
    """Yield one sentence for each kind of what was lost."""
    found = list(given)
    for kind in dict.fromkeys(each.kind for each in found):
        yield f"{SAID[kind]}: {', '.join(each.text for each in found if each.kind == kind)}"


def _bare(text: str) -> str:
    return html.unescape(_TAG.sub(" ", text))


def _tags(dutch: str, there: str) -> Iterator[Lost]:
    wanted, found = Counter(_TAG.findall(dutch)), Counter(_TAG.findall(there))
    yield from (Lost("tag", tag) for tag in (wanted - found).elements())
    yield from (Lost("extra", tag) for tag in (found - wanted).elements())


def _links(dutch: str, there: str) -> Iterator[Lost]:
    """Yield links, addresses and the bot's own commands."""
    for pattern in (_LINK, _COMMAND):
        found = {each.casefold() for each in pattern.findall(there)}
        yield from (Lost("link", each) for each in pattern.findall(dutch) if each.casefold() not in found)


def _phones(dutch: str, there: str) -> Iterator[Lost]:
    """Yield telephone numbers: their digits must follow each other, with a space or a dash between them or not."""
    for phone in _PHONE.findall(dutch):
        digits = f"{_BETWEEN}?".join(re.sub("[ -]", "", phone))
        if not re.search(rf"(?<![0-9]){digits}(?![0-9])", there):
            yield Lost("phone", phone)


def _names(dutch: str, there: str, words: bool) -> Iterator[Lost]:
    yield from (Lost("name", name) for name in names.lacking(dutch, there, words))


def _left_in_dutch(dutch: str, there: str) -> Iterator[Lost]:
    """Yield lines of several words that stand in the translation as they stand in the Dutch."""
    translated = {line.strip() for line in there.splitlines()}
    for line in (line.strip() for line in dutch.splitlines()):
        if line in translated and len(re.findall(r"[^\W\d_]+", names.without(line))) >= _FEW_WORDS:
            yield Lost("dutch", line)


def _figures(dutch: str, there: str) -> Iterator[Lost]:
    """Yield dates (day and year on one line), amounts (with a euro on their line), and then every other number."""
    told: Counter[str] = Counter()
    values, lines = counted(there), [(frozenset(counted(line)), EURO.search(line)) for line in there.splitlines()]
    for date in _DATE.finditer(dutch):
        parts = [part for part in date.groups() if part]
        if not any(line.issuperset(parts) for line, _ in lines):
            told.update(parts)
            yield Lost("date", date.group())
    for amount in _AMOUNT.finditer(dutch):
        value = canonical(amount.group(1) or amount.group(2))
        if not any(euro and value in line for line, euro in lines):
            told[value] += 1
            yield Lost("amount", amount.group())
    yield from (Lost("number", number) for number in counted(dutch) - values - told)
