"""See and remove what is kept."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.simulator.driver import Phone
from bot.usecases.people import privacy
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
        queued = "SELECT count(*) FROM outbox WHERE chat_id = ? AND state = 'queued'"
        await town.until(lambda: database.value(queued, (phone.id,)) == 0)

    in_town(tmp_path, play)


def test_no_removes_nothing(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/verwijder")
        await phone.press("verwijder:nee")
        await phone.until("We verwijderen niets")
        assert town.store.people.at(phone.id) is not None

    in_town(tmp_path, play)


def test_what_is_kept_is_shown_in_words_and_whole(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", talen="ar,ti", gemeente="oost-gelre")
        await amina.press("taal:en")
        await amina.say("Is <b> & <i> allowed?")
        await amina.until(lambda bubble: "mens" in bubble.data())
        await amina.voice()
        await amina.until(lambda bubble: bubble.data() == ["mens"])
        database = town.store.database
        database.execute(
            "UPDATE person SET gemeente = 'anders', doelgroep = 'gezinsmigrant', wet = '2013', naam = 'A<b',"
            " version = version + 1 WHERE telegram_id = 201"
        )
        await amina.say("/mijngegevens")
        shown = (await amina.until("Telegram")).text
        assert "Is <b> & <i> allowed?" in shown
        assert "A<b" in shown
        assert "Somewhere else" in shown
        assert "(gezinsmigrant" in shown
        assert "1 January 2022" in shown
        assert "1 file" in shown
        assert "العربية" in shown
        assert "ትግር" in shown
        assert "Oost Gelre" in shown
        assert "vertaler" in shown

    in_town(tmp_path, play)


async def delete(phone: Phone) -> None:
    """Let somebody remove everything."""
    await phone.say("/verwijder")
    await phone.press("verwijder:ja")
    await phone.until("We bewaren niets meer van jou")


def mentions(town: Town, number: int) -> list[str]:
    """Return every place in the database that still holds a number."""
    database = town.store.database
    found = []
    for table in database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ):
        for row in database.rows(f"SELECT * FROM {table['name']}"):
            found += [f"{table['name']}.{name} = {v}" for name, v in row.items() if str(number) in str(v)]
    return found


def test_no_table_holds_the_number_of_a_person_who_is_gone(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(7202202, "Amina")
        phone = await town.nieuwkomer(7101101, taal="nl")
        await ask_for_human(phone)
        await amina.press("neem:1")
        await phone.until("Amina gaat je helpen")
        await phone.say("Ik kreeg een brief van de gemeente.")
        copied = await amina.until("Ik kreeg een brief van de gemeente.")
        await amina.say("Wat staat erin?", reply_to=copied.id)
        await phone.until("Wat staat erin?")
        await delete(phone)
        await amina.until("Hulpvraag #1 is gestopt")
        while town.store.database.value("SELECT count(*) FROM outbox WHERE state = 'queued'"):
            await amina.say("/hulp")
            await amina.until("Dit kun je doen")
        assert mentions(town, phone.id) == []

    in_town(tmp_path, play)


def test_blocking_the_bot_afterwards_makes_nobody_known(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        other = await town.nieuwkomer(102, "Tesfay", "nl")
        await delete(phone)
        await phone.block()
        await phone.unblock()
        await other.say("/menu")
        await other.until(lambda bubble: "thema:exams" in bubble.data())
        await phone.block()
        while town.store.inbox.counts().get("new", 0):
            await other.say("/hulp")
            await other.until("Dit kun je doen")
        assert town.store.people.at(phone.id) is None

    in_town(tmp_path, play)


def test_a_sleutelpersoon_who_is_gone_has_the_commands_of_anybody(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        desk = await town.desk()
        assert "wachtrij" in await amina.commands()
        before = (await desk.calls())[-1]["seq"]
        await delete(amina)
        await desk.called("setMyCommands", after=before)
        assert "wachtrij" not in await amina.commands()
        assert "menu" in await amina.commands()

    in_town(tmp_path, play)


def test_a_published_text_names_no_account(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        await henk.say("/faq huisarts")
        await henk.press("faq:gp")
        shown = await henk.until("Antwoord op dit bericht")
        await henk.say("Bel <b>eerst</b> de huisarts.", reply_to=shown.id)
        await henk.press("faqzet:ja")
        await henk.until("Gepubliceerd")
        authors = town.store.database.rows("SELECT DISTINCT author FROM answer WHERE author LIKE 'beheerder%'")
        assert authors == [{"author": "beheerder"}]

    in_town(tmp_path, play)


def test_a_last_question_is_kept_no_longer_than_the_others(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Hoe vind ik een huisarts?")
        await phone.until("Bron")
        store, now = town.store, datetime.now(UTC)
        privacy.purge(store, now + privacy.QUESTIONS_KEPT - timedelta(days=1))
        kept = store.people.at(phone.id)
        assert kept is not None
        assert kept.last_question == "Hoe vind ik een huisarts?"
        privacy.purge(store, now + privacy.QUESTIONS_KEPT + timedelta(days=1))
        after = store.people.at(phone.id)
        assert after is not None
        assert (after.last_question, after.last_topic) == (None, None)
        assert store.questions.of_person(after.id) == 0

    in_town(tmp_path, play)
