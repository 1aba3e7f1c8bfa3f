"""A word of a letter, explained in the language of the reader."""

from pathlib import Path

from tests.conversation.town import Town, in_town


def test_a_word_typed_alone_is_explained_and_leads_to_its_topic(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="en")
        await phone.say("Beschiking")
        explained = await phone.until("A letter with a decision of the government about you")
        assert explained.text.lstrip("\u200e").startswith("📖 beschikking")
        assert any(data in ("onderwerp:appeal", "mens") for data in explained.data())
        await phone.say("what does kwijtschelding mean?")
        await phone.until("because your income is too low")

    in_town(tmp_path, play)


def test_the_command_asks_for_a_word_and_lists_what_it_knows(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/woord")
        listed = await phone.until("Welk woord uit je brief")
        assert "beslagvrije voet" in listed.text
        await phone.say("Dwangbevel")
        await phone.until("nu betalen, anders komt een deurwaarder")
        await phone.say("/woord toeslagen")
        explained = await phone.until("Geef veranderingen meteen door")
        await phone.press("onderwerp:allowances")
        await phone.until("Bron")
        assert explained.data() == ["onderwerp:allowances", "mens"]
        await phone.say("/woord abracadabra")
        await phone.until("Dat woord ken ik nog niet")

    in_town(tmp_path, play)


def test_after_the_command_a_question_is_still_a_question(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/woord")
        await phone.until("Welk woord uit je brief")
        await phone.say("Hoe meld ik me aan voor het examen?")
        await phone.until("Bron")

    in_town(tmp_path, play)


def test_a_word_that_a_language_lacks_comes_in_dutch_and_english(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="ar")
        town.store.database.execute("DELETE FROM answer WHERE taal = 'ar' AND topic LIKE 'woord:%'")
        await phone.say("/woord bezwaar")
        explained = await phone.until("I do not agree with the decision")
        assert "ik ben het niet eens met het besluit" in explained.text

    in_town(tmp_path, play)
