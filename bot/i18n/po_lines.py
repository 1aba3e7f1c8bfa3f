"""The lines of a PO file, looked at before Babel reads them: Babel passes over what is cut off, double or strange."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email import message_from_string
from itertools import pairwise

from babel.messages.pofile import escape, unescape

_PIECE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s+)?("(?:[^"\\]|\\.)*")')
_OBSOLETE = re.compile(r"^\s*#~\s*")
_PREVIOUS = re.compile(r"\s*#(?:~\s*)?\|")
_ESCAPE = re.compile(r"\\(.)")
# msgcat writes these; Babel leaves them as they are.
_RARE = {"a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_STARTS = ("msgctxt", "msgid")
_AFTER = {
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[0]",),
    "msgstr": _STARTS,
    "msgstr[0]": ("msgstr[0]", *_STARTS),
}


class BrokenLine(Exception):
    """A line that cannot be used; knows its number and the reason."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(reason)
        self.line, self.reason = line, reason


@dataclass
class _Piece:
    """A keyword with its text, and the first and last line of it."""

    keyword: str
    text: str
    first: int
    last: int
    obsolete: bool

    @property
    def kind(self) -> str:
        return re.sub(r"\d+", "0", self.keyword)


def readable(text: str) -> tuple[list[str], str]:
    """Return the lines for Babel, each in its own place, and the language of the header; raises BrokenLine.

    Previous texts (`#|`) are left out, and of the header all that changes with every program and every save.
    """
    lines = text.split("\n")
    pieces = list(_pieces(lines))
    _check_order(pieces)
    header = _check_entries(pieces)
    lines = ["" if _PREVIOUS.match(line) else _plain(line) for line in lines]
    if header is None:
        return lines, ""
    lines[header.first - 1 : header.last] = [f"msgstr {escape(_kept(header))}", *[""] * (header.last - header.first)]
    return lines, str(message_from_string(header.text)["Language"] or "").strip()


def _pieces(lines: Iterable[str]) -> Iterator[_Piece]:
    """Yield what stands in the lines, obsolete entries too."""
    last = None
    for number, raw in enumerate(lines, 1):
        line = _OBSOLETE.sub("", raw).strip()
        if not line or line.startswith(("#", "|")):
            continue
        keyword, quoted = _parts(number, line)
        if keyword:
            if last:
                yield last
            last = _Piece(keyword, unescape(quoted), number, number, _OBSOLETE.match(raw) is not None)
        elif last is None:
            raise BrokenLine(number, "this text has no msgid or msgstr before it")
        else:
            last.text, last.last = last.text + unescape(quoted), number
    if last:
        yield last


def _parts(number: int, line: str) -> tuple[str, str]:
    found = _PIECE.fullmatch(line)
    if found is None:
        raise BrokenLine(number, "this is no line of a PO file; is a quotation mark missing?")
    for escaped in _ESCAPE.findall(found[2]):
        if escaped not in {*'"\\nrt', *_RARE}:
            raise BrokenLine(number, f"\\{escaped} means nothing in a PO file; write \\\\ for the sign \\ itself")
    return found[1] or "", found[2]


def _check_order(pieces: list[_Piece]) -> None:
    wanted: tuple[str, ...] = _STARTS
    before = None
    for piece in pieces:
        if piece.kind not in wanted:
            if before and piece.kind in _STARTS:
                raise BrokenLine(before.first, f"missing {wanted[-1]} after this {before.keyword}")
            raise BrokenLine(piece.first, f"{piece.keyword} cannot stand here; expected {' or '.join(wanted)}")
        wanted, before = _AFTER[piece.kind], piece
    if before and not before.keyword.startswith("msgstr"):
        raise BrokenLine(before.first, f"missing {wanted[-1]} after this {before.keyword}; the file is cut off here")


def _check_entries(pieces: list[_Piece]) -> _Piece | None:
    """Look for entries that stand twice or have no msgid; return the msgstr of the header, if there is one."""
    context, seen, header = None, dict[tuple[str | None, str], int](), None
    for piece, following in pairwise(pieces):
        if piece.keyword == "msgctxt":
            context = piece.text
        elif piece.keyword == "msgid":
            key, context = (context, piece.text), None
            if piece.obsolete:
                continue
            if key in seen:
                name = key[0] or key[1] or "the header"
                raise BrokenLine(piece.first, f"{name} stands here and at line {seen[key]}; keep one")
            if key[0] is not None and not piece.text:
                raise BrokenLine(piece.first, f"{key[0]}: the msgid is empty; it must be the Dutch text")
            seen[key] = piece.first
            header = header if piece.text else following
    return header


def _plain(line: str) -> str:
    return line if line.startswith("#") else _ESCAPE.sub(lambda found: _RARE.get(found[1], found[0]), line)


def _kept(header: _Piece) -> str:
    """Return what is used of the header; raises BrokenLine when it names another encoding than UTF-8."""
    said = message_from_string(header.text)
    charset = str(said.get_content_charset() or "utf-8")
    # gettext's own template says CHARSET.
    if charset not in ("utf-8", "utf8", "us-ascii", "ascii", "charset"):
        raise BrokenLine(header.first, f"the header says charset={charset}; save the file as UTF-8")
    return f"Plural-Forms: {said['Plural-Forms']}\n" if said["Plural-Forms"] else ""
