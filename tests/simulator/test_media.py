"""What is told of a file."""

from pathlib import Path

import pytest

from bot.simulator import driver
from bot.simulator.media import Files, described, ogg_seconds, picture_size

_SAMPLES = Path(driver.__file__).parent / "page" / "samples"


def test_samples_are_what_they_say() -> None:
    assert ogg_seconds((_SAMPLES / "stem.ogg").read_bytes()) == 3
    assert picture_size((_SAMPLES / "brief.jpg").read_bytes()) == (640, 860)
    assert (_SAMPLES / "brief.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("content", [b"", b"\xff\xd8", b"\x89PNG", b"text", b"\xff\xd8\xff\xe0\x00\x02"])
def test_no_picture(content: bytes) -> None:
    assert picture_size(content) is None


def test_png() -> None:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + (7).to_bytes(4, "big") + (9).to_bytes(4, "big")
    assert picture_size(head) == (7, 9)


def test_the_same_content_has_one_unique_id() -> None:
    files = Files()
    first, second = (files.keep("document", b"x", "brief.pdf", "application/pdf") for _ in range(2))
    assert first.unique_id == second.unique_id
    assert first.id != second.id
    assert files.at(second.path) is second
    assert second.path.endswith(".pdf")
    assert described(first)["document"]["file_name"] == "brief.pdf"


def test_not_ogg_lasts_nothing() -> None:
    assert ogg_seconds(b"no ogg") == 0
