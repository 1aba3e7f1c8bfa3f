"""Progress for a program: one JSON line a step, on stderr."""

import json

import pytest

from nlu.progress import report


def test_a_program_reads_json_lines(capsys: pytest.CaptureFixture[str]) -> None:
    report("encode", 64, 100)
    report("fit")
    written = capsys.readouterr()
    assert written.out == ""
    assert [json.loads(line) for line in written.err.splitlines()] == [
        {"phase": "encode", "done": 64, "total": 100},
        {"phase": "fit", "done": 0, "total": 0},
    ]
