"""A day of the region: 22 sleutelpersonen, eight gemeenten, eight languages, 300 hulpvragen, with a faulty network."""

import asyncio
import random
import re
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

import pytest

from bot.content.gemeenten import gemeenten
from bot.domain.hulpvraag import State
from bot.simulator.driver import Bubble, Phone
from bot.simulator.errors import Refused
from tests.conversation.town import Town, in_town

pytestmark = pytest.mark.slow
SLEUTELPERSONEN, HULPVRAGEN, AT_ONCE = 22, 300, 24
TALEN = ("nl", "en", "ar", "ti", "fa", "tr", "so", "uk")
FAULTS = {"cut_before": 0.01, "error_500": 0.01, "error_502": 0.01, "twice": 0.05}
PATIENCE = 180.0
CLAIMS = re.compile(r"neem:(\d+)")


@dataclass
class Day:
    """What the people of the day count: answers each nieuwkomer got, and how long the first took."""

    answers: Counter[int] = field(default_factory=Counter)
    first: list[float] = field(default_factory=list)
    asked: Counter[int] = field(default_factory=Counter)
    done: bool = False


@dataclass
class Helper:
    """A sleutelpersoon who claims what he is offered and answers each question once, as a reply to it."""

    phone: Phone
    day: Day
    seen: set[tuple[int, int]] = field(default_factory=set)

    async def work(self) -> None:
        """Work until the day is done."""
        while not self.day.done:
            for bubble in await self.phone.messages():
                if bubble.by == "bot" and (bubble.id, bubble.changed) not in self.seen:
                    self.seen.add((bubble.id, bubble.changed))
                    await self._react(bubble)
            await self._something_new()

    async def _something_new(self) -> None:
        def new(bubble: Bubble) -> bool:
            return (bubble.id, bubble.changed) not in self.seen

        with suppress(AssertionError):
            await self.phone.until(new, timeout=1.0, since=0)

    async def _react(self, bubble: Bubble) -> None:
        if offered := next((found for data in bubble.data() if (found := CLAIMS.fullmatch(data))), None):
            with suppress(AssertionError, Refused):  # the offer may be gone by now: somebody else has it
                await self.phone.press(offered.group(), bubble.id, timeout=10)
        elif question := re.search(r"vraag nummer (\d+)\.", bubble.text):
            self.day.asked[int(question.group(1))] += 1
            await self.phone.say(f"antwoord nummer {question.group(1)}.", reply_to=bubble.id)


async def _nieuwkomer(town: Town, number: int, day: Day, places: asyncio.Semaphore, chance: random.Random) -> None:
    """Ask for a human, say one thing, and stop when the answer is there."""
    async with places:
        phone = await town.phone(1000 + number, f"N{number}", TALEN[number % len(TALEN)])
        await phone.start()
        await phone.press(f"taal:{TALEN[number % len(TALEN)]}", timeout=PATIENCE)
        await phone.until(lambda bubble: "mens" in bubble.data(), timeout=PATIENCE)
        await phone.say("/mens")
        await phone.press(f"gemeente:{chance.choice(sorted(gemeenten()))}", timeout=PATIENCE)
        await phone.press("mens:ja", timeout=PATIENCE)
        since = time.monotonic()
        await phone.until(lambda bubble: any(data.startswith("sluit:") for data in bubble.data()), timeout=PATIENCE)
        await phone.say(f"vraag nummer {number}.")
        answer = await phone.until(f"antwoord nummer {number}.", timeout=PATIENCE)
        day.first.append(time.monotonic() - since)
        await phone.say("/afsluiten")
        await phone.until("🏁", timeout=PATIENCE)
        said = [one for one in await phone.messages() if one.by == "bot" and f"antwoord nummer {number}." in one.text]
        day.answers[number] = len(said)
        assert answer.id == said[0].id


def test_a_day_of_the_region_loses_nothing_and_doubles_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def play(town: Town) -> None:
        chance, day = random.Random(22), Day()
        slugs = sorted(gemeenten())
        helpers = []
        for number in range(SLEUTELPERSONEN):
            talen = {TALEN[number % 8], TALEN[(number * 3 + 1) % 8]}
            phone = await town.sleutelpersoon(
                200 + number, f"Helper{number}", ",".join(sorted(talen)), gemeente=slugs[number % 8]
            )
            phone.patience = PATIENCE
            helpers.append(Helper(phone, day))
        await (await town.desk()).faults(seed=22, **FAULTS)
        places = asyncio.Semaphore(AT_ONCE)
        async with asyncio.TaskGroup() as working:
            for helper in helpers:
                working.create_task(helper.work())
            async with asyncio.TaskGroup() as asking:
                for number in range(HULPVRAGEN):
                    asking.create_task(_nieuwkomer(town, number, day, places, chance))
            day.done = True
        states = Counter(row["state"] for row in town.store.database.rows("SELECT state FROM hulpvraag"))
        assert states == {State.CLOSED: HULPVRAGEN}
        assert day.answers == dict.fromkeys(range(HULPVRAGEN), 1), "each got his answer, and got it once"
        assert day.asked == dict.fromkeys(range(HULPVRAGEN), 1), "each question reached one sleutelpersoon, once"
        with capsys.disabled():
            print(f" first answer after {median(day.first):.1f} s (median), {max(day.first):.1f} s (most)", end="")

    in_town(tmp_path, play)
