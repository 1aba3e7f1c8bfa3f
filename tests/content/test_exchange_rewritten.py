"""Any text in any script goes out, is written in another way by another program, and comes back the same."""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.content.checks import problem
from bot.content.exporting import export_language
from bot.content.importing import Imported, import_file
from bot.content.seeds import Repository, seed
from bot.domain.content_effects import PublishAnswer
from bot.i18n import po, sentences
from bot.i18n.catalogues import VERTALINGEN
from bot.i18n.sentences import bot_po, update
from bot.storage import Store
from tests.content.conftest import NOW, TWO_VARIANTS, small, snapshot, topic
from tests.content.rewriting import rewritten

KEYS = (("one", "title"), ("one", ""), ("one", "wet=2013"), ("two", ""))
PIECES = (
    '"', "\\", "\\n", "\n", "\n\n", "#", "#~ ", "#| msgid", "\n  ", " ", "\t", ";", ",", "=1+1", "-", "+", "@", "'",
    "''=", 'msgid "x"', "\nmsgstr", "# status: reviewed", "\nLast-Translator: R.\n", "fuzzy", "%s {naam} 50%",
    "<b>\u062e</b>", "&amp;", "\u2028", "\x85", "\x0b", "\x0c", "\x07", "\u200f", "\u2068", "\u00a0", "كم؟", "ዋጋ",
    "نرخ", "цена", "¿Qué?",
)  # fmt: skip
ANY = st.characters(codec="utf-8", exclude_characters="\r<>")
TEXTS = (
    st.lists(st.sampled_from(PIECES) | st.text(ANY, max_size=12), min_size=1, max_size=10)
    .map(lambda pieces: "".join(pieces).strip())
    .filter(lambda text: problem(text, "") is None)
)
WORKS = st.lists(st.tuples(TEXTS, TEXTS, st.sampled_from(po.STATUSES)), min_size=len(KEYS), max_size=len(KEYS))
OFTEN = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def title(text: str) -> str:
    """Return a text as one line without tags, which is what a title can be."""
    return " ".join(text.replace("<b>", "").replace("</b>", "").split())[:100].strip() or "Wat?"


@dataclass(frozen=True)
class Houses:
    """Two databases with the same Dutch: the file goes out of one and comes into both."""

    here: Store
    there: Store
    repository: Repository
    folder: Path

    def work(self, work: list[tuple[str, str, str]]) -> None:
        """Write Dutch and translations; in the other database something else is translated."""
        for (topic_id, variant), (dutch, text, status) in zip(KEYS, work, strict=True):
            said = [title(each) if variant == "title" else each for each in (dutch, text)]
            for house, words, known in ((self.here, said[1], status), (self.there, "anders", "draft")):
                house.answers.publish(
                    PublishAnswer(topic_id, "nl", variant, said[0], "test", minor=True), NOW, "edited"
                )
                house.answers.publish(PublishAnswer(topic_id, "ar", variant, words, "test"), NOW, known)

    def translated(self, house: Store) -> dict[tuple[str, str, str], tuple[str, str]]:
        return {key: found for key, found in snapshot(house).items() if (key[0], key[2]) in KEYS}


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Houses]:
    folder = tmp_path_factory.mktemp("houses")
    repository = small(folder, topic("one", variants=TWO_VARIANTS), topic("two"))
    repository.vertalingen.mkdir()
    shutil.copy(VERTALINGEN / "termen.yml", repository.vertalingen)
    here, there = Store(folder / "here.db"), Store(folder / "there.db")
    for house in (here, there):
        seed(house, NOW, repository)
    yield Houses(here, there, repository, folder)
    here.close()
    there.close()


def check(houses: Houses, path: Path, texts: int) -> None:
    """Import the file where it came from, where nothing may change, and where there was something else."""
    before = houses.translated(houses.here)
    assert import_file(houses.here, path, NOW, "ar") == Imported(0, texts)
    assert houses.translated(houses.here) == before
    import_file(houses.there, path, NOW, "ar")
    assert {key: found for key, found in houses.translated(houses.there).items() if key[1] == "ar"} == {
        key: found for key, found in before.items() if key[1] == "ar"
    }


def filled(path: Path) -> None:
    """Leave out what is still to be translated."""
    blocks = path.read_text("utf-8").split("\n\n")
    path.write_text("\n\n".join(block for block in blocks if not block.endswith('msgstr ""')), "utf-8")


@OFTEN
@given(work=WORKS, random=st.randoms(use_true_random=False))
def test_a_po_file_that_another_program_wrote_changes_nothing(
    houses: Houses, work: list[tuple[str, str, str]], random: Random
) -> None:
    houses.work(work)
    path = houses.folder / "ar.po"
    export_language(houses.here, "ar", path, houses.repository)
    filled(path)
    path.write_bytes(rewritten(path.read_text("utf-8"), random))
    check(houses, path, len(KEYS))


@OFTEN
@given(work=WORKS, delimiter=st.sampled_from(";,"), end=st.sampled_from(["\n", "\r\n"]), quoting=st.booleans())
def test_a_csv_file_that_a_spreadsheet_wrote_changes_nothing(
    houses: Houses, work: list[tuple[str, str, str]], delimiter: str, end: str, quoting: bool
) -> None:
    houses.work(work)
    path = houses.folder / "ar.csv"
    export_language(houses.here, "ar", path, houses.repository)
    head, *rows = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
    written = io.StringIO(newline="")
    table = csv.writer(
        written, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL if quoting else csv.QUOTE_MINIMAL
    )
    table.writerows([head, *(row for row in rows if row[3]), [""] * len(head)])
    path.write_bytes(written.getvalue().encode("utf-8-sig" if quoting else "utf-8"))
    check(houses, path, len(KEYS))


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="gettext's own programs are not installed")
@pytest.mark.parametrize("options", [["--width=30"], ["--no-wrap"], ["--sort-output"], ["--indent"], ["--strict"]])
def test_what_msgcat_writes_changes_nothing(seeded: Store, tmp_path: Path, options: list[str]) -> None:
    path = tmp_path / "ar.po"
    export_language(seeded, "ar", path)
    filled(path)
    subprocess.run(["msgcat", *options, "--output-file", path, path], check=True)
    before = snapshot(seeded)
    assert import_file(seeded, path, NOW).changed == 0
    assert snapshot(seeded) == before


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("taal", ["ar", "uk"])
def test_the_sentences_of_the_bot_are_the_same_after_other_programs(tmp_path: Path, taal: str, number: int) -> None:
    shutil.copy(VERTALINGEN / sentences.TEMPLATE, tmp_path)
    path = bot_po(taal, tmp_path)
    path.parent.mkdir(parents=True)
    shutil.copy(bot_po(taal), path)
    update(tmp_path)
    before, said = path.read_text("utf-8"), said_in(path, taal)
    assert len(said) > 100
    path.write_bytes(rewritten(before, Random(number)))
    assert path.read_text("utf-8") != before
    update(tmp_path)
    after = path.read_text("utf-8")
    assert said_in(path, taal) == said
    assert after.split("\n\n")[0] == before.split("\n\n")[0], "the header is ours again"
    assert "Wat het" not in after


def said_in(path: Path, taal: str) -> dict[object, object]:
    """Return sentence → translation, whether it is fuzzy, and its status."""
    return {
        message.id: (message.string, message.fuzzy, [each for each in message.user_comments if "status" in each])
        for message in po.catalogue(path, taal)
        if message.id
    }
