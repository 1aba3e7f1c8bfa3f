"""Faults by plan and by seeded chance, as the bot meets them."""

import asyncio
import logging

import pytest
from telegram.error import BadRequest, NetworkError, TimedOut

from bot.simulator.errors import ApiError, Refused
from bot.simulator.faults import Chances, Faults
from tests.simulator.room import AMINA, Room, run


def test_cut_before_nothing_happened() -> None:
    async def scene(here: Room) -> None:
        await here.desk.plan("sendMessage", "cut_before")
        with pytest.raises(NetworkError, match="httpx"):
            await here.bot.send_message(AMINA, "weg")
        assert [one.text for one in await here.amina.messages()] == ["/start"]
        await here.bot.send_message(AMINA, "nu wel")
        assert [one["fault"] for one in await here.desk.calls("sendMessage")] == ["cut_before", ""]

    run(scene)


def test_cut_after_it_happened_all_the_same() -> None:
    async def scene(here: Room) -> None:
        await here.desk.plan("sendMessage", "cut_after", times=2)
        for _ in range(2):
            with pytest.raises(NetworkError, match="httpx"):
                await here.bot.send_message(AMINA, "toch")
        assert [one.text for one in await here.amina.messages()] == ["/start", "toch", "toch"]

    run(scene)


@pytest.mark.parametrize(("kind", "words"), [("error_500", "Internal Server Error"), ("error_502", "Bad Gateway")])
def test_server_errors(kind: str, words: str) -> None:
    async def scene(here: Room) -> None:
        await here.desk.plan("sendMessage", kind)
        with pytest.raises(NetworkError, match=words):
            await here.bot.send_message(AMINA, "weg")
        assert [one.text for one in await here.amina.messages()] == ["/start"]

    run(scene)


def test_any_answer_can_be_planned() -> None:
    async def scene(here: Room) -> None:
        await here.desk.plan("*", "answer", code=400, description="Bad Request: vandaag niet")
        with pytest.raises(BadRequest, match="Vandaag niet"):
            await here.bot.send_message(AMINA, "x")
        await here.desk.plan("sendMessage", "answer", code=429, description="Too Many Requests", retry_after=7)
        answer = await here.raw("sendMessage", chat_id=AMINA, text="x")
        assert answer["parameters"] == {"retry_after": 7}
        with pytest.raises(Refused, match="There is no fault moon"):
            await here.desk.plan("sendMessage", "moon")
        with pytest.raises(Refused, match="There is no such switch"):
            await here.desk.faults(moon=1)

    run(scene)


def test_a_download_can_fail() -> None:
    async def scene(here: Room) -> None:
        sent = await here.amina.voice()
        assert sent.media is not None
        file = await here.bot.get_file(sent.media["file_id"])
        await here.desk.plan("download", "cut_before")
        with pytest.raises(NetworkError):
            await file.download_as_bytearray()
        await here.desk.plan("download", "error_500")
        with pytest.raises(NetworkError, match="Internal Server Error"):
            await file.download_as_bytearray()
        assert await file.download_as_bytearray()

    run(scene)


def test_updates_come_twice_with_the_same_id() -> None:
    async def scene(here: Room) -> None:
        await here.desk.faults(twice=1.0)
        await here.amina.say("een")
        first = (await here.bot.get_updates())[-1]
        again = await here.bot.get_updates(offset=first.update_id + 1)
        assert first in again
        assert first not in await here.bot.get_updates(offset=first.update_id + 1)

    run(scene)


def test_a_slow_network() -> None:
    async def scene(here: Room) -> None:
        await here.desk.faults(latency=30, methods=["sendMessage"])
        with pytest.raises(TimedOut):
            await here.bot.send_message(AMINA, "traag", read_timeout=0.05)
        await here.bot.send_location(AMINA, 51, 6)
        await here.desk.faults(latency=0)
        await here.bot.send_message(AMINA, "weer gewoon")

    run(scene)


def test_chance_is_seeded_and_knows_its_methods() -> None:
    def row(seed: int, method: str = "sendMessage") -> list[str | ApiError | None]:
        faults = Faults()
        faults.switch(Chances(seed, cut_before=0.2, cut_after=0.2, methods=["sendmessage"]))
        return [faults.draw(method) for _ in range(40)]

    assert row(1) == row(1) != row(2)
    assert {"cut_before", "cut_after", None} == set(row(1))
    assert set(row(1, "getUpdates")) == {None}


def test_a_bot_that_tries_again_gets_through_all_faults(caplog: pytest.LogCaptureFixture) -> None:
    async def scene(here: Room) -> None:
        await here.desk.faults(seed=3, cut_before=0.15, cut_after=0.15, error_500=0.15, error_502=0.15)
        for number in range(20):
            await _insist(here, str(number))
        shown = [int(one.text) for one in await here.amina.messages() if one.by == "bot"]
        assert sorted(set(shown)) == list(range(20))
        assert shown == sorted(shown)
        assert len(shown) > 20

    with caplog.at_level(logging.ERROR):
        run(scene)
    assert not caplog.records


async def _insist(here: Room, text: str) -> None:
    async with asyncio.timeout(20):
        while True:
            try:
                await here.bot.send_message(AMINA, text)
                return
            except NetworkError:
                continue
