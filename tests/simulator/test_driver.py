"""The phone that tests hold in their hand."""

import asyncio

import pytest

from tests.simulator.room import AMINA, Room, run


def test_until_waits_for_what_comes_after_the_last_deed() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "Welkom")
        await here.amina.say("hallo")
        waiting = asyncio.create_task(here.amina.until("Welkom"))
        second = await here.bot.send_message(AMINA, "Welkom terug")
        assert (await waiting).id == second.message_id
        assert (await here.amina.until("Welkom", since=0)).text == "Welkom"
        assert (await here.amina.until(lambda one: one.text.endswith("terug"))).id == second.message_id

    run(scene)


def test_until_sees_edits() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "vraag")
        await here.amina.say("ja")
        await here.bot.edit_message_text("antwoord", AMINA, sent.message_id)
        assert (await here.amina.until("antwoord")).edited

    run(scene)


def test_waiting_in_vain_shows_the_conversation() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "iets anders")
        with pytest.raises(AssertionError, match=r"Amina waited 0 s for a message[\s\S]*bot text: iets anders"):
            await here.amina.until("nooit", timeout=0)
        with pytest.raises(AssertionError, match="did not call sendVoice"):
            await here.desk.called("sendVoice", timeout=0)

    run(scene)


def test_looking_back() -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(AssertionError, match="sent Amina nothing"):
            await here.amina.last()
        assert await here.amina.buttons() == []
        await here.bot.send_message(AMINA, "een")
        await here.bot.send_message(AMINA, "twee")
        assert (await here.amina.last()).text == "twee"
        said = await here.amina.say("weg")
        await here.amina.erase(said.id)
        assert [one.text for one in await here.amina.messages()] == ["/start", "een", "twee"]
        assert (await here.amina.messages(deleted=True))[-1].deleted

    run(scene)


def test_counters_and_calls() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "een")
        await here.raw("sendMessage", chat_id=AMINA, text="")
        counted = await here.desk.counters()
        assert counted["calls"]["sendMessage"] == 2
        assert counted["codes"] == {"400": 1}
        assert (counted["by_bot"], counted["by_people"], counted["updates"]) == (1, 1, 1)
        first, second = await here.desk.calls("sendMessage")
        assert (first["chat_id"], first["values"]["text"], first["ok"]) == (AMINA, "een", True)
        assert second["description"] == "Bad Request: message text is empty"
        assert second["seq"] > first["seq"]

    run(scene)
