"""Albums arrive as one album on either side, also around a restart, and are known piece by piece afterwards."""

from datetime import timedelta
from pathlib import Path

from bot.simulator.driver import Bubble, Phone
from bot.storage import Store
from tests.conversation.test_handing import talk_of
from tests.conversation.town import Town, in_town


async def _piece(phone: Phone, album: str, caption: str = "", reply_to: int | None = None) -> Bubble:
    return await phone.upload("photo", "brief.jpg", "image/jpeg", None, caption, reply_to, album)


async def _photos(phone: Phone) -> list[Bubble]:
    return [bubble for bubble in await phone.messages() if bubble.by == "bot" and bubble.kind == "photo"]


async def _arrived(phone: Phone, count: int) -> list[Bubble]:
    """Wait for so many photos from the bot and return them in order."""
    seen: set[int] = set()

    def enough(bubble: Bubble) -> bool:
        seen.update({bubble.id} if bubble.kind == "photo" else ())
        return len(seen) >= count

    await phone.until(enough, since=0)
    return await _photos(phone)


def _one_album(shown: list[Bubble]) -> bool:
    return len({bubble.album for bubble in shown}) == 1 and shown[0].album is not None


def test_an_album_arrives_as_one_on_both_sides_under_one_line(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await samira.album(3, "mijn brief")
        await samira.say("drie bladzijden")
        await amina.until("drie bladzijden")
        got = await _arrived(amina, 3)
        assert _one_album(got)
        assert [bubble.text for bubble in got] == ["mijn brief", "", ""]
        lines = [bubble for bubble in await amina.messages() if bubble.text == "🙋 #1:"]
        assert len(lines) == 1
        assert lines[0].seq < got[0].seq
        await amina.album(2)
        back = await _arrived(samira, 2)
        assert _one_album(back)
        assert sum(bubble.text == "💬 Amina:" for bubble in await samira.messages()) == 1
        assert not any("Bewaard" in bubble.text for bubble in await samira.messages())

    in_town(tmp_path, play)


def test_replies_to_the_second_photo_are_shown_there_on_either_side(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        sent = await samira.album(3)
        got = await _arrived(amina, 3)
        await amina.say("Wat staat hier?", reply_to=got[1].id)
        asked = await samira.until("Wat staat hier?")
        assert asked.reply_to == sent[1].id
        await samira.say("Dat is de datum", reply_to=sent[1].id)
        assert (await amina.until("Dat is de datum")).reply_to == got[1].id
        heading = next(bubble for bubble in await amina.messages() if bubble.text == "🙋 #1:")
        await amina.say("Dank je", reply_to=heading.id)
        assert (await samira.until("Dank je")).reply_to == sent[0].id
        await _piece(samira, "antwoord", reply_to=asked.id)
        await _piece(samira, "antwoord", reply_to=asked.id)
        await _arrived(amina, 5)
        heading = [bubble for bubble in await amina.messages() if bubble.text == "🙋 #1:"][-1]
        said = next(bubble for bubble in await amina.messages() if bubble.text == "Wat staat hier?")
        assert heading.reply_to == said.id

    in_town(tmp_path, play)


def test_an_album_before_the_claim_is_confirmed_once_and_shown_as_one(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await samira.album(2, "van DUO")
        await samira.press("mens")
        await samira.press("gemeente:doetinchem")
        await samira.press("mens:ja")
        offer = await amina.until(lambda bubble: "neem:1" in bubble.data())
        await samira.album(3)
        await town.until(lambda: len(town.store.hulpvragen.attachments(1)) == 5)
        voice = await samira.voice()
        await samira.until(lambda bubble: "Bewaard" in bubble.text and bubble.seq > voice.seq)
        assert sum("Bewaard" in bubble.text for bubble in await samira.messages()) == 2
        await amina.press("neem:1", message_id=offer.id)
        got = await _arrived(amina, 5)
        assert _one_album(got[:2])
        assert _one_album(got[2:])
        assert got[0].album != got[2].album
        await amina.say("Welke brief is dit?", reply_to=got[3].id)
        assert (await samira.until("Welke brief is dit?")).reply_to is not None

    in_town(tmp_path, play)


def test_a_deleted_photo_is_missed_honestly_and_no_other_is_taken_for_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        sent = await samira.album(3)
        await samira.erase(sent[0].id)
        told = await samira.until("1 foto of bestand is niet aangekomen (je stuurde er 3)")
        assert "verwijderd" in told.text
        got = await _arrived(amina, 2)
        assert _one_album(got)
        await amina.say("Is dit alles?", reply_to=got[1].id)
        assert (await samira.until("Is dit alles?")).reply_to is None
        await samira.say("/weg", reply_to=sent[2].id)
        await samira.until("weggehaald bij de ander")
        assert await _photos(amina) == []

    in_town(tmp_path, play)


def test_of_an_album_that_is_gone_altogether_not_even_the_line_stays(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        for bubble in await samira.album(2):
            await samira.erase(bubble.id)
        await samira.until("Niet aangekomen, want: het bericht was al verwijderd")
        line = next(bubble for bubble in await amina.messages(deleted=True) if bubble.text == "🙋 #1:")
        await amina.gone(line.id)
        assert sum("Niet aangekomen" in bubble.text for bubble in await samira.messages()) == 1

    in_town(tmp_path, play)


def test_a_restart_between_the_pieces_parts_no_album(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await _piece(samira, "brief")
        waits = "SELECT count(*) FROM outbox WHERE state = 'queued' AND method = 'Copy'"
        await town.until(lambda: town.store.database.value(waits) == 1)
        await town.stop()
        await _piece(samira, "brief")
        await _piece(samira, "brief")
        away = Store(town.settings.database)
        away.database.execute("UPDATE outbox SET not_before = created_at WHERE album IS NOT NULL")
        away.close()
        await town.start()
        got = await _arrived(amina, 3)
        assert _one_album(got)
        assert len(got) == 3
        await samira.say("klaar")
        await amina.until("klaar")
        assert len(await _photos(amina)) == 3

    in_town(tmp_path, play)


def test_a_late_piece_comes_by_itself_as_a_reply_and_one_piece_needs_no_line_above_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await _piece(samira, "brief", "bladzijde 1")
        first = await amina.until("bladzijde 1")
        assert first.text == "🙋 #1: bladzijde 1"
        await _piece(samira, "brief", "bladzijde 2")
        late = await amina.until("bladzijde 2")
        assert late.reply_to == first.id
        assert not any(bubble.text == "🙋 #1:" for bubble in await amina.messages(deleted=True))

    in_town(tmp_path, play)


def test_what_telegram_refuses_for_now_is_tried_again_as_one_album(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await (await town.desk()).plan("copyMessages", "error_500")
        await samira.album(3)
        got = await _arrived(amina, 3)
        assert len(got) == 3
        assert _one_album(got)

    in_town(tmp_path, play)


def test_an_album_is_taken_back_as_a_whole(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        sent = await samira.album(3)
        got = await _arrived(amina, 3)
        line = next(bubble for bubble in await amina.messages() if bubble.text == "🙋 #1:")
        await samira.say("/weg", reply_to=sent[1].id)
        told = await samira.until("Alles wat je in één keer stuurde, is weggehaald")
        assert told.reply_to == sent[1].id
        for bubble in (*got, line):
            await amina.gone(bubble.id)
        again = await amina.album(2)
        await _arrived(samira, 2)
        old = town.store.outbox.copies_of(amina.id, again[0].id)[0].created_at - timedelta(hours=49)
        town.store.database.execute("UPDATE outbox SET created_at = ? WHERE album IS NOT NULL", (old.isoformat(),))
        await amina.say("/weg", reply_to=again[0].id)
        await amina.until("ouder dan 48 uur")
        assert len(await _photos(samira)) == 2

    in_town(tmp_path, play)


def test_what_waits_for_a_human_is_taken_back_before_anybody_got_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await samira.photo(caption="mijn vraag")
        await samira.press("mens")
        await samira.press("gemeente:doetinchem")
        await samira.press("mens:ja")
        offer = await amina.until(lambda bubble: "neem:1" in bubble.data())
        sent = await samira.album(2)
        await town.until(lambda: len(town.store.hulpvragen.attachments(1)) == 3)
        await samira.say("/weg", reply_to=sent[0].id)
        await samira.until("niet doorgegeven")
        assert len(town.store.hulpvragen.attachments(1)) == 1
        await amina.press("neem:1", message_id=offer.id)
        assert len(await _arrived(amina, 1)) == 1

    in_town(tmp_path, play)
