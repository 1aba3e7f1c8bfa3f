"""One language out and in, for a vertaler who works elsewhere: what is refused, what is remarked, what counts."""

import re
from pathlib import Path

import pytest

from bot.content import files
from bot.content.errors import BrokenFile, ContentError, Unknown
from bot.content.exporting import export_language
from bot.content.importing import Imported, import_file
from bot.storage import Store
from tests.commandline.shell import sleutelbot
from tests.content.conftest import NOW, replace, snapshot

HEAD = "onderwerp;variant;nederlands;vertaling;status;opmerking\n"
ROW = 'exam_cost;;"Een\n\ntwee";Bir;draft;\n'
PO = 'msgid ""\nmsgstr "Language: tr\\n"\n\nmsgctxt "exam_cost/title"\nmsgid "Wat?"\nmsgstr "Ne?"\n\n'
ENTRY = 'msgctxt "exam_cost"\nmsgid "Dutch"\nmsgstr "iyi"\n'


def entry(store: Store, status: str, fuzzy: bool, text: str = "", source: str = "") -> str:
    """Return an entry with the words of the database, unless others are given."""
    dutch, here = (store.answers.text("exam_cost", taal, "title") for taal in ("nl", "en"))
    assert dutch is not None
    assert here is not None
    comments = (f"# status: {status}\n" if status else "") + ("#, fuzzy\n" if fuzzy else "")
    return f'{comments}msgctxt "exam_cost/title"\nmsgid "{source or dutch.text}"\nmsgstr "{text or here.text}"\n'


@pytest.mark.parametrize("name", ["en.po", "en.csv"])
def test_a_language_goes_out_with_what_is_still_to_be_translated(seeded: Store, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    texts, empty = export_language(seeded, "en", path)
    assert (texts > 200, empty) == (True, 0)
    files.set_text(seeded, "exam_cost", "nl", "gemeente=aalten", "In Aalten anders.", NOW)
    assert export_language(seeded, "en", path) == (texts + 1, 1)
    before = snapshot(seeded)
    with pytest.raises(BrokenFile, match="exam_cost/gemeente=aalten is not translated; translate it, or take"):
        import_file(seeded, path, NOW)
    assert snapshot(seeded) == before
    if name == "en.po":
        replace(path, 'anders."\nmsgstr ""', 'anders."\nmsgstr "Not in Aalten."')
    else:
        replace(path, "In Aalten anders.;;;", "In Aalten anders.;Not in Aalten.;;")
    assert import_file(seeded, path, NOW) == Imported(1, texts)
    assert snapshot(seeded)["exam_cost", "en", "gemeente=aalten"] == ("Not in Aalten.", "reviewed")


@pytest.mark.parametrize(
    ("taal", "name", "said"),
    [
        ("nl", "nl.po", "nl is no language to translate into"),
        ("en", "en.xlsx", r"Let its name end in \.po or \.csv"),
        ("en", "nowhere/en.csv", "cannot be written"),
    ],
)
def test_what_cannot_go_out_is_told(seeded: Store, tmp_path: Path, taal: str, name: str, said: str) -> None:
    with pytest.raises(ContentError, match=said):
        export_language(seeded, taal, tmp_path / name)


@pytest.mark.parametrize(
    ("status", "here", "fuzzy", "becomes"),
    [
        ("draft", "draft", True, "draft"),
        ("draft", "draft", False, "reviewed"),
        ("outdated", "outdated", False, "reviewed"),
        ("", "draft", False, "reviewed"),
        ("reviewed", "draft", False, "reviewed"),
        ("draft", "reviewed", True, "reviewed"),
        ("outdated", "reviewed", True, "reviewed"),
        ("reviewed", "edited", False, "edited"),
        ("reviewed", "reviewed", True, "draft"),
        ("edited", "edited", True, "draft"),
    ],
)
def test_what_a_person_did_with_the_flag_counts_and_what_is_known_here_stays(
    seeded: Store, tmp_path: Path, status: str, here: str, fuzzy: bool, becomes: str
) -> None:
    path = tmp_path / "en.po"
    path.write_text(entry(seeded, here, here in ("draft", "outdated"), "How much?"), "utf-8")
    import_file(seeded, path, NOW)
    assert snapshot(seeded)["exam_cost", "en", "title"] == ("How much?", here)
    path.write_text(entry(seeded, status, fuzzy), "utf-8")
    import_file(seeded, path, NOW)
    assert snapshot(seeded)["exam_cost", "en", "title"] == ("How much?", becomes)


def test_other_words_bring_their_own_status(seeded: Store, tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_text(entry(seeded, "reviewed", False, "How much?"), "utf-8")
    import_file(seeded, path, NOW)
    path.write_text(entry(seeded, "draft", True, "The price?"), "utf-8")
    import_file(seeded, path, NOW)
    assert snapshot(seeded)["exam_cost", "en", "title"] == ("The price?", "draft")


def test_a_translation_of_older_dutch_is_remarked(seeded: Store, tmp_path: Path) -> None:
    path = tmp_path / "en.po"
    path.write_text("\n" + entry(seeded, "reviewed", False, "How much?", "Vroeger?"), "utf-8")
    done = import_file(seeded, path, NOW)
    assert done.remarks == (f"{path}:4: exam_cost/title: the Dutch has changed since; it is outdated now.",)
    assert snapshot(seeded)["exam_cost", "en", "title"] == ("How much?", "outdated")


def test_a_table_keeps_what_a_vertaler_remarks_and_says_no_formula(seeded: Store, tmp_path: Path) -> None:
    files.set_text(seeded, "exam_cost", "en", "", "- one\n- two", NOW)
    path = tmp_path / "en.csv"
    texts, _ = export_language(seeded, "en", path)
    assert ';"\'- one\n- two";edited;' in path.read_text("utf-8-sig")
    replace(path, '"\'- one\n- two";edited;', '"- one\r\n- three"; Reviewed ;Klopt dit?')
    done = import_file(seeded, path, NOW)
    assert (done.changed, done.unchanged) == (1, texts - 1)
    assert [remark.split(": ", 1)[1] for remark in done.remarks] == ["exam_cost: Klopt dit?"]
    assert snapshot(seeded)["exam_cost", "en", ""] == ("- one\n- three", "reviewed")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", r"tr\.csv:1: the first row must be: onderwerp;variant"),
        ("topic;variant\n", r"tr\.csv:1: the first row must be"),
        (HEAD, r"tr\.csv:1: there is no translation in this file"),
        (HEAD + ROW + "ghost;;x;y;draft;\n", r"tr\.csv:5: ghost names no topic and variant that exist"),
        (HEAD + ROW + "exam_cost;wet=1998;x;y;draft;\n", r"tr\.csv:5: exam_cost/wet=1998 names no topic"),
        (HEAD + ROW + ROW, r"tr\.csv:5: row 3: exam_cost stands here and at line 2; keep one"),
        (HEAD + ROW + "knm_exam;;x;;draft;\n", r"tr\.csv:5: row 3: knm_exam is not translated"),
        (HEAD + ROW + "knm_exam;;x;<b>y;draft;\n", r"tr\.csv:5: knm_exam: <b> is niet afgesloten"),
        (HEAD + ROW + "knm_exam;;x;y;goed;\n", r"tr\.csv:5: row 3: knm_exam: the status goed is none of draft"),
        (HEAD + ROW + "knm_exam;;x;y\n", r"tr\.csv:5: row 3: there are 4 cells instead of 6"),
        (HEAD + ROW + 'knm_exam;;x;"y;draft;\n', r"tr\.csv:5: row 3: this is no row of a CSV file"),
        (HEAD + ROW + 'knm_exam;;x;"y" z;draft;\n', r"tr\.csv:5: row 3: this is no row of a CSV file"),
    ],
)
def test_a_broken_table_is_refused_whole(seeded: Store, tmp_path: Path, text: str, said: str) -> None:
    refused(seeded, tmp_path / "tr.csv", text.encode("utf-8-sig"), said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (PO.replace(": tr", ": de") + ENTRY, r"tr\.po:2: this file is in the language de, not in tr"),
        (PO + ENTRY.replace('"iyi"', '""'), r"tr\.po:9: exam_cost is not translated"),
        (PO + ENTRY.replace('"iyi"', '" \\n"'), r"tr\.po:9: exam_cost is not translated"),
        (PO + ENTRY + "\n" + ENTRY, r"tr\.po:13: exam_cost stands here and at line 9; keep one"),
        (PO + ENTRY.replace("Dutch", ""), r"tr\.po:9: exam_cost: the msgid is empty"),
        (PO + 'msgctxt "exam_cost"\n', r"tr\.po:8: missing msgid after this msgctxt; the file is cut off here"),
        (PO + ENTRY + 'msgstr "daha"\n', r"tr\.po:11: msgstr cannot stand here; expected msgctxt or msgid"),
        (PO + ENTRY.replace("iyi", "\\q"), r"tr\.po:10: \\q means nothing in a PO file"),
        (PO.replace("tr\\n", "tr\\nPlural-Forms: nplurals=x\\n") + ENTRY, r"tr\.po:1: the header cannot be used"),
        (
            PO.replace("tr\\n", "tr\\nContent-Type: text/plain; charset=cp1254\\n"),
            r"tr\.po:2: .*save the file as UTF-8",
        ),
        ('"los"\n' + PO, r"tr\.po:1: this text has no msgid or msgstr before it"),
        ("", r"tr\.po:1: there is no translation in this file"),
    ],
)
def test_a_broken_catalogue_is_refused_whole(seeded: Store, tmp_path: Path, text: str, said: str) -> None:
    refused(seeded, tmp_path / "tr.po", text.encode(), said)


@pytest.mark.parametrize("name", ["tr.po", "tr.csv"])
def test_a_file_that_is_not_utf8_is_refused_with_its_line(seeded: Store, tmp_path: Path, name: str) -> None:
    text = (PO + ENTRY.replace("iyi", "ışık")) if name == "tr.po" else HEAD + "\n\n\n\n\n\n\n\nexam_cost;;x;ışık;;\n"
    refused(seeded, tmp_path / name, text.encode("cp1254"), rf"{name}:10: the file cannot be read here; save it as .*8")


def refused(store: Store, path: Path, raw: bytes, said: str) -> None:
    path.write_bytes(raw)
    before = snapshot(store)
    with pytest.raises(BrokenFile, match=said):
        import_file(store, path, NOW)
    assert snapshot(store) == before


@pytest.mark.parametrize(
    ("said", "taal"), [("tr_TR", "tr"), ("kmr", "ku"), ("prs", "fa_AF"), ("fa-AF", "fa_AF"), ("fa", "fa"), ("", "tr")]
)
def test_the_header_may_name_the_language_in_another_way(seeded: Store, tmp_path: Path, said: str, taal: str) -> None:
    path = tmp_path / "terug.po"
    path.write_text(PO.replace("Language: tr", f"Language: {said}"), "utf-8")
    assert import_file(seeded, path, NOW, taal).changed == 1
    if said:
        assert import_file(seeded, path, NOW).unchanged == 1
        with pytest.raises(BrokenFile, match=rf"terug\.po:2: this file is in the language {said}, not in am"):
            import_file(seeded, path, NOW, "am")
    else:
        with pytest.raises(Unknown, match="Which language is"):
            import_file(seeded, path, NOW)


def test_a_file_named_after_another_language_is_refused(seeded: Store, tmp_path: Path) -> None:
    path = tmp_path / "tr.csv"
    path.write_text(HEAD + ROW, "utf-8")
    with pytest.raises(Unknown, match="named after the language tr, not so"):
        import_file(seeded, path, NOW, "so")


def test_the_commands_write_and_take_a_language(tmp_path: Path) -> None:
    path = tmp_path / "en.csv"
    done = sleutelbot(tmp_path, "faq", "export", "--taal", "en", "--bestand", str(path))
    assert done.stdout.endswith("texts, 0 of them still to be translated.\n"), done.stderr
    assert sleutelbot(tmp_path, "faq", "import", str(path)).stdout.startswith("0 texts changed")
    row = re.compile(r"^exam_cost;title;[^;]*;[^;]*;", re.MULTILINE)
    path.write_text(row.sub("exam_cost;title;Vroeger?;The price?;", path.read_text("utf-8")), "utf-8")
    done = sleutelbot(tmp_path, "faq", "import", str(path))
    assert (done.returncode, done.stdout.split(" texts")[0]) == (0, "1")
    assert "exam_cost/title: the Dutch has changed since" in done.stderr
    for options in (["--taal", "en"], ["--bestand", str(path)]):
        refused = sleutelbot(tmp_path, "faq", "export", *options)
        assert (refused.returncode, "give --taal and --bestand together" in refused.stderr) == (2, True)
