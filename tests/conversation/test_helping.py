"""Help for the helper: answers into a talk, earlier hulpvragen, professionals, protocol, reminders, saved replies."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.usecases.talk.helping import reminders_due
from tests.conversation.test_handing import talk_of
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


def test_an_official_answer_is_sent_in_the_language_of_the_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer()
        await amina.say("/faq boete")
        await amina.until("Je helpt nu bij geen hulpvraag")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await amina.say("/faq")
        await amina.until("Typ /faq met een woord erachter")
        await amina.say("/faq huisarts")
        found = await amina.until(lambda bubble: "stuur:1:gp" in bubble.data())
        assert len(found.data()) <= 6
        await amina.press("stuur:1:gp")
        told = await amina.until("is naar de nieuwkomer van hulpvraag #1 gestuurd")
        assert "العربية" in told.text
        got = await samira.until("rijksoverheid.nl")
        assert "Amina" in got.text
        assert "🈳" not in got.text
        assert got.data() == ["nl:gp"]
        hulpvraag = town.store.hulpvragen.get(1)
        assert hulpvraag is not None
        assert hulpvraag.answered_at is not None
        await amina.say("/faq qwxz")
        await amina.until("Niets gevonden")

    in_town(tmp_path, play)


def test_an_answer_without_translation_is_said_to_be_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        town.store.database.execute("DELETE FROM answer WHERE topic = 'gp' AND taal = 'ar'")
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer()
        await ask_for_human(samira)
        await amina.press("neem:1")
        await amina.say("/faq huisarts")
        await amina.press("stuur:1:gp")
        await amina.until("de nieuwkomer kreeg Nederlands en Engels")
        await samira.until("Hoe vind ik een huisarts")

    in_town(tmp_path, play)


def test_the_faq_stays_that_of_the_beheerder_and_is_nothing_for_a_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        await henk.say("/faq huisarts")
        await henk.until(lambda bubble: any(data.startswith("faq") for data in bubble.data()))
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/faq huisarts")
        await samira.until("Dat commando ken ik niet")

    in_town(tmp_path, play)


def test_the_card_tells_of_earlier_hulpvragen_without_words(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await samira.say("Mijn geheim is blauw")
        await amina.until("geheim")
        await amina.say("/afsluiten")
        await samira.until("afgesloten")
        await ask_for_human(samira)
        await amina.press("neem:2")
        card = await amina.until("Jij helpt nu bij hulpvraag #2")
        assert "1 eerdere hulpvraag:" in card.text
        assert "blauw" not in card.text

    in_town(tmp_path, play)


def test_what_is_for_a_professional_gives_both_the_numbers_and_the_talk_goes_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        for kind, number, topic in (
            ("medisch", "0800-0113", "gp"),
            ("juridisch", "0800-8020", "legal_help"),
            ("gevaar", "0800-2000", "violence_emergency"),
        ):
            await amina.press("nietmij:1")
            await amina.press(f"nietmij:1:{kind}")
            await amina.until(number)
            got = await samira.until(number, since=0)
            assert f"onderwerp:{topic}" in got.data()
            assert "jullie gesprek blijft open" in got.text
        await samira.say("Dank je")
        await amina.until("Dank je")
        await amina.say("/protocol")
        await amina.until("Als iemand in gevaar is")

    in_town(tmp_path, play)


def test_a_reminder_comes_on_its_day_and_not_when_it_is_over(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/herinner nooit")
        await amina.until("Typ een aantal dagen")
        await amina.say("/herinner 3")
        await amina.until("Ik herinner je op")
        now = datetime.now(UTC)
        assert reminders_due(town.store, now + timedelta(days=2, hours=23)) == []
        due = reminders_due(town.store, now + timedelta(days=3, minutes=1))
        for plan in due:
            town.store.apply(plan, now)
        reminded = await amina.until("Je wilde terugkomen op hulpvraag #1")
        assert "actief:1" in reminded.data()
        assert town.store.talks.reminders(1) == []
        await amina.press("herinner:1:3")
        await amina.until("Ik herinner je op", since=reminded.changed)
        await amina.say("/herinner")
        await amina.press("herinner:1:0")
        await amina.until("Ik herinner je niet meer")
        await amina.say("/herinner 1")
        await amina.until("als die dan nog open is")
        await amina.say("/afsluiten")
        await samira.until("afgesloten")
        assert reminders_due(town.store, now + timedelta(days=30)) == []

    in_town(tmp_path, play)


def test_a_saved_reply_is_sent_in_the_right_language_or_honestly_in_another(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/snel Welkom Hallo, ik kijk er morgen naar.")
        await amina.until("„welkom” is bewaard")
        await amina.say("/snel nummer Bel mij op 0612345678")
        await amina.until("Dit kan ik niet bewaren")
        samira = await town.nieuwkomer()
        await ask_for_human(samira)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await amina.say("/snel")
        listed = await amina.until("Je snelle antwoorden")
        assert "⚠️" in "".join(listed.labels())
        await amina.press(next(data for data in listed.data() if data.startswith("snel:1:")))
        await amina.until("Er is geen versie in het ⁨العربية⁩")
        got = await samira.until("Hallo, ik kijk er morgen naar.")
        assert "🈳" in got.text
        await amina.say("/snel welkom ar مرحبا، سأنظر غدا")
        await amina.until("العربية")
        await amina.say("/snel")
        listed = await amina.until("Je snelle antwoorden")
        assert "⚠️" not in "".join(listed.labels())
        await amina.press(next(data for data in listed.data() if data.startswith("snel:1:")))
        got = await samira.until("مرحبا، سأنظر غدا")
        assert "🈳" not in got.text
        await amina.say("/snel weg welkom")
        await amina.until("„welkom” is weggehaald")
        assert town.store.talks.saved(1) == []

    in_town(tmp_path, play)
