"""A draft letter of a gemeente that sleutelpersonen read, and what they find unclear."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST = 6000
READERS = 3
MOST_PARAGRAPHS = 40
PARAGRAPH = 1500


class Reads(StrEnum):
    """How far a reader is; who was replaced did not answer in time, or is gone."""

    ASKED = "asked"
    DONE = "done"
    PASSED = "passed"
    REPLACED = "replaced"


@dataclass(frozen=True)
class Reading:
    """One reader of one letter; `id` is 0 for one that is asked now, a reader who removed his data is None."""

    person_id: int | None
    state: Reads
    asked_at: datetime
    unclear: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()
    id: int = 0

    @property
    def counts(self) -> bool:
        """Whether the result holds this reader: he is ready, or said something before he was stopped."""
        return self.state is Reads.DONE or (self.state is not Reads.PASSED and bool(self.unclear or self.remarks))


@dataclass(frozen=True)
class Letter:
    """A letter in numbered paragraphs (the first is 1); `version` grows with every change of it or its readings."""

    id: int
    person_id: int | None
    paragraphs: tuple[str, ...]
    created_at: datetime
    version: int
    ended_at: datetime | None = None
    readings: tuple[Reading, ...] = ()

    def of(self, person_id: int) -> Reading | None:
        """Return the reading of a person, or None when he was not asked."""
        return next((reading for reading in self.readings if reading.person_id == person_id), None)

    def with_reading(self, changed: Reading) -> tuple[Reading, ...]:
        """Return the readings with one of them changed."""
        return tuple(changed if reading.id == changed.id else reading for reading in self.readings)


def done(readings: tuple[Reading, ...]) -> int:
    """Return how many are ready."""
    return sum(reading.state is Reads.DONE for reading in readings)


def asked(readings: tuple[Reading, ...]) -> int:
    """Return how many read now."""
    return sum(reading.state is Reads.ASKED for reading in readings)


def unclear(readings: tuple[Reading, ...], paragraph: int) -> int:
    """Return how many found a paragraph unclear."""
    return sum(paragraph in reading.unclear for reading in readings if reading.counts)


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a letter: parted by empty lines, or by lines where there are none; long ones are cut."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]
    blocks = [line.strip() for line in text.splitlines() if line.strip()] if len(blocks) == 1 else blocks
    cut = [piece for block in blocks for piece in _cut(block)]
    together = -(-len(cut) // MOST_PARAGRAPHS)
    return tuple("\n".join(cut[i : i + together]) for i in range(0, len(cut), together)) if cut else ()


def _cut(block: str) -> list[str]:
    """Cut a block that is too long, at the ends of sentences or words where possible."""
    pieces = []
    while len(block) > PARAGRAPH:
        ends = [block.rfind(end, PARAGRAPH // 2, PARAGRAPH) for end in (". ", "\n", " ")]
        at = next((end + 1 for end in ends if end > 0), PARAGRAPH)
        pieces.append(block[:at].strip())
        block = block[at:].strip()
    return [*pieces, block] if block else pieces
