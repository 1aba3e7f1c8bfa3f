"""PO files in and out: each answer in another language, the Dutch that it translates, and its status.

`python -m bot.i18n.po extract` collects the bot's own sentences into vertalingen/bot.pot; `update` brings them to
vertalingen/<taal>/LC_MESSAGES/bot.po and keeps every translation.
"""

import argparse
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage
from babel.messages.pofile import PoFileError, read_po, write_po

STATUSES = ("draft", "reviewed", "outdated", "edited")
FUZZY = frozenset({"draft", "outdated"})
_STATUS = re.compile(r"status:\s*(\w+)\s*(.*)")
_LINE = re.compile(r'(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?"(?:[^"\\]|\\.)*"')
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


def read(path: Path, taal: str) -> list[Entry]:
    """Return the translated entries of a file, none when there is no file; raises BrokenPo."""
    if not path.exists():
        return []
    entries = [_entry(path, message) for message in catalogue(path, taal) if message.id and message.string]
    seen: dict[str, int] = {}
    for entry in entries:
        if entry.context in seen:
            raise BrokenPo(path, entry.line, f"{entry.context} stands here and at line {seen[entry.context]}; keep one")
        seen[entry.context] = entry.line
    return entries


def catalogue(path: Path, taal: str | None) -> Catalog:
    """Return Babel's catalogue of a file; raises BrokenPo also for what Babel would read past."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenPo(path, 1, f"cannot be read ({error})") from error
    for number, line in enumerate(text.split("\n"), 1):
        stripped = line.strip()
        if stripped and not stripped.startswith("#") and not _LINE.fullmatch(stripped):
            raise BrokenPo(path, number, "this is no line of a PO file; is a quotation mark missing?")
    try:
        return read_po(io.StringIO(text), locale=taal, abort_invalid=True)
    except PoFileError as error:
        raise BrokenPo(path, error.lineno + 1, str(error).rpartition(" on ")[0]) from error


def _entry(path: Path, message: PoMessage) -> Entry:
    line = message.lineno or 1
    if not message.context or not isinstance(message.string, str):
        raise BrokenPo(path, line, "an answer needs a msgctxt such as exam_cost/title, and no plural")
    status, note = "draft" if message.fuzzy else "reviewed", ""
    for comment in message.user_comments:
        if found := _STATUS.fullmatch(comment):
            status, note = found.groups()
    if status not in STATUSES:
        raise BrokenPo(path, line, f"{message.context}: the status {status} is none of {', '.join(STATUSES)}")
    comments = tuple(comment for comment in message.user_comments if not _STATUS.fullmatch(comment))
    return Entry(message.context, str(message.id), message.string, status, note, comments, line)


def write(path: Path, taal: str, entries: Iterable[Entry], head: str) -> None:
    """Write a file with its entries in the order given; `head` is the comment on top, a line of text."""
    made = new_catalogue(taal, head)
    for entry in entries:
        status = f"status: {entry.status} {entry.note}".strip()
        message = made.add(entry.source, entry.text, user_comments=[*entry.comments, status], context=entry.context)
        message.flags = {"fuzzy"} if entry.status in FUZZY else set()
    save(path, made)


def new_catalogue(taal: str | None, head: str) -> Catalog:
    """Return an empty catalogue with the plural forms of a language; None makes a template."""
    return Catalog(locale=taal, project="Sleutelbot", version="1", header_comment=f"# {head}", fuzzy=False)


def save(path: Path, made: Catalog, sort: bool = False) -> None:
    """Write a catalogue whole or not at all, without locations and dates."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_bytes(content(made, sort))
    beside.replace(path)


def content(made: Catalog, sort: bool = False) -> bytes:
    """Return what `save` writes."""
    written = io.BytesIO()
    write_po(written, made, width=0, no_location=True, sort_output=sort)
    return _NOISE.sub(b"", written.getvalue())


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
