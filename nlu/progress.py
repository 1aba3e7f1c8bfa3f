"""How far a long job is, on stderr: a bar for a person, JSON lines for a program."""

import json
import sys

_WIDTH = 30


def report(phase: str, done: int = 0, total: int = 0) -> None:
    """Say that `done` of `total` steps of `phase` are behind us (a total of 0: length unknown)."""
    if not sys.stderr.isatty():
        line = json.dumps({"phase": phase, "done": done, "total": total})
        print(line, file=sys.stderr, flush=True)
        return
    filled = _WIDTH * done // total if total else 0
    end = "\n" if total and done >= total else ""
    bar = "█" * filled + "·" * (_WIDTH - filled)
    print(f"\r{phase:<10} {bar} {done}/{total}" if total else f"\n{phase} …", end=end, file=sys.stderr, flush=True)
