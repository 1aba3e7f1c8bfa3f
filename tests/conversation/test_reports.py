"""Insults and worse: a sleutelpersoon reports, the conversation stops, a coordinator decides."""

from pathlib import Path

from bot.simulator.driver import Phone
from tests.conversation.test_handing import give_rollen, talk_of
from tests.conversation.test_privacy import delete
from tests.conversation.town import Town, in_town


async def coordinator(town: Town, number: int = 204, name: str = "Carla") -> Phone:
    """Give a coordinator, who speaks a language that nobody asks in."""
    phone = await town.sleutelpersoon(number, name, talen="so")
    give_rollen(town, number, "coordinator")
    return phone


async def reported(town: Town, reason: str = "insult") -> tuple[Phone, Phone]:
    """Give a nieuwkomer who scolded, and the sleutelpersoon who reported her."""
    samira, amina = await talk_of(town)
    await samira.say("Jij bent dom, bel 06-12345678 <nu>")
    await samira.press("📨 Toch sturen")
    await amina.until("Jij bent dom")
    await amina.press("meld:1")
    await amina.until("Wat is er gebeurd in hulpvraag #1")
    await amina.press(f"meld:1:{reason}")
    await amina.until("Dank je dat je dit meldt")
    return samira, amina


def state(town: Town, number: int = 1) -> str:
    """Return where a hulpvraag stands."""
    hulpvraag = town.store.hulpvragen.get(number)
    assert hulpvraag is not None
    return hulpvraag.state


def number_of(town: Town, phone: Phone) -> int:
    """Return the number under which a person is kept."""
    person = town.store.people.at(phone.id)
    assert person is not None
    return person.id


async def saw(phone: Phone, words: str) -> bool:
    """Return whether a phone shows these words anywhere."""
    return any(words in bubble.text for bubble in await phone.messages())


def test_a_report_stops_the_talk_at_once_and_without_fault_others_go_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        carla = await coordinator(town)
        samira, amina = await reported(town)
        told = await samira.until("Het gesprek met Amina is gestopt")
        assert "112" in told.text
        assert told.data() == ["trek:1", "klacht:1"]
        shown = await carla.until("Melding 1 bij hulpvraag #1")
        assert "sleutelpersoon Amina" in shown.text
        assert "Schelden, beledigen of haat" in shown.text
        assert "• Jij bent dom, bel ▮▮▮ <nu>" in shown.text
        assert state(town) == "held"
        await samira.say("Hoe vind ik een huisarts?")
        await samira.until("Bron")
        await samira.say("/mens")
        assert "trek:1" in (await samira.until("Een coördinator kijkt nog")).data()
        await bilal.say("/wachtrij")
        await bilal.until("Er wacht nu niemand")
        await carla.press("melding:1:ok")
        await carla.until("Besluit: geen fout. Door: Carla")
        assert not await saw(carla, "Jij bent dom")
        await samira.until("Je hebt niets fout gedaan")
        await amina.until("Er is geen fout gezien")
        await bilal.until(lambda bubble: "neem:1" in bubble.data() and "Nieuwe hulpvraag #1" in bubble.text)
        await amina.say("/wachtrij")
        await amina.until("Er wacht nu niemand")
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen")
        kept = town.store.reports.get(1)
        assert kept is not None
        assert (kept.words, kept.verdict) == ((), "ok")

    in_town(tmp_path, play)


def test_a_warning_is_decided_once_and_the_second_coordinator_hears_by_whom(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla, dirk = await coordinator(town), await coordinator(town, 205, "Dirk")
        samira, amina = await reported(town, "threat")
        await dirk.until("Melding 1")
        await carla.until("Melding 1")
        await carla.press("melding:1:warn")
        told = await samira.until("Dit mag hier niet: Bedreigen")
        assert "Blijf vriendelijk" in told.text
        assert "niemand anders die jouw taal spreekt" in told.text
        await amina.until("De ander heeft een waarschuwing gekregen")
        await dirk.until("Besluit: waarschuwing. Door: Carla")
        assert state(town) == "waiting"
        assert town.store.people.at(samira.id) is not None
        assert town.store.database.value("SELECT count(*) FROM person WHERE blocked_until IS NOT NULL") == 0

    in_town(tmp_path, play)


def test_who_is_blocked_keeps_the_bot_and_the_numbers_until_a_coordinator_lifts_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla = await coordinator(town)
        samira, amina = await reported(town, "sexual")
        await carla.until("Melding 1")
        await carla.press("melding:1:block")
        told = await samira.until("niet met een mens praten")
        for said in ("Dit mag hier niet: Iets seksueels", "Mij kun je alles blijven vragen", "niet mee eens", "112"):
            assert said in told.text
        await amina.until("voorlopig met niemand meer praten")
        assert state(town) == "withdrawn"
        await samira.say("/mens")
        refused = await samira.until("omdat een gesprek niet goed ging")
        assert "Gemeente Doetinchem" in refused.text
        assert "113" in refused.text
        await samira.say("mijn man slaat mij")
        await samira.until("0800-2000")
        await samira.say("Hoe vind ik een huisarts?")
        await samira.until("Bron")
        await samira.say("/mijngegevens")
        held = await samira.until("Er is een melding over jou, hulpvraag #1")
        assert "niet met mensen praten" in held.text
        await carla.say("/wachtrij")
        await carla.until("Geblokkeerd tot")
        await carla.press(f"deblok:{number_of(town, samira)}")
        await samira.until("De blokkade is opgeheven")
        await samira.say("/mens")
        await samira.press("mens:ja")
        await samira.until(lambda bubble: "trek:2" in bubble.data())
        assert 201 not in town.store.outbox.chats_with("aanbod:2")

    in_town(tmp_path, play)


def test_what_is_over_or_reported_before_is_said_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla = await coordinator(town)
        samira, amina = await talk_of(town)
        await amina.say("/melden")
        await amina.until("Wat is er gebeurd in hulpvraag #1")
        await amina.press("meld:1:nee")
        await amina.until("er is niets gemeld")
        await amina.say("/melden")
        asked = await amina.until("Wat is er gebeurd in hulpvraag #1")
        await samira.say("Ga weg")
        await amina.until("Ga weg")
        await samira.say("/afsluiten")
        await amina.until("afgesloten")
        await amina.press("meld:1:money", asked.id)
        await amina.until("Dank je dat je dit meldt")
        shown = await carla.until("Melding 1")
        assert "Er zijn geen woorden bewaard" in shown.text
        assert state(town) == "closed"
        await amina.say("/melden")
        await amina.press("meld:1:insult")
        await amina.until("Je hebt dit al gemeld")
        await samira.press("heropen:1")
        await samira.until("Een coördinator kijkt nog")
        insult = f"klacht:1:{number_of(town, amina)}:insult"
        await samira.say("/klacht")
        await samira.until("Wat deed Amina?")
        await samira.press(insult)
        await samira.until("Dank je dat je dit zegt. Amina kan je hier niet meer schrijven")
        await carla.until("Melding 2")
        await samira.say("/klacht")
        await samira.press(insult)
        await samira.until("Je hebt dit al gemeld")
        await carla.press("melding:1:ok")
        await carla.press("melding:2:warn")
        await amina.until("Wie hier hulp vraagt, moet zich veilig voelen", since=0)
        await samira.press("heropen:1")
        await town.until(lambda: state(town) == "waiting")
        assert 201 not in town.store.outbox.chats_with("aanbod:1")

    in_town(tmp_path, play)


def test_who_is_gone_in_the_middle(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        carla = await coordinator(town)
        samira, amina = await reported(town)
        await carla.until("Melding 1")
        await delete(amina)
        await carla.say("/wachtrij")
        await carla.press("melding:1")
        again = await carla.until("een sleutelpersoon die weg is")
        assert "Jij bent dom" in again.text
        assert len([bubble for bubble in await carla.messages() if "Jij bent dom" in bubble.text]) == 1
        await delete(samira)
        await carla.until("iemand heeft zijn gegevens verwijderd")
        assert not await saw(carla, "Jij bent dom")
        assert town.store.database.value("SELECT count(*) FROM report") == 0

    in_town(tmp_path, play)
