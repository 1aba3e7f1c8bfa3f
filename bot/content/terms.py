"""The words of the office: vertalingen/termen.yml, read with the place of every mistake and written back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from bot.content import marked, writing
from bot.content.errors import BrokenFile
from bot.content.marked import Marked
from bot.domain.terms import Term, folded
from bot.i18n import TALEN
from bot.i18n.catalogues import VERTALINGEN
from bot.i18n.po import STATUSES

NL = "nl"
TERMEN = "termen.yml"
LONGEST = 300
LONGEST_WORD = 40  # a word is part of a button (woord:<word>), and a button holds 64 bytes
DRAFT = "draft"
HEAD = """\
# Words that stand in letters of the overheid, explained in every language; nl is the source.
# vormen: what else people type for it. onderwerp: the topic that says more. status: what holds for a language, where
# that is not draft (made by a machine). See vertalingen/README.md.
"""


@dataclass(frozen=True)
class Explained:
    """A term with its explanations: taal → text, and taal → status where that is not draft."""

    term: Term
    texts: Mapping[str, str]
    statuses: Mapping[str, str]
    line: int = field(compare=False, default=1)

    def status(self, taal: str) -> str:
        """Return the status of an explanation."""
        return "source" if taal == NL else self.statuses.get(taal, DRAFT)


def load(folder: Path = VERTALINGEN) -> list[Explained]:
    """Return every term of termen.yml in a folder, none when there is no file; raises BrokenFile."""
    path = folder / TERMEN
    if not path.exists():
        return []
    root = marked.read(path)
    found = [_explained(path, word, item, root.lines[word]) for word, item in root.items()]
    _no_form_twice(path, found)
    return found


@cache
def known() -> tuple[Term, ...]:
    """Return the terms of the repository; they change with the program alone."""
    return tuple(each.term for each in load())


@cache
def asking() -> dict[str, frozenset[str]]:
    """Return the words with which people ask what a word means, per language."""
    words = yaml.safe_load(Path(__file__).with_name("betekenis.yml").read_text("utf-8"))
    return {taal: frozenset(folded(str(word)) for word in words[taal]) for taal in TALEN}


def _explained(path: Path, word: str, item: Any, line: int) -> Explained:
    if not isinstance(item, Marked) or not isinstance(item.get("uitleg"), Marked):
        raise BrokenFile(path, line, f"{word}: uitleg must hold an explanation for each language, such as nl: …")
    for key in item:
        if key not in ("vormen", "onderwerp", "uitleg", "status"):
            raise BrokenFile(
                path, item.lines[key], f"{word}: unknown key {key}; known: vormen, onderwerp, uitleg, status"
            )
    if len(word.encode()) > LONGEST_WORD or word.casefold() != folded(word):
        raise BrokenFile(path, line, f"{word}: a word is at most {LONGEST_WORD} bytes, without signs")
    texts, statuses = item["uitleg"], item.get("status") or {}
    for taal, text in texts.items():
        if taal not in TALEN or not isinstance(text, str) or not 0 < len(text.strip()) <= LONGEST:
            reason = f"{word}: {taal} must be one of our languages, with a text of at most {LONGEST} characters"
            raise BrokenFile(path, texts.lines[taal], reason)
    if NL not in texts:
        raise BrokenFile(path, line, f"{word}: the Dutch explanation is missing")
    if strange := sorted(taal for taal, status in statuses.items() if taal not in texts or status not in STATUSES):
        raise BrokenFile(
            path, item.lines["status"], f"{word}: status of {strange[0]} must be one of {', '.join(STATUSES)}"
        )
    forms = tuple(str(form) for form in item.get("vormen") or ())
    return Explained(Term(word, forms, item.get("onderwerp")), {t: s.strip() for t, s in texts.items()}, statuses, line)


def _no_form_twice(path: Path, found: Iterable[Explained]) -> None:
    seen: dict[str, Explained] = {}
    for each in found:
        for form in (each.term.word, *each.term.forms):
            other = seen.setdefault(folded(form), each)
            if other is not each:
                raise BrokenFile(path, each.line, f"{each.term.word}: {form} stands also at {other.term.word}")


def written(found: Iterable[Explained]) -> str:
    """Return termen.yml as people write it by hand."""
    return HEAD + writing.dump({each.term.word: _item(each) for each in found})


def _item(each: Explained) -> dict[str, Any]:
    item: dict[str, Any] = {"vormen": writing.Row(each.term.forms)} if each.term.forms else {}
    if each.term.topic:
        item["onderwerp"] = each.term.topic
    item["uitleg"] = {taal: each.texts[taal] for taal in TALEN if taal in each.texts}
    statuses = {taal: each.statuses[taal] for taal in TALEN if each.statuses.get(taal, DRAFT) != DRAFT}
    return item | ({"status": statuses} if statuses else {})
