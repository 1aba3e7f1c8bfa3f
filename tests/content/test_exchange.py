"""Export and import: what goes out comes in unchanged, and a file with a mistake changes nothing."""

from pathlib import Path

import pytest

from bot.content import files
from bot.content.errors import BrokenFile, ContentError, Unknown
from bot.content.exporting import export
from bot.content.importing import Imported, import_file
from bot.content.seeds import Repository, seed
from bot.content.translations import faq_po
from bot.storage import Store
from tests.content.conftest import NOW, replace, small, snapshot, topic

PO = 'msgctxt "exam_cost"\nmsgid "x"\nmsgstr "iyi"\n\n'
FLAT = "exam_cost/title: Sınav ne kadar?\nexam_cost: |\n  KNM 50 avro.\n\n  <b>Soru?</b>\n"


@pytest.fixture
def edited(seeded: Store) -> Store:
    """Return a database in which people worked: every status, a gemeente's own text, one only in Arabic."""
    files.set_text(seeded, "exam_cost", "nl", "", "Eén.\n\n<b>Twee:</b> 'drie' - # vier\n", NOW)
    files.set_text(seeded, "exam_cost", "nl", "gemeente=doetinchem", "In Doetinchem anders.", NOW)
    files.set_text(seeded, "exam_cost", "ar", "gemeente=aalten", "في Aalten", NOW)
    files.set_text(seeded, "exam_cost", "en", "title", "The price?", NOW)
    files.set_text(seeded, "exam_cost", "ti", "", "ዋጋ", NOW)
    return seeded


def test_the_export_of_an_unedited_database_is_the_repository(seeded: Store, repository: Repository) -> None:
    before = {path: path.read_bytes() for path in repository.faq.parent.rglob("faq*/*.yml")}
    before |= {path: path.read_bytes() for path in repository.vertalingen.rglob("faq.po")}
    assert len(before) >= 13
    assert export(seeded, repository.faq.parent) == []
    assert {path: path.read_bytes() for path in before} == before


def test_a_round_trip_changes_no_text_and_no_status(edited: Store, tmp_path: Path) -> None:
    before, versions = snapshot(edited), edited.database.value("SELECT count(*) FROM answer")
    written = export(edited, tmp_path / "map")
    assert tmp_path / "map" / "vertalingen" / "ti" / "LC_MESSAGES" / "faq.po" in written
    done = [import_file(edited, path, NOW) for path in written]
    assert sum(one.changed for one in done) == 0
    assert sum(one.unchanged for one in done) == len(before)
    assert snapshot(edited) == before
    assert edited.database.value("SELECT count(*) FROM answer") == versions


def test_another_database_gets_the_same_texts_from_the_files(edited: Store, store: Store, tmp_path: Path) -> None:
    export(edited, tmp_path / "map")
    seed(store, NOW, Repository.at(tmp_path / "map"))
    there, here = snapshot(store), snapshot(edited)
    assert {key: text for key, (text, _) in there.items()} == {key: text for key, (text, _) in here.items()}
    translated = [key for key in here if key[1] != "nl"]
    assert [there[key] for key in translated] == [here[key] for key in translated]
    assert there["exam_cost", "en", ""][1] == "outdated"


def test_an_export_touches_only_what_was_edited_and_keeps_comments(seeded: Store, repository: Repository) -> None:
    english = faq_po("en", repository.vertalingen)
    comment = '# Ask Rami.\n# status: draft by a machine, 2026\n#, fuzzy\nmsgctxt "exam_cost/title"'
    replace(english, '# status: draft\n#, fuzzy\nmsgctxt "exam_cost/title"', comment)
    files.set_text(seeded, "exam_parts", "en", "title", "Which exams?", NOW)
    assert export(seeded, repository.faq.parent) == [english]
    text = english.read_text("utf-8")
    assert comment in text
    assert '# status: edited\nmsgctxt "exam_parts/title"' in text
    files.set_text(seeded, "exam_cost", "en", "title", "The price?", NOW)
    export(seeded, repository.faq.parent)
    assert '# Ask Rami.\n# status: edited\nmsgctxt "exam_cost/title"' in english.read_text("utf-8")


def test_no_name_of_a_person_goes_into_the_files(seeded: Store, tmp_path: Path) -> None:
    files.set_text(seeded, "exam_cost", "en", "title", "The price?", NOW, author="beheerder 301")
    assert all("301" not in path.read_text("utf-8") for path in export(seeded, tmp_path) if path.suffix == ".po")


def test_an_empty_database_is_not_exported(store: Store, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="no answers in the database yet"):
        export(store, tmp_path)


def test_a_folder_that_cannot_be_written_is_told(seeded: Store, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", "utf-8")
    with pytest.raises(ContentError, match="cannot be written"):
        export(seeded, tmp_path / "taken")


def test_a_flat_file_of_a_vertaler_becomes_drafts(seeded: Store, tmp_path: Path) -> None:
    (tmp_path / "tr").mkdir()
    path = tmp_path / "tr" / "exams.yml"
    path.write_text(FLAT, "utf-8")
    assert import_file(seeded, path, NOW) == Imported(2, 0)
    assert snapshot(seeded)["exam_cost", "tr", ""] == ("KNM 50 avro.\n\n<b>Soru?</b>", "draft")
    assert import_file(seeded, path, NOW, taal="tr") == Imported(0, 2)
    moved = path.rename(tmp_path / "exams.yml")
    with pytest.raises(Unknown, match=r"Which language is .*exams\.yml\? Say so with --taal\."):
        import_file(seeded, moved, NOW)
    assert import_file(seeded, moved, NOW, taal="so") == Imported(2, 0)


def test_the_same_words_stay_reviewed(seeded: Store, repository: Repository, tmp_path: Path) -> None:
    path = faq_po("en", repository.vertalingen)
    replace(path, '# status: draft\n#, fuzzy\nmsgctxt "exam_cost"\n', '# status: reviewed by R.\nmsgctxt "exam_cost"\n')
    assert import_file(seeded, path, NOW) == Imported(1, 243)
    words, status = snapshot(seeded)["exam_cost", "en", ""]
    assert status == "reviewed"
    flat = tmp_path / "exams.yml"
    flat.write_text("exam_cost: |\n" + "".join(f"  {line}\n" for line in words.split("\n")), "utf-8")
    assert import_file(seeded, flat, NOW, taal="en") == Imported(0, 1)


def test_a_translation_of_older_dutch_comes_in_as_outdated(seeded: Store, repository: Repository) -> None:
    files.set_text(seeded, "exam_cost", "nl", "", "Vraag het DUO.", NOW)
    path = faq_po("en", repository.vertalingen)
    replace(path, '# status: draft\n#, fuzzy\nmsgctxt "exam_cost"\n', '# status: reviewed\nmsgctxt "exam_cost"\n')
    import_file(seeded, path, NOW)
    assert snapshot(seeded)["exam_cost", "en", ""][1] == "outdated"


def test_a_thema_file_brings_texts_and_what_is_known_of_a_topic(seeded: Store, repository: Repository) -> None:
    path = repository.faq / "exams.yml"
    replace(path, "KNM kost € 50.", "KNM kost € 55.")
    replace(path, "peildatum: 2026-11-23", "peildatum: 2026-11-25")
    place = [found.id for found in seeded.answers.topics()].index("exam_cost")
    assert import_file(seeded, path, NOW).changed == 1
    cost = seeded.answers.topics()[place]
    assert (cost.id, cost.peildatum) == ("exam_cost", "2026-11-25")
    text = seeded.answers.text("exam_cost", "nl", "")
    assert text is not None
    assert (text.text[:14], text.status, text.author) == ("KNM kost € 55.", "edited", "commandline")
    assert snapshot(seeded)["exam_cost", "en", ""][1] == "outdated"
    replace(path, "peildatum: 2026-11-25", "peildatum: 2026-11-23")
    seed(seeded, NOW, repository)
    kept = seeded.answers.topic("exam_cost")
    assert kept is not None
    assert kept.peildatum == "2026-11-25", "what was imported here stays at the next start"


def test_a_new_topic_comes_in_by_import_and_stays(seeded: Store, repository: Repository, tmp_path: Path) -> None:
    path = small(tmp_path, topic("fresh", "exam_cost")).faq / "basics.yml"
    assert import_file(seeded, path, NOW) == Imported(2, 0)
    seed(seeded, NOW, repository)
    assert [found.id for found in seeded.answers.topics() if found.thema == "basics"][-1] == "fresh"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("tr/a.yml", FLAT + "ghost/title: Hayalet\n", r"a\.yml:6: ghost/title names no topic and variant"),
        ("tr/a.yml", FLAT + "exam_cost/wet=1998: Eski\n", r"a\.yml:6: exam_cost/wet=1998 names no topic and variant"),
        ("tr/a.yml", FLAT + "knm_exam: <b>Açık\n", r"a\.yml:6: knm_exam: <b> is niet afgesloten"),
        ("tr/a.yml", FLAT + "knm_exam: 2021\n", r"a\.yml:6: knm_exam: this must be a text"),
        ("tr/a.yml", FLAT + "exam_cost: iki\n", r"a\.yml:6: this is not valid YAML: exam_cost stands twice"),
        ("tr/a.yml", FLAT + "knm_exam: [\n", r"a\.yml:\d+: this is not valid YAML"),
        ("tr/a.yml", "- een\n", r"a\.yml:1: expected keys with values"),
        ("tr/a.po", PO + 'msgctxt "knm_exam"\nmsgid "y"\nmsgstr "<i>"\n', r"a\.po:6: knm_exam: <i> is niet afgesloten"),
        ("tr/a.po", PO + "msgstr kırık\n", r"a\.po:5: this is no line of a PO file"),
        ("exams.yml", "thema: exams\ntopics:\n  - id: exam_cost\n", r"exams\.yml:3: exam_cost: answer is missing"),
    ],
)
def test_a_file_with_a_mistake_is_refused_whole(seeded: Store, tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    before = snapshot(seeded)
    with pytest.raises(BrokenFile, match=said):
        import_file(seeded, path, NOW)
    assert snapshot(seeded) == before


def test_a_missing_file_and_a_strange_language_are_told(seeded: Store, repository: Repository) -> None:
    with pytest.raises(Unknown, match="There is no file"):
        import_file(seeded, repository.faq / "ghost.yml", NOW)
    with pytest.raises(Unknown, match="nl is no language to translate into"):
        import_file(seeded, faq_po("en", repository.vertalingen), NOW, taal="nl")
