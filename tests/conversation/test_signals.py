"""Signals: a sleutelpersoon tells what he sees, others support it, the answer of the gemeente comes back to all."""

import json
from pathlib import Path

from bot.simulator.driver import Phone
from tests.commandline.shell import sleutelbot
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

SEEN = "Niemand begrijpt de brief over het PIP"


async def give(phone: Phone, text: str = SEEN, place: str = "regio") -> None:
    """Give a signal."""
    await phone.say("/signaal")
    await phone.press("signaal:thema:start")
    await phone.press(f"signaal:plek:{place}")
    await phone.until("Wat zie je?")
    await phone.say(text)
    await phone.until("Klopt het?")
    await phone.press("signaal:stuur")
    await phone.until("is bij de gemeente")


def test_a_signal_goes_to_the_beheerder_without_personal_data_and_the_answer_to_all_who_support_it(
    tmp_path: Path,
) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina = await town.sleutelpersoon(201, "Amina")
        bilal = await town.sleutelpersoon(202, "Bilal", taal="en")
        await give(amina, f"{SEEN}, zegt 0612345678", "doetinchem")
        told = await henk.until("Nieuw signaal")
        assert SEEN in told.text
        assert "Doetinchem" in told.text
        assert "0612345678" not in told.text
        assert "Amina" not in told.text
        await bilal.say("/signaal")
        await bilal.press("signaal:lijst:0")
        await bilal.press("signaal:steun:1:0")
        await bilal.until("👥 2")
        await bilal.press("signaal:steun:1:0")
        assert "✅" in await bilal.toast()
        await henk.say("/beheer")
        assert "Signalen zonder antwoord: 1" in (await henk.until("Beheer")).text
        await henk.say("/signalen")
        await henk.press("signalen:lees:1")
        shown = await henk.until("Daarna kies je")
        await henk.say("We schrijven de brief opnieuw.", reply_to=shown.id)
        await henk.until("Dit gaat naar 2 sleutelpersonen")
        await henk.press("signalen:doe:change")
        await henk.until("Verstuurd naar 2 sleutelpersonen")
        await amina.until("De gemeente gaat dit veranderen", since=0)
        await amina.until("We schrijven de brief opnieuw.", since=0)
        await bilal.until("We schrijven de brief opnieuw.", since=0)
        signal = town.store.signals.get(1)
        assert signal is not None
        assert (signal.open, signal.action, signal.count) == (False, "change", 2)
        await bilal.press("signaal:steun:1:0")
        assert "⌛" in await bilal.toast()

    in_town(tmp_path, play)


def test_a_signal_never_reaches_the_nieuwkomer_of_an_open_hulpvraag(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await samira.say("Hallo Amina")
        asked = await amina.until("Hallo Amina")
        await amina.say("/signaal")
        await amina.press("signaal:thema:anders")
        await amina.press("signaal:plek:regio")
        await amina.until("Wat zie je?")
        await amina.say("Hallo Samira", reply_to=asked.id)
        await samira.until("Hallo Samira")
        await amina.voice()
        await amina.until("Typ het in woorden")
        await amina.say("De wachttijd is vijf maanden")
        await amina.until("Klopt het?")
        await amina.say("Wat is je vraag?")
        await samira.until("Wat is je vraag?")
        assert not any("vijf maanden" in bubble.text or bubble.kind == "voice" for bubble in await samira.messages())
        await amina.press("signaal:stop")
        await amina.until("niets verstuurd")
        assert town.store.signals.count_open() == 0

    in_town(tmp_path, play)


def test_a_signal_is_typed_again_and_sent_once_after_a_restart(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/signaal")
        await amina.press("signaal:thema:anders")
        await amina.press("signaal:plek:regio")
        await amina.until("Wat zie je?")
        await amina.say("a" * 1001)
        await amina.until("korter dan 1000")
        await amina.say("Mijn man slaat mij niet, maar in de cursus slaat iemand een vrouw")
        await amina.until("Klopt het?")
        await amina.press("signaal:opnieuw")
        await amina.until("Wat zie je?")
        await town.stop()
        await town.start()
        await amina.say(SEEN)
        await amina.until("Klopt het?")
        await amina.press("signaal:stuur")
        await amina.until("is bij de gemeente")
        assert [signal.text for signal in town.store.signals.open()] == [SEEN]

    in_town(tmp_path, play)


def test_danger_in_a_signal_shows_the_numbers_and_keeps_the_signal(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/signaal")
        await amina.press("signaal:thema:help")
        await amina.press("signaal:plek:regio")
        await amina.until("Wat zie je?")
        await amina.say("mijn man slaat mij en ik ben bang")
        await amina.until("0800-2000")
        await amina.until("Klopt het?")

    in_town(tmp_path, play)


def test_two_beheerders_do_not_answer_over_each_other(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina = await town.sleutelpersoon(201, "Amina")
        await give(amina)
        told = await henk.until("Nieuw signaal")
        await henk.say("Eerste antwoord", reply_to=told.id)
        await henk.press("signalen:doe:look")
        await amina.until("Eerste antwoord", since=0)
        await henk.say("Tweede antwoord", reply_to=told.id)
        await henk.until("Jouw antwoord is niet verstuurd")
        again = await henk.until("komt weer bij iedereen")
        await henk.say("Beter antwoord", reply_to=again.id)
        await henk.press("signalen:doe:cannot")
        await amina.until("Beter antwoord", since=0)
        await henk.say("/signalen")
        await henk.until("Er is hier nu niets")
        await henk.press("signalen:lijst:klaar:0")
        await henk.until(lambda bubble: "signalen:lees:1" in bubble.data())

    in_town(tmp_path, play)


def test_signals_stay_without_the_one_who_gave_them_and_are_listed_on_the_command_line(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina = await town.sleutelpersoon(201, "Amina")
        bilal = await town.sleutelpersoon(202, "Bilal")
        await give(amina)
        told = await henk.until("Nieuw signaal")
        await bilal.say("/signaal")
        await bilal.press("signaal:lijst:0")
        await bilal.press("signaal:steun:1:0")
        await bilal.until("👥 2")
        await amina.say("/mijngegevens")
        await amina.until("1 signaal dat je gaf")
        await amina.say("/verwijder")
        await amina.press("verwijder:ja")
        await amina.until("We bewaren niets meer van jou")
        listed = sleutelbot(tmp_path, "signaal", "list", "--json")
        rows = json.loads(listed.stdout)
        assert [(row["id"], row["status"], row["mensen"], row["tekst"]) for row in rows] == [(1, "open", 2, SEEN)]
        assert "Amina" not in listed.stdout
        await henk.say("Dank voor dit signaal", reply_to=told.id)
        await henk.press("signalen:doe:look")
        await bilal.until("Dank voor dit signaal", since=0)
        plain = sleutelbot(tmp_path, "signaal", "list").stdout.split("\t")
        assert plain[:5] == ["1", "answered", "2", "start", "–"]

    in_town(tmp_path, play)


def test_a_nieuwkomer_and_a_removed_sleutelpersoon_are_answered_kindly(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/signaal")
        shown = await amina.until("Signaal voor de gemeente")
        sleutelbot(tmp_path, "sleutelpersoon", "remove", "201")
        await amina.press("signaal:thema:start", message_id=shown.id)
        assert "werkt niet meer" in await amina.toast()
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/signaal")
        await samira.until("commando ken ik niet")

    in_town(tmp_path, play)
