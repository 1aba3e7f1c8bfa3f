"""getUpdates: waiting, confirming, and two who ask at once."""

import asyncio

import pytest
from telegram.error import Conflict

from tests.simulator.room import AMINA, Room, bot_at, run


def test_updates_stay_until_they_are_confirmed() -> None:
    async def scene(here: Room) -> None:
        for word in ("een", "twee", "drie"):
            await here.amina.say(word)
        first = await here.bot.get_updates(limit=2)
        again = await here.bot.get_updates()
        assert [one.update_id for one in again][:2] == [one.update_id for one in first]
        assert [one.update_id - again[0].update_id for one in again] == [0, 1, 2]
        rest = await here.bot.get_updates(offset=again[1].update_id + 1)
        assert [one.message.text for one in rest if one.message] == ["drie"]
        assert (await here.desk.counters())["pending"] == 1

    run(scene)


def test_a_negative_offset_keeps_the_last() -> None:
    async def scene(here: Room) -> None:
        for word in ("een", "twee", "drie"):
            await here.amina.say(word)
        kept = await here.bot.get_updates(offset=-1)
        assert [one.message.text for one in kept if one.message] == ["drie"]
        assert (await here.desk.counters())["pending"] == 1

    run(scene)


def test_a_long_poll_returns_as_soon_as_something_comes() -> None:
    async def scene(here: Room) -> None:
        seen = (await here.desk.counters())["seq"]
        polling = asyncio.create_task(here.bot.get_updates(timeout=30))
        await here.desk.called("getUpdates", after=seen)
        await here.amina.say("Hallo")
        updates = await asyncio.wait_for(polling, 10)
        assert updates[0].message is not None
        assert updates[0].message.text == "Hallo"

    run(scene)


def test_an_empty_poll_ends_in_time() -> None:
    async def scene(here: Room) -> None:
        assert await here.bot.get_updates(timeout=1) == ()

    run(scene, started=False)


def test_the_later_poller_wins() -> None:
    async def scene(here: Room) -> None:
        seen = (await here.desk.counters())["seq"]
        async with bot_at(here.address) as rival:
            polling = asyncio.create_task(here.bot.get_updates(timeout=30))
            await here.desk.called("getUpdates", after=seen)
            second = asyncio.create_task(rival.get_updates(timeout=30))
            with pytest.raises(Conflict, match="terminated by other getUpdates request; make sure that only one"):
                await asyncio.wait_for(polling, 10)
            await here.amina.start()
            assert len(await asyncio.wait_for(second, 10)) == 1

    run(scene, started=False)


def test_a_poller_that_hung_up_takes_nothing_along() -> None:
    async def scene(here: Room) -> None:
        seen = (await here.desk.counters())["seq"]
        polling = asyncio.create_task(here.bot.get_updates(timeout=30))
        await here.desk.called("getUpdates", after=seen)
        polling.cancel()
        await asyncio.wait([polling])
        await here.amina.start()
        assert len(await here.bot.get_updates(timeout=5)) == 1

    run(scene, started=False)


def test_only_what_was_asked_for() -> None:
    async def scene(here: Room) -> None:
        await here.bot.get_updates(offset=-1, allowed_updates=["message"])
        said = await here.amina.say("een")
        await here.amina.edit(said.id, "twee")
        await here.amina.block()
        await here.bot.get_updates(allowed_updates=[])
        await here.amina.unblock()
        kinds = [sorted(one.to_dict())[0] for one in await here.bot.get_updates()]
        assert kinds[-2:] == ["message", "my_chat_member"]

    run(scene)


def test_not_while_a_webhook_is_set() -> None:
    async def scene(here: Room) -> None:
        seen = (await here.desk.counters())["seq"]
        polling = asyncio.create_task(here.bot.get_updates(timeout=30))
        await here.desk.called("getUpdates", after=seen)
        await here.bot.set_webhook("https://127.0.0.1:1/hook")
        with pytest.raises(Conflict, match="terminated by setWebhook request"):
            await asyncio.wait_for(polling, 10)
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await here.bot.get_updates()
        await here.bot.delete_webhook()
        assert await here.bot.get_updates() == ()

    run(scene, started=False)


def test_a_chat_id_that_is_no_number() -> None:
    async def scene(here: Room) -> None:
        answer = await here.raw("sendMessage", chat_id="@iemand", text="x")
        assert answer["description"] == "Bad Request: chat not found"
        assert (await here.raw("sendMessage", text="x"))["description"] == "Bad Request: chat_id is empty"
        assert (await here.raw("getChat", chat_id=AMINA))["ok"]

    run(scene)
