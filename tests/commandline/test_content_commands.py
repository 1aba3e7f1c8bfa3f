"""The content by the command line: versions, a change of the law, contact points, texts of a gemeente."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.storage import Store
from tests.commandline.shell import sleutelbot

FUTURE = (datetime.now(UTC) + timedelta(days=40)).date().isoformat()


def test_a_text_goes_back_to_an_earlier_version(tmp_path: Path) -> None:
    assert (
        sleutelbot(tmp_path, "faq", "set", "gp", "--taal", "nl", "--bestand", "-", typed="Bel de balie.").returncode
        == 0
    )
    told = sleutelbot(tmp_path, "faq", "versions", "gp").stdout
    assert "  + Bel de balie." in told
    assert "  − " in told
    first = min(int(line.split("\t")[0]) for line in told.splitlines() if not line.startswith(" "))
    done = sleutelbot(tmp_path, "faq", "back", str(first))
    assert f"version {first}" in done.stdout
    assert "[gp · nl · edited" in sleutelbot(tmp_path, "faq", "show", "gp").stdout
    assert "gp\tlife" in sleutelbot(tmp_path, "faq", "list", "--thema", "life").stdout
    assert sleutelbot(tmp_path, "faq", "back", "999999").returncode == 2
    assert sleutelbot(tmp_path, "faq", "versions", "gpp").returncode == 2


def test_a_change_of_the_law_is_announced_listed_and_taken_back(tmp_path: Path) -> None:
    words = ("--datum", FUTURE, "--onderwerpen", "gp, work", "--toelichting", "Het gaat anders.")
    done = sleutelbot(tmp_path, "wetswijziging", *words)
    assert done.stdout == f"Change 1 holds from {FUTURE} for gp, work.\n", done.stderr
    listed = sleutelbot(tmp_path, "wetswijziging", "list").stdout.split("\t")
    assert listed[:4] == ["1", FUTURE, "to come", "gp,work"]
    assert "not translated: en, ar" in listed[4]
    assert sleutelbot(tmp_path, "wetswijziging", "back", "1", "--onderwerpen", "gp").returncode == 0
    assert "\twork\t" in sleutelbot(tmp_path, "wetswijziging", "list").stdout
    assert sleutelbot(tmp_path, "wetswijziging", "back", "1").returncode == 0
    assert sleutelbot(tmp_path, "wetswijziging", "list").stdout == ""
    for wrong in (
        ("back", "7"),
        ("--datum", FUTURE),
        ("--datum", "morgen", *words[2:]),
        (*words[:3], "gpp", *words[4:]),
    ):
        refused = sleutelbot(tmp_path, "wetswijziging", *wrong)
        assert refused.returncode == 2, wrong
        assert refused.stderr.strip(), wrong


def test_an_answer_is_confirmed_to_be_valid(tmp_path: Path) -> None:
    assert sleutelbot(tmp_path, "faq", "confirm", "gp", "work", "--datum", "2026-11-24").returncode == 0
    assert "2026-11-24" in sleutelbot(tmp_path, "faq", "show", "work").stdout
    assert sleutelbot(tmp_path, "faq", "confirm", "gp", "--datum", FUTURE).returncode == 2
    assert sleutelbot(tmp_path, "faq", "confirm", "gpp").returncode == 2


def test_a_gemeente_has_its_own_text_and_contact_point(tmp_path: Path) -> None:
    own = ("faq", "set", "gp", "--taal", "nl", "--gemeente", "aalten", "--aanvulling", "--bestand", "-")
    assert sleutelbot(tmp_path, *own, typed="In Aalten helpt de balie.").returncode == 0
    assert "[gp/aanvulling=aalten · nl" in sleutelbot(tmp_path, "faq", "show", "gp").stdout
    assert (
        sleutelbot(tmp_path, "faq", "set", "gp", "--taal", "nl", "--aanvulling", "--bestand", "-", typed="x").returncode
        == 2
    )
    assert sleutelbot(tmp_path, "gemeente", "set", "aalten", "--telefoon", "0543 - 49 33 33").returncode == 0
    assert "telefoon: 0543 - 49 33 33\twebsite: www.aalten.nl" in sleutelbot(tmp_path, "gemeente", "list").stdout
    assert sleutelbot(tmp_path, "gemeente", "set", "aalten", "--telefoon", "").returncode == 0
    assert "telefoon" not in sleutelbot(tmp_path, "gemeente", "list").stdout
    assert sleutelbot(tmp_path, "gemeente", "set", "utrecht", "--telefoon", "1").returncode == 2
    assert sleutelbot(tmp_path, "gemeente", "set", "aalten", "--adres", "x" * 200).returncode == 2


def test_a_backup_holds_the_recordings_and_puts_them_back(tmp_path: Path) -> None:
    assert sleutelbot(tmp_path, "faq", "list").returncode == 0
    folder = tmp_path / "audio"
    folder.mkdir()
    (folder / "1-gp-ar.oga").write_bytes(b"OggS voice")
    store = Store(tmp_path / "sleutelbot.db")
    store.database.execute(
        "INSERT INTO recording (topic, taal, variant, answer_id, seconds, bot_id, file_id, file, created_at)"
        " VALUES ('gp', 'ar', '', 1, 3, 1, 'x', '1-gp-ar.oga', '2026-11-25T00:00:00.000+00:00')"
    )
    store.close()
    assert sleutelbot(tmp_path, "backup", str(tmp_path / "b.db")).returncode == 0
    (folder / "1-gp-ar.oga").unlink()
    assert sleutelbot(tmp_path, "restore", str(tmp_path / "b.db")).returncode == 0
    assert (folder / "1-gp-ar.oga").read_bytes() == b"OggS voice"
