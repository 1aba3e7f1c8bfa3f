"""Words of asking for a human, in all sixteen languages."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from nlu.taal.languages import TALEN
from nlu.taal.rules import Rule, first_fit, read, sentences

_FOLDER: Final = Path(__file__).with_name("asking_human")


def asks_for_human(text: str) -> bool:
    """Whether a text asks to speak with a person or an interpreter, or to be called back."""
    return any(first_fit(_rules("vraagt"), said) and not first_fit(_rules("niet"), said) for said in sentences(text))


@cache
def _rules(part: str) -> tuple[Rule, ...]:
    files: list[dict[str, Any]] = [yaml.safe_load((_FOLDER / f"{taal}.yml").read_text("utf-8")) for taal in TALEN]
    return tuple(read(rule, file.get("woorden", {})) for file in files for rule in file.get(part, []))
