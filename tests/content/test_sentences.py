"""The bot's own sentences: the template is fresh, no placeholder is lost, and an update loses nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.i18n import TALEN, po, sentences
from bot.i18n.catalogues import VERTALINGEN
from bot.i18n.sentences import bot_po, progress, template, update

CODE = """
w("Een.")
turn.w("Twee " "delen {naam}.")
text = f"<b>{w('In een f-string')}</b>"
w.plural("{n} vraag", "{n} vragen", count)
turn.w.plural("{n} dag", "{n} dagen", count)
words(taal)("Andere taal")
other("Niet"), w.date(day), words(taal)
"""
ONE_NUMBER_EACH = ["لا أسئلة", "سؤال واحد", "سؤالان"]


def project(folder: Path, code: str) -> Path:
    """Write code and extract it."""
    (folder / "code").mkdir(exist_ok=True)
    (folder / "code" / "said.py").write_text(code, "utf-8")
    sentences.extract(folder / "code", folder)
    return folder


def translate(folder: Path, taal: str, old: str, new: str) -> None:
    path = bot_po(taal, folder)
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_template_is_fresh() -> None:
    there = (VERTALINGEN / sentences.TEMPLATE).read_bytes()
    assert there == po.content(template(), sort=True), "bot.pot is stale; run: make vertalingen"


@pytest.mark.parametrize("taal", TALEN[1:])
def test_every_language_has_every_sentence_and_its_plural_forms(taal: str) -> None:
    wanted = {message.id for message in template() if message.id}
    found = po.catalogue(bot_po(taal), taal)
    assert {message.id for message in found if message.id} == wanted, "bot.po is stale; run: make vertalingen"
    assert f"nplurals={found.num_plurals};" in bot_po(taal).read_text("utf-8")


@pytest.mark.parametrize("taal", TALEN[1:])
def test_no_placeholder_or_tag_is_lost(taal: str) -> None:
    assert progress(taal).lost == ()


def test_every_way_of_saying_is_extracted(tmp_path: Path) -> None:
    project(tmp_path, CODE)
    found = {message.id for message in po.catalogue(tmp_path / "bot.pot", None) if message.id}
    assert found == {
        "Een.", "Twee delen {naam}.", "In een f-string", "Andere taal",
        ("{n} vraag", "{n} vragen"), ("{n} dag", "{n} dagen"),
    }  # fmt: skip
    assert "Creation-Date" not in (tmp_path / "bot.pot").read_text("utf-8")


def test_a_sentence_that_is_not_written_out_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"said\.py:2: a sentence must be written out"):
        project(tmp_path, 'name = "x"\nw(name)\n')


def test_an_update_keeps_translations_and_brings_back_what_left(tmp_path: Path) -> None:
    update(project(tmp_path, 'w("Een.")\nw("Twee.")\n'))
    translate(tmp_path, "tr", 'msgid "Een."\nmsgstr ""', 'msgid "Een."\nmsgstr "Bir."')
    update(project(tmp_path, 'w("Twee.")\nw("Drie.")\n'))
    text = bot_po("tr", tmp_path).read_text("utf-8")
    assert '#~ msgid "Een."\n#~ msgstr "Bir."' in text
    assert progress("tr", tmp_path) == sentences.Progress(0, 2, ())
    update(project(tmp_path, 'w("Een.")\nw("Drie.")\n'))
    assert progress("tr", tmp_path).translated == 1
    before = bot_po("tr", tmp_path).read_bytes()
    update(tmp_path)
    assert bot_po("tr", tmp_path).read_bytes() == before


@pytest.mark.parametrize(
    ("translation", "said"),
    [
        ("<b>{naam}</b> helpt je", None),
        ("<b>hij</b> helpt je", "misses {naam}"),
        ("{naam} helpt je", "misses <b> </b>"),
        ("<b>{naam}</b> helpt {wie}", "has {wie} too many"),
    ],
)
def test_a_lost_placeholder_is_found(tmp_path: Path, translation: str, said: str | None) -> None:
    update(project(tmp_path, 'w("<b>{naam}</b> helpt")\n'))
    translate(tmp_path, "en", 'helpt"\nmsgstr ""', f'helpt"\nmsgstr "{translation}"')
    lost = progress("en", tmp_path).lost
    assert [said in each for each in lost] == [True] if said else lost == ()


@pytest.mark.parametrize(("few", "fine"), [("{n} أسئلة", True), ("أسئلة", False)])
def test_a_form_for_one_number_may_leave_the_number_out(tmp_path: Path, few: str, fine: bool) -> None:
    update(project(tmp_path, 'w.plural("{n} vraag", "{n} vragen", 3)\n'))
    for number, form in enumerate([*ONE_NUMBER_EACH, few, "{n} سؤالاً", "{n} سؤال"]):
        translate(tmp_path, "ar", f'msgstr[{number}] ""', f'msgstr[{number}] "{form}"')
    found = progress("ar", tmp_path)
    assert (found.translated, found.lost == ()) == (1, fine)


def test_the_command_says_what_it_can_do() -> None:
    command = [sys.executable, "-W", "error", "-m", "bot.i18n.po", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "COLUMNS": "80"})
    assert "extract" in said.stdout
    assert "update" in said.stdout
