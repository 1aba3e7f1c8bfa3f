"""What must be set right is one sentence and exit 2."""

import re
import socket
from pathlib import Path

import pytest

from bot.settings import SettingError, read
from tests.commandline.shell import PROJECT, TOKEN, sleutelbot


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("TELEGRAM_BOT_TOKEN", "no token", "BotFather"),
        ("TELEGRAM_API_URL", "api.telegram.org", "TELEGRAM_API_URL"),
        ("SLEUTELBOT_DATABASE", "postgresql://x", "sqlite:///"),
        ("SLEUTELBOT_BEHEERDERS", "12,henk", "henk"),
        ("SLEUTELBOT_BEHEERDERS", "²", "²"),
        ("SLEUTELBOT_BEHEERDERS", "99999999999999999999", "9999"),
        ("SLEUTELBOT_WEB", "8080", "host:port"),
        ("SLEUTELBOT_WEB", "127.0.0.1:²", "host:port"),
        ("SLEUTELBOT_WEB", "127.0.0.1:65536", "host:port"),
        ("TELEGRAM_BOT_TOKEN", "²:ABCDEFGHIJKLMNOP", "BotFather"),
        ("SLEUTELBOT_PUBLIC_URL", "http://example.org", "https://"),
        ("RASA_URL", "localhost", "RASA_URL"),
    ],
)
def test_a_malformed_setting_is_named(name: str, value: str, said: str) -> None:
    with pytest.raises(SettingError, match=re.escape(said)):
        read({name: value})


def test_every_setting_is_documented() -> None:
    code = (PROJECT / "bot" / "settings.py").read_text("utf-8")
    names = set(re.findall(r'"((?:TELEGRAM|SLEUTELBOT|RASA)_[A-Z_]+)"', code))
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert len(names) >= 8
    assert [name for name in names if f"`{name}`" not in readme] == []


def test_run_without_a_token_is_one_sentence(tmp_path: Path) -> None:
    done = sleutelbot(tmp_path, "run")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert "TELEGRAM_BOT_TOKEN" in done.stderr


def test_a_taken_port_and_a_broken_database_are_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = sleutelbot(tmp_path, "run", TELEGRAM_BOT_TOKEN=TOKEN, SLEUTELBOT_WEB=f"127.0.0.1:{port}")
    assert done.returncode == 2
    assert "SLEUTELBOT_WEB" in done.stderr
    (tmp_path / "sleutelbot.db").write_bytes(b"a letter, not a database" * 200)
    for extra in ("-wal", "-shm"):
        (tmp_path / f"sleutelbot.db{extra}").unlink(missing_ok=True)
    done = sleutelbot(tmp_path, "run", TELEGRAM_BOT_TOKEN=TOKEN)
    assert done.returncode == 2
    assert "restore" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [("run",), ("train",), ("restore", "backup.db")])
def test_a_data_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path, command: tuple[str, ...]) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    inside = str(tmp_path / "file" / "data")
    done = sleutelbot(
        tmp_path, *command, SLEUTELBOT_DATA=inside, TELEGRAM_BOT_TOKEN=TOKEN, SLEUTELBOT_WEB="127.0.0.1:0"
    )
    assert done.returncode == 2
    assert "SLEUTELBOT_DATA" in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
