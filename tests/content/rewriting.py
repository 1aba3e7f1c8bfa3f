"""What other programs do to a file that goes out: the same texts come back, written in another way."""

import re
from collections.abc import Iterator
from random import Random

OBSOLETE = """# status: draft
#, fuzzy
#~| msgid "Nog ouder"
#~| "en langer"
#~ msgctxt "one/title"
#~ msgid "Oud"
#~ msgstr ""
#~ "Old "
#~ "words"
"""
PREVIOUS = '#| msgctxt "one"\n#| msgid ""\n#| "Wat het\\n"\n#| "was"'
HEADERS = (
    '"X-Generator: Poedit 3.4.2\\n"',
    '"X-Generator: Weblate 5.8\\n"',
    '"PO-Revision-Date: 2026-12-01 10:00+0100\\n"',
    '"PO-Revision-Date: gisteren\\n"',
    '"Last-Translator: R. <r@example.org>\\n"',
    '"Language-Team: Arabic <https://example.org/ar/>\\n"',
    '"X-Poedit-SourceCharset: UTF-8\\n"',
)
_UNIT = re.compile(r"\\.|.", re.DOTALL)
_KEYWORD = re.compile(r'(#~ )?(msg\w+(?:\[\d\])?) (".*)', re.DOTALL)


def rewritten(text: str, random: Random) -> bytes:
    """Return a PO file as Poedit, Weblate or msgcat would save it: wrapped, sorted and commented in another way."""
    head, *entries = [block for block in text.strip("\n").split("\n\n") if block]
    random.shuffle(entries)
    blocks = [_header(head, random), *(_entry(block, random) for block in entries)]
    if random.random() < 0.5:
        blocks.append(OBSOLETE.rstrip("\n"))
    end = random.choice(["\n", "\r\n"])
    mark = random.choice(["", "\ufeff"])
    return (mark + "\n\n".join(blocks) + "\n").replace("\n", end).encode()


def _header(block: str, random: Random) -> str:
    lines = block.split("\n")
    if random.random() < 0.5:
        lines = [line for line in lines if not line.startswith(('"Language:', '"Project-Id'))]
    return "\n".join([*lines, *random.sample(HEADERS, random.randint(0, len(HEADERS)))])


def _entry(block: str, random: Random) -> str:
    lines = block.split("\n")
    comments = [line for line in lines if line.startswith("#") and not line.startswith("#~")]
    extra = [each for each in ("# Goed zo.", "#. uitleg", "#: faq.py:3", PREVIOUS) if random.random() < 0.3]
    return "\n".join([*extra, *comments, *_wrapped(lines[len(comments) :], random)])


def _wrapped(lines: list[str], random: Random) -> Iterator[str]:
    texts: list[tuple[str, str]] = []
    for line in lines:
        if found := _KEYWORD.fullmatch(line):
            texts.append((found[2], found[3][1:-1]))
        else:
            texts[-1] = (texts[-1][0], texts[-1][1] + line[1:-1])
    for keyword, text in texts:
        units = _UNIT.findall(text)
        width = random.choice([1, 7, 40, 77, len(units) + 1])
        pieces = ["".join(units[start : start + width]) for start in range(0, len(units), width)]
        if len(pieces) > 1 or random.random() < 0.2:
            yield f'{keyword} ""'
            yield from (f'"{piece}"' for piece in pieces)
        else:
            yield f'{keyword} "{text}"'
