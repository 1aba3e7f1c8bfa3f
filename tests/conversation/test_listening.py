"""Spoken answers: recorded by a vertaler, heard by a nieuwkomer, kept as a file, sent anew by another bot."""

from pathlib import Path

from bot.simulator.driver import Bubble, Phone
from tests.conversation.town import Town, in_town


def _answer(bubble: Bubble) -> bool:
    return "nl:gp" in bubble.data()


async def _recorded(town: Town) -> tuple[Phone, Phone]:
    """Let Amina read the answer on the huisarts aloud; return her phone and that of a reader."""
    amina = await town.sleutelpersoon(201, "Amina", "ar", taal="ar")
    await amina.say("/menu")
    await amina.press("thema:life")
    await amina.press("onderwerp:gp")
    shown = await amina.until(_answer)
    await amina.voice(reply_to=shown.id)
    await amina.until(lambda bubble: any(data.startswith("stem:weg:") for data in bubble.data()))
    return amina, await town.nieuwkomer(taal="ar")


async def _ask(phone: Phone) -> Bubble:
    await phone.say("/menu")
    await phone.press("thema:life")
    await phone.press("onderwerp:gp")
    return await phone.until(_answer)


def test_listen_comes_first_and_plays_the_recording(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await _recorded(town)
        answer = await _ask(samira)
        assert answer.data()[0] == "luister:gp"
        await samira.press("luister:gp")
        heard = await samira.until(lambda bubble: bubble.kind == "voice")
        assert "huisarts" in heard.text

    in_town(tmp_path, play)


def test_without_a_recording_there_is_no_such_button(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="ar")
        answer = await _ask(samira)
        assert "luister:gp" not in answer.data()

    in_town(tmp_path, play)


def test_the_file_is_kept_and_sent_anew_when_the_bot_is_another(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await _recorded(town)
        folder = town.settings.data / "audio"
        await town.until(lambda: bool(list(folder.glob("*.oga"))))
        assert next(folder.glob("*.oga")).stat().st_size > 100
        town.store.database.execute("UPDATE recording SET bot_id = 1, file_id = 'of another bot'")
        await _ask(samira)
        await samira.press("luister:gp")
        await samira.until(lambda bubble: bubble.kind == "voice")
        await town.until(lambda: town.store.database.value("SELECT bot_id FROM recording") != 1)

    in_town(tmp_path, play)


def test_a_recording_of_a_text_that_changed_is_marked(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await _recorded(town)
        recording = town.store.recordings.of("gp", "ar", "")
        assert recording is not None
        assert not recording.outdated
        henk = await town.beheerder()
        await henk.say("/faq huisarts")
        await henk.press("faq:gp")
        shown = await henk.until("Antwoord op dit bericht")
        await henk.say("Bel de huisarts in de buurt.", reply_to=shown.id)
        await henk.press("faqzet:ja")
        await henk.until("Gepubliceerd")
        await _ask(samira)
        await samira.press("luister:gp")
        heard = await samira.until(lambda bubble: bubble.kind == "voice")
        assert "⏳" in heard.text

    in_town(tmp_path, play)


def test_a_recording_is_taken_away_with_its_file(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await _recorded(town)
        folder = town.settings.data / "audio"
        await town.until(lambda: bool(list(folder.glob("*.oga"))))
        shown = await amina.until(lambda bubble: any(data.startswith("stem:weg:") for data in bubble.data()))
        await amina.press(shown.data()[0])
        await town.until(lambda: not list(folder.glob("*.oga")))
        answer = await _ask(samira)
        assert "luister:gp" not in answer.data()

    in_town(tmp_path, play)
