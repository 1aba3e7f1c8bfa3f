"""How well letter groups fit each language: the part of py3langid's model (BSD licence) that tells ours apart."""

import lzma
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FILE: Final = Path(__file__).with_name("letter_groups.xz")
STEPS: Final = 8
_LONGEST: Final = 6


@dataclass(frozen=True)
class Neighbours:
    """The languages of a script: ours, each with its names in py3langid, and others that could be taken for them."""

    ours: dict[str, tuple[str, ...]]
    others: tuple[str, ...]


NEIGHBOURS: Final = {
    "latin": Neighbours(
        {taal: (taal,) for taal in ("nl", "en", "tr", "so", "ku", "fr", "es")},
        ("de", "it", "pt", "pl", "ro", "sq", "sw", "az", "uz", "id", "om", "sv"),
    ),
    "arabic": Neighbours({"ar": ("ar", "arz", "ary"), "fa": ("fa",), "ps": ("ps",), "ckb": ("sdh",)}, ("ur", "ug")),
    "cyrillic": Neighbours({"ru": ("ru",), "uk": ("uk",)}, ("be", "bg", "sr", "kk", "tg")),
}


@cache
def _tables() -> dict[str, dict[bytes, bytes]]:
    content = lzma.decompress(FILE.read_bytes())
    tables: dict[str, dict[bytes, bytes]] = {}
    at = 0
    for script, languages in NEIGHBOURS.items():
        width = len(languages.ours) + len(languages.others)
        count, at = int.from_bytes(content[at : at + 4], "big"), at + 4
        table = tables[script] = {}
        for _ in range(count):
            middle = at + 1 + content[at]
            table[content[at + 1 : middle]] = content[middle : middle + width]
            at = middle + width
    return tables


def _groups(text: str, table: dict[bytes, bytes]) -> Counter[bytes]:
    """How often each known letter group ends somewhere in the text, the longest at every place."""
    content = f" {text} ".encode(errors="ignore")
    found: Counter[bytes] = Counter()
    for end in range(1, len(content) + 1):
        for length in range(min(_LONGEST, end), 0, -1):
            group = content[end - length : end]
            if group in table:
                found[group] += 1
                break
    return found


def fit(text: str, script: str) -> dict[str, float]:
    """For each language of the script, ours first: nought for the best and less for the others."""
    table = _tables()[script]
    languages = NEIGHBOURS[script]
    names = (*languages.ours, *languages.others)
    sums = [0.0] * len(names)
    for group, times in _groups(text, table).items():
        weight = math.log1p(times) / STEPS
        for column, cost in enumerate(table[group]):
            sums[column] -= weight * cost
    best = max(sums)
    return {name: score - best for name, score in zip(names, sums, strict=True)}
