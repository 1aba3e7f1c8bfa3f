"""Makes letter_groups.xz from the model of py3langid: the letter groups that tell our languages apart, no more.

The whole model costs the bot's process seventy megabytes, this part of it six. Run `python -m nlu.taal.distilling`
after an update of py3langid; a test compares the file with the model that is installed.
"""

import importlib
import lzma
from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from nlu.taal.letter_groups import FILE, NEIGHBOURS, STEPS

Row = tuple[bytes, bytes]
# How far apart a letter group must lie for two of our languages, and how common it must be in one of them.
_TELLING: Final = {"latin": (1.0, -10.5), "arabic": (1.0, -10.5), "cyrillic": (0.0, -13.0)}
_LEADS: Final = {"latin": (0xC3, 0xC5), "arabic": (0xD8, 0xDB), "cyrillic": (0xD0, 0xD2)}


def _letter_groups(moves: Any, row_of: Any) -> Iterator[tuple[int, bytes]]:
    """Every state of the automaton with the bytes that lead to it, walking outwards from the start."""
    rows = np.asarray(moves).reshape(-1, 256)
    seen = {0}
    layer = [(0, b"")]
    while layer:
        further = []
        for state, spelled in layer:
            for byte, following in enumerate(rows[row_of[state]].tolist()):
                if following not in seen:
                    seen.add(following)
                    further.append((following, spelled + bytes([byte])))
        yield from further
        layer = further


def _belongs(spelled: bytes, script: str) -> bool:
    low, high = _LEADS[script]
    leads = [byte for byte in spelled if byte >= 0xC0]
    if leads:
        return all(low <= byte <= high for byte in leads)
    return script == "latin" or any(byte >= 0x80 for byte in spelled)


def _rows(script: str, groups: list[tuple[int, bytes]], model: tuple[Any, ...]) -> Iterator[Row]:
    table, _, classes, _, _, output = model
    ours = [[classes.index(code) for code in codes] for codes in NEIGHBOURS[script].ours.values()]
    others = [[classes.index(code)] for code in NEIGHBOURS[script].others]
    spread, common = _TELLING[script]
    for state, spelled in groups:
        if output[state] < 0 or not _belongs(spelled, script):
            continue
        scores = np.array([max(table[output[state], column] for column in columns) for columns in ours + others])
        mine = scores[: len(ours)].astype(float)
        if mine.max() >= common and mine.max() - mine.min() >= spread:
            cost = np.minimum(np.round((scores.max() - scores.astype(float)) * STEPS), 255)
            yield spelled, cost.astype(np.uint8).tobytes()


def distil() -> bytes:
    """The content of letter_groups.xz, uncompressed, from the installed model."""
    langid = importlib.import_module("py3langid.langid")
    model = importlib.import_module("py3langid.modelio").load_model(langid.MODEL_DIR / langid.MODEL_FILE)
    groups = list(_letter_groups(model[3], model[4]))
    parts = []
    for script in NEIGHBOURS:
        rows = sorted(_rows(script, groups, model))
        parts.append(len(rows).to_bytes(4, "big"))
        parts.extend(bytes([len(spelled)]) + spelled + costs for spelled, costs in rows)
    return b"".join(parts)


if __name__ == "__main__":
    FILE.write_bytes(lzma.compress(distil(), preset=9))
