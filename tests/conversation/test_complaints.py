"""A nieuwkomer complains about a sleutelpersoon: he never reads it himself, and somebody else helps on at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.simulator.driver import Phone
from bot.usecases.queue.clock import tick
from tests.conversation.test_handing import give_rollen, talk_of
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.test_privacy import delete
from tests.conversation.test_reports import coordinator, number_of, saw, state
from tests.conversation.town import Town, in_town


async def complained(town: Town, samira: Phone, amina: Phone) -> None:
    """Let a nieuwkomer say with two buttons what the sleutelpersoon did."""
    await samira.press("klacht:1")
    asked = await samira.until("Wat deed Amina?")
    assert "Amina niet" in asked.text
    await samira.press(f"klacht:1:{number_of(town, amina)}:sexual")


def test_a_coordinator_who_is_reported_does_not_get_it_and_is_taken_out_of_the_offers(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        samira, amina = await talk_of(town)
        give_rollen(town, 201, "coordinator", "vertaler")
        bilal = await town.sleutelpersoon(202, "Bilal")
        fatma = await town.nieuwkomer(102, "Fatma", "nl")
        await ask_for_human(fatma)
        await amina.press("neem:2")
        await fatma.until("Amina gaat je helpen")
        await amina.say("/wachtrij")
        await amina.press("actief:1")
        await amina.say("Kom naar mijn huis, schat")
        await samira.until("Kom naar mijn huis")
        await complained(town, samira, amina)
        told = await samira.until("Dank je dat je dit zegt. Amina kan je hier niet meer schrijven")
        assert "Ik zoek iemand anders" in told.text
        assert "112" in told.text
        await amina.until("Het gesprek in hulpvraag #1 is gestopt")
        shown = await henk.until("Melding 1 bij hulpvraag #1")
        assert "Over: sleutelpersoon Amina" in shown.text
        assert "Kom naar mijn huis" in shown.text
        assert not await saw(amina, "Melding 1")
        await bilal.until(lambda bubble: "neem:1" in bubble.data())
        await amina.say("/wachtrij")
        queue = await amina.until("Wachtrij")
        assert "neem:1" not in queue.data()
        assert not await saw(amina, "wacht op een besluit")
        await henk.press("melding:1:block")
        await henk.until("Sleutelpersoon Amina is na een klacht geblokkeerd")
        await amina.until("Je hulpvragen gaan naar anderen")
        await samira.until("De ander kan hier voorlopig met niemand meer praten")
        await fatma.until("Amina kan je nu niet verder helpen")
        assert state(town, 2) == "waiting"
        await amina.say("/beschikbaar")
        await amina.until("geen hulpvragen aannemen")
        await amina.say("/wachtrij")
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen")

    in_town(tmp_path, play)


def test_both_at_once_each_gets_a_decision(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla = await coordinator(town)
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        await complained(town, samira, amina)
        await bilal.until(lambda bubble: "neem:1" in bubble.data())
        await amina.press("meld:1")
        await amina.press("meld:1:threat")
        await amina.until("Dank je dat je dit meldt")
        assert state(town) == "held"
        await bilal.until("Hulpvraag #1 is niet meer nodig")
        await carla.until("Melding 2")
        await carla.press("melding:1:ok")
        await amina.until("Je hebt niets fout gedaan")
        assert state(town) == "held"
        await carla.press("melding:2:ok")
        await samira.until("Je hebt niets fout gedaan")
        await bilal.until(lambda bubble: "neem:1" in bubble.data())
        assert state(town) == "waiting"

    in_town(tmp_path, play)


def test_when_the_coordinator_is_gone_the_beheerder_gets_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        carla = await coordinator(town)
        samira, amina = await talk_of(town)
        await complained(town, samira, amina)
        await carla.until("Melding 1")
        assert not await saw(henk, "Melding 1")
        await delete(carla)
        assert town.service is not None
        tick(town.service.house, datetime.now(UTC))
        tick(town.service.house, datetime.now(UTC) + timedelta(seconds=10))
        town.service.outbox.wake()
        await henk.until("Melding 1")
        await delete(amina)
        await henk.until("iemand heeft zijn gegevens verwijderd")
        assert town.store.database.value("SELECT count(*) FROM report") == 0
        assert state(town) == "waiting"

    in_town(tmp_path, play)
