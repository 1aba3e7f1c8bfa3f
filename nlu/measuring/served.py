"""One model behind Rasa's own server, started and ended for a measurement."""

import asyncio
import secrets
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import psutil

_PATIENCE = 180.0


class NoModel(Exception):
    """The server has no model that it can be asked about."""


class Served:
    """A running server that can be asked."""

    def __init__(self, client: httpx.AsyncClient, process: psutil.Process) -> None:
        self._client = client
        self._process = process

    async def parse(self, text: str) -> float:
        """Ask what a text means; returns how many milliseconds that took. Raises httpx.HTTPError."""
        began = time.monotonic()
        (await self._client.post("/model/parse", json={"text": text})).raise_for_status()
        return (time.monotonic() - began) * 1000

    async def swap(self, model: Path) -> None:
        """Let the server go on with another model. Raises httpx.HTTPError."""
        (await self._client.put("/model", json={"model_file": str(model)})).raise_for_status()

    def memory(self) -> int:
        """Return what it holds in memory, in MB."""
        return int(self._process.memory_info().rss) // 2**20

    async def ready(self) -> None:
        """Wait until it has loaded its model. Raises TimeoutError, or NoModel when it cannot load it."""
        async with asyncio.timeout(_PATIENCE):
            while not await self._answers():
                if not self._process.is_running() or self._process.status() == psutil.STATUS_ZOMBIE:
                    raise NoModel("The server ended before it could be asked.")
                await asyncio.sleep(0.2)

    async def _answers(self) -> bool:
        try:
            status = (await self._client.get("/status")).status_code
        except httpx.TransportError:
            return False
        if status == httpx.codes.CONFLICT:
            raise NoModel("Rasa could not load the model; it must be a whole archive, trained with this code.")
        return status == httpx.codes.OK


@asynccontextmanager
async def serving(model: Path) -> AsyncIterator[Served]:
    """Serve a model on a free port of this machine for as long as the block lasts."""
    port, token = _free_port(), secrets.token_urlsafe(16)
    command = [sys.executable, "-m", "nlu.server", "--model", str(model), "--port", str(port), "--auth-token", token]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        async with httpx.AsyncClient(base_url=address, params={"token": token}, timeout=60, trust_env=False) as client:
            served = Served(client, psutil.Process(process.pid))
            await served.ready()
            yield served
    finally:
        process.terminate()
        process.wait()


def _free_port() -> int:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
