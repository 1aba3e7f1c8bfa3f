"""What `python -m nlu.measuring` prints of a model that Rasa serves."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.nlu.conftest import ROOT

pytestmark = pytest.mark.slow


def _measuring(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "nlu.measuring", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)


def test_every_figure_is_measured(model: Path) -> None:
    done = _measuring(str(model), "--questions", "60")
    assert done.returncode == 0, done.stderr
    for line in (
        r"one at a time: p50 [\d.]+ ms, p95 [\d.]+ ms", r"4 at once: [\d.]+ a second", r"16 at once: [\d.]+ a second",
        r"100 characters \d+ ms, 1000 characters \d+ ms, 10000 characters \d+ ms",
        r"memory: \d+ MB, after 5 swaps \d+ MB",
    ):  # fmt: skip
        assert re.search(line, done.stdout), done.stdout


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = _measuring(str(tmp_path / "none.tar.gz"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "none.tar.gz" in done.stderr


def test_a_broken_model_ends_with_a_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.tar.gz"
    broken.write_bytes(b"no archive")
    done = _measuring(str(broken))
    assert done.returncode == 1
    assert "whole archive" in done.stderr
    assert "Traceback" not in done.stderr
