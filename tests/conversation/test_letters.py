"""The letter check: three sleutelpersonen mark what is unclear, others take over, the result has no names."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.letters import LONGEST, MOST_PARAGRAPHS, PARAGRAPH, paragraphs
from bot.domain.people import Sleutelpersoon
from bot.simulator.driver import Bubble, Phone
from bot.storage import Store
from bot.usecases.advice import letters
from tests.commandline.shell import sleutelbot
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

LETTER = "Geachte heer of mevrouw,\n\nU ontvangt hierbij een beschikking.\n\nBel 0314-123456 voor informatie."


def _marks(bubble: Bubble) -> bool:
    return any(data.startswith("lezer:klaar:") for data in bubble.data()) and "Welke alinea" in bubble.text


async def readers(town: Town, count: int = 3) -> list[Phone]:
    """Give sleutelpersonen who can read a letter."""
    names = ("Amina", "Bilal", "Chen", "Daud", "Elif")
    return [await town.sleutelpersoon(201 + i, names[i]) for i in range(count)]


async def put_forward(henk: Phone, text: str = LETTER) -> None:
    """Put a letter forward."""
    await henk.say("/brief")
    await henk.until("Plak nu de brief")
    await henk.say(text)
    await henk.until("De brief heeft")
    await henk.press("brief:vraag")


async def pass_on(town: Town, now: datetime) -> None:
    """Let the clock look at the letters."""
    for plan in letters.overdue(town.store, now):
        town.store.apply(plan, now)
    assert town.service is not None
    town.service.outbox.wake()


def test_three_readers_mark_paragraphs_and_the_result_has_no_names(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina, bilal, chen = await readers(town)
        await put_forward(henk)
        await henk.until("3 sleutelpersonen lezen hem nu")
        letter = await amina.until("Geachte heer", since=0)
        assert "0314-123456" not in letter.text
        marks = await amina.until(_marks, since=0)
        await amina.press("lezer:alinea:1:2")
        await amina.until(lambda bubble: "❗2" in bubble.labels())
        await amina.press("lezer:alinea:1:3")
        await amina.until(lambda bubble: "❗3" in bubble.labels())
        await amina.press("lezer:alinea:1:3")
        await amina.until(lambda bubble: "❗3" not in bubble.labels() and "❗2" in bubble.labels())
        await amina.say("Wat is een beschikking? Mail mij op a@b.nl", reply_to=marks.id)
        await amina.until("zonder je naam")
        await amina.press("lezer:klaar:1")
        await amina.until("Dank je wel! Je hebt brief #1 gelezen")
        await bilal.press("lezer:alinea:1:2")
        await bilal.press("lezer:zeg:1")
        await bilal.until("Wat wil je zeggen")
        await bilal.say("Te moeilijk")
        await bilal.until("zonder je naam")
        await town.stop()
        await town.start()
        await bilal.press("lezer:klaar:1")
        await bilal.until("Dank je wel!")
        await chen.press("lezer:klaar:1")
        result = await henk.until("dit vinden de lezers")
        assert "3 sleutelpersonen lazen" in result.text
        assert "❗2 2. U ontvangt" in result.text.replace("\u2068", "").replace("\u2069", "")
        assert "✅ 3. Bel" in result.text
        assert "Te moeilijk" in result.text
        assert "Wat is een beschikking?" in result.text
        assert not any(word in result.text for word in ("Amina", "Bilal", "a@b.nl"))
        assert town.store.letters.open() == []

    in_town(tmp_path, play)


def test_a_long_letter_comes_in_several_messages_and_too_much_is_refused(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        await readers(town, 1)
        await henk.say("/brief\nEerste deel van de brief.")
        await henk.until("De brief heeft 1 alinea.")
        await henk.say("Tweede deel.\n\nDerde deel.")
        await henk.until("De brief heeft 3 alinea's.")
        await henk.say("x" * 4000)
        await henk.until("De brief heeft 6 alinea's.")
        await henk.say("y" * 2000)
        await henk.until("Ik nam dit bericht niet mee")
        await henk.say("/brief")
        await henk.until("De brief heeft 6 alinea's.")
        await henk.press("brief:opnieuw")
        await henk.until("Plak nu de brief")
        await henk.press("brief:weg")
        await henk.until("niets verstuurd")
        assert town.store.letters.open() == []

    in_town(tmp_path, play)


def test_who_has_no_time_or_is_late_or_removed_is_replaced_and_old_buttons_are_answered(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina, bilal, chen, daud, elif_ = await readers(town, 5)
        await put_forward(henk)
        await amina.until(_marks, since=0)
        await amina.press("lezer:pas:1")
        await amina.until("Ik vraag iemand anders")
        await daud.until(_marks, since=0)
        stale = await bilal.until(_marks, since=0)
        now = datetime.now(UTC)
        assert letters.overdue(town.store, now + letters.PATIENCE - timedelta(minutes=1)) == []
        sleutelbot(tmp_path, "sleutelpersoon", "remove", "203")
        await pass_on(town, now)
        await elif_.until(_marks, since=0)
        await chen.press("lezer:klaar:1")
        assert "werkt niet meer" in await chen.toast()
        late = now + letters.PATIENCE + timedelta(minutes=1)
        await pass_on(town, late)
        assert letters.overdue(town.store, late) == []
        await bilal.press("lezer:alinea:1:1", message_id=stale.id)
        await bilal.until(lambda bubble: "❗1" in bubble.labels())
        await bilal.press("lezer:klaar:1")
        await bilal.until("Dank je wel!")
        await daud.press("lezer:klaar:1")
        await elif_.press("lezer:klaar:1")
        result = await henk.until("dit vinden de lezers")
        assert "❗1 1. Geachte" in result.text

    in_town(tmp_path, play)


def test_a_late_reader_is_told_that_somebody_took_over(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina, bilal, chen, daud = await readers(town, 4)
        await put_forward(henk)
        shown = await amina.until("Geachte heer", since=0)
        await amina.until(_marks, since=0)
        late = datetime.now(UTC) + letters.PATIENCE + timedelta(minutes=1)
        await pass_on(town, late)
        await daud.until(_marks, since=0)
        await amina.until("Iemand anders leest deze brief nu", since=0)
        await amina.say("Ik was te laat", reply_to=shown.id)
        await amina.until("niet opgeslagen")
        for phone in (bilal, chen, daud):
            await phone.press("lezer:klaar:1")
        await henk.until("3 sleutelpersonen lazen")

    in_town(tmp_path, play)


def test_nobody_is_there_yet_and_the_beheerder_stops_early(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        await put_forward(henk)
        await henk.until("Zodra er iemand beschikbaar is")
        (amina,) = await readers(town, 1)
        await pass_on(town, datetime.now(UTC))
        await amina.until(_marks, since=0)
        await amina.press("lezer:alinea:1:1")
        await amina.until(lambda bubble: "❗1" in bubble.labels())
        await henk.say("/brief")
        await henk.until("0 van 3 klaar")
        await henk.press("brief:stop:1")
        assert "1 sleutelpersoon las" in (await henk.until("dit vinden de lezers")).text
        await amina.until("De gemeente weet genoeg")
        await henk.press("brief:stop:1")
        assert "werkt niet meer" in await henk.toast()

    in_town(tmp_path, play)


def test_the_last_one_without_time_is_told_to_the_beheerder_and_a_remark_never_reaches_a_nieuwkomer(
    tmp_path: Path,
) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina, bilal = await readers(town, 2)
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await put_forward(henk)
        shown = await amina.until("Geachte heer", since=0)
        await amina.until(_marks, since=0)
        await amina.say("Alinea twee is moeilijk", reply_to=shown.id)
        await amina.until("zonder je naam")
        await amina.say("Hallo Samira")
        await samira.until("Hallo Samira")
        assert not any("moeilijk" in bubble.text for bubble in await samira.messages())
        await amina.say("/verwijder")
        await amina.press("verwijder:ja")
        await amina.until("We bewaren niets meer van jou")
        await bilal.press("lezer:pas:1")
        await henk.until("er is nu niemand anders")
        await pass_on(town, datetime.now(UTC))
        await henk.press("brief:stop:1")
        assert "Alinea twee is moeilijk" in (await henk.until("dit vinden de lezers")).text

    in_town(tmp_path, play)


def test_the_least_asked_are_asked_first(tmp_path: Path) -> None:
    now = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    store = Store(tmp_path / "sleutelbot.db", {301})
    who = Sleutelpersoon("Amina", frozenset({"ar"}), frozenset({"aalten"}), frozenset({"vertaler"}), available=True)
    for number in range(1, 6):
        person = store.people.meet(number, "nl", now)
        store.people.change(person, {"sleutelpersoon": who, "greeted_at": now})
    asked = []
    for letter_id in (1, 2):
        row = {"paragraphs": '["Een"]', "created_at": now.isoformat()}
        store.database.insert("letter", row)
        (plan,) = letters.overdue(store, now)
        store.apply(plan, now)
        letter = store.letters.get(letter_id)
        assert letter is not None
        asked.append([reading.person_id for reading in letter.readings])
    assert asked == [[1, 2, 3], [4, 5, 1]]
    store.close()


def test_paragraphs_are_parted_by_empty_lines_or_lines_and_long_ones_are_cut() -> None:
    assert paragraphs("Een\nregel\n\n\nTwee") == ("Een\nregel", "Twee")
    assert paragraphs("Een\nTwee\n") == ("Een", "Twee")
    assert paragraphs(" \n ") == ()
    assert all(len(part) <= PARAGRAPH for part in paragraphs("Dit is een zin. " * 300))
    many = paragraphs("\n\n".join(f"r{n}" for n in range(100)))
    assert len(many) <= MOST_PARAGRAPHS
    assert "".join(paragraphs("z" * LONGEST)) == "z" * LONGEST
