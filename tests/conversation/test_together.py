"""A second sleutelpersoon in one hulpvraag: asked along with consent, heard by both others, and going again."""

import asyncio
from pathlib import Path

from bot.simulator.driver import Phone
from tests.conversation.test_handing import give_rollen, talk_of
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


async def asked_along(samira: Phone, amina: Phone, rol: str) -> None:
    """Let the sleutelpersoon ask somebody with a role along, and the nieuwkomer agree."""
    await amina.press("erbij:1")
    await amina.press(f"erbij:1:{rol}")
    await amina.until("gevraagd of er iemand bij mag")
    await samira.press(await _button(samira, f":{rol}:ja"))


async def three(town: Town) -> tuple[Phone, Phone, Phone]:
    """Give a nieuwkomer, the sleutelpersoon who took her hulpvraag, and the one who helps along."""
    bilal = await town.sleutelpersoon(202, "Bilal")
    give_rollen(town, 202, "verbinder")
    samira, amina = await talk_of(town)
    await asked_along(samira, amina, "verbinder")
    await amina.until("Ik heb 1 persoon gevraagd")
    await bilal.press("mee:1")
    await bilal.until("Je helpt mee met Amina")
    await samira.until("Bilal (verbinder) helpt nu ook mee, samen met Amina")
    await amina.until("Bilal helpt mee in hulpvraag #1")
    return samira, amina, bilal


async def _button(phone: Phone, ends: str) -> str:
    bubble = await phone.until(lambda one: any(data.endswith(ends) for data in one.data()))
    return next(data for data in bubble.data() if data.endswith(ends))


def test_what_anybody_says_reaches_both_others(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        said = await samira.say("Ik snap de brief niet")
        first = await amina.until("#1: Ik snap de brief niet")
        second = await bilal.until("#1: Ik snap de brief niet")
        await amina.say("Ik lees hem voor", reply_to=first.id)
        heard = await samira.until("Amina: Ik lees hem voor")
        assert heard.reply_to == said.id
        told = await bilal.until("👥 #1 Amina: Ik lees hem voor")
        assert told.reply_to == second.id
        await bilal.say("En ik bel de gemeente")
        await samira.until("Bilal: En ik bel de gemeente")
        await amina.until("👥 #1 Bilal: En ik bel de gemeente")
        await samira.photo(caption="de brief")
        for each in (amina, bilal):
            await each.until(lambda bubble: bubble.kind == "photo" and "de brief" in (bubble.text or ""))

    in_town(tmp_path, play)


def test_an_edit_and_taking_back_reach_both(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        said = await samira.say("Morgen om 9 uur")
        await bilal.until("Morgen om 9 uur")
        await samira.edit(said.id, "Morgen om 10 uur")
        copies = {each: await each.until("Morgen om 10 uur") for each in (amina, bilal)}
        await samira.say("/weg", reply_to=said.id)
        await samira.until("Je bericht is weggehaald")
        for each, copy in copies.items():
            await each.gone(copy.id)
        assert sum("weggehaald" in bubble.text for bubble in await samira.messages()) == 1

    in_town(tmp_path, play)


def test_what_one_sends_by_a_button_the_other_reads_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await bilal.say("/snel dag Goedemiddag, ik help mee")
        await bilal.until("„dag” is bewaard")
        await bilal.say("/snel")
        await bilal.press(await _button(bilal, "snel:1:1"))
        await samira.until("Bilal: Goedemiddag, ik help mee")
        await amina.until("👥 #1 Bilal: Goedemiddag, ik help mee")
        await amina.say("/faq huisarts")
        await amina.press("stuur:1:gp")
        seen = await bilal.until("👥 #1 Amina: 📨 Hoe vind ik een huisarts?")
        told = await amina.until("is naar de nieuwkomer van hulpvraag #1 gestuurd")
        await amina.say("/weg", reply_to=told.id)
        await bilal.gone(seen.id)

    in_town(tmp_path, play)


def test_without_consent_nobody_is_asked(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        await amina.press("erbij:1")
        shown = await amina.until("Wie vraag je erbij in hulpvraag #1?")
        whom = next(data for data in shown.data() if data.startswith("erbij:1:") and data[-1].isdigit())
        await amina.press(whom)
        await samira.until("wil er iemand bij vragen")
        await samira.press(await _button(samira, ":nee"))
        await samira.until("er komt niemand bij")
        await amina.until("heeft er liever niemand bij")
        assert not any("mee:1" in bubble.data() for bubble in await bilal.messages())

    in_town(tmp_path, play)


def _id(town: Town, number: int) -> int:
    person = town.store.people.at(number)
    assert person is not None
    return person.id


def test_the_first_who_says_yes_comes_along_and_the_others_are_told(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        chaya = await town.sleutelpersoon(203, "Chaya")
        dora = await town.sleutelpersoon(204, "Dora")
        samira, amina = await talk_of(town)
        await asked_along(samira, amina, "vertaler")
        await amina.until("Ik heb 3 personen gevraagd")
        await dora.press("niet:1")
        await dora.until("je helpt niet mee")
        await asyncio.gather(bilal.press("mee:1"), chaya.press("mee:1"))
        await town.until(lambda: bool((h := town.store.hulpvragen.get(1)) and h.second_id))
        hulpvraag = town.store.hulpvragen.get(1)
        assert hulpvraag is not None
        won, other = (bilal, chaya) if hulpvraag.second_id == _id(town, 202) else (chaya, bilal)
        await won.until("Je helpt mee met Amina")
        await other.until(f"{won.first_name} helpt mee in hulpvraag #1")
        assert not any("Jij helpt nu bij" in bubble.text for bubble in await other.messages())
        assert town.store.hulpvragen.load() == {_id(town, 201): 1, hulpvraag.second_id: 1}

    in_town(tmp_path, play)


def test_when_everybody_says_no_the_first_hears_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        await asked_along(samira, amina, "vertaler")
        await bilal.press("niet:1")
        await amina.until("Niemand kan nu meehelpen in hulpvraag #1")

    in_town(tmp_path, play)


def test_the_second_stops_and_the_talk_goes_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await bilal.say("/overdragen")
        await bilal.until("Je helpt nu bij geen hulpvraag")
        await bilal.say("/afsluiten")
        await bilal.until("Amina gaat verder. Dank je wel!")
        await samira.until("Bilal is gestopt. Amina helpt je verder")
        await amina.until("Bilal helpt niet meer mee")
        await samira.say("Ben je er nog?")
        await amina.until("Ben je er nog?")
        assert not any("Ben je er nog?" in bubble.text for bubble in await bilal.messages())
        await amina.press("erbij:1")
        await amina.until("Wie vraag je erbij")

    in_town(tmp_path, play)


def test_when_the_first_gives_it_back_the_second_goes_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await amina.press("geef:1")
        await amina.until("Bilal gaat verder met hulpvraag #1")
        await bilal.until("Hulpvraag #1 is nu van jou")
        told = await samira.until("Bilal kan je beter verder helpen dan Amina")
        assert "Wat is je vraag?" not in told.text, "the second one heard it already"
        await bilal.say("Ik help je verder")
        await samira.until("Bilal: Ik help je verder")
        assert not any("Ik help je verder" in bubble.text for bubble in await amina.messages())
        await bilal.press("sluit:1")
        await samira.until("Bilal heeft het gesprek afgesloten")

    in_town(tmp_path, play)


def test_closing_ends_it_for_all_three(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await samira.say("/afsluiten")
        await amina.until("De nieuwkomer heeft hulpvraag #1 afgesloten")
        await bilal.until("Hulpvraag #1 is afgesloten")
        await bilal.say("Hallo?")
        await bilal.until(lambda bubble: "Hulpvraag #1 is voorbij" in bubble.text or "menu" in bubble.data())
        assert not any("Hallo?" in bubble.text for bubble in await samira.messages())

    in_town(tmp_path, play)


def test_whoever_removes_his_data_leaves_the_others_in_the_talk(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina, bilal = await three(town)
        await amina.say("/verwijder")
        await amina.press("verwijder:ja")
        await bilal.until("Hulpvraag #1 is nu van jou")
        await samira.until("Wat je nu typt of stuurt, gaat naar Bilal")
        await samira.say("Dag Bilal")
        await bilal.until("Dag Bilal")

    in_town(tmp_path, play)


def test_an_invitation_is_taken_back_when_the_hulpvraag_ends(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira, amina = await talk_of(town)
        await asked_along(samira, amina, "vertaler")
        await bilal.until(lambda bubble: "mee:1" in bubble.data())
        await amina.press("sluit:1")
        await bilal.until("Meehelpen in hulpvraag #1 is niet meer nodig")
        await ask_for_human(samira)
        await bilal.press("neem:2")
        await samira.until("Bilal gaat je helpen")

    in_town(tmp_path, play)
