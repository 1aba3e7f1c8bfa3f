"""Going on with a hulpvraag that ended: with the same sleutelpersoon first, within a time, never two at once."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.usecases.queue.clock import tick
from bot.usecases.queue.desk_rules import set_rule
from tests.conversation.test_ending import ended, faces, meanwhile, of
from tests.conversation.town import Town, in_town


def test_going_on_is_offered_to_the_same_one_first(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        before = of(town)
        await samira.press("heropen:1")
        said = await samira.until("Ik vraag het eerst aan Amina")
        assert "je taal en je gemeente" in said.text
        assert "is gewist" in said.text
        await amina.until("wil verder praten")
        await amina.until(lambda bubble: "neem:1" in bubble.data() and "Nieuwe hulpvraag" in bubble.text)
        waiting = of(town)
        assert (waiting.state, waiting.wave, waiting.sleutelpersoon_id, waiting.outcome) == ("waiting", 0, None, None)
        assert waiting.created_at > before.created_at
        await samira.press("heropen:1")
        await samira.until("staat al klaar")
        await amina.press("afloop:1:duo")
        assert "weer open" in await amina.toast()
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await samira.until("Wat is je vraag?", since=0)

    in_town(tmp_path, play)


def test_going_on_goes_to_others_when_the_same_one_is_away(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        bilal = await town.sleutelpersoon(202, "Bilal")
        await amina.say("/afwezig")
        await amina.until("Je bent afwezig")
        await samira.press("heropen:1")
        await samira.until("Ik zoek iemand anders")
        await bilal.until("Nieuwe hulpvraag")
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen")
        await amina.press("afloop:1:duo")
        assert "weer open" in await amina.toast()
        await bilal.say("Dag!")
        await bilal.press("sluit:1")
        await bilal.press("afloop:1:gemeente")
        await bilal.until("Hulpvraag #1: Naar de gemeente")
        await amina.press("afloop:1:duo")
        assert "werkt niet meer" in await amina.toast()

    in_town(tmp_path, play)


def test_whoever_was_asked_before_is_asked_again_when_nobody_goes_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        amina, samira = await ended(town)
        await bilal.until("aangenomen door Amina")
        await samira.press("heropen:1")
        await amina.until("wil verder praten")
        assert town.service is not None
        for minutes in (16, 32, 48):
            tick(town.service.house, datetime.now(UTC) + timedelta(minutes=minutes))
        town.service.outbox.wake()
        await bilal.until(lambda bubble: "neem:1" in bubble.data())

    in_town(tmp_path, play)


def test_going_on_ends_after_a_time_that_can_be_set(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await ended(town)
        set_rule(town.store, "reopen", 120)
        meanwhile(town, 3)
        await samira.press("heropen:1")
        late = await samira.until("Met dit gesprek kun je niet meer verder")
        assert late.data() == ["mens"]
        set_rule(town.store, "reopen", 240)
        await samira.press("heropen:1")
        await samira.until("Je hulpvraag is weer open")

    in_town(tmp_path, play)


def test_who_has_another_open_hulpvraag_cannot_go_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await ended(town)
        await samira.say("/mens")
        await samira.press("mens:ja")
        await samira.until(lambda bubble: "trek:2" in bubble.data())
        await samira.press("heropen:1")
        await samira.until("staat al klaar")
        assert of(town).state == "closed"

    in_town(tmp_path, play)


def test_how_it_was_is_asked_once_for_a_hulpvraag_that_went_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        await samira.press("oordeel:1:3")
        await samira.until("🙂 Dank je wel!")
        await samira.press("heropen:1")
        await samira.until("weer open")
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await amina.say("Nog een keer dag!")
        await samira.until("Nog een keer dag!")
        await samira.press("sluit:1")
        await samira.until("Het gesprek is gestopt")
        await amina.until("Hoe liep hulpvraag #1 af?")
        await samira.say("/hulp")
        await samira.until("Dit kun je doen")
        assert not any(faces(bubble) for bubble in await samira.messages())
        assert of(town).rating == 3

    in_town(tmp_path, play)
