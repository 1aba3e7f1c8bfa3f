"""YAML in which every key knows its line, and a key that stands twice is a mistake."""

from pathlib import Path
from typing import Any

import yaml
from yaml.constructor import ConstructorError

from bot.content.errors import BrokenFile


class Marked(dict[str, Any]):
    """A mapping of a YAML file; `lines` tells where each key stands, `line` where the mapping begins."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class _Loader(yaml.CSafeLoader):
    """SafeLoader that builds Marked."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> Marked:
    found = Marked(node.start_mark.line + 1)
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in found:
            reason = f"{key} stands twice, also at line {found.lines[key]}"
            raise ConstructorError(None, None, reason, key_node.start_mark)
        found[key] = loader.construct_object(value_node, deep=True)
        found.lines[key] = key_node.start_mark.line + 1
    return found


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read(path: Path) -> Marked:
    """Return the mapping that a file holds; raises BrokenFile."""
    try:
        found = yaml.load(path.read_text("utf-8"), _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenFile(path, line, f"this is not valid YAML: {error.problem}") from error
    except (yaml.YAMLError, ValueError, OSError) as error:
        raise BrokenFile(path, 1, f"the file cannot be read: {error}") from error
    if not isinstance(found, Marked):
        raise BrokenFile(path, 1, "expected keys with values, such as thema: exams")
    return found
