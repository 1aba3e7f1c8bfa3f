"""The Dutch source: bot/content/faq/<thema>.yml, read with the place of every mistake."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from bot.content import marked
from bot.content.checks import known_variant, problem
from bot.content.errors import BrokenFile
from bot.content.marked import Marked
from bot.domain.answers import GENERAL, TITLE, Topic

FAQ = Path(__file__).parent / "faq"
# The order of the menu.
THEMAS = (
    "basics", "duty", "start", "routes", "exams", "money", "rules", "life", "residence", "daily", "help",
)  # fmt: skip
TYPES: dict[str, type] = {
    "id": str, "emoji": str, "title": str, "answer": str, "sources": list, "peildatum": date,
    "volatile": bool, "human": bool, "related": list,
}  # fmt: skip
NAMES = {str: "a text", list: "a list", date: "a date such as 2026-11-23", bool: "true or false"}
# The id is part of a button (faqlees:<id>:fa_AF:12), and a button holds 64 bytes.
_ID = re.compile(r"[a-z][a-z0-9_]{1,39}")


@dataclass(frozen=True)
class Source:
    """A topic as its file tells it: what is known of it, and variant → Dutch text."""

    topic: Topic
    texts: dict[str, str]
    path: Path = field(compare=False)
    line: int = field(compare=False, default=1)


def load(folder: Path = FAQ) -> list[Source]:
    """Return every topic in the order of the menu; raises BrokenFile with file, line, topic and reason."""
    if strange := sorted(path for path in folder.glob("*.yml") if path.stem not in THEMAS):
        raise BrokenFile(strange[0], 1, f"the thema {strange[0].stem} is none of {', '.join(THEMAS)}")
    found = [source for thema in THEMAS if (path := folder / f"{thema}.yml").exists() for source in read(path)]
    if not found:
        raise BrokenFile(folder, 1, "there are no answers here; expected files such as basics.yml")
    if moved := [source for source in found if source.topic.thema != source.path.stem]:
        raise BrokenFile(moved[0].path, 1, f"thema must be the name of the file, {moved[0].path.stem}")
    together(found, ())
    return found


def together(sources: Iterable[Source], known: Iterable[str]) -> None:
    """Check what concerns more than one topic: ids that stand twice, related topics that are not `known` either."""
    seen: dict[str, Source] = {}
    for source in sources:
        if source.topic.id in seen:
            other = seen[source.topic.id]
            raise BrokenFile(source.path, source.line, f"{source.topic.id} stands also at {other.path}:{other.line}")
        seen[source.topic.id] = source
    for source in seen.values():
        for other_id in source.topic.related:
            if other_id == source.topic.id or other_id not in {*seen, *known}:
                reason = f"{source.topic.id}: related names {other_id}, which is no other topic"
                raise BrokenFile(source.path, source.line, reason)


def read(path: Path) -> list[Source]:
    """Return the topics of one file; raises BrokenFile."""
    root = marked.read(path)
    _keys(path, root, {"thema", "topics"}, set(), "the file")
    if root["thema"] not in THEMAS:
        raise BrokenFile(path, root.lines["thema"], f"thema must be one of {', '.join(THEMAS)}")
    if not isinstance(root["topics"], list) or not all(isinstance(item, Marked) for item in root["topics"]):
        raise BrokenFile(path, root.lines["topics"], "topics must be a list of topics, each beginning with - id:")
    return [_source(path, root["thema"], item) for item in root["topics"]]


def _keys(path: Path, item: Marked, required: set[str], optional: set[str], name: str) -> None:
    for key in item:
        if key not in required | optional:
            known = ", ".join(sorted(required | optional))
            raise BrokenFile(path, item.lines[key], f"{name}: unknown key {key}; known are {known}")
    for key in sorted(required):
        if key not in item:
            raise BrokenFile(path, item.line, f"{name}: {key} is missing")


def _source(path: Path, thema: str, item: Marked) -> Source:
    name = str(item.get("id", "a topic"))
    _keys(path, item, set(TYPES), {"variants"}, name)
    for key, wanted in TYPES.items():
        if type(item[key]) is not wanted or (item[key] in ("", []) and key != "related"):
            raise BrokenFile(path, item.lines[key], f"{name}: {key} must be {NAMES[wanted]} and not empty")
    for key in ("sources", "related"):
        if not all(isinstance(value, str) for value in item[key]):
            raise BrokenFile(path, item.lines[key], f"{name}: {key} must be a list of texts")
    if not _ID.fullmatch(name):
        raise BrokenFile(path, item.lines["id"], f"{name}: an id is 2 to 40 lower case letters, digits and _")
    texts = _texts(path, name, item)
    return Source(_topic(thema, item, texts), texts, path, item.lines["id"])


def _topic(thema: str, item: Marked, texts: dict[str, str]) -> Topic:
    return Topic(
        id=item["id"],
        thema=thema,
        emoji=item["emoji"],
        sources=tuple(item["sources"]),
        peildatum=item["peildatum"].isoformat(),
        volatile=item["volatile"],
        human=item["human"],
        related=tuple(item["related"]),
        variants=tuple(sorted(variant for variant in texts if "=" in variant)),
    )


def _texts(path: Path, name: str, item: Marked) -> dict[str, str]:
    """Return variant → text, each one fit to be shown."""
    texts = {TITLE: _text(path, name, item, "title", TITLE), GENERAL: _text(path, name, item, "answer", GENERAL)}
    variants = item.get("variants", [])
    if not isinstance(variants, list) or not all(isinstance(each, Marked) for each in variants):
        reason = f"{name}: variants must be a list such as - doelgroep: statushouder"
        raise BrokenFile(path, item.lines["variants"], reason)
    for each in variants:
        if len(each) != 2 or "answer" not in each:
            raise BrokenFile(path, each.line, f"{name}: a variant has answer and one of doelgroep, wet, gemeente")
        variant = next(f"{key}={value}" for key, value in each.items() if key != "answer")
        if not known_variant(variant) or variant in texts:
            reason = "stands twice" if variant in texts else "is not known"
            raise BrokenFile(path, each.line, f"{name}: the variant {variant} {reason}")
        texts[variant] = _text(path, f"{name}/{variant}", each, "answer", variant)
    return texts


def _text(path: Path, name: str, item: Marked, key: str, variant: str) -> str:
    text: Any = item[key]
    wrong = problem(text.strip(), variant) if isinstance(text, str) else "dit is geen tekst"
    if wrong:
        raise BrokenFile(path, item.lines[key], f"{name}: {wrong}")
    return str(text).strip()
