"""What the slow tests share, one model and one Rasa that serves it; and how a run is divided over processes."""

import asyncio
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bot.interpreter import models
from bot.interpreter.child import free_port

PROJECT = Path(__file__).resolve().parents[1]
MODELS = PROJECT / "data" / "models"
START_SECONDS = 180.0
WORKERS = 4
# Fixtures that are made once: all tests that use one are a group of that name.
SHARED = ("tiny", "model")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Return how many processes divide the tests: one a core for folders; named files and tests run in this one."""
    whole = all(Path(argument).is_dir() for argument in config.args)
    return min(WORKERS, len(os.sched_getaffinity(0))) if whole else 0


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep all that share a model in one process, for it is made once, and let what takes long begin first."""
    order = {}
    for item in items:
        used = set(getattr(item, "fixturenames", ()))
        group = next((name for name in SHARED if name in used), None)
        if group:
            item.add_marker(pytest.mark.xdist_group(group))
        order[item] = 0 if group == "model" else 1 if item.get_closest_marker("slow") else 2
    items.sort(key=order.__getitem__)


@pytest.fixture(scope="session")
def model() -> Path:
    """Return the model of the repository's examples, trained now or before."""
    return asyncio.run(models.train(MODELS))


@pytest.fixture(scope="session")
def rasa_url(model: Path) -> Iterator[str]:
    """Give the address of a standing Rasa, its token in it."""
    port, token = free_port(), secrets.token_urlsafe(16)
    command = [sys.executable, "-m", "nlu.server", "--model", str(model), "--port", str(port), f"--auth-token={token}"]
    with subprocess.Popen([*command, "--parent-pid", str(os.getpid())], cwd=PROJECT) as server:
        try:
            _wait_for_model(f"http://127.0.0.1:{port}/status?token={token}", server)
            yield f"http://127.0.0.1:{port}?token={token}"
        finally:
            server.kill()


def _wait_for_model(status: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + START_SECONDS
    with httpx.Client(trust_env=False) as client:
        while time.monotonic() < until and server.poll() is None:
            try:
                if client.get(status).status_code == 200:
                    return
            except httpx.TransportError:
                time.sleep(0.2)
    raise AssertionError("Rasa did not start.")
