"""The Dutch source written back as YAML, in the form in which people write it by hand."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from bot.content.sources import Source
from bot.domain.answers import GENERAL, TITLE

_STRANGE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")


class Row(list[str]):
    """A list on one line."""


class _Quoted(str):
    """A text between double quotes, as emoji and years need."""


class _Dumper(yaml.SafeDumper):
    """Indents lists, and quotes with double quotes that leave emoji as they are."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def write_single_quoted(self, text: str, split: bool = True) -> None:
        self.write_double_quoted(text, split)

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        if _STRANGE.search(text):
            super().write_double_quoted(text, False)
        else:
            escaped = text.replace("\\", "\\\\").replace('"', '\\"')
            self.write_indicator(f'"{escaped}"', True)


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(_Quoted, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'))
_Dumper.add_representer(
    Row, lambda dumper, row: dumper.represent_sequence("tag:yaml.org,2002:seq", row, flow_style=True)
)


def dump(value: Any) -> str:
    """Return a value as YAML in which long texts stay on one line and emoji as they are."""
    return str(yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100_000))


def written(thema: str, sources: Iterable[Source]) -> str:
    """Return the file of a thema; variants stand in the order of `texts`."""
    topics = [_indented(dump([_item(source)])) for source in sources]
    return f"thema: {thema}\ntopics:\n" + "\n".join(topics)


def _indented(text: str) -> str:
    return "".join(f"  {line}" if line.strip() else line for line in text.splitlines(keepends=True))


def _item(source: Source) -> dict[str, Any]:
    topic = source.topic
    item: dict[str, Any] = {"id": topic.id, "emoji": _Quoted(topic.emoji), "title": source.texts[TITLE]}
    item["answer"] = source.texts[GENERAL] + "\n"
    variants = [_variant(variant, text) for variant, text in source.texts.items() if "=" in variant]
    if variants:
        item["variants"] = variants
    item["sources"] = list(topic.sources)
    item["peildatum"] = date.fromisoformat(topic.peildatum)
    return item | {"volatile": topic.volatile, "human": topic.human, "related": Row(topic.related)}


def _variant(variant: str, text: str) -> dict[str, str]:
    name, _, value = variant.partition("=")
    return {name: _Quoted(value) if value.isdigit() else value, "answer": text + "\n"}


def save(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    beside.write_text(text, "utf-8")
    beside.replace(path)
