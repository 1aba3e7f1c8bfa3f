"""The gemeenten that take part, from gemeenten.yml, and how to reach them."""

import json
from functools import cache
from pathlib import Path

import yaml

from bot.content.errors import ContentError, Unknown
from bot.storage import Store

ELSEWHERE = "anders"
# What can be known of a contact point, in the order in which it is shown.
FIELDS = ("telefoon", "website", "adres", "open")
LONGEST = 120


@cache
def _file() -> dict[str, dict[str, str]]:
    return dict(yaml.safe_load((Path(__file__).parent / "gemeenten.yml").read_text("utf-8")))


@cache
def gemeenten() -> dict[str, str]:
    """Return slug → name, without 'anders' (elsewhere)."""
    return {slug: known["naam"] for slug, known in _file().items()}


def contact(store: Store, slug: str) -> dict[str, str]:
    """Return what is known of a gemeente's contact point, field → text; what was set here goes before the file."""
    known = _file().get(slug, {}) | json.loads(store.kept.get(_key(slug)) or "{}")
    return {name: known[name] for name in FIELDS if known.get(name)}


def set_contact(store: Store, slug: str, fields: dict[str, str]) -> None:
    """Set fields of a contact point, '' removes one; raises Unknown or ContentError."""
    if slug not in gemeenten():
        raise Unknown(f"There is no gemeente {slug}; choose from: {', '.join(gemeenten())}.")
    if wrong := [name for name, text in fields.items() if len(text) > LONGEST or "\n" in text]:
        raise ContentError(f"{wrong[0]} must be one line of at most {LONGEST} characters.")
    here = json.loads(store.kept.get(_key(slug)) or "{}")
    store.kept.set(_key(slug), json.dumps(here | fields, ensure_ascii=False))


def _key(slug: str) -> str:
    return f"contact:{slug}"
