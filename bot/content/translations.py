"""Translations of the answers: vertalingen/<taal>/LC_MESSAGES/faq.po, or a flat YAML file of a vertaler."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from bot.content import marked
from bot.content.checks import known_variant, problem
from bot.content.errors import BrokenFile
from bot.domain.answers import GENERAL
from bot.i18n import po

Key = tuple[str, str]
Dutch = Mapping[Key, str]
OUTDATED = "outdated"


@dataclass(frozen=True)
class Translation:
    """A text in another language; `source` is the Dutch that it translates.

    `line` is where it stands in its file; `doubted` tells that a person marked it there as not good.
    """

    topic: str
    taal: str
    variant: str
    text: str
    status: str
    source: str
    line: int = 0
    doubted: bool = False


def faq_po(taal: str, vertalingen: Path) -> Path:
    """Return where the translated answers of a language stand."""
    return vertalingen / taal / "LC_MESSAGES" / "faq.po"


def name_of(topic: str, variant: str) -> str:
    """Return what names a text in the files: exam_cost, exam_cost/title, exam_cost/doelgroep=statushouder."""
    return f"{topic}/{variant}" if variant else topic


def key_of(name: str) -> Key:
    """Return (topic, variant) of such a name."""
    topic, _, variant = name.partition("/")
    return topic, variant


def dutch_of(dutch: Dutch, topic: str, variant: str) -> str | None:
    """Return the Dutch that a text translates: its own variant, or else the general one (a gemeente's own text)."""
    return dutch.get((topic, variant), dutch.get((topic, GENERAL)))


def same_words(one: str, other: str) -> bool:
    """Tell whether two texts differ in nothing but how the ends of lines are written and the white space around."""
    first, second = (re.sub(r"\r\n?", "\n", text.strip()) for text in (one, other))
    return first == second


def language(path: Path) -> str | None:
    """Return which of our languages a PO file names, None when it names none; raises BrokenFile."""
    try:
        return po.language(path)
    except po.BrokenPo as error:
        raise BrokenFile(error.path, error.line, error.reason) from error


def entries(path: Path, taal: str, whole: bool = False) -> list[po.Entry]:
    """Return the translated entries of a PO file; raises BrokenFile, with `whole` also for one not translated."""
    try:
        return po.read(path, taal, whole)
    except po.BrokenPo as error:
        raise BrokenFile(error.path, error.line, error.reason) from error


def flat_entries(path: Path, dutch: Dutch, status: str) -> list[po.Entry]:
    """Return the entries of a flat YAML file (`exam_cost/title: …`) as translations of the Dutch of now."""
    root = marked.read(path)
    found = []
    for name, text in root.items():
        if not isinstance(text, str):
            raise BrokenFile(path, root.lines[name], f"{name}: this must be a text; put it between quotes")
        source = dutch_of(dutch, *key_of(name)) or ""
        found.append(po.Entry(name, source, text.strip(), status, line=root.lines[name]))
    return found


def checked(path: Path, taal: str, found: Iterable[po.Entry], dutch: Dutch) -> list[Translation]:
    """Return translations, outdated where the Dutch is another now; raises BrokenFile for what cannot be shown."""
    translations = []
    for entry in found:
        topic, variant = key_of(entry.context)
        source = dutch_of(dutch, topic, variant)
        if source is None or not known_variant(variant):
            raise BrokenFile(path, entry.line, f"{entry.context} names no topic and variant that exist")
        if wrong := problem(entry.text, variant):
            raise BrokenFile(path, entry.line, f"{entry.context}: {wrong}")
        words, dutch_then = entry.text.strip(), entry.source.strip()
        made = Translation(topic, taal, variant, words, entry.status, dutch_then, entry.line, entry.doubted)
        translations.append(made if same_words(dutch_then, source) else replace(made, status=OUTDATED))
    return translations


def of_repository(taal: str, vertalingen: Path, dutch: Dutch) -> list[Translation]:
    """Return the translations of a language; those of topics and variants that left the Dutch are passed over."""
    path = faq_po(taal, vertalingen)
    found = [entry for entry in entries(path, taal) if dutch_of(dutch, *key_of(entry.context)) is not None]
    return checked(path, taal, found, dutch)
