"""What `sleutelbot check` tells."""

import re
from datetime import timedelta
from pathlib import Path

from bot.commandline import checking
from bot.content import files, terms
from bot.content.report import report
from bot.content.seeds import Repository, seed
from bot.content.sources import THEMAS
from bot.content.translations import faq_po
from bot.domain.content_effects import PublishAnswer
from bot.i18n import po, sentences
from bot.settings import read
from bot.storage import Store
from tests.content.conftest import NOW, replace

WORDS = str(len(terms.load()))
TODAY = NOW.date()


def test_the_table_counts_answers_statuses_examples_and_sentences(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "title", "Wat kost een examen?", NOW)
    seed(seeded, NOW, repository)
    text, wrong = report(seeded, TODAY, repository)
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
    _, wrong = report(seeded, TODAY, repository)
    assert [each.partition(" are missing")[0] for each in wrong[:-1]] == [
        "en: exam_cost: these tags of the Dutch text",
        "en: exam_cost: these official names of the Dutch text",
        "en: exam_cost: these amounts of the Dutch text",
        "en: exam_cost: these numbers of the Dutch text",
    ]
    assert "missing: € 50, € 250" in wrong[2]
    assert wrong[-1].endswith("ghost/title is no topic (any more)")


def test_what_a_vertaler_confirmed_is_told_where_people_can_judge_it(seeded: Store, repository: Repository) -> None:
    known = seeded.answers.text("gp", "en", "")
    assert known is not None
    text = known.text.replace("huisarts", "doctor").replace("Huisarts", "Doctor")
    for status in ("draft", "reviewed"):
        seeded.answers.publish(PublishAnswer("gp", "en", "", f"{text} {status}", "vertaler"), NOW, status)
        told, wrong = report(seeded, TODAY, repository)
        assert any(each.startswith("en: gp: these official names") for each in wrong) is (status == "draft")
        assert "en: gp: these official names" in told
    numbers = re.sub("[0-9]", "", text)
    seeded.answers.publish(PublishAnswer("gp", "en", "", numbers, "vertaler"), NOW, "reviewed")
    assert any(each.startswith("en: gp:") for each in report(seeded, TODAY, repository)[1]), "numbers always fail"


def test_a_lost_placeholder_and_a_broken_catalogue_are_listed(seeded: Store, repository: Repository) -> None:
    template = po.new_catalogue(None, "Head.")
    template.add("{naam} helpt")
    po.save(repository.vertalingen / sentences.TEMPLATE, template)
    path = sentences.bot_po("tr", repository.vertalingen)
    path.write_text('msgid "{naam} helpt"\nmsgstr "Yardım"\n', "utf-8")
    sentences.bot_po("so", repository.vertalingen).write_text("msgid x\n", "utf-8")
    broken = faq_po("ar", repository.vertalingen)
    replace(broken, 'msgstr "كم يكلّف', "msgstr كم يكلّف")
    _, wrong = report(seeded, TODAY, repository)
    told = "\n".join(sorted(wrong))
    assert f"{path}:1: the translation of „{{naam}} helpt” misses {{naam}}" in told
    assert "so/LC_MESSAGES/bot.po:1: this is no line of a PO file" in told
    assert f"{broken}:" in told
    assert len(wrong) == 3


def test_a_check_of_an_empty_database_lists_nothing(store: Store, tmp_path: Path) -> None:
    text, _ = report(store, TODAY)
    assert "nl        0/0" in text


def test_a_text_that_reads_badly_is_listed(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "", "Vraag DUO. " * 90, NOW)
    files.set_text(seeded, "work", "ar", "title", "هل يجوز أن أعمل\u200e؟", NOW)
    _, wrong = report(seeded, TODAY, repository)
    assert wrong == [
        "nl: exam_cost: 989 characters; a Dutch answer has at most 900",
        "ar: work/title: marks of direction are set when a text is sent, take them out: LEFT-TO-RIGHT MARK",
    ]


def test_what_is_past_its_shelf_life_is_listed_and_wrong_only_when_strict(
    seeded: Store, repository: Repository
) -> None:
    text, wrong = report(seeded, TODAY, repository, strict=True)
    assert "Nothing is past its shelf life." in text
    assert wrong == []
    later = TODAY + timedelta(days=120)
    text, wrong = report(seeded, later, repository)
    assert "Past their shelf life:\n- " in text
    assert wrong == []
    assert text.endswith("Nothing is wrong.")
    text, wrong = report(seeded, later, repository, strict=True)
    assert len(wrong) == text.count("days too long ago") > 0
    volatile = {topic.id for topic in seeded.answers.topics() if topic.volatile}
    assert {each.partition(":")[0] for each in wrong} == volatile


def test_the_reading_ease_is_shown_by_thema_with_the_hardest_answers(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "work", "nl", "", "Uitkeringsgerechtigden verstrekken toestemmingsverklaringen.", NOW)
    text, _ = report(seeded, TODAY, repository)
    part = next(part for part in text.split("\n\n") if part.startswith("Reading ease"))
    assert [line.split()[0] for line in part.splitlines()[2:-2]] == list(THEMAS)
    assert part.splitlines()[-1].startswith("Hardest: work -")


def test_the_repository_is_complete_and_right_for_every_reader(tmp_path: Path) -> None:
    """What CI holds: nothing untranslated, nothing lost, nothing too long, nothing that turns a line round."""
    settings = read({"SLEUTELBOT_DATA": str(tmp_path)})
    text, wrong = checking.check(settings, now=NOW)
    assert wrong == []
    assert "Nothing is missing." in text
