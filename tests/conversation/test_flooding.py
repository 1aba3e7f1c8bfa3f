"""Somebody sends very much: told once, nothing lost in silence, danger always heard, and a way back."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.flooding import Flow
from bot.simulator.driver import Phone
from bot.usecases.queue.clock import tick
from tests.conversation.test_handing import talk_of
from tests.conversation.test_together import three
from tests.conversation.town import Town, in_town

PAUSE, MUTE, AGAIN = "Dat gaat snel", "niets meer. Ben je een mens?", "Ik lees je berichten weer"
STOPS, GOES_ON = "heel veel berichten tegelijk", "geef ik weer door"


def _flow(town: Town, phone: Phone) -> Flow:
    person = town.store.people.at(phone.id)
    found = town.store.flows.of(person.id) if person else None
    assert found is not None
    return found


async def _flood(town: Town, phone: Phone, count: int) -> Flow:
    """Let a phone send so many texts; return its flow when all of them were handled."""
    before = town.store.inbox.counts().get("done", 0)
    for number in range(count):
        await phone.say(f"bericht {number}.")
    await town.until(lambda: town.store.inbox.counts().get("done", 0) >= before + count)
    return _flow(town, phone)


async def _told(phone: Phone, words: str) -> int:
    return sum(words in bubble.text for bubble in await phone.messages() if bubble.by == "bot")


def _later(town: Town, **span: float) -> None:
    """Let the clock look as it would after a time."""
    assert town.service is not None
    tick(town.service.house, datetime.now(UTC) + timedelta(**span))
    town.service.outbox.wake()


def _calm(town: Town, seconds: int) -> None:
    """Put everything that was sent so many seconds back."""
    for name in ("at", "until"):
        back = f"strftime('%Y-%m-%dT%H:%M:%f', {name}, '-{seconds} seconds') || '+00:00'"
        town.store.database.execute(f"UPDATE flow SET {name} = {back}")


def test_sixty_messages_are_told_once_and_what_did_not_arrive_is_counted(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        flow = await _flood(town, samira, 60)
        told = await samira.until(PAUSE, since=0)
        assert "60 seconden" in told.text
        assert "112" in told.text
        first = next(bubble for bubble in await samira.messages() if bubble.id == told.reply_to)
        assert first.text == f"bericht {60 - flow.missed}."
        _later(town, minutes=1, seconds=5)
        again = await samira.until(AGAIN, since=0)
        assert f"{flow.missed} berichten na mijn waarschuwing zijn niet aangekomen" in again.text
        assert (await _told(samira, PAUSE), await _told(samira, MUTE)) == (1, 0)
        await samira.say("Hoe meld ik me aan voor het examen?")
        await samira.until("Bron")

    in_town(tmp_path, play)


def test_inside_a_conversation_the_other_side_is_told_once_that_it_stops_and_that_it_goes_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        flow = await _flood(town, samira, 130)
        assert flow.muted
        assert (await _told(samira, PAUSE), await _told(samira, MUTE)) == (1, 1)
        await amina.until(STOPS, since=0)
        assert await _told(amina, "bericht ") == await _told(amina, STOPS) + 130 - flow.missed
        await samira.until(lambda bubble: bubble.data() == ["verder"], since=0)
        await town.stop()
        await town.start()
        await samira.say("ik ga nog even door")
        await samira.press("verder")
        assert "Wacht tien seconden" in await samira.toast()
        _calm(town, 11)
        await samira.press("verder")
        await samira.until(AGAIN)
        await amina.until(GOES_ON, since=0)
        await samira.say("nu ben ik er weer")
        await amina.until("nu ben ik er weer", since=0)
        assert await _told(amina, "ik ga nog even door") == 0
        assert (await _told(amina, STOPS), await _told(amina, GOES_ON)) == (1, 1)

    in_town(tmp_path, play)


def test_the_one_who_helps_along_hears_of_it_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await _flood(town, samira, 60)
        for each in (amina, bilal):
            await each.until(STOPS, since=0)
        _later(town, minutes=1, seconds=5)
        for each in (amina, bilal):
            await each.until(GOES_ON, since=0)
            assert (await _told(each, STOPS), await _told(each, GOES_ON)) == (1, 1)

    in_town(tmp_path, play)


def test_danger_is_heard_in_a_mute_and_after_a_restart_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        assert (await _flood(town, samira, 130)).muted
        await town.stop()
        await town.start()
        await samira.say("mijn man slaat mij, help")
        await samira.until("0800-2000")
        assert _flow(town, samira).muted

    in_town(tmp_path, play)


def test_the_sleutelpersoon_is_warned_of_danger_in_a_mute_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        assert (await _flood(town, samira, 130)).muted
        await samira.say("mijn man slaat mij, help")
        await amina.until("mijn man slaat mij", since=0)
        await amina.until("Ik heb de nummers gestuurd", since=0)

    in_town(tmp_path, play)


def test_a_human_and_removal_can_be_had_in_a_mute_and_removal_forgets_the_flow(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        assert (await _flood(town, samira, 130)).muted
        await samira.say("/menu")
        await samira.say("/mens")
        await samira.until("Waar woon je?")
        await samira.say("/start")
        await samira.until("Kies je taal")
        await samira.say("/verwijder")
        await samira.press("verwijder:ja")
        await samira.until("We bewaren niets meer van jou")
        assert town.store.database.value("SELECT count(*) FROM flow") == 0

    in_town(tmp_path, play)


def test_buttons_and_edits_count_and_a_pressed_button_is_answered(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        said = await samira.say("hoi")
        for number in range(20):
            await samira.edit(said.id, f"hoi {number}")
        for _ in range(20):
            await samira.press("menu")
        await samira.until(PAUSE, since=0)
        await samira.press("menu")
        assert "te snel" in await samira.toast()
        assert await _told(samira, PAUSE) == 1

    in_town(tmp_path, play)


def test_who_helps_may_send_more(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await _flood(town, amina, 60)
        await samira.until("bericht 59.", since=0)
        assert await _told(amina, PAUSE) == 0

    in_town(tmp_path, play)


def test_what_was_sent_over_ten_minutes_and_arrives_at_once_is_no_flood(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        town.store.database.execute("DELETE FROM flow")
        await town.stop()
        desk, began = await town.desk(), int(time.time()) - 600
        me = {"id": samira.id, "is_bot": False, "first_name": "Samira"}
        chat = {"id": samira.id, "type": "private", "first_name": "Samira"}
        for number in range(100):
            body = {"message_id": 7000 + number, "date": began + 6 * number, "chat": chat, "from": me}
            await desk.update("message", body | {"text": f"regel {number}."})
        await town.start()
        await amina.until("regel 99.", since=0)
        assert await _told(amina, "regel ") == 100
        assert await _told(samira, PAUSE) == 0

    in_town(tmp_path, play)


def test_a_pause_that_ended_unseen_is_told_with_the_next_message(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await _flood(town, samira, 60)
        _calm(town, 70)
        await town.stop()
        await samira.say("ben je daar nog?")
        await town.start()
        await samira.until(AGAIN, since=0)
        await amina.until(GOES_ON, since=0)
        await amina.until("ben je daar nog?", since=0)

    in_town(tmp_path, play)
