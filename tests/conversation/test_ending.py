"""The end of a hulpvraag: how it ended, how it was, and going on with it again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.hulpvraag import Hulpvraag
from bot.simulator.driver import Bubble, Phone
from bot.usecases.queue.clock import tick
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


def of(town: Town, number: int = 1) -> Hulpvraag:
    found = town.store.hulpvragen.get(number)
    assert found is not None
    return found


async def talked(town: Town, taal: str = "nl") -> tuple[Phone, Phone]:
    """Give a sleutelpersoon and a nieuwkomer who spoke with each other."""
    amina = await town.sleutelpersoon(201, "Amina")
    samira = await town.nieuwkomer(taal=taal)
    await ask_for_human(samira)
    await amina.press("neem:1")
    await amina.until("Jij helpt nu")
    await amina.say("Dag, ik help je.")
    await samira.until("Dag, ik help je.")
    return amina, samira


async def ended(town: Town, taal: str = "nl") -> tuple[Phone, Phone]:
    """Give both after the sleutelpersoon closed."""
    amina, samira = await talked(town, taal)
    await amina.say("/afsluiten")
    await amina.until("Hoe liep hulpvraag #1 af?")
    return amina, samira


def faces(bubble: Bubble) -> bool:
    return bubble.labels() == ["😀", "🙂", "😐", "🙁"]


def meanwhile(town: Town, hours: float) -> None:
    """Move the end and the outcome of the hulpvraag back in time."""
    moments = ", ".join(
        f"{name} = strftime('%Y-%m-%dT%H:%M:%f+00:00', {name}, '-{hours} hours')" for name in ("ended_at", "outcome_at")
    )
    town.store.database.execute(f"UPDATE hulpvraag SET {moments}")


def test_the_sleutelpersoon_says_how_it_ended_and_can_change_it_for_a_day(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, _ = await ended(town)
        assert of(town).last_helper_id == town.store.people.sleutelpersonen()[0].id
        await amina.press("afloop:1:duo")
        shown = await amina.until("Hulpvraag #1: Naar DUO")
        assert "leer" in shown.data()
        await amina.press("afloop:1:duo")
        await amina.toast()
        await amina.press("afloop:1:answered")
        await amina.until("Hulpvraag #1: Beantwoord")
        assert of(town).outcome == "answered"
        meanwhile(town, 25)
        await amina.press("afloop:1:huisarts")
        assert "niet meer veranderen" in await amina.toast()
        left = await amina.until("Hulpvraag #1: Beantwoord")
        assert left.data() == ["leer"]
        assert of(town).outcome == "answered"

    in_town(tmp_path, play)


def test_the_nieuwkomer_says_how_it_was_once_with_a_face(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await ended(town)
        asked = await samira.until(faces)
        await samira.press("oordeel:1:4")
        thanked = await samira.until("😀 Dank je wel!")
        assert thanked.id == asked.id
        assert thanked.data() == []
        assert of(town).rating == 4

    in_town(tmp_path, play)


def test_a_low_face_offers_a_human_again(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await ended(town)
        await samira.press("oordeel:1:2")
        shown = await samira.until("Jammer dat het niet goed ging")
        assert shown.data() == ["mens"]

    in_town(tmp_path, play)


def test_nobody_is_asked_how_it_was_when_nobody_spoke(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.press("sluit:1")
        await samira.until("Het gesprek is gestopt")
        await amina.until("Hoe liep hulpvraag #1 af?")
        await samira.say("/hulp")
        await samira.until("Dit kun je doen")
        assert not any(faces(bubble) for bubble in await samira.messages())

    in_town(tmp_path, play)


def test_no_contact_takes_the_question_back_and_another_outcome_returns_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        asked = await samira.until(faces)
        await amina.press("afloop:1:no_contact")
        await samira.until(lambda bubble: bubble.id == asked.id and bubble.data() == [], since=0)
        await amina.press("afloop:1:answered")
        await samira.until(lambda bubble: bubble.id == asked.id and faces(bubble), since=0)
        await samira.press("oordeel:1:3")
        await samira.until("🙂 Dank je wel!")
        await amina.press("afloop:1:no_contact")
        await amina.until("Hulpvraag #1: Geen contact")
        assert of(town).rating == 3

    in_town(tmp_path, play)


def test_after_removal_of_data_the_buttons_answer_kindly(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        await samira.until(faces, since=0)
        await samira.say("/verwijder")
        await samira.press("verwijder:ja")
        await samira.until("We bewaren niets meer van jou")
        await amina.press("afloop:1:duo")
        kind = await amina.until("De nieuwkomer heeft zijn gegevens verwijderd")
        assert kind.data() == ["leer"]
        await samira.press("oordeel:1:4")
        assert await samira.toast()
        await samira.press("heropen:1")
        await samira.until(lambda bubble: bubble.data() == ["mens"])

    in_town(tmp_path, play)


def test_a_typed_reply_to_the_question_reaches_no_other_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, _ = await ended(town)
        asked = await amina.until("Hoe liep hulpvraag #1 af?", since=0)
        other = await town.nieuwkomer(102, "Tesfay", "nl")
        await ask_for_human(other)
        await amina.press("neem:2")
        await amina.until("Jij helpt nu")
        await amina.say("Zij ging naar DUO.", reply_to=asked.id)
        await amina.until("Hulpvraag #1 is voorbij")
        assert not any("DUO" in bubble.text for bubble in await other.messages())

    in_town(tmp_path, play)


def test_a_silent_end_is_noted_as_no_contact_and_can_be_set_right(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await talked(town)
        assert town.service is not None
        for hours in (49, 74):
            tick(town.service.house, datetime.now(UTC) + timedelta(hours=hours))
        town.service.outbox.wake()
        closed = await samira.until("omdat het lang stil was")
        assert "heropen:1" in closed.data()
        noted = await amina.until("Hulpvraag #1: Geen contact")
        assert "afloop:1:answered" in noted.data()
        assert of(town).outcome == "no_contact"
        assert not any(faces(bubble) for bubble in await samira.messages())

    in_town(tmp_path, play)
