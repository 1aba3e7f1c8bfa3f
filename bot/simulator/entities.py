"""Telegram's entities: counted in UTF-16 units, found in plain text, shifted when text is trimmed."""

import re
from typing import Any

Json = dict[str, Any]

_FOUND = (
    ("bot_command", re.compile(r"(?<![\w/@])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/@])")),
    ("url", re.compile(r"https?://[^\s<>\"]*[^\s<>\".,;:!?)]")),
    ("email", re.compile(r"(?<![\w.+-])[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    ("mention", re.compile(r"(?<![\w@.])@[A-Za-z][A-Za-z0-9_]{2,31}(?![\w@])")),
    ("hashtag", re.compile(r"(?<![\w#])#\w*[^\W\d]\w*")),
)


def utf16(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def piece(text: str, entity: Json) -> str:
    """The part of the text that an entity covers."""
    raw = text.encode("utf-16-le", "surrogatepass")
    start = 2 * int(entity["offset"])
    return raw[start : start + 2 * int(entity["length"])].decode("utf-16-le", "replace")


def overlaps(one: Json, other: Json) -> bool:
    """Whether two entities share at least one unit."""
    return bool(
        one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"]
    )


def found(text: str, given: list[Json] | None = None) -> list[Json]:
    """The given entities and those Telegram finds by itself: commands, links, addresses, names, tags."""
    entities = list(given or [])
    for kind, pattern in _FOUND:
        for match in pattern.finditer(text):
            new = {"type": kind, "offset": utf16(text[: match.start()]), "length": utf16(match.group())}
            if not any(overlaps(new, known) and known["type"] not in {"bold", "italic"} for known in entities):
                entities.append(new)
    return sorted(entities, key=lambda entity: (entity["offset"], -entity["length"]))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Text without blanks at its ends, and the entities moved along; what falls outside is dropped."""
    lead = utf16(text) - utf16(text.lstrip())
    kept = text.strip()
    end = utf16(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        stop = min(entity["offset"] + entity["length"] - lead, end)
        if stop > start:
            moved.append(entity | {"offset": start, "length": stop - start})
    return kept, moved
