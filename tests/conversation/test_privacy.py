"""See and remove what is kept."""

from pathlib import Path

from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


def test_everything_is_shown_and_removed_after_one_confirmation(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Hoe vind ik een huisarts?")
        await phone.until("Bron")
        await ask_for_human(phone)
        await amina.press("neem:1")
        await phone.until("Amina gaat je helpen")
        await phone.say("/mijngegevens")
        shown = await phone.until("Dit bewaren we van je")
        assert "Doetinchem" in shown.text
        assert "1 vraag" in shown.text
        await phone.say("/verwijder")
        await phone.press("verwijder:ja")
        await phone.until("We bewaren niets meer van jou")
        await amina.until("Hulpvraag #1 is gestopt")
        database = town.store.database
        assert town.store.people.at(phone.id) is None
        assert database.value("SELECT count(*) FROM question") == 0
        assert database.value("SELECT count(*) FROM hulpvraag") == 0
        assert database.value("SELECT count(*) FROM outbox WHERE chat_id = ? AND state = 'queued'", (phone.id,)) == 0

    in_town(tmp_path, play)


def test_no_removes_nothing(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/verwijder")
        await phone.press("verwijder:nee")
        await phone.until("We verwijderen niets")
        assert town.store.people.at(phone.id) is not None

    in_town(tmp_path, play)
