"""The bot is killed at random moments: nothing lost or out of order, doubles only where a send was on its way."""

import asyncio
import random
import shutil
from pathlib import Path

import pytest

from bot.commandline import questions
from bot.domain.answers import TITLE
from bot.domain.deciding import Answer
from bot.simulator.desk import Desk
from bot.simulator.driver import Phone
from bot.simulator.server import serve
from bot.storage import Store
from tests.commandline.shell import sleutelbot
from tests.conversation.crowd import PATIENCE, Process, Talker, doubles, in_flight, kill_often, single
from tests.conversation.town import seeded, settings_for

TALKED = 10
KILLS = 50


async def answered(rasa_url: str, folder: Path) -> list[tuple[str, str]]:
    """Return (question, title) for topics whose own title is answered at once."""
    settings = settings_for(folder, "http://127.0.0.1:9", rasa_url)
    store = Store(settings.database)
    try:
        async with questions.house(settings, store) as house:
            found = []
            for topic in store.answers.topics():
                title = store.answers.text(topic.id, "nl", TITLE)
                assert title is not None
                considered, _ = await questions.timed(house, "nl", title.text)
                if considered.decision == Answer(topic.id, getattr(considered.decision, "confidence", 0.0)):
                    found.append((title.text, title.text))
            return found
    finally:
        store.close()


async def conversation(a: Phone, b: Phone) -> None:
    """A nieuwkomer and a sleutelpersoon say ten things each, one after the other."""
    await a.say("/mens")
    await a.press("gemeente:aalten", timeout=PATIENCE)
    await a.press("mens:ja", timeout=PATIENCE)
    await b.press("neem:1", timeout=PATIENCE)
    await a.until("gaat je helpen", timeout=PATIENCE, since=0)
    for number in range(TALKED):
        await a.say(f"bericht nummer {number}.")
        await b.until(f"bericht nummer {number}.", timeout=PATIENCE, since=0)
        await b.say(f"antwoord nummer {number}.")
        await a.until(f"antwoord nummer {number}.", timeout=PATIENCE, since=0)


async def said(phone: Phone, word: str) -> list[str]:
    """Return the relayed messages that a phone got, in order."""
    texts = [bubble.text for bubble in await phone.messages() if bubble.by == "bot" and f"{word} nummer" in bubble.text]
    return [text[text.index(word) :] for text in texts]


async def day(folder: Path, rasa_url: str, kills: int, faults: dict[str, float], seed: int) -> None:
    """Let twenty people send two hundred messages while the bot is killed."""
    shutil.copyfile(seeded(), folder / "sleutelbot.db")
    chance = random.Random(seed)
    asked = await answered(rasa_url, folder)
    assert len(asked) >= 40
    added = ["--telegram-id", "2", "--naam", "Amina", "--talen", "nl", "--gemeenten", "aalten", "--rollen", "vertaler"]
    assert sleutelbot(folder, "sleutelpersoon", "add", *added).returncode == 0
    async with serve() as address, Desk(address) as desk:
        process = Process(folder, address, rasa_url)
        process.start()
        try:
            phones = [Phone(address, number, f"P{number}", "nl", patience=PATIENCE) for number in range(1, 21)]
            for phone in phones:
                await phone.__aenter__()
                await phone.start()
                await phone.press("taal:nl")
            await desk.faults(seed=seed, **faults)
            talkers = [Talker(phone, chance.sample(asked, len(asked))) for phone in phones[2:]]
            killing = asyncio.create_task(kill_often(process, desk, kills, chance))
            await asyncio.gather(conversation(phones[0], phones[1]), *(t.talk(TALKED, killing) for t in talkers))
            await killing
            assert len(process.kills) == kills
            await check(desk, process, talkers, phones, faults)
        finally:
            process.kill()
            for phone in phones:
                await phone.__aexit__(None, None, None)


async def check(
    desk: Desk, process: Process, talkers: list[Talker], phones: list[Phone], faults: dict[str, float]
) -> None:
    """Nothing lost, nothing out of order, no double without a reason."""
    for talker in talkers:
        titles = await talker.titles()
        assert single(titles) == talker.asked, talker.phone.first_name
        assert doubles(titles) <= len(process.kills) + len(faults) * len(talker.asked)
    for phone, word in ((phones[0], "antwoord"), (phones[1], "bericht")):
        assert single(await said(phone, word)) == [f"{word} nummer {number}." for number in range(TALKED)]
    assert await in_flight(desk, process.kills) == 0


@pytest.mark.slow
def test_killed_at_fifty_moments(tmp_path: Path, rasa_url: str) -> None:
    asyncio.run(day(tmp_path, rasa_url, KILLS, {}, seed=20261125))


@pytest.mark.slow
def test_killed_while_telegram_fails_too(tmp_path: Path, rasa_url: str) -> None:
    faults = {"cut_before": 0.02, "cut_after": 0.02, "error_500": 0.02, "twice": 0.05}
    asyncio.run(day(tmp_path, rasa_url, KILLS // 5, faults, seed=7))
