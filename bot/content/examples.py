"""The training examples as data: what people type, for the search index and for counting."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import yaml

from bot.content import marked
from bot.content.errors import BrokenFile, Unknown
from bot.domain.answers import TITLE
from bot.domain.content_effects import AddExample
from bot.domain.effects import Plan
from bot.domain.redacting import redact
from bot.i18n import TALEN
from bot.settings import PROJECT
from bot.storage import Store

DATA = PROJECT / "nlu" / "data"
CONVERSATION = ("mens", "crisis", "groet", "dank", "buiten_bereik")
Example = tuple[str, str, str]
LONGEST = 1000


def files(folder: Path = DATA) -> list[Path]:
    """Return the files of our languages, <taal>/<thema>.yml."""
    return [path for path in sorted(folder.glob("*/*.yml")) if path.parent.name in TALEN]


def read(path: Path) -> list[Example]:
    """Return (text, intent, taal) of every example in a file; raises BrokenFile."""
    root = marked.read(path)
    for intent, texts in root.items():
        if not isinstance(texts, list):
            raise BrokenFile(path, root.lines[intent], f"{intent} must be a list of examples")
    return [(str(text), intent, path.parent.name) for intent, texts in root.items() for text in texts]


def add(store: Store, taal: str, intent: str, text: str, author: str, now: datetime) -> str:
    """Teach the model an example, redacted, from the next training on; return what was kept. Raises Unknown."""
    if taal not in TALEN:
        raise Unknown(f"There is no language {taal!r}; choose from: {', '.join(TALEN)}.")
    if intent not in CONVERSATION and store.answers.topic(intent) is None:
        raise Unknown(f"There is no topic {intent!r}; sleutelbot faq list names them all.")
    kept = " ".join(redact(text).split())[:LONGEST]
    if not kept:
        raise Unknown("An example needs words.")
    store.apply(Plan((AddExample(taal, intent, kept, author),)), now)
    return kept


def write_added(store: Store, folder: Path) -> Path:
    """Write what was added in use as <taal>.yml, for the training: examples, and the titles of new topics.

    Returns the folder.
    """
    by_taal: dict[str, dict[str, list[str]]] = {}
    for text, intent, taal in _added(store):
        by_taal.setdefault(taal, {}).setdefault(intent, []).append(text)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yml"):
        if old.stem not in by_taal:
            old.unlink()
    for taal, topics in by_taal.items():
        beside = folder / f"{taal}.new"
        beside.write_text(yaml.safe_dump(topics, allow_unicode=True, sort_keys=True, width=1000), "utf-8")
        beside.replace(folder / f"{taal}.yml")
    return folder


def _added(store: Store) -> Iterator[Example]:
    topics = {topic.id for topic in store.answers.topics()}
    new = topics - {intent for path in files() for _, intent, _ in read(path)}
    for text in store.answers.all_current():
        if text.topic in new and text.variant == TITLE:
            yield text.text, text.topic, text.taal
    for each in store.examples.all():
        if each.topic in topics or each.topic in CONVERSATION:
            yield each.text, each.topic, each.taal
