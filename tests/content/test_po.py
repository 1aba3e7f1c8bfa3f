"""PO files of answers: what goes in comes out, and a broken file is refused with its line."""

from pathlib import Path

import pytest

from bot.i18n import TALEN, po
from bot.i18n.po import BrokenPo, Entry

GOOD = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

# Ask Rami about the word for gemeente.
# status: reviewed by R., 2026-11-24
msgctxt "exam_cost/title"
msgid "Wat kost het examen?"
msgstr "How much does it cost?"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "faq.po"
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("taal", TALEN[1:])
def test_entries_come_out_as_they_went_in(tmp_path: Path, taal: str) -> None:
    path = tmp_path / taal / "faq.po"
    entries = [
        Entry("one/title", "Wat is één?", '¿Qué "es" uno?', "draft"),
        Entry("one", "Eén.\n\n<b>Twee</b>\n50% d", "ኣሃዱ\n\n<b>اثنان</b>\n\\ tab\tend", "reviewed", "by R.", ("Why.",)),
        Entry("two", "Eén.", "Uno", "outdated"),
        Entry("three", "Drie", "Tres", "edited"),
    ]
    po.write(path, taal, entries, "Head.")
    back = po.read(path, taal)
    assert [Entry(**{**vars(entry), "line": 0}) for entry in back] == entries
    assert path.read_text("utf-8").startswith("# Head.\n")
    first = path.read_bytes()
    po.write(path, taal, back, "Head.")
    assert path.read_bytes() == first


def test_drafts_and_outdated_texts_are_fuzzy_and_nothing_else_is_flagged(tmp_path: Path) -> None:
    path = tmp_path / "faq.po"
    po.write(path, "en", [Entry(status, "50% d", "50% d {x}", status) for status in po.STATUSES], "Head.")
    text = path.read_text("utf-8")
    assert [entry.split("msgctxt ")[0] for entry in text.split("\n\n")[1:5]] == [
        "# status: draft\n#, fuzzy\n", "# status: reviewed\n", "# status: outdated\n#, fuzzy\n", "# status: edited\n",
    ]  # fmt: skip
    assert "-Date" not in text
    assert "Babel" not in text


def test_without_a_status_the_flag_decides_and_untranslated_is_nothing(tmp_path: Path) -> None:
    clear, flagged = 'msgctxt "a"\nmsgid "A"\nmsgstr "1"\n\n', '#, fuzzy\nmsgctxt "b"\nmsgid "B"\nmsgstr "2"\n\n'
    empty = 'msgctxt "c"\nmsgid "C"\nmsgstr ""\n'
    found = po.read(written(tmp_path, clear + flagged + empty), "en")
    assert [(entry.context, entry.status) for entry in found] == [("a", "reviewed"), ("b", "draft")]


def test_a_missing_file_holds_nothing(tmp_path: Path) -> None:
    assert po.read(tmp_path / "faq.po", "en") == []


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('cost?"', "cost?", 9, "no line of a PO file"),
        ('msgstr "How', "msgstr How", 9, "no line of a PO file"),
        ('"How much', '"How "much', 9, "no line of a PO file"),
        ("msgctxt", "<<<<<<< HEAD\nmsgctxt", 7, "no line of a PO file"),
        ('msgstr "How much does it cost?"\n', "", 8, "missing msgstr"),
        ('msgctxt "exam_cost/title"\n', "", 7, "needs a msgctxt"),
        ("status: reviewed", "status: perfect", 8, "the status perfect is none of draft, reviewed"),
        ("msgctxt", 'msgctxt "exam_cost/title"\nmsgid "Oud"\nmsgstr "Old"\n\nmsgctxt', 12, "stands here and at line 8"),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, old: str, new: str, line: int, said: str) -> None:
    assert GOOD.count(old) == 1
    path = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(BrokenPo, match=said) as refused:
        po.read(path, "en")
    assert (refused.value.path, refused.value.line) == (path, line)


def test_what_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "faq.po"
    path.write_bytes(GOOD.encode().replace(b"How", b"\xff\xfe"))
    with pytest.raises(BrokenPo, match="cannot be read"):
        po.read(path, "en")
