"""Encodings kept by content: encoded once, found again, and never a reason to fail."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from nlu.encoder import Vectors
from nlu.encodings import Encodings


class Lengths:
    """An encoder that knows how long a text is and remembers what it was asked."""

    name = key = "lengths"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        return np.array([[len(text), 1] for text in texts], dtype=np.float32)


def test_rows_come_in_the_order_of_the_texts(tmp_path: Path) -> None:
    rows = Encodings(Lengths(), tmp_path).encode(["aaa", "b", "aaa", "cc"])
    assert rows[:, 0].tolist() == [3, 1, 3, 2]


def test_a_later_run_encodes_only_what_is_new(tmp_path: Path) -> None:
    Encodings(Lengths(), tmp_path).encode(["aaa", "b"])
    encoder = Lengths()
    assert Encodings(encoder, tmp_path).encode(["cc", "b", "aaa"])[:, 0].tolist() == [2, 1, 3]
    assert encoder.asked == ["cc"]


def test_a_broken_file_is_an_empty_cache(tmp_path: Path) -> None:
    (tmp_path / "lengths.npz").write_bytes(b"PK\x03\x04 not really")
    encodings = Encodings(Lengths(), tmp_path)
    assert encodings.encode(["aaa"]).tolist() == [[3, 1]]
    assert Encodings(Lengths(), tmp_path).encode(["aaa"]).tolist() == [[3, 1]]


def test_progress_is_told(tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    Encodings(Lengths()).encode([str(number) for number in range(100)], lambda done, total: heard.append((done, total)))
    assert heard == [(64, 100), (100, 100)]
