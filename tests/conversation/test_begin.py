"""Beginning, languages, menus."""

from pathlib import Path

from bot.i18n import TALEN
from tests.conversation.town import Town, in_town


def test_start_greets_in_the_phones_language_and_offers_all_sixteen(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.phone(1, "Samira", "ar")
        await phone.start()
        greeting = await phone.until(lambda bubble: "taal:ar" in bubble.data())
        assert greeting.data() == [f"taal:{taal}" for taal in TALEN]
        assert "العربية" in greeting.labels()

    in_town(tmp_path, play)


def test_a_phone_in_another_language_is_greeted_in_dutch_and_english(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.phone(1, "Wei", "zh-hans")
        await phone.start()
        greeting = await phone.until("Welkom bij Sleutelbot")
        assert "Kies je taal" in greeting.text

    in_town(tmp_path, play)


def test_after_the_language_the_menu_comes_and_everything_is_reached_by_buttons(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.phone(1, "Jan", "nl")
        await phone.start()
        await phone.press("taal:nl")
        await phone.until(lambda bubble: "thema:exams" in bubble.data())
        await phone.press("thema:exams")
        await phone.until(lambda bubble: "onderwerp:exam_cost" in bubble.data())
        await phone.press("onderwerp:exam_registration")
        answer = await phone.until("Bron")
        assert "Mijn Inburgering" in answer.text
        assert "mens" in answer.data()

    in_town(tmp_path, play)


def test_the_command_menu_follows_language_and_role(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        nieuwkomer = await town.nieuwkomer(taal="nl")
        beheerder = await town.beheerder()
        desk = await town.desk()
        calls = await desk.calls("setMyCommands")
        while len(calls) < 3:
            await desk.called("setMyCommands", after=calls[-1]["seq"] if calls else -1)
            calls = await desk.calls("setMyCommands")
        assert "wachtrij" not in await nieuwkomer.commands()
        assert "mens" in await nieuwkomer.commands()
        assert "faq" in await beheerder.commands()

    in_town(tmp_path, play)


def test_taal_changes_the_language_for_good(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/taal")
        await phone.press("taal:en")
        await phone.until(lambda bubble: "thema:exams" in bubble.data())
        person = town.store.people.at(phone.id)
        assert person is not None
        assert person.taal == "en"

    in_town(tmp_path, play)


def test_help_names_the_commands_of_ones_role(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/hulp")
        everybody = await samira.until("Dit kun je doen")
        assert "/woord" in everybody.text
        assert "/wachtrij" not in everybody.text
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/hulp")
        own = await amina.until("Dit kun je doen")
        assert "🔑 /vertalingen" in own.text
        assert "/beheer" not in own.text

    in_town(tmp_path, play)
