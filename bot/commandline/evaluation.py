"""Figures over a file of questions with the answers that are acceptable (contract.md names each figure)."""

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.usecases.questions.asking import Considered

TALKED = frozenset({"buiten_bereik", "mens", "crisis", "groet"})
DANGER = frozenset({"crisis", "violence_emergency", "mental_health"})
LEFT = ("onbekend", "groet", "mens")  # what is right for an off-topic text


class BrokenFile(Exception):
    """The file cannot be used; the message names the line and the reason."""


@dataclass(frozen=True)
class Row:
    """One question; `named` holds acceptable topic ids and talk such as buiten_bereik, `origin` the column bron."""

    taal: str
    text: str
    named: frozenset[str]
    origin: str = ""


@dataclass(frozen=True)
class Outcome:
    """What the bot decided on a row, in how many milliseconds."""

    row: Row
    besluit: str
    topic: str | None
    suggestions: tuple[str, ...]
    milliseconds: float
    confidence: float = 0.0

    @property
    def topics(self) -> frozenset[str]:
        """The topics that the row names."""
        return self.row.named - TALKED

    @property
    def answered(self) -> bool:
        """Whether the bot gave an answer, or asked who you are before it."""
        return self.besluit in ("antwoord", "doorvraag")

    @property
    def first(self) -> str | None:
        """The topic that came first."""
        return self.topic or (self.suggestions[0] if self.suggestions else None)

    @property
    def named_talk(self) -> bool:
        """Whether the decision itself is one that the row names; danger is right for the two topics about it."""
        return self.besluit in self.row.named or (self.besluit == "crisis" and bool(self.row.named & DANGER))

    @property
    def hit(self) -> bool:
        """Whether the first thing is acceptable."""
        return self.first in self.topics or self.named_talk

    @property
    def hit_in_three(self) -> bool:
        """Whether anything offered is acceptable."""
        return self.hit or bool(self.topics & set(self.suggestions))

    @property
    def right(self) -> bool:
        """Whether there is nothing to improve: the right thing came first, or what is off-topic was not answered."""
        return self.hit if self.topics else self.named_talk or self.besluit in LEFT


def _cells(path: Path, wanted: Sequence[str], extra: str | None = None) -> list[tuple[str, ...]]:
    """Return the wanted columns of a TSV file and the `extra` one, empty where it is missing.

    Raises BrokenFile with the line and the reason.
    """
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenFile(f"{path} cannot be read ({error}).") from error
    head = lines[0].split("\t") if lines else []
    missing = [name for name in wanted if name not in head]
    if missing:
        raise BrokenFile(f"{path}, line 1: the column {missing[0]!r} is missing; needed are {', '.join(wanted)}.")
    at = [head.index(name) for name in wanted]
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) <= max(at) or not all(cells[i].strip() for i in at):
            raise BrokenFile(f"{path}, line {number}: {', '.join(wanted)} are needed, separated by tabs.")
        more = cells[head.index(extra)] if extra in head and len(cells) > head.index(extra) else ""
        rows.append((*(cells[i].strip() for i in at), *([more.strip()] if extra else [])))
    return rows


def read(path: Path) -> list[Row]:
    """Return the rows of a file with questions; raises BrokenFile."""
    return [
        Row(taal, text, frozenset(part.strip() for part in named.split("|")), origin)
        for taal, text, named, origin in _cells(path, ("taal", "tekst", "onderwerpen"), "bron")
    ]


def read_texts(path: Path) -> list[tuple[str, str]]:
    """Return (taal, text) of every row; raises BrokenFile."""
    return [(taal, text) for taal, text in _cells(path, ("taal", "tekst"))]


def outcome(row: Row, found: Considered, milliseconds: float) -> Outcome:
    """Return a row with what was decided on it."""
    suggestions = tuple(getattr(found.decision, "topics", ()))
    confidence = float(getattr(found.decision, "confidence", 1.0))
    return Outcome(row, found.besluit, found.topic, suggestions, milliseconds, confidence)


def figures(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return the figures of the contract over some outcomes; null where no row counts."""
    scope = [o for o in outcomes if o.topics]
    mens = [o for o in outcomes if "mens" in o.row.named]
    crisis = [o for o in outcomes if "crisis" in o.row.named]
    times = sorted(o.milliseconds for o in outcomes)
    return {
        "n": len(outcomes),
        "top1": _share(o.hit for o in scope),
        "top3": _share(o.hit_in_three for o in scope),
        "answered": _share(o.answered for o in scope),
        "wrong": _share(o.answered and o.topic not in o.topics for o in scope),
        "oos_caught": _share(o.besluit in LEFT for o in outcomes if "buiten_bereik" in o.row.named),
        "mens_recall": _share(o.besluit == "mens" or (o.answered and o.topic in o.topics) for o in mens),
        "crisis_recall": _share(o.besluit == "crisis" or (o.answered and o.topic in o.topics) for o in crisis),
        "crisis_false": _share(o.besluit == "crisis" for o in outcomes if not o.row.named & DANGER),
        "groet_recall": _share(o.besluit == "groet" for o in outcomes if "groet" in o.row.named),
        "p50_ms": round(statistics.median(times), 1) if times else None,
        "p95_ms": round(times[min(len(times) - 1, int(len(times) * 0.95))], 1) if times else None,
    }


def _share(marks: Iterable[bool]) -> float | None:
    counted = list(marks)
    return round(sum(counted) / len(counted), 4) if counted else None


def report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """Return {"totaal": figures, "talen": {taal: figures}}."""
    talen = sorted({o.row.taal for o in outcomes})
    return {
        "totaal": figures(outcomes),
        "talen": {taal: figures([o for o in outcomes if o.row.taal == taal]) for taal in talen},
    }
