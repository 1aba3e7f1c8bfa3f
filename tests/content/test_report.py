"""What `sleutelbot check` tells."""

from pathlib import Path

from bot.content import files, terms
from bot.content.report import report
from bot.content.seeds import Repository, seed
from bot.content.translations import faq_po
from bot.i18n import po, sentences
from bot.storage import Store
from tests.content.conftest import NOW, replace

WORDS = str(len(terms.load()))


def test_the_table_counts_answers_statuses_examples_and_sentences(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "title", "Wat kost een examen?", NOW)
    seed(seeded, NOW, repository)
    text, wrong = report(seeded, repository)
    rows = {line.split()[0]: line.split()[1:] for line in text.split("\n\n")[0].splitlines()}
    assert rows["nl"] == ["100/100", "100", WORDS, "0", "0", "0", "1", "100/100", "source"]
    assert rows["en"][:3] == ["100/100", "100", WORDS]
    assert rows["en"][4:7] == ["1", "0", "0"]
    assert rows["en"][7] == "0/100", "the copy holds Dutch examples only"
    assert rows["tr"][:2] == ["0/100", "0"]
    assert "tr lacks answers: all of them" in text
    assert "Texts edited here that differ from the repository: 1." in text
    assert wrong == []
    assert text.endswith("Nothing is wrong.")


def test_what_must_be_set_right_is_listed(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "en", "", "It is free.", NOW)
    english = faq_po("en", repository.vertalingen)
    replace(english, 'msgctxt "knm_exam/title"', 'msgctxt "ghost/title"')
    _, wrong = report(seeded, repository)
    assert wrong[0].startswith("en: exam_cost: these numbers of the Dutch text are missing: 50, 2, ")
    assert wrong[1].endswith("ghost/title is no topic (any more)")
    assert len(wrong) == 2


def test_a_lost_placeholder_and_a_broken_catalogue_are_listed(seeded: Store, repository: Repository) -> None:
    template = po.new_catalogue(None, "Head.")
    template.add("{naam} helpt")
    po.save(repository.vertalingen / sentences.TEMPLATE, template)
    path = sentences.bot_po("tr", repository.vertalingen)
    path.write_text('msgid "{naam} helpt"\nmsgstr "Yardım"\n', "utf-8")
    sentences.bot_po("so", repository.vertalingen).write_text("msgid x\n", "utf-8")
    broken = faq_po("ar", repository.vertalingen)
    replace(broken, 'msgstr "كم يكلّف', "msgstr كم يكلّف")
    _, wrong = report(seeded, repository)
    told = "\n".join(sorted(wrong))
    assert f"{path}:1: the translation of „{{naam}} helpt” misses {{naam}}" in told
    assert "so/LC_MESSAGES/bot.po:1: this is no line of a PO file" in told
    assert f"{broken}:" in told
    assert len(wrong) == 3


def test_a_check_of_an_empty_database_lists_nothing(store: Store, tmp_path: Path) -> None:
    text, _ = report(store)
    assert "nl        0/0" in text
