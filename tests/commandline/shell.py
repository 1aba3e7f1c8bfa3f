"""Run the real command line in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
TOKEN = "7000000001:SLEUTELBOT-practice-token-0000000000"


def environment(data: Path, **settings: str) -> dict[str, str]:
    """Return the environment of a command: nothing of ours but what is named."""
    ours = ("TELEGRAM_", "SLEUTELBOT_", "RASA_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"SLEUTELBOT_DATA": str(data), "PYTHONPATH": str(PROJECT)} | settings


def sleutelbot(
    data: Path, *words: str, typed: str = "", patience: float = 120, **settings: str
) -> "subprocess.CompletedProcess[str]":
    """Run a command to its end, from a folder that is not the project's."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], env=environment(data, **settings), cwd=data, input=typed,
        capture_output=True, text=True, timeout=patience, check=False,
    )  # fmt: skip
