"""PO files in and out: each answer in another language, the Dutch that it translates, and its status.

`python -m bot.i18n.po extract` collects the bot's own sentences into vertalingen/bot.pot; `update` brings them to
vertalingen/<taal>/LC_MESSAGES/bot.po and keeps every translation.
"""

import argparse
import io
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage
from babel.messages.pofile import PoFileError, read_po, write_po

from bot.i18n.languages import negotiate
from bot.i18n.po_lines import BrokenLine, readable

PROJECT, VERSION = "Sleutelbot", "1"
STATUSES = ("draft", "reviewed", "outdated", "edited")
FUZZY = frozenset({"draft", "outdated"})
_STATUS = re.compile(r"status:\s*(\w+)\s*(.*)")
# Dates, programs and names of people change with every save and say nothing about the words.
_NOISE = re.compile(
    rb'"(?:POT-Creation-Date|PO-Revision-Date|Report-Msgid-Bugs-To|Last-Translator|Language-Team|Generated-By):[^\n]*\n'
)


class BrokenPo(Exception):
    """A PO file cannot be used; knows file, line and reason."""

    def __init__(self, path: Path, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path, self.line, self.reason = path, line, reason


@dataclass(frozen=True)
class Entry:
    """One translation: what it is (msgctxt), the Dutch (msgid), the words, and what is known of them."""

    context: str
    source: str
    text: str
    status: str = "draft"
    note: str = ""
    comments: tuple[str, ...] = ()
    line: int = 0
    doubted: bool = False


def read(path: Path, taal: str, whole: bool = False) -> list[Entry]:
    """Return the translated entries of a file, none when there is no file; raises BrokenPo.

    With `whole` an entry that is not translated is a mistake too.
    """
    if not path.exists():
        return []
    messages = [message for message in catalogue(path, taal) if message.id]
    entries = [_entry(path, message) for message in messages if message.string or whole]
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.context in seen:
            raise BrokenPo(path, entry.line, f"{entry.context} stands here and at line {seen[entry.context]}; keep one")
        seen[entry.context] = entry.line
    return entries


def catalogue(path: Path, taal: str | None) -> Catalog:
    """Return Babel's catalogue of a file; raises BrokenPo also for what Babel would read past, and another language."""
    lines, said = _lines(path)
    if taal and said and negotiate(said) != taal:
        line = next((number for number, text in enumerate(_text(path).split("\n"), 1) if "Language:" in text), 1)
        raise BrokenPo(path, line, f"this file is in the language {said}, not in {taal}")
    try:
        found = read_po(io.StringIO("\n".join(lines)), locale=taal, abort_invalid=True)
    except PoFileError as error:
        raise BrokenPo(path, error.lineno + 1, str(error).rpartition(" on ")[0]) from error
    except ValueError as error:
        raise BrokenPo(path, 1, f"the header cannot be used ({error})") from error
    # Other programs write what they like into the header; ours is what is written back.
    found.project, found.version = PROJECT, VERSION
    # Of a text that left and came back, what stands in the file as obsolete is the older.
    for key in [key for key, old in found.obsolete.items() if found.get(old.id, old.context)]:
        del found.obsolete[key]
    return found


def language(path: Path) -> str | None:
    """Return which of our languages the header of a file names, None when it names none; raises BrokenPo."""
    return negotiate(_lines(path)[1])


def _lines(path: Path) -> tuple[list[str], str]:
    try:
        return readable(_text(path))
    except BrokenLine as error:
        raise BrokenPo(path, error.line, error.reason) from error


def _text(path: Path) -> str:
    raw = b""
    try:
        raw = path.read_bytes()
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise BrokenPo(path, line, "the file cannot be read here; save it as UTF-8") from error
    except OSError as error:
        raise BrokenPo(path, 1, f"the file cannot be read ({error})") from error


def _entry(path: Path, message: PoMessage) -> Entry:
    line = message.lineno or 1
    if not message.context or not isinstance(message.string, str):
        raise BrokenPo(path, line, "an answer needs a msgctxt such as exam_cost/title, and no plural")
    if not message.string.strip():
        raise BrokenPo(path, line, f"{message.context} is not translated; translate it, or take it out of the file")
    status, note, doubted = "draft" if message.fuzzy else "reviewed", "", False
    for comment in message.user_comments:
        if found := _STATUS.fullmatch(comment):
            status, note = found.groups()
    if status not in STATUSES:
        raise BrokenPo(path, line, f"{message.context}: the status {status} is none of {', '.join(STATUSES)}")
    # An editor of PO files sets and removes the flag and leaves our comment as it was: what a person did last counts.
    if (status in FUZZY) != message.fuzzy:
        status, note, doubted = ("draft", "", True) if message.fuzzy else ("reviewed", "", False)
    comments = tuple(comment for comment in message.user_comments if not _STATUS.fullmatch(comment))
    return Entry(message.context, str(message.id), message.string, status, note, comments, line, doubted)


def write(path: Path, taal: str, entries: Iterable[Entry], head: str) -> None:
    """Write a file with its entries in the order given; `head` is the comment on top, a line of text.

    An entry without words is one to translate: it has no status yet.
    """
    made = new_catalogue(taal, head)
    for entry in entries:
        status = [f"status: {entry.status} {entry.note}".strip()] if entry.text else []
        message = made.add(entry.source, entry.text, user_comments=[*entry.comments, *status], context=entry.context)
        message.flags = {"fuzzy"} if status and entry.status in FUZZY else set()
    save(path, made)


def new_catalogue(taal: str | None, head: str) -> Catalog:
    """Return an empty catalogue with the plural forms of a language; None makes a template."""
    return Catalog(locale=taal, project=PROJECT, version=VERSION, header_comment=f"# {head}", fuzzy=False)


def save(path: Path, made: Catalog, sort: bool = False) -> None:
    """Write a catalogue whole or not at all, without locations and dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(content(made, sort))
    beside.replace(path)


def content(made: Catalog, sort: bool = False) -> bytes:
    """Return what `save` writes."""
    written = io.BytesIO()
    # Not 0: that wraps comments, and the rest of a status would be read as a comment of its own.
    write_po(written, made, width=sys.maxsize, no_location=True, sort_output=sort)
    header, gap, entries = written.getvalue().partition(b"\n\n")
    return _NOISE.sub(b"", header + gap[:1]) + gap[1:] + entries


def main(arguments: list[str] | None = None) -> None:
    """Extract the bot's sentences, or bring them to the languages."""
    from bot.i18n import sentences  # it stands on this module

    parser = argparse.ArgumentParser(prog="python -m bot.i18n.po", description=__doc__)
    parser.add_argument("what", choices=("extract", "update"))
    if parser.parse_args(arguments).what == "extract":
        sentences.extract()
    else:
        sentences.update()


if __name__ == "__main__":
    main()
