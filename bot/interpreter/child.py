"""Rasa as a supervised child: trained when needed, started on a free port, restarted when dead or hung."""

import asyncio
import json
import os
import secrets
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import structlog

from bot.interpreter import models
from bot.interpreter.errors import RasaUnavailable, TrainingFailed
from bot.interpreter.rasa import Rasa
from bot.settings import PROJECT

log = structlog.get_logger()
LOOK_EVERY = 10.0
START_SECONDS = 180.0
HUNG_AFTER = 3
LONGEST_PAUSE = 60.0
WELL_AFTER = 600.0


def free_port() -> int:
    """Return a port on loopback that is free now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class RasaChild:
    """Runs until cancelled; `trained` holds the models.

    `ready` is called with a client and the name of its model whenever Rasa answers, and with None when it does not.
    """

    def __init__(
        self, data: Path, trained: Path, ready: Callable[[Rasa | None, str | None], None], note: bool = True
    ) -> None:
        self._models, self._ready = trained, ready
        self.note = data / "rasa.json" if note else None

    async def run(self) -> None:
        """Train if no model fits, then keep a server alive."""
        failures = 0
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            try:
                model = await models.fitting(self._models)
                await self._serve(model)
            except TrainingFailed as error:
                log.error("no model, search answers instead", reason=str(error))
            except (OSError, RasaUnavailable) as error:
                log.error("rasa does not run, search answers instead", reason=str(error))
            failures = 1 if loop.time() - began > WELL_AFTER else failures + 1
            await asyncio.sleep(min(LONGEST_PAUSE, 2.0 ** min(failures, 6)))

    async def _serve(self, model: Path) -> None:
        """Start one server and watch it until it dies or hangs."""
        port, token = free_port(), secrets.token_urlsafe(24)
        # One word for option and token: a token may begin with a dash.
        options = ["--model", str(model), "--port", str(port), "--parent-pid", str(os.getpid())]
        environment = {**os.environ, "RASA_TELEMETRY_ENABLED": "false"}
        environment.pop("TELEGRAM_BOT_TOKEN", None)
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "nlu.server", *options, f"--auth-token={token}",
            cwd=PROJECT, env=environment, stdout=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        rasa = Rasa(f"http://127.0.0.1:{port}", token)
        try:
            await self._until_ready(process, rasa)
            self._write_note(rasa, model, process.pid)
            self._ready(rasa, model.name)
            await self._watch(process, rasa, model.name)
        finally:
            self._ready(None, None)
            if self.note:
                self.note.unlink(missing_ok=True)
            await rasa.close()
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _until_ready(self, process: asyncio.subprocess.Process, rasa: Rasa) -> None:
        loop = asyncio.get_running_loop()
        until = loop.time() + START_SECONDS
        while loop.time() < until:
            if process.returncode is not None:
                raise RasaUnavailable(f"the server ended with exit code {process.returncode}")
            with suppress(RasaUnavailable):
                if await rasa.model():
                    return
            await asyncio.sleep(0.5)
        raise RasaUnavailable(f"the server was not ready after {START_SECONDS:.0f} seconds")

    async def _watch(self, process: asyncio.subprocess.Process, rasa: Rasa, known: str) -> None:
        """Return when the server died, or did not answer three times in a row; a model put in meanwhile is noticed."""
        missed = 0
        while process.returncode is None and missed < HUNG_AFTER:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_EVERY):
                    await process.wait()
                    break
            try:
                model = await rasa.model()
                missed = 0
                if model and model != known:
                    known = model
                    self._ready(rasa, model)
            except RasaUnavailable:
                missed += 1
        log.error("rasa died or hangs; it is started again", missed=missed, exit=process.returncode)

    def _write_note(self, rasa: Rasa, model: Path, pid: int) -> None:
        """Tell the command line where this Rasa is; the file is readable by the owner alone."""
        if self.note is None:
            return
        told = json.dumps({"url": rasa.url, "token": rasa.token, "model": model.name, "pid": pid})
        descriptor = os.open(self.note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(told)


async def running(data: Path) -> Rasa | None:
    """Return the Rasa of a bot that runs on the same data folder, if there is one that answers."""
    note = data / "rasa.json"
    try:
        told = json.loads(note.read_text("utf-8"))
        rasa = Rasa(told["url"], told["token"])
    except (OSError, ValueError, KeyError):
        return None
    try:
        return rasa if await rasa.model() else None
    except RasaUnavailable:
        await rasa.close()
        return None
