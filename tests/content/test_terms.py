"""termen.yml: read, refused with the line, written back, taken into the database and exported."""

from pathlib import Path

import pytest

from bot.content import terms
from bot.content.errors import BrokenFile
from bot.content.exporting import export
from bot.content.importing import import_file
from bot.content.seeds import Repository, seed
from bot.content.sources import load
from bot.domain.answers import TITLE
from bot.domain.terms import asked
from bot.i18n import TALEN
from bot.storage import Store
from tests.content.conftest import NOW, replace


def test_sixty_words_or_more_are_explained_in_dutch_and_their_topics_exist() -> None:
    found, topics = terms.load(), {source.topic.id for source in load()}
    assert len(found) >= 60
    assert {each.term.topic for each in found} <= {None, *topics}


def test_what_is_written_back_is_what_was_read(tmp_path: Path) -> None:
    found = terms.load()
    (tmp_path / terms.TERMEN).write_text(terms.written(found), "utf-8")
    assert terms.load(tmp_path) == found


def test_every_language_has_words_with_which_its_meaning_is_asked() -> None:
    assert all(terms.asking()[taal] for taal in TALEN)


@pytest.mark.parametrize(
    ("wrong", "line", "reason"),
    [
        ("bezwaar:\n  uitleg:\n    en: An objection.\n", 1, "the Dutch explanation is missing"),
        ("bezwaar:\n  uitleg:\n    nl: ''\n", 3, "with a text of at most"),
        ("bezwaar:\n  uitleg:\n    nl: x\n    xx: y\n", 4, "one of our languages"),
        ("bezwaar:\n  betekenis: x\n  uitleg:\n    nl: x\n", 2, "unknown key betekenis"),
        ("bezwaar: x\n", 1, "uitleg must hold"),
        ("Bezwaar!:\n  uitleg:\n    nl: x\n", 1, "without signs"),
        ("bezwaar:\n  uitleg:\n    nl: x\n  status: {en: draft}\n", 4, "status of en"),
        ("a:\n  uitleg: {nl: x}\nb:\n  vormen: [A]\n  uitleg: {nl: x}\n", 3, "A stands also at a"),
    ],
)
def test_a_mistake_is_refused_with_its_line(tmp_path: Path, wrong: str, line: int, reason: str) -> None:
    (tmp_path / terms.TERMEN).write_text(wrong, "utf-8")
    with pytest.raises(BrokenFile) as refused:
        terms.load(tmp_path)
    assert f"{terms.TERMEN}:{line}: " in str(refused.value)
    assert reason in str(refused.value)


def test_words_are_seeded_outdated_with_their_dutch_and_exported(seeded: Store, repository: Repository) -> None:
    path = repository.vertalingen / terms.TERMEN
    replace(path, "Wat de overheid heeft gekozen.", "Wat de overheid koos.")
    seed(seeded, NOW, repository)
    dutch, english = (seeded.answers.text("woord:besluit", taal, "") for taal in ("nl", "en"))
    assert dutch is not None
    assert dutch.text.startswith("Wat de overheid koos.")
    assert english is not None
    assert english.status == "outdated"
    export(seeded, repository.faq.parent)
    again = next(each for each in terms.load(repository.vertalingen) if each.term.word == "besluit")
    assert again.texts["nl"] == dutch.text
    assert again.statuses == {taal: "outdated" for taal in again.texts if taal != "nl"}


def test_an_edited_file_of_words_is_taken_in(seeded: Store, repository: Repository) -> None:
    path = repository.vertalingen / terms.TERMEN
    replace(path, "What the government has chosen.", "What the government chose.")
    assert import_file(seeded, path, NOW).changed == 1
    english = seeded.answers.text("woord:besluit", "en", "")
    assert english is not None
    assert english.text.startswith("What the government chose.")


def test_no_word_stands_before_the_answer_whose_title_asks_for_it() -> None:
    for source in load():
        found = asked(source.texts[TITLE], terms.known(), terms.asking())
        assert found is None or found.topic == source.topic.id, source.topic.id
