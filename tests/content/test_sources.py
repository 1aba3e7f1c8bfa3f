"""A Dutch source file: what is read, and how every mistake is told."""

from pathlib import Path

import pytest

from bot.content import sources, writing
from bot.content.errors import BrokenFile
from tests.content.conftest import TWO_VARIANTS, small, topic


def test_a_topic_is_read_whole(tmp_path: Path) -> None:
    there = small(tmp_path, topic("one", "two", TWO_VARIANTS), topic("two"))
    one, two = there.sources()
    assert (one.topic.id, one.topic.thema, one.topic.peildatum) == ("one", "basics", "2026-11-23")
    assert (one.topic.human, one.topic.volatile, one.topic.related) == (True, False, ("two",))
    assert one.topic.variants == ("gemeente=doetinchem", "wet=2013")
    assert one.texts["wet=2013"] == "Vraag het DUO."
    assert two.texts == {"title": "Wat is two?", "": "<b>two</b> kost € 50."}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("human: true", "humane: true", r"basics.yml:11: one: unknown key humane; known are answer"),
        ("    human: true\n", "", r"basics.yml:3: one: human is missing"),
        ("human: true", "human: ja", r"basics.yml:11: one: human must be true or false"),
        ("2026-11-23", "gisteren", r"basics.yml:9: one: peildatum must be a date"),
        ("[Wet inburgering 2021]", "[]", r"basics.yml:8: one: sources must be a list and not empty"),
        ("[Wet inburgering 2021]", "[2021]", r"basics.yml:8: one: sources must be a list of texts"),
        ("id: one", "id: One", r"basics.yml:3: One: an id is"),
        ("related: []", "related: [ghost]", r"basics.yml:3: one: related names ghost"),
        ("related: []", "related: [one]", r"basics.yml:3: one: related names one"),
        ("</b>", "", r"basics.yml:6: one: <b> is niet afgesloten"),
        ("<b>", "<h1>", r"basics.yml:6: one: <h1> kan niet in Telegram"),
        ("€ 50", "< 50", r"basics.yml:6: one: een < die geen tag begint"),
        ("kost", "kost " * 700, r"basics.yml:6: one: \d+ tekens; hoogstens 3000"),
        ("Wat is one?", "Wat is <b>one</b>?", r"basics.yml:5: one: een titel is"),
        ("thema: basics", "thema: onzin", r"basics.yml:1: thema must be one of basics, duty"),
        ("thema: basics", "thema: duty", r"basics.yml:1: thema must be the name of the file"),
        ("emoji:", "title: Dubbel\n    emoji:", r"basics.yml:6: this is not valid YAML: title stands twice"),
        ("  - id: one", "  - id: [one", r"basics.yml:\d+: this is not valid YAML"),
        *[
            ("    sources:", f"    variants: {variants}\n    sources:", said)
            for variants, said in [
                ('[{wet: "1998", answer: Oud.}]', r"basics.yml:8: one: the variant wet=1998 is not known"),
                ("[{gemeente: parijs, answer: Ver.}]", r"the variant gemeente=parijs is not known"),
                ("[{answer: Niets.}]", r"basics.yml:8: one: a variant has answer and one of"),
                ("[{wet: 2013, answer: A.}, {wet: 2013, answer: B.}]", r"the variant wet=2013 stands twice"),
                ("geen", r"basics.yml:8: one: variants must be a list"),
            ]
        ],
    ],
)
def test_a_mistake_is_told_with_its_place_and_topic(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = topic("one")
    there = small(tmp_path, text)
    path = there.faq / "basics.yml"
    whole = path.read_text("utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new), "utf-8")
    with pytest.raises(BrokenFile, match=said):
        there.sources()


def test_an_id_stands_once_in_all_files(tmp_path: Path) -> None:
    small(tmp_path, topic("one"))
    there = small(tmp_path, topic("two"), topic("one"), thema="duty")
    with pytest.raises(BrokenFile, match=r"duty.yml:14: one stands also at .*basics.yml:3"):
        there.sources()


def test_a_file_of_no_thema_is_refused(tmp_path: Path) -> None:
    there = small(tmp_path, topic("one"), thema="basics")
    (there.faq / "extra.yml").write_text("thema: extra\ntopics: []\n", "utf-8")
    with pytest.raises(BrokenFile, match=r"extra.yml:1: the thema extra is none of"):
        there.sources()


def test_a_folder_without_answers_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenFile, match="there are no answers here"):
        sources.load(tmp_path)


@pytest.mark.parametrize("thema", sources.THEMAS)
def test_a_file_of_the_repository_is_written_as_people_write_it(thema: str) -> None:
    path = sources.FAQ / f"{thema}.yml"
    assert writing.written(thema, sources.read(path)) == path.read_text("utf-8")


@pytest.mark.parametrize("text", ['"Ja": nee', "- punt", "één: 2\n\n  ingesprongen\nregel ", "# gewoon", "👩‍🏫 \\n"])
def test_any_text_survives_writing(tmp_path: Path, text: str) -> None:
    there = small(tmp_path, topic("one"))
    (found,) = there.sources()
    found.texts[""] = text.strip()
    writing.save(there.faq / "basics.yml", writing.written("basics", [found]))
    assert there.sources()[0].texts[""] == text.strip()
