"""What a start takes from the repository, and what it leaves alone."""

from pathlib import Path

import pytest

from bot.content import files, sources
from bot.content.errors import BrokenFile
from bot.content.seeds import DIFFERENT, Repository, seed
from bot.content.translations import faq_po
from bot.domain.content_effects import PublishAnswer
from bot.storage import Store
from bot.storage.superseding import latest_version
from tests.content.conftest import NOW, TWO_VARIANTS, replace, small, snapshot, topic

KNM = "KNM kost € 50."


def exams(repository: Repository) -> Path:
    return repository.faq / "exams.yml"


def test_the_first_start_takes_everything(seeded: Store, repository: Repository) -> None:
    topics = seeded.answers.topics()
    assert len(topics) == 100
    assert list(dict.fromkeys(topic.thema for topic in topics)) == list(sources.THEMAS)
    assert {len(seeded.answers.titles(taal)) for taal in ("nl", "en", "ar")} == {100}
    cost = seeded.answers.topic("exam_cost")
    assert cost is not None
    assert cost.emoji == "💶"
    assert "wet=2013" in cost.variants
    text = seeded.answers.text("exam_cost", "nl", "")
    assert text is not None
    assert (text.status, text.author) == ("source", "repository")
    assert text.text.startswith(KNM)


def test_a_start_with_nothing_changed_does_nothing(seeded: Store, repository: Repository) -> None:
    version, before = latest_version(seeded.database), snapshot(seeded)
    assert seed(seeded, NOW, repository) == 0
    assert (latest_version(seeded.database), snapshot(seeded)) == (version, before)


def test_two_programs_that_start_at_once_do_not_disturb_each_other(tmp_path: Path, repository: Repository) -> None:
    first, second = Store(tmp_path / "one.db"), Store(tmp_path / "one.db")
    assert [seed(first, NOW, repository), seed(second, NOW, repository)] == [0, 0]
    assert snapshot(first) == snapshot(second)
    assert len(first.answers.versions("exam_cost", "nl", "")) == 1
    first.close()
    second.close()


def test_a_text_that_a_beheerder_edited_stays_and_is_counted(seeded: Store, repository: Repository) -> None:
    seeded.answers.publish(PublishAnswer("exam_cost", "nl", "", "Vraag het DUO.", "beheerder 301"), NOW)
    replace(exams(repository), KNM, "KNM kost € 55.")
    replace(exams(repository), "Hoe meld ik me aan", "Waar meld ik me aan")
    assert seed(seeded, NOW, repository) == 1
    assert seeded.kept.get(DIFFERENT) == "1"
    assert files.text_of(seeded, "exam_cost", "nl") == "Vraag het DUO."
    assert files.text_of(seeded, "exam_registration", "nl", "title").startswith("Waar meld ik me aan")


def test_an_edit_is_counted_at_the_next_start_though_no_file_changed(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "", "Vraag het DUO.", NOW)
    assert seed(seeded, NOW, repository) == 1
    assert seed(seeded, NOW, repository) == 1


def test_a_changed_dutch_text_makes_its_translations_outdated(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "ar", "", "اسأل DUO. 50", NOW)
    replace(exams(repository), KNM, "KNM kost € 55.")
    seed(seeded, NOW, repository)
    now = snapshot(seeded)
    assert now["exam_cost", "nl", ""][0].startswith("KNM kost € 55.")
    assert now["exam_cost", "en", ""][1] == "outdated"
    assert now["exam_cost", "ar", ""] == ("اسأل DUO. 50", "outdated")
    assert now["exam_cost", "en", "title"][1] == "draft"


def test_a_translation_that_follows_the_dutch_is_taken(seeded: Store, repository: Repository) -> None:
    replace(exams(repository), KNM, "KNM kost € 55.")
    seed(seeded, NOW, repository)
    replace(faq_po("en", repository.vertalingen), f'"{KNM}', '"KNM kost € 55.')
    seed(seeded, NOW, repository)
    assert snapshot(seeded)["exam_cost", "en", ""][1] == "draft"


def test_a_review_in_the_repository_is_taken(seeded: Store, repository: Repository) -> None:
    path = faq_po("en", repository.vertalingen)
    replace(path, '# status: draft\n#, fuzzy\nmsgctxt "exam_cost"\n', '# status: reviewed by R.\nmsgctxt "exam_cost"\n')
    seed(seeded, NOW, repository)
    assert snapshot(seeded)["exam_cost", "en", ""][1] == "reviewed"


def test_what_leaves_the_repository_is_withdrawn(store: Store, tmp_path: Path) -> None:
    tiny = small(tmp_path, topic("one", variants=TWO_VARIANTS), topic("two"), topic("three"))
    seed(store, NOW, tiny)
    files.set_text(store, "three", "en", "", "Ask DUO.", NOW)
    small(tmp_path, topic("one"))
    assert seed(store, NOW, tiny) == 0
    assert [found.id for found in store.answers.topics()] == ["one", "three"], "what somebody edited here stays"
    assert sorted(snapshot(store)) == [("one", "nl", ""), ("one", "nl", "title"), ("three", "en", "")]


def test_a_broken_file_changes_nothing_and_says_where(seeded: Store, repository: Repository) -> None:
    before = snapshot(seeded)
    replace(exams(repository), KNM, "<b>KNM kost € 55.")
    replace(repository.faq / "basics.yml", "Wat is inburgeren?", "Wat heet inburgeren?")
    with pytest.raises(BrokenFile, match=r"exams\.yml:\d+: exam_cost: "):
        seed(seeded, NOW, repository)
    assert snapshot(seeded) == before


def test_titles_in_every_language_and_examples_are_found(seeded: Store, repository: Repository) -> None:
    assert seeded.search.find("كم يكلّف الامتحان؟")[0][0] == "exam_cost"
    assert seeded.search.find("How much does the exam cost?")[0][0] == "exam_cost"
    assert seeded.search.find("goedemorgen")[0][0] == "groet"
    example = "groet:\n  - zwabberdewabber\nonzin:\n  - foetsie\n"
    (repository.examples / "nl" / "gesprek.yml").write_text(example, "utf-8")
    seed(seeded, NOW, repository)
    assert seeded.search.find("zwabberdewabber")[0][0] == "groet"
    assert seeded.search.find("foetsie") == [], "no topic, no intent of a conversation"


def test_a_new_title_is_found_after_the_next_start(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "title", "Wat betaal je voor dat zwabberdewabber?", NOW)
    seed(seeded, NOW, repository)
    assert seeded.search.find("zwabberdewabber")[0][0] == "exam_cost"
