"""`sleutelbot faq list|show|set`: read the content and change one text, also beside a running bot."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.content import files
from bot.content.errors import ContentError, Unknown
from bot.storage import Store
from tests.content.conftest import NOW, snapshot


def test_the_list_names_every_topic_with_its_languages(seeded: Store) -> None:
    lines = files.listing(seeded).splitlines()
    assert len(lines) == 100
    assert "exam_cost\texams\t💶\tWat kost het examen?\tnl:source en:draft ar:draft" in lines
    exams = files.listing(seeded, "exams").splitlines()
    assert len(exams) == 12
    with pytest.raises(Unknown, match=r"There is no thema examens; choose from: basics, duty"):
        files.listing(seeded, "examens")


def test_a_topic_is_shown_with_all_its_texts(seeded: Store) -> None:
    shown = files.show(seeded, "exam_cost")
    assert shown.startswith("💶 exam_cost · exams · 2026-11-23 · volatile")
    assert "[exam_cost/title · nl · source · repository · 2026-11-25 12:00 UTC]\nWat kost het examen?" in shown
    assert "[exam_cost/wet=2013 · nl" in shown
    assert files.show(seeded, "exam_cost", "tr").endswith("There is no text in tr yet.")
    assert files.text_of(seeded, "exam_cost", "en", "title") == "What does the exam cost?"


@pytest.mark.parametrize(
    ("topic", "taal", "said"), [("ghost", "nl", "no topic ghost"), ("exam_cost", "de", "no language de")]
)
def test_what_does_not_exist_is_told(seeded: Store, topic: str, taal: str, said: str) -> None:
    for look in (files.show, files.text_of):
        with pytest.raises(Unknown, match=said):
            look(seeded, topic, taal)
    with pytest.raises(Unknown, match=said):
        files.set_text(seeded, topic, taal, "", "Tekst.", NOW)


def test_options_name_one_variant() -> None:
    assert files.variant_of() == ""
    assert files.variant_of(title=True) == "title"
    assert files.variant_of(doelgroep="statushouder") == "doelgroep=statushouder"
    assert files.variant_of(gemeente="aalten") == "gemeente=aalten"
    with pytest.raises(Unknown, match="not for both: wet=2013, gemeente=aalten"):
        files.variant_of(wet="2013", gemeente="aalten")
    with pytest.raises(Unknown, match="There is no gemeente=parijs"):
        files.variant_of(gemeente="parijs")


def test_a_new_version_is_live_with_author_and_time(seeded: Store) -> None:
    words = "Ask DUO: " + files.text_of(seeded, "exam_cost", "en")
    assert files.set_text(seeded, "exam_cost", "en", "", f" {words}\n", NOW) == []
    text = seeded.answers.text("exam_cost", "en", "")
    assert text is not None
    assert (text.text, text.status, text.author, text.created_at) == (words, "edited", "commandline", NOW)
    assert len(seeded.answers.versions("exam_cost", "en", "")) == 2


def test_a_new_dutch_text_makes_translations_outdated_unless_the_edit_is_minor(seeded: Store) -> None:
    assert files.set_text(seeded, "exam_cost", "nl", "", "Vraag DUO.", NOW, minor=True) == []
    assert snapshot(seeded)["exam_cost", "en", ""][1] == "draft"
    told = files.set_text(seeded, "exam_cost", "nl", "", "Vraag het DUO.", NOW)
    assert told == ["Translations that are outdated now: 2."]
    assert snapshot(seeded)["exam_cost", "ar", ""][1] == "outdated"
    assert snapshot(seeded)["exam_cost", "ar", "title"][1] == "draft"


def test_a_gemeente_gets_a_text_of_its_own(seeded: Store) -> None:
    files.set_text(seeded, "exam_cost", "nl", "gemeente=doetinchem", "In Doetinchem betaalt de gemeente.", NOW)
    topic = seeded.answers.topic("exam_cost")
    assert topic is not None
    assert "gemeente=doetinchem" in topic.variants


def test_a_number_that_is_lost_is_remarked(seeded: Store) -> None:
    remarks = files.set_text(seeded, "exam_cost", "en", "", "It costs 50 euros.", NOW)
    assert any(remark.startswith("exam_cost: these amounts of the Dutch text are missing: ") for remark in remarks)


@pytest.mark.parametrize(
    ("variant", "text", "said"),
    [
        ("", "<b>Open", r"exam_cost in nl cannot be published: <b> is niet afgesloten\."),
        ("title", " ", r"exam_cost/title in nl cannot be published: de tekst is leeg\."),
        ("wet=1998", "Tekst.", r"There is no variant wet=1998"),
    ],
)
def test_a_text_that_cannot_be_shown_is_refused(seeded: Store, variant: str, text: str, said: str) -> None:
    before = snapshot(seeded)
    with pytest.raises(ContentError, match=said):
        files.set_text(seeded, "exam_cost", "nl", variant, text, NOW)
    assert snapshot(seeded) == before


def test_texts_are_set_beside_a_running_bot(seeded: Store, tmp_path: Path) -> None:
    """Two programs write versions of one text at the same time: none is lost, none fails."""

    def write(name: str) -> None:
        other = Store(tmp_path / "seeded.db")
        for number in range(20):
            files.set_text(other, "exam_cost", "nl", "", f"Tekst {number} van {name}.", NOW)
        other.close()

    with ThreadPoolExecutor() as pool:
        list(pool.map(write, ("een", "twee", "drie")))
    versions = seeded.answers.versions("exam_cost", "nl", "")
    assert len(versions) == 61
    assert seeded.answers.text("exam_cost", "nl", "") == versions[0]
