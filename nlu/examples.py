"""The training examples: one YAML file a language and thema, read with the place of every mistake."""

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import yaml

from nlu.taal.languages import TALEN

OUT_OF_SCOPE = "buiten_bereik"
CRISIS = "crisis"
CONVERSATION = ("mens", CRISIS, "groet", "dank", OUT_OF_SCOPE)
# Whoever asks for these may be in danger.
DANGER = (CRISIS, "violence_emergency", "mental_health")
LONGEST = 1000

_INTENT = re.compile(r"[a-z][a-z0-9_]*")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class BrokenExamples(Exception):
    """The training examples cannot be used; the message names file, line and reason."""


class Example(NamedTuple):
    """One text as somebody types it, what it asks, and in which language."""

    taal: str
    intent: str
    text: str
    place: str


def load_examples(data: Path, extra: Path | None = None) -> list[Example]:
    """Read `data/<taal>/<thema>.yml` and, when given, the same layout or flat `<taal>.yml` under `extra`.

    A text that stands twice under one intent is kept once. In `extra` a text may move to another intent than in
    `data`: what people on the spot added wins. Raises BrokenExamples.
    """
    if not data.is_dir():
        raise BrokenExamples(f"{data} is not a folder; training examples are read from <taal>/<thema>.yml in it.")
    seed = _without_doubles(_folder(data))
    if not seed:
        raise BrokenExamples(f"{data} holds no examples; expected files such as {data}/nl/basics.yml.")
    added = _without_doubles(_folder(extra)) if extra and extra.is_dir() else []
    known = {(example.taal, example.text) for example in added}
    return [example for example in seed if (example.taal, example.text) not in known] + added


def _folder(folder: Path) -> Iterator[Example]:
    for path in sorted(folder.rglob("*.yml")):
        taal = path.stem if path.parent == folder else path.parent.name
        if taal not in TALEN:
            raise BrokenExamples(f"{path}: {taal} is not one of our languages ({', '.join(TALEN)}).")
        yield from read_file(path, taal)


def read_file(path: Path, taal: str) -> Iterator[Example]:
    """Yield the examples of one file. Raises BrokenExamples with file, line and reason."""
    try:
        with path.open(encoding="utf-8") as stream:
            root = yaml.compose(stream, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise BrokenExamples(f"{path}:{line}: not valid YAML, {error.problem}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise BrokenExamples(f"{path}:1: cannot be read, {error}.") from error
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise _broken(path, root, "expected topic ids, each with a list of texts")
    for key, texts in root.value:
        if not isinstance(texts, yaml.SequenceNode):
            raise _broken(path, key, f"{key.value} needs a list of texts")
        yield from (_example(path, taal, _intent(path, key), node) for node in texts.value)


def _intent(path: Path, key: yaml.Node) -> str:
    name = str(key.value)
    if not _INTENT.fullmatch(name):
        raise _broken(path, key, f"{name!r} is no topic id; ids are lower case letters, digits and _")
    return name


def _example(path: Path, taal: str, intent: str, node: yaml.Node) -> Example:
    if not isinstance(node, yaml.ScalarNode):
        raise _broken(path, node, f"an example of {intent} is not a text; put it between quotes")
    text = " ".join(str(node.value).split())
    if not text:
        raise _broken(path, node, f"an example of {intent} is empty")
    if len(text) > LONGEST:
        raise _broken(path, node, f"an example of {intent} is longer than {LONGEST} characters")
    # Equal strings are shared: twenty thousand examples name a hundred intents.
    return Example(sys.intern(taal), sys.intern(intent), text, f"{path}:{node.start_mark.line + 1}")


def _broken(path: Path, node: yaml.Node, reason: str) -> BrokenExamples:
    return BrokenExamples(f"{path}:{node.start_mark.line + 1}: {reason}.")


def _without_doubles(examples: Iterable[Example]) -> list[Example]:
    kept: dict[tuple[str, str], Example] = {}
    for example in examples:
        first = kept.setdefault((example.taal, example.text), example)
        if first.intent != example.intent:
            raise BrokenExamples(
                f"{example.place}: this text stands under {example.intent} and, at {first.place}, under {first.intent};"
                " keep it under one of them."
            )
    return list(kept.values())
