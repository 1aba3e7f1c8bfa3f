"""CSV files of one language, for a vertaler who works in a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from bot.content.errors import BrokenFile
from bot.content.translations import key_of, name_of
from bot.i18n.po import STATUSES, Entry

HEAD = ("onderwerp", "variant", "nederlands", "vertaling", "status", "opmerking")
# A spreadsheet takes a text that begins so for a formula; the ' before it says that it is none.
_FORMULA = re.compile(r"'*[=+\-@\t]")


def save(path: Path, entries: Iterable[Entry]) -> None:
    """Write entries so that a double click opens them in a Dutch Excel: it wants semicolons, and the mark of UTF-8."""
    written = io.StringIO(newline="")
    table = csv.writer(written, delimiter=";")
    table.writerow(HEAD)
    for entry in entries:
        status = entry.status if entry.text else ""
        table.writerow([*key_of(entry.context), _guarded(entry.source), _guarded(entry.text), status, ""])
    path.write_bytes(written.getvalue().encode("utf-8-sig"))


def read(path: Path) -> list[Entry]:
    """Return the entries of a file, separated by semicolons or commas; `note` is the vertaler's remark.

    Raises BrokenFile with the line where a row begins.
    """
    text = _text(path)
    seen: dict[str, int] = {}
    entries = []
    for line, number, row in _rows(path, text, _delimiter(path, text)):
        try:
            entry = _entry(line, row)
        except ValueError as error:
            raise BrokenFile(path, line, f"row {number}: {error}") from error
        if entry.context in seen:
            reason = f"row {number}: {entry.context} stands here and at line {seen[entry.context]}; keep one"
            raise BrokenFile(path, line, reason)
        seen[entry.context] = line
        entries.append(entry)
    return entries


def _text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise BrokenFile(path, line, "the file cannot be read here; save it as CSV UTF-8") from error


def _delimiter(path: Path, text: str) -> str:
    """Return what separates the cells of the header."""
    first = (text.splitlines() or [""])[0]
    for delimiter in (";", ","):
        if tuple(cell.strip().strip('"').lower() for cell in first.split(delimiter)) == HEAD:
            return delimiter
    raise BrokenFile(path, 1, f"the first row must be: {';'.join(HEAD)}")


def _rows(path: Path, text: str, delimiter: str) -> Iterator[tuple[int, int, list[str]]]:
    """Yield (line where it begins, number as a spreadsheet counts, cells) of every row below the header."""
    table = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins, number = 1, 0
    try:
        for number, row in enumerate(table, 1):
            if number > 1 and any(cell.strip() for cell in row):
                yield begins, number, row
            begins = table.line_num + 1
    except csv.Error as error:
        reason = f"row {number + 1}: this is no row of a CSV file ({error}); is a quotation mark missing or too many?"
        raise BrokenFile(path, begins, reason) from error


def _entry(line: int, row: list[str]) -> Entry:
    """Return the entry of a row; raises ValueError with the reason."""
    if len(row) != len(HEAD):
        raise ValueError(f"there are {len(row)} cells instead of {len(HEAD)}; is a quotation mark missing?")
    topic, variant, status, note = (row[column].strip() for column in (0, 1, 4, 5))
    dutch, text = (_unguarded(cell).strip() for cell in row[2:4])
    name = name_of(topic, variant)
    if not text:
        raise ValueError(f"{name} is not translated; translate it, or take the row out")
    status = status.lower() or "reviewed"
    if status not in STATUSES:
        raise ValueError(f"{name}: the status {status} is none of {', '.join(STATUSES)}")
    return Entry(name, dutch, text, status, note, line=line)


def _guarded(text: str) -> str:
    return f"'{text}" if _FORMULA.match(text) else text


def _unguarded(cell: str) -> str:
    """Return the text of a cell: some programs write every end of a line as Windows does."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n")
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
