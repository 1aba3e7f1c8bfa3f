"""Handing over: to a person with a note, to a role, and by a coordinator."""

from pathlib import Path

from bot.domain.people import Sleutelpersoon
from bot.simulator.driver import Bubble, Phone
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


async def talk_of(town: Town) -> tuple[Phone, Phone]:
    """Give a nieuwkomer and the sleutelpersoon who took her hulpvraag."""
    amina = await town.sleutelpersoon(201, "Amina")
    samira = await town.nieuwkomer(taal="nl")
    await ask_for_human(samira)
    await amina.press("neem:1")
    await amina.until("Jij helpt nu")
    await samira.until("Amina gaat je helpen")
    return samira, amina


def give_rollen(town: Town, number: int, *rollen: str) -> None:
    """Let a sleutelpersoon hold these roles."""
    person = town.store.people.at(number)
    assert person is not None
    who = person.sleutelpersoon
    assert who is not None
    changed = Sleutelpersoon(who.naam, who.talen, who.gemeenten, frozenset(rollen), who.available)
    town.store.people.change(person, {"sleutelpersoon": changed})


def _button(bubble: Bubble, label: str) -> str:
    return next(str(b["callback_data"]) for row in bubble.buttons for b in row if label in b["text"])


def test_a_person_gets_the_hulpvraag_with_the_note_and_the_files(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await samira.photo()
        await samira.press("mens")
        await samira.press("gemeente:doetinchem")
        await samira.press("mens:ja")
        await amina.press("neem:1")
        await bilal.until("aangenomen door Amina")
        await amina.say("/overdragen")
        asked = await amina.until("Aan wie draag je hulpvraag #1 over?")
        await amina.press(_button(asked, "Bilal"))
        await amina.until("Typ een notitie voor Bilal")
        await amina.say("Brief van DUO, bel haar op 06-12345678 niet")
        await amina.until("overgedragen aan Bilal")
        await bilal.until("Amina heeft hulpvraag #1 aan jou overgedragen")
        card = await bilal.until("Jij helpt nu bij hulpvraag #1")
        assert "Amina: Brief van DUO" in card.text
        assert "12345678" not in card.text
        await bilal.until(lambda bubble: bubble.kind == "photo")
        told = await samira.until("Bilal kan je beter verder helpen dan Amina")
        assert "Brief van DUO" not in "".join(bubble.text for bubble in await samira.messages())
        await samira.say("Ben je daar?")
        await bilal.until("Ben je daar?")
        await bilal.say("Ja, ik kijk mee")
        await samira.until("Ja, ik kijk mee")
        assert told.data() == ["sluit:1"]
        await bilal.press("geef:1")
        await samira.until("Bilal kan je nu niet verder helpen")

    in_town(tmp_path, play)


def test_the_one_who_handed_over_cannot_write_there_any_more(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        await amina.press("overdraag:1")
        await amina.press(_button(await amina.until("Aan wie draag je"), "Bilal"))
        await amina.press("➡️ Zonder notitie")
        await bilal.until("Jij helpt nu")
        said = await amina.say("Nog één ding over je brief")
        await amina.until()
        await samira.until("Bilal kan je beter verder helpen", since=0)
        assert not any(said.text in bubble.text for bubble in await samira.messages())
        await amina.press("overdraag:1")
        assert "werkt niet meer" in await amina.toast()

    in_town(tmp_path, play)


def test_a_role_gets_it_in_the_queue(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        carla = await town.sleutelpersoon(203, "Carla")
        give_rollen(town, 203, "verbinder")
        samira, amina = await talk_of(town)
        await bilal.until("aangenomen door Amina")
        await amina.say("/overdragen")
        await amina.press("aan:1:verbinder")
        await amina.say("zoekt een taalmaatje")
        await amina.until("overgedragen aan verbinder")
        await samira.until("Ik zoek iemand anders")
        offer = await carla.until(lambda bubble: "neem:1" in bubble.data())
        assert "taalmaatje" not in offer.text
        hulpvraag = town.store.hulpvragen.get(1)
        assert hulpvraag is not None
        assert (hulpvraag.state, hulpvraag.rol, hulpvraag.sleutelpersoon_id) == ("waiting", "verbinder", None)
        await carla.press("neem:1", message_id=offer.id)
        card = await carla.until("Jij helpt nu")
        assert "zoekt een taalmaatje" in card.text

    in_town(tmp_path, play)


def test_a_coordinator_hands_over_what_others_have_and_what_waits(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        henk = await town.sleutelpersoon(204, "Henk", talen="nl")
        give_rollen(town, 204, "coordinator")
        samira, amina = await talk_of(town)
        await amina.say("/wachtrij")
        assert not any("overdraag:1" in data for data in (await amina.until("Wachtrij")).data())
        await henk.say("/wachtrij")
        await henk.until(lambda bubble: "overdraag:1" in bubble.data())
        await henk.press("overdraag:1")
        await henk.press(_button(await henk.until("Aan wie draag je"), "Bilal"))
        await henk.press("➡️ Zonder notitie")
        await amina.until("Hulpvraag #1 is overgedragen aan Bilal")
        await bilal.until("Jij helpt nu")
        await samira.until("Bilal kan je beter verder helpen dan Amina")
        fatma = await town.nieuwkomer(102, "Fatma", "ar")
        await ask_for_human(fatma)
        offered = await amina.until("Nieuwe hulpvraag #2")
        await henk.say("/wachtrij")
        await henk.press("overdraag:2")
        to = _button(await henk.until("hulpvraag #2 over?"), "Bilal")
        await henk.press(to)
        await henk.press(to.replace("aan:", "draag:"))
        await bilal.until("Jij helpt nu bij hulpvraag #2")
        changed = await amina.until("#2 is aangenomen door Bilal")
        assert changed.id == offered.id
        await bilal.say("Voor wie is dit?")
        await bilal.until("Je hebt meer open hulpvragen")

    in_town(tmp_path, play)


def test_no_other_may_hand_over(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        _, amina = await talk_of(town)
        await bilal.say("/overdragen")
        await bilal.until("Je helpt nu bij geen hulpvraag")
        await amina.say("/overdragen")
        await amina.press(_button(await amina.until("Aan wie draag je"), "Bilal"))
        await amina.press("❌ Niet overdragen")
        await amina.until("is niet overgedragen")
        hulpvraag = town.store.hulpvragen.get(1)
        assert hulpvraag is not None
        assert hulpvraag.state == "claimed"

    in_town(tmp_path, play)


def test_a_note_is_kept_for_colleagues_and_goes_with_the_hulpvraag(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/notitie Heeft een brief van DUO, mail a@b.nl")
        await amina.until("Nummers en adressen heb ik eruit gehaald")
        await amina.say("/notitie")
        shown = await amina.until("Notities bij hulpvraag #1")
        assert "Heeft een brief van DUO" in shown.text
        assert "a@b.nl" not in shown.text
        await amina.say("Belt maandag met de gemeente", reply_to=shown.id)
        await amina.until("Notitie bij hulpvraag #1 bewaard")
        await amina.press("notitie:1")
        await amina.until("Typ nu je notitie")
        await amina.say("Spreekt liever met een vrouw")
        await amina.until("bewaard")
        await amina.say("Tot maandag!")
        await samira.until("Tot maandag!")
        seen = "".join(bubble.text for bubble in await samira.messages())
        assert all(word not in seen for word in ("brief van DUO", "Belt maandag", "liever met een vrouw"))
        assert len(town.store.talks.notes(1)) == 3
        await amina.say("/afsluiten")
        await samira.until("afgesloten")
        assert town.store.talks.notes(1) == []

    in_town(tmp_path, play)


def test_a_note_that_was_asked_for_can_be_left(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/notitie")
        await amina.until("Typ nu je notitie")
        await amina.press("notitie:1:nee")
        await amina.until("Goed, geen notitie")
        await amina.say("Hallo Samira")
        await samira.until("Hallo Samira")
        assert town.store.talks.notes(1) == []

    in_town(tmp_path, play)
