"""The gemeenten that take part, from gemeenten.yml."""

from functools import cache
from pathlib import Path

import yaml

ELSEWHERE = "anders"


@cache
def gemeenten() -> dict[str, str]:
    """Return slug → name, without 'anders' (elsewhere)."""
    return dict(yaml.safe_load((Path(__file__).parent / "gemeenten.yml").read_text("utf-8")))
