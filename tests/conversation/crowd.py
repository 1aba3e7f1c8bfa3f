"""Twenty people who talk while the bot is killed and started again, and what must hold afterwards."""

import asyncio
import random
import signal
import subprocess
import sys
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

from bot.simulator.desk import Desk
from bot.simulator.driver import Phone
from tests.commandline.shell import PROJECT, TOKEN, environment

PATIENCE = 240.0


@dataclass
class Process:
    """The bot in a process of its own, killed and started again."""

    data: Path
    api_url: str
    rasa_url: str
    running: "subprocess.Popen[bytes] | None" = None
    kills: list[int] = field(default_factory=list)

    def start(self) -> None:
        """Start the bot."""
        settings = {"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": self.api_url, "SLEUTELBOT_WEB": "127.0.0.1:0"}
        settings |= {"SLEUTELBOT_BEHEERDERS": "301"} | ({"RASA_URL": self.rasa_url} if self.rasa_url else {})
        log = (self.data / "bot.log").open("ab")
        command = [sys.executable, "-m", "bot", "run"]
        env = environment(self.data, **settings)
        self.running = subprocess.Popen(command, cwd=PROJECT, env=env, stdout=log, stderr=log)
        log.close()

    def kill(self) -> None:
        """Kill the bot without a word."""
        if self.running:
            self.running.send_signal(signal.SIGKILL)
            self.running.wait()
            self.running = None


async def kill_often(process: Process, desk: Desk, times: int, chance: random.Random) -> None:
    """Kill the bot at random moments, each after one to three more messages that it sent, and start it again."""
    for _ in range(times):
        for _ in range(chance.randint(1, 3)):
            await desk.called("sendMessage", after=int((await desk.counters())["seq"]), timeout=PATIENCE)
        process.kill()
        process.kills.append(int((await desk.counters())["seq"]))
        process.start()


@dataclass
class Talker:
    """One person with the questions that he can ask, each only after the answer to the one before."""

    phone: Phone
    questions: list[tuple[str, str]]
    asked: list[str] = field(default_factory=list)

    async def talk(self, least: int, killing: "asyncio.Task[None]") -> None:
        """Ask at least so many, and go on while the bot is being killed; raises AssertionError without an answer."""
        for question, title in self.questions:
            if len(self.asked) >= least and killing.done():
                return
            await self.phone.say(question)
            self.asked.append(title)
            await self.phone.until(title, timeout=PATIENCE)

    async def titles(self) -> list[str]:
        """Return the titles of the answers in the order in which they came."""
        said = [bubble.text for bubble in await self.phone.messages() if bubble.by == "bot"]
        heads = [text.splitlines()[0].partition(" ")[2] for text in said]
        return [head for head in heads if head in self.asked]


def doubles(titles: list[str]) -> int:
    """Return how many answers came again right after themselves."""
    return sum(a == b for a, b in pairwise(titles))


def single(titles: list[str]) -> list[str]:
    """Return the titles without such doubles."""
    return [title for i, title in enumerate(titles) if i == 0 or titles[i - 1] != title]


async def in_flight(desk: Desk, kills: list[int]) -> int:
    """Return how many sends were repeated although nothing was in flight when the first of them was made.

    A repeated send is excused when the bot was killed, or the connection was cut, between the two.
    """
    unexcused = 0
    before: dict[tuple[Any, str], dict[str, Any]] = {}
    for call in await desk.calls("sendMessage"):
        key = (call["chat_id"], str(call["values"].get("text")))
        first = before.get(key)
        if first and first["ok"] and call["ok"]:
            killed = any(first["seq"] <= kill <= call["seq"] for kill in kills)
            unexcused += not (killed or first["fault"])
        before[key] = call
    return unexcused
