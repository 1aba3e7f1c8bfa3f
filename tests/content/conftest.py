"""A real database, a copy of the repository's content that a test may change, and the two together."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.examples import DATA
from bot.content.seeds import Repository, seed
from bot.content.sources import FAQ
from bot.i18n.catalogues import VERTALINGEN
from bot.storage import Store

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


TRANSLATED = ("en", "ar")


def copied(folder: Path) -> Repository:
    """Copy what is in the repository: of the examples the Dutch alone, of the answers two translations."""
    copy = Repository(folder / "faq", folder / "vertalingen", folder / "data")
    shutil.copytree(FAQ, copy.faq)
    shutil.copytree(VERTALINGEN, copy.vertalingen)
    for path in copy.vertalingen.glob("*/LC_MESSAGES/faq.po"):
        if path.parent.parent.name not in TRANSLATED:
            path.unlink()
    shutil.copytree(DATA / "nl", copy.examples / "nl")
    return copy


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a copy of the repository's content that a test may change."""
    return copied(tmp_path / "copy")


@pytest.fixture(scope="session")
def first_start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database after its first start; nobody writes in it."""
    folder = tmp_path_factory.mktemp("first")
    store = Store(folder / "sleutelbot.db")
    seed(store, NOW, copied(folder / "copy"))
    store.database.copy_to(folder / "copy.db")
    store.close()
    return folder / "copy.db"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Open an empty database."""
    opened = Store(tmp_path / "sleutelbot.db")
    yield opened
    opened.close()


@pytest.fixture
def seeded(tmp_path: Path, first_start: Path) -> Iterator[Store]:
    """Open a database as it is after the first start with `repository`."""
    shutil.copyfile(first_start, tmp_path / "seeded.db")
    opened = Store(tmp_path / "seeded.db")
    yield opened
    opened.close()


def replace(path: Path, old: str, new: str) -> None:
    """Change a text in a file; it must be there."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def snapshot(store: Store) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return (topic, taal, variant) → (text, status) of everything that is shown."""
    return {(t.topic, t.taal, t.variant): (t.text, t.status) for t in store.answers.all_current()}


TWO_VARIANTS = """
    variants:
      - wet: "2013"
        answer: Vraag het DUO.
      - gemeente: doetinchem
        answer: Vraag het aan de balie."""


def topic(name: str, related: str = "", variants: str = "") -> str:
    """Return a topic as it stands in a file."""
    return f"""
  - id: {name}
    emoji: "💶"
    title: Wat is {name}?
    answer: |
      <b>{name}</b> kost € 50.{variants}
    sources: [Wet inburgering 2021]
    peildatum: 2026-11-23
    volatile: false
    human: true
    related: [{related}]
"""


def small(folder: Path, *topics: str, thema: str = "basics") -> Repository:
    """Write a repository of one file and return it."""
    there = Repository(folder / "faq", folder / "vertalingen", folder / "data")
    there.faq.mkdir(exist_ok=True)
    (there.faq / f"{thema}.yml").write_text(f"thema: {thema}\ntopics:" + "".join(topics), "utf-8")
    return there
