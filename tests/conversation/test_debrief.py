"""After a heavy hulpvraag: who helped is asked how he is, may be called, and is asked once more the next day."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.simulator.driver import Phone
from bot.usecases.queue.clock import tick
from tests.conversation.test_ending import ended, of, talked
from tests.conversation.test_handing import give_rollen
from tests.conversation.town import Town, in_town

ASKED = "was misschien zwaar. Hoe gaat het met jou?"


def _pass(town: Town, **span: float) -> None:
    assert town.service is not None
    tick(town.service.house, datetime.now(UTC) + timedelta(**span))
    town.service.outbox.wake()


def _kept(town: Town) -> int:
    return int(town.store.database.value("SELECT count(*) FROM debrief"))


async def _heavy(town: Town) -> Phone:
    """Give the sleutelpersoon who says herself that it was heavy."""
    amina, _ = await ended(town)
    await amina.press("afloop:1:zwaar")
    await amina.until(ASKED)
    return amina


def test_after_danger_the_sleutelpersoon_is_asked_and_the_coordinator_calls(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla = await town.sleutelpersoon(203, "Carla", "nl")
        give_rollen(town, 203, "coordinator")
        amina, samira = await talked(town)
        assert not of(town).danger
        await samira.say("mijn man slaat mij en ik ben bang")
        await amina.until("lijkt iemand in gevaar")
        assert of(town).danger
        await samira.say("/mijngegevens")
        await samira.until("misschien gevaar")
        await samira.say("/afsluiten")
        asked = await amina.until(ASKED)
        assert asked.data() == ["na:1:goed", "na:1:blijft", "na:1:praten"]
        assert not of(town).danger, "the mark goes when it ends"
        await amina.say("/mijngegevens")
        await amina.until("hoe het gaat na een zwaar gesprek")
        await amina.press("na:1:praten")
        told = await amina.until("Ik heb je coördinator gevraagd om je te bellen")
        assert "huisarts" in told.text
        call = await carla.until("Amina had een zwaar gesprek (hulpvraag #1)")
        assert "slaat" not in call.text
        assert _kept(town) == 0

    in_town(tmp_path, play)


def test_who_gives_it_back_or_hands_it_over_after_danger_is_asked_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        amina, samira = await talked(town)
        await samira.say("mijn man slaat mij en ik ben bang")
        await amina.until("lijkt iemand in gevaar")
        await amina.press("geef:1")
        assert (await amina.until(ASKED)).data() == ["na:1:goed", "na:1:blijft", "na:1:praten"]
        await bilal.press("neem:1")
        await bilal.until("Jij helpt nu")
        await bilal.press("overdraag:1")
        shown = await bilal.until("Aan wie")
        await bilal.press(next(data for data in shown.data() if data.endswith("verbinder")))
        await bilal.until("notitie")
        await bilal.press("draag:1:verbinder")
        await bilal.until(ASKED)

    in_town(tmp_path, play)


def test_who_marks_it_heavy_is_asked_once_more_the_next_day_and_then_no_more(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await _heavy(town)
        await amina.press("na:1:blijft")
        shown = await amina.until("Ik vraag het je morgen nog een keer")
        assert "praat met je coördinator" in shown.text
        assert shown.data() == ["na:1:goed", "na:1:praten"]
        await amina.press("afloop:1:zwaar")
        _pass(town, minutes=1)
        assert not any("Gisteren" in bubble.text for bubble in await amina.messages())
        _pass(town, hours=48)
        await amina.until("Gisteren bleef hulpvraag #1 in je hoofd")
        _pass(town, hours=49)
        await amina.press("na:1:blijft")
        await amina.until("Blijf er niet alleen mee")
        assert _kept(town) == 0
        asked = [bubble for bubble in await amina.messages() if "Gisteren" in bubble.text or ASKED in bubble.text]
        assert asked == []

    in_town(tmp_path, play)


def test_a_good_answer_keeps_nothing(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await _heavy(town)
        await amina.press("na:1:goed")
        await amina.until("Dank je wel dat je er was")
        assert _kept(town) == 0

    in_town(tmp_path, play)


def test_a_coordinator_is_not_asked_to_call_herself_and_a_question_without_answer_goes(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await _heavy(town)
        give_rollen(town, 201, "vertaler", "coordinator")
        await amina.press("na:1:praten")
        await amina.until("Er is nu geen coördinator die ik kan vragen")
        await amina.press("afloop:1:zwaar")
        await amina.until(ASKED)
        _pass(town, days=6)
        assert _kept(town) == 1
        _pass(town, days=8)
        assert _kept(town) == 0

    in_town(tmp_path, play)


def test_without_danger_nobody_is_asked(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, _ = await ended(town)
        await amina.press("afloop:1:answered")
        await amina.until("Hulpvraag #1: Beantwoord")
        assert _kept(town) == 0

    in_town(tmp_path, play)
