"""Somebody is gone in the middle: removed, blocked or deleted, on either side, in every state of a hulpvraag."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.content.gemeenten import gemeenten
from bot.interpreter import Reader
from bot.simulator.driver import Phone
from bot.usecases.people import enrolling
from bot.usecases.turn import House
from tests.conversation.test_handing import talk_of
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

TYPED = "Hier staat iets over Samira."
AWAITED = {
    "note": ["/notitie"],
    "signal": ["/signaal", "signaal:thema:start", "signaal:plek:regio"],
    "hand_over": ["/overdragen", "aan:1:verbinder"],
    "nothing": [],
}


def remove(town: Town, number: int) -> None:
    """Remove a sleutelpersoon as the command line does."""
    house = House(town.store, Reader(town.store.search, town.settings.data), gemeenten())
    enrolling.remove(house, number, datetime.now(UTC))


def state(town: Town) -> str:
    """Return the state of the only hulpvraag."""
    hulpvraag = town.store.hulpvragen.get(1)
    assert hulpvraag is not None
    return hulpvraag.state


async def nobody_else_read(phone: Phone, words: str) -> None:
    """Check that what was typed reached nobody."""
    assert not any(words in bubble.text for bubble in await phone.messages() if bubble.by == "bot")


@pytest.mark.parametrize("what", AWAITED)
def test_a_sleutelpersoon_is_removed_in_the_middle(tmp_path: Path, what: str) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        for deed in AWAITED[what]:
            await (amina.say(deed) if deed.startswith("/") else amina.press(deed))
            await amina.until()
        remove(town, 201)
        await amina.until("Je bent geen sleutelpersoon meer")
        await samira.until("Amina is niet meer bereikbaar", since=0)
        assert state(town) == "waiting"
        await amina.say(TYPED)
        await amina.until(lambda bubble: "mens" in bubble.data())
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen", since=0)
        await bilal.say("Dag Samira")
        await samira.until("Dag Samira", since=0)
        await nobody_else_read(samira, TYPED)
        await nobody_else_read(bilal, TYPED)
        assert town.store.talks.notes(1) == []

    in_town(tmp_path, play)


def test_an_offer_of_somebody_who_was_removed_is_over(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, bilal = await town.sleutelpersoon(201, "Amina"), await town.sleutelpersoon(202, "Bilal")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.until(lambda bubble: "neem:1" in bubble.data(), since=0)
        remove(town, 201)
        await amina.press("neem:1")
        assert "werkt niet meer" in await amina.toast()
        assert state(town) == "waiting"
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen")

    in_town(tmp_path, play)


@pytest.mark.parametrize("deleted", [False, True])
@pytest.mark.parametrize("when", ["waiting", "claimed", "closed", "reopened"])
def test_a_nieuwkomer_is_gone(tmp_path: Path, when: str, deleted: bool) -> None:
    async def play(town: Town) -> None:
        samira, amina = await _until(town, when)
        if deleted:
            await samira.say("/verwijder")
            await samira.press("verwijder:ja")
            await samira.until("We bewaren niets meer van jou")
        else:
            await samira.block()
            person = town.store.people.at(samira.id)
            assert person is not None
            await town.until(lambda: not town.store.people.get(person.id).reachable)
        if when == "claimed":
            await amina.until("is gestopt" if deleted else "niet meer bereikbaar")
        await amina.say("Hallo, ben je daar?")
        await amina.until()
        await amina.say("/wachtrij")
        await amina.until("Wachtrij")
        if when in ("waiting", "reopened"):
            await amina.press("neem:1") if not deleted else None
            await (amina.until("niet meer bereikbaar") if not deleted else amina.until())
        assert town.store.inbox.counts().get("failed", 0) == 0
        assert (town.store.hulpvragen.get(1) is None) is deleted

    in_town(tmp_path, play)


@pytest.mark.parametrize("deleted", [False, True])
@pytest.mark.parametrize("when", ["waiting", "claimed", "closed", "reopened"])
def test_a_sleutelpersoon_is_gone(tmp_path: Path, when: str, deleted: bool) -> None:
    async def play(town: Town) -> None:
        samira, amina = await _until(town, when)
        if deleted:
            await amina.say("/verwijder")
            await amina.press("verwijder:ja")
            await amina.until("We bewaren niets meer van jou")
        else:
            await amina.block()
            await town.until(lambda: not town.store.people.sleutelpersonen()[0].reachable)
        if when == "claimed":
            await samira.until("niet meer bereikbaar", since=0)
        bilal = await town.sleutelpersoon(202, "Bilal")
        if when == "closed":
            await samira.press("heropen:1")
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen", since=0)
        assert town.store.inbox.counts().get("failed", 0) == 0

    in_town(tmp_path, play)


async def _until(town: Town, when: str) -> tuple[Phone, Phone]:
    """Give a nieuwkomer and a sleutelpersoon whose hulpvraag has come so far."""
    if when == "waiting":
        amina, samira = await town.sleutelpersoon(201, "Amina"), await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.until(lambda bubble: "neem:1" in bubble.data(), since=0)
        return samira, amina
    samira, amina = await talk_of(town)
    if when in ("closed", "reopened"):
        await amina.say("/afsluiten")
        await samira.until("afgesloten")
    if when == "reopened":
        await samira.press("heropen:1")
        await amina.until(lambda bubble: "neem:1" in bubble.data())
    return samira, amina


def test_what_either_side_types_after_the_end_reaches_nobody(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        said = await amina.say("Dag Samira")
        got = await samira.until("Dag Samira")
        await samira.press("sluit:1")
        await amina.until("🏁")
        await amina.say("Nog één ding, Samira", reply_to=said.id)
        await amina.until()
        await samira.say("Nog één vraag, Amina", reply_to=got.id)
        await samira.until()
        await samira.photo()
        await samira.until()
        await nobody_else_read(samira, "Nog één ding")
        await nobody_else_read(amina, "Nog één vraag")
        assert not any(bubble.kind == "photo" for bubble in await amina.messages())

    in_town(tmp_path, play)
