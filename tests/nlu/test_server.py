"""Rasa's own server as the bot starts it: right answers over loopback, silence towards everybody else."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from tests.nlu.conftest import ROOT, watched

pytestmark = pytest.mark.slow

TOKEN = "-geheim"


class Served:
    """A server with the files that it left behind."""

    def __init__(self, process: subprocess.Popen[bytes], port: int, folder: Path) -> None:
        self.process = process
        self.folder = folder
        self.client = httpx.Client(
            base_url=f"http://127.0.0.1:{port}", params={"token": TOKEN}, timeout=30, trust_env=False
        )

    def parse(self, text: str) -> dict[str, object]:
        """What Rasa makes of a text."""
        answer = self.client.post("/model/parse", json={"text": text})
        assert answer.status_code == 200, answer.text
        parsed: dict[str, object] = answer.json()
        return parsed

    def intent(self, text: str) -> str:
        """The intent that Rasa thinks likeliest."""
        intent = self.parse(text)["intent"]
        assert isinstance(intent, dict)
        return str(intent["name"])

    def ready(self) -> bool:
        """Whether it answers at all."""
        assert self.process.poll() is None, self.log()
        try:
            return self.client.get("/status").status_code in {200, 409}
        except httpx.TransportError:
            return False

    def log(self) -> str:
        """What it wrote on stdout and stderr."""
        return (self.folder / "log").read_text(encoding="utf-8")


def wait_until(condition: Callable[[], bool], seconds: float = 120) -> None:
    """Ask until it is so."""
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.05)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def served(model: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A watched server with the tiny model."""
    folder = tmp_path_factory.mktemp("served")
    port = free_port()
    arguments = ["--model", str(model), "--port", str(port), f"--auth-token={TOKEN}"]
    command = watched(folder / "addresses", "nlu.server", *arguments)
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    one = Served(process, port, folder)
    try:
        wait_until(one.ready)
        yield one
    finally:
        one.client.close()
        process.kill()
        process.wait()


def test_it_parses_in_every_language_that_it_learned(served: Served) -> None:
    assert served.intent("hoe duur is het inburgeringsexamen?") == "exam_costs"
    assert served.intent("can I get rent allowance?") == "huurtoeslag"
    assert served.intent("كم سعر امتحان الاندماج؟") == "exam_costs"


def test_the_answer_has_the_fields_of_rasas_api(served: Served) -> None:
    parsed = served.parse("wat kost het examen")
    assert parsed["text"] == "wat kost het examen"
    ranking = parsed["intent_ranking"]
    assert isinstance(ranking, list)
    assert parsed["intent"] == ranking[0]
    assert {each["name"] for each in ranking} == {"exam_costs", "huurtoeslag", "buiten_bereik"}
    assert sum(each["confidence"] for each in ranking) == pytest.approx(1)


@pytest.mark.parametrize("text", ["", "   ", "😀", "\0", "a" * 10_000, "مرحبا " * 2_000, '{"x": 1}'])
def test_strange_texts_are_parsed_like_any_other(served: Served, text: str) -> None:
    assert served.intent(text)


def test_nothing_is_answered_without_the_token(served: Served) -> None:
    assert httpx.post(served.client.base_url.join("/model/parse"), json={"text": "x"}).status_code == 401


def test_another_model_takes_over_while_it_serves(served: Served, model: Path, tmp_path: Path) -> None:
    other = Path(shutil.copy(model, tmp_path / "other.tar.gz"))
    assert served.client.put("/model", json={"model_file": str(other)}).status_code == 204
    assert served.client.get("/status").json()["model_file"] == other.name
    assert served.intent("prijs van het examen") == "exam_costs"


def test_a_model_that_is_not_there_leaves_the_old_one(served: Served, tmp_path: Path) -> None:
    before = served.client.get("/status").json()
    assert served.client.put("/model", json={"model_file": str(tmp_path / "nowhere.tar.gz")}).status_code == 400
    (tmp_path / "broken.tar.gz").write_bytes(b"no archive")
    assert served.client.put("/model", json={"model_file": str(tmp_path / "broken.tar.gz")}).status_code == 400
    assert served.client.get("/status").json() == before


def test_what_people_write_is_not_in_the_log(served: Served) -> None:
    served.parse("mijn burgerservicenummer is 123456782")
    assert "burgerservicenummer" not in served.log()
    assert TOKEN not in served.log()


def test_it_listens_and_connects_on_loopback_alone(served: Served) -> None:
    served.parse("wat kost het examen")
    process = psutil.Process(served.process.pid)
    sockets = [each for one in [process, *process.children(recursive=True)] for each in one.net_connections("inet")]
    assert any(each.status == psutil.CONN_LISTEN for each in sockets)
    assert {each.laddr.ip for each in sockets} == {"127.0.0.1"}
    addresses = served.folder / "addresses"
    assert not addresses.exists() or set(addresses.read_text().split()) <= {"127.0.0.1", "localhost"}


def test_without_a_model_it_waits_for_one_and_ends_with_its_parent(tmp_path: Path) -> None:
    port = free_port()
    arguments = ["--port", str(port), f"--auth-token={TOKEN}", "--parent-pid"]
    start = f"""
import os, subprocess, sys
child = subprocess.Popen([sys.executable, "-m", "nlu.server", *{arguments!r}, str(os.getpid())])
print(child.pid, flush=True)
child.wait()
"""
    with (tmp_path / "log").open("wb") as log:
        parent = subprocess.Popen([sys.executable, "-c", start], cwd=ROOT, stdout=subprocess.PIPE, stderr=log)
    one = Served(parent, port, tmp_path)
    with parent, one.client:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        wait_until(one.ready)
        assert one.client.post("/model/parse", json={"text": "x"}).status_code == 409
        parent.kill()
    child.wait(timeout=20)
