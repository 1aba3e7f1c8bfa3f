"""Words of immediate danger, in all sixteen languages: found in the bot's own process, whatever Rasa does."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, get_args

import yaml

from nlu.taal.languages import TALEN
from nlu.taal.rules import Rule, first_fit, read, sentences

Kind = Literal["geweld", "zelfdoding", "gevaar"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_FOLDER: Final = Path(__file__).with_name("crisis")


@dataclass(frozen=True, slots=True)
class Crisis:
    """Danger that somebody speaks of: violence, suicide or self-harm, danger to life; and the language of its words."""

    kind: Kind
    taal: str


@dataclass(frozen=True, slots=True)
class _Words:
    """The rules of one kind in one language: which hold always, and which only in a sentence that is not calm."""

    found: Crisis
    always: tuple[Rule, ...]
    unless_calm: tuple[Rule, ...]


def crisis(text: str) -> Crisis | None:
    """The danger that a text speaks of, suicide first; None when it speaks of none."""
    said = sentences(text)
    for words in _words():
        if any(_speaks_of(words, sentence) for sentence in said):
            return words.found
    return None


def _speaks_of(words: _Words, sentence: str) -> bool:
    if first_fit(words.always, sentence):
        return True
    return bool(first_fit(words.unless_calm, sentence)) and not first_fit(_calm(words.found.taal), sentence)


@cache
def _files() -> dict[str, dict[str, Any]]:
    return {taal: yaml.safe_load((_FOLDER / f"{taal}.yml").read_text("utf-8")) for taal in TALEN}


@cache
def _calm(taal: str) -> tuple[Rule, ...]:
    """What makes a sentence a question for knowledge, a figure of speech or a story of long ago.

    Words of the language itself, and Dutch and English ones, which stand in sentences of every language.
    """
    files = [_files()[name] for name in dict.fromkeys((taal, "nl", "en"))]
    return tuple(read(rule, file.get("woorden", {})) for file in files for rule in file["rustig"])


@cache
def _words() -> tuple[_Words, ...]:
    """The rules of all languages, suicide first, since its words are the plainest."""
    order: tuple[Kind, ...] = ("zelfdoding", "geweld", "gevaar")
    return tuple(_read(file, kind, taal) for kind in order for taal, file in _files().items())


def _read(file: dict[str, Any], kind: Kind, taal: str) -> _Words:
    lists = file.get("woorden", {})
    always, unless_calm = (
        tuple(read(rule, lists) for rule in file[kind].get(part, [])) for part in ("altijd", "tenzij_rustig")
    )
    return _Words(Crisis(kind, taal), always, unless_calm)
