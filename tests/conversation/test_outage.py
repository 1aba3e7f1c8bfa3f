"""Telegram is down for a while: nothing is lost, nothing comes twice, and nobody is told nonsense."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.simulator.driver import Phone
from bot.usecases.queue.clock import tick
from bot.usecases.queue.timekeeping import KEPT
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

SENDING = ["sendMessage", "editMessageText", "deleteMessage", "copyMessage"]


async def bot_said(phone: Phone, *words: str) -> list[str]:
    """Return which of these words the bot said, in the order and as often as it did."""
    shown = [one.text for one in await phone.messages() if one.by == "bot"]
    return [word for text in shown for word in words if word in text]


async def cut_off(town: Town, phone: Phone) -> None:
    """Take Telegram away; a call that waited at that moment is answered before."""
    desk = await town.desk()
    known = (await desk.calls())[-1]["seq"]
    await desk.faults(error_502=1.0)
    await phone.say("/hulp")
    while (call := await desk.called("getUpdates", after=known))["ok"]:
        known = call["seq"]


def test_who_answers_while_telegram_is_down_keeps_the_hulpvraag(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        bilal = await town.sleutelpersoon(202, "Bilal", "nl")
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("Hoe meld ik me aan voor het examen?")
        await samira.until("Bron")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await cut_off(town, samira)
        await amina.say("Dag, ik help je.")
        town.ahead = timedelta(minutes=61)
        assert not _looked(town, minutes=1)
        await (await town.desk()).faults(error_502=0.0)
        await samira.until("Dag, ik help je.", timeout=40)
        await town.until(lambda: _looked(town, minutes=60))
        assert [h.id for h in town.store.hulpvragen.claimed()] == [1]
        town.ahead = timedelta(minutes=95)
        await samira.say("Dank je wel.")
        await amina.until("Dank je wel.")
        await town.until(lambda: _looked(town, minutes=94))
        assert [h.id for h in town.store.hulpvragen.claimed()] == [1]
        assert await bot_said(samira, "Amina kon je nog niet antwoorden") == []
        assert await bot_said(bilal, "neem:1") == []

    in_town(tmp_path, play)


def _looked(town: Town, **span: float) -> bool:
    """Let the clock look; return whether it knows what was said until a time from now."""
    assert town.service is not None
    town.service.timekeeper.keep()
    return (town.store.kept.get(KEPT) or "") > (datetime.now(UTC) + timedelta(**span)).isoformat()


def test_what_happens_while_nothing_can_be_sent_arrives_in_order_and_once(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        bilal = await town.sleutelpersoon(202, "Bilal", "ar")
        carla = await town.sleutelpersoon(203, "Carla", "nl", gemeente="winterswijk")
        samira, tesfay = await town.nieuwkomer(taal="nl"), await town.nieuwkomer(103, "Tesfay", "nl")
        fatma = await town.nieuwkomer(102, "Fatma", "ar")
        await ask_for_human(samira)
        await fatma.say("كيف أسجل للامتحان؟")
        await fatma.until(lambda bubble: "mens" in bubble.data())
        await ask_for_human(fatma)
        await ask_for_human(tesfay)
        await bilal.press("neem:2")
        await bilal.until("Jij helpt nu")
        await amina.until("Nieuwe hulpvraag #3", since=0)
        desk = await town.desk()
        await desk.faults(error_502=1.0, methods=SENDING)
        await amina.press("neem:1")
        await town.until(lambda: len(town.store.hulpvragen.claimed()) == 2)
        for number in range(3):
            await samira.say(f"Vraag {number}.")
            await amina.say(f"Antwoord {number}.")
        await town.until(lambda: town.store.database.value("SELECT count(*) FROM relayed") == 6)
        assert town.service is not None
        for minutes in (16, 61, 49 * 60):
            tick(town.service.house, datetime.now(UTC) + timedelta(minutes=minutes))
        await desk.faults(error_502=0.0, methods=[])
        for phone, last in ((samira, "Het is lang stil"), (amina, "Het is lang stil"), (bilal, "in de wachtrij"),
                            (carla, "hulpvraag #3"), (fatma, "🔄")):  # fmt: skip
            await phone.until(last, since=0, timeout=60)
        expected = ["gaat je helpen", "Antwoord 0.", "Antwoord 1.", "Antwoord 2.", "Het is lang stil"]
        assert await bot_said(samira, *expected) == expected
        expected = ["Jij helpt nu bij hulpvraag #1", "Vraag 0.", "Vraag 1.", "Vraag 2.", "Het is lang stil"]
        assert await bot_said(amina, *expected) == expected

    in_town(tmp_path, play)
