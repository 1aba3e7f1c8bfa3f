"""The times of the desk from the command line."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage import Store
from tests.commandline.shell import sleutelbot


def test_rules_are_shown_and_set(tmp_path: Path) -> None:
    assert "reopen\t4320\n" in sleutelbot(tmp_path, "desk", "show").stdout
    assert sleutelbot(tmp_path, "desk", "set", "reopen", "60").stdout == "reopen\t60\n"
    assert sleutelbot(tmp_path, "desk", "set", "flood_burst", "50").stdout == "flood_burst\t50\n"
    shown = sleutelbot(tmp_path, "desk", "show").stdout
    assert "reopen\t60\n" in shown
    assert "flood_burst\t50\n" in shown


def test_what_cannot_be_is_refused_with_what_can(tmp_path: Path) -> None:
    for words, said in (
        (("patience", "5"), "choose from: lapse, wave, coordinator, silence, warning, reopen, most_open"),
        (("lapse", "0"), "lapse is 1 to"),
        (("most_open", "21"), "most_open is 1 to 20"),
        (("hours", "41"), "hours is 0 to 40"),
        (("warning", "4320"), "warning is part of silence, which is 4320"),
        (("silence", "1440"), "silence includes warning, which is 1440"),
        (("flood_burst", "29"), "flood_burst is 30 to 1000"),
        (("flood_mute", "0"), "flood_mute is 1 to"),
        (("lapse", "soon"), "'soon' is not a valid integer"),
    ):
        refused = sleutelbot(tmp_path, "desk", "set", *words)
        assert (refused.returncode, said in refused.stderr) == (2, True), refused.stderr


def test_a_block_is_shown_and_lifted(tmp_path: Path) -> None:
    assert sleutelbot(tmp_path, "desk", "blocks").stdout == ""
    sleutelbot(
        tmp_path, "sleutelpersoon", "add", "--telegram-id", "201", "--naam", "Amina", "--talen", "nl",
        "--gemeenten", "aalten", "--rollen", "vertaler",
    )  # fmt: skip
    store = Store(tmp_path / "sleutelbot.db")
    until = datetime.now(UTC) + timedelta(days=1)
    person = store.people.sleutelpersonen()[0]
    store.people.change(person, {"blocked_until": until})
    store.close()
    shown = sleutelbot(tmp_path, "desk", "blocks").stdout
    assert shown.startswith(f"{person.id}\tAmina\t-\t{until.date()}")
    assert sleutelbot(tmp_path, "desk", "unblock", str(person.id)).returncode == 0
    assert sleutelbot(tmp_path, "desk", "blocks").stdout == ""
    again = sleutelbot(tmp_path, "desk", "unblock", str(person.id))
    assert (again.returncode, "is not blocked" in again.stderr) == (1, True), again.stderr
