"""What goes along to a human: the last question only, or what was asked of the bot before too; and the meantime."""

from pathlib import Path

from bot.simulator.driver import Phone
from tests.conversation.town import Town, in_town

FIRST, LAST = "Hoe vind ik een huisarts hier?", "Wat kost het inburgeringsexamen?"
TITLE = "Hoe vind ik een huisarts?"


async def _asks_twice(town: Town) -> Phone:
    samira = await town.nieuwkomer(taal="nl")
    await samira.say("Goedemorgen")
    await samira.say(FIRST)
    await samira.until("rijksoverheid.nl")
    await samira.say(LAST)
    await samira.until(lambda bubble: "wet:2021" in bubble.data())
    await samira.say("/mens")
    await samira.press("gemeente:doetinchem")
    return samira


def test_only_the_last_question_goes_along_unless_he_says_otherwise(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        samira = await _asks_twice(town)
        asked = await samira.until(lambda bubble: "mens:ja" in bubble.data())
        assert "hulp:gesprek" in asked.data()
        assert "huisarts" not in asked.text
        await samira.press("mens:ja")
        await amina.press("neem:1")
        shown = await amina.until("Jij helpt nu")
        assert "inburgeringsexamen" in shown.text
        assert "huisarts" not in shown.text

    in_town(tmp_path, play)


def test_the_talk_goes_along_as_it_was_shown_and_is_gone_with_the_end(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        samira = await _asks_twice(town)
        await samira.press("hulp:gesprek")
        asked = await samira.until("wat je eerder aan mij vroeg")
        assert f"„{FIRST}” → {TITLE}" in asked.text
        assert "Goedemorgen" not in asked.text
        await samira.press("mens:ja")
        await amina.press("neem:1")
        shown = await amina.until("Eerder vroeg de nieuwkomer aan de bot")
        assert f"„{FIRST}” → {TITLE}" in shown.text
        await amina.press("sluit:1")
        await samira.until("heeft het gesprek afgesloten")
        ended = town.store.hulpvragen.get(1)
        assert ended is not None
        assert ended.talk == ()

    in_town(tmp_path, play)


def test_a_choice_can_be_undone_and_what_is_asked_meanwhile_is_shown_first(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await _asks_twice(town)
        await samira.press("hulp:gesprek")
        await samira.until("wat je eerder aan mij vroeg")
        await samira.press("hulp:gesprek")
        await samira.until(lambda bubble: "➕ Ook wat ik eerder vroeg" in bubble.labels())
        await samira.press("hulp:gesprek")
        old = await samira.until("wat je eerder aan mij vroeg")
        await samira.say("Wat is DigiD?")
        await samira.until("📖 DigiD")
        await samira.press("mens:ja", old.id)
        anew = await samira.until(lambda bubble: "mens:ja" in bubble.data() and "DigiD" in bubble.text)
        assert "eerder aan mij" not in anew.text
        assert town.store.hulpvragen.counts() == {}

    in_town(tmp_path, play)


def test_whoever_asked_nothing_before_is_not_asked_about_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await samira.say(FIRST)
        await samira.until("rijksoverheid.nl")
        await samira.say("/mens")
        await samira.press("gemeente:doetinchem")
        asked = await samira.until(lambda bubble: "mens:ja" in bubble.data())
        assert "hulp:gesprek" not in asked.data()

    in_town(tmp_path, play)


def test_who_waits_reads_what_he_can_do_meanwhile(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await _asks_twice(town)
        await samira.press("hulp:meer")
        await samira.press("hulp:vertaler")
        await samira.press("hulp:haast")
        await samira.until("• Het heeft haast")
        await samira.press("mens:ja")
        told = await samira.until("Dit kun je intussen doen")
        assert "Maak een foto van elke bladzijde" in told.text
        assert "Bel 112" in told.text
        answers = [data for data in told.data() if data.startswith("onderwerp:")]
        assert answers
        await samira.press(answers[0])
        await samira.until("Het antwoord is niet voor iedereen hetzelfde")
        await samira.say("/mens")
        again = await samira.until("staat al klaar")
        assert "Dit kun je intussen doen" in again.text
        assert "trek:1" in again.data()

    in_town(tmp_path, play)
