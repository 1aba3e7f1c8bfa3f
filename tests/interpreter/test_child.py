"""Rasa as a child of the real bot: it answers, it is started again when killed, and it dies with the bot."""

import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import psutil
import pytest

from bot.interpreter.child import free_port
from bot.simulator.driver import Phone
from bot.simulator.server import serve
from tests.commandline.shell import PROJECT, TOKEN, environment

PATIENCE = 240.0


async def understanding(web: str, wanted: str) -> None:
    """Wait until the bot says who understands for it now."""
    loop = asyncio.get_running_loop()
    until = loop.time() + PATIENCE
    async with httpx.AsyncClient(base_url=web, trust_env=False) as visitor:
        while loop.time() < until:
            try:
                if (await visitor.get("/healthz")).json()["understanding"] == wanted:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.2)
    raise AssertionError(f"{wanted} did not understand in time")


def rasa_of(bot: "subprocess.Popen[bytes]") -> psutil.Process:
    """Return the Rasa that the bot started."""
    children = psutil.Process(bot.pid).children()
    return next(child for child in children if "nlu.server" in child.cmdline())


@asynccontextmanager
async def running(folder: Path, api_url: str, web: str) -> "AsyncIterator[subprocess.Popen[bytes]]":
    """Give the bot in a process of its own, without RASA_URL."""
    settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": api_url, "SLEUTELBOT_WEB": web}
    with (folder / "bot.log").open("wb") as log:
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], cwd=PROJECT, env=environment(folder, **settings),
            stdout=log, stderr=log,
        )  # fmt: skip
    try:
        yield bot
    finally:
        bot.kill()
        bot.wait()


async def life(folder: Path) -> None:
    """Menus and search at once, Rasa later, search while it is dead, Rasa again, and no orphan."""
    web = f"127.0.0.1:{free_port()}"
    async with serve() as address, running(folder, address, web) as bot, Phone(address, 1, "Jan", "nl") as jan:
        await jan.start()
        await jan.press("taal:nl", timeout=PATIENCE)
        await jan.say("Hoe meld ik me aan voor het examen?")
        await jan.until("Bron", timeout=PATIENCE)
        await understanding(f"http://{web}", "rasa")
        os.kill(rasa_of(bot).pid, signal.SIGKILL)
        await understanding(f"http://{web}", "search")
        await jan.say("Hoe vind ik een huisarts?")
        await jan.until("Bron", timeout=PATIENCE)
        await understanding(f"http://{web}", "rasa")
        again = rasa_of(bot)
        bot.kill()
        bot.wait()
        psutil.wait_procs([again], timeout=30)
        assert not again.is_running() or again.status() == psutil.STATUS_ZOMBIE
    said = (folder / "bot.log").read_text("utf-8", "replace")
    assert "examen" not in said
    assert TOKEN not in said


@pytest.mark.slow
def test_rasa_lives_and_dies_with_the_bot(tmp_path: Path, model: Path) -> None:
    shutil.copytree(model.parent, tmp_path / "models")
    asyncio.run(life(tmp_path))
