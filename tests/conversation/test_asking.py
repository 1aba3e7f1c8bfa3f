"""Asking: an answer with its source, suggestions, a question back, danger, and what helped."""

from pathlib import Path

from tests.conversation.town import Town, in_town


def test_a_clear_question_gets_an_answer_with_source_and_date(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Hoe meld ik me aan voor het examen?")
        answer = await phone.until("Bron")
        assert "Gecontroleerd op 23 november 2026" in answer.text
        assert any(data.startswith("nuttig:ja:") for data in answer.data())

    in_town(tmp_path, play)


def test_an_answer_that_depends_on_who_asks_asks_back_once_and_remembers(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Wie betaalt mijn cursus?")
        await phone.until(lambda bubble: "doelgroep:statushouder" in bubble.data())
        await phone.press("doelgroep:statushouder")
        answer = await phone.until("Bron")
        assert "gemeente" in answer.text
        await phone.say("Wie betaalt mijn cursus?")
        again = await phone.until("Bron")
        assert again.id != answer.id

    in_town(tmp_path, play)


def test_arabic_is_answered_in_arabic_with_a_button_for_dutch(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="ar")
        await phone.press("thema:life")
        await phone.press("onderwerp:gp")
        answer = await phone.until(lambda bubble: "nl:gp" in bubble.data())
        await phone.press("nl:gp")
        dutch = await phone.until("huisarts")
        assert dutch.id != answer.id

    in_town(tmp_path, play)


def test_an_answer_that_is_not_translated_comes_in_dutch_and_english(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        town.store.database.execute("DELETE FROM answer WHERE taal = 'tr'")
        await phone.say("/taal")
        await phone.press("taal:tr")
        await phone.press("thema:exams")
        await phone.press("onderwerp:exam_registration")
        answer = await phone.until("Hoe meld ik me aan voor het examen?")
        assert "How do I register" in answer.text
        assert "mens" in answer.data()

    in_town(tmp_path, play)


def test_danger_is_answered_at_once_in_the_own_language_with_the_numbers(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="ar")
        await phone.say("زوجي يضربني وأنا خائفة")
        shown = await phone.until("0800-2000")
        assert "112" in shown.text
        assert "0800-0113" in shown.text
        assert "mens" in shown.data()

    in_town(tmp_path, play)


def test_the_search_takes_no_question_for_danger_because_of_common_words(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Ik ben het niet eens met een besluit. Wat kan ik?")
        said = await phone.until(lambda bubble: bubble.by == "bot")
        assert "112" not in said.text

    in_town(tmp_path, play)


def test_no_helps_at_once_to_related_topics_and_a_human(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Hoe meld ik me aan voor het examen?")
        answer = await phone.until("Bron")
        await phone.press(next(data for data in answer.data() if data.startswith("nuttig:nee:")))
        more = await phone.until("Jammer")
        assert any(data.startswith("onderwerp:") for data in more.data())
        assert "mens" in more.data()

    in_town(tmp_path, play)


def test_nonsense_is_not_guessed_at_and_twice_in_a_row_leads_to_a_human(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("xqzv bnmp wrtk")
        first = await phone.until(lambda bubble: "mens" in bubble.data())
        assert not any(data.startswith("nuttig:") for data in first.data())
        await phone.say("bnmp xqzv")
        await phone.until("weer niet")

    in_town(tmp_path, play)


def test_another_language_than_ones_own_is_answered_in_that_language_with_a_button_to_switch(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("How do I register for the exam and where can I find a free date?")
        reply = await phone.until(lambda bubble: "taal:en" in bubble.data())
        await phone.press("taal:en", message_id=reply.id)
        await phone.until(lambda bubble: "thema:exams" in bubble.data())

    in_town(tmp_path, play)


def test_what_points_to_a_person_is_redacted_before_it_is_stored(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("Mijn BSN is 123456782, bel 06-12345678, kan ik meer tijd krijgen voor inburgering?")
        await phone.until(lambda bubble: "mens" in bubble.data())
        kept = town.store.database.value("SELECT text FROM question ORDER BY ref DESC LIMIT 1")
        assert "123456782" not in kept
        assert "12345678" not in kept
        assert "meer tijd" in kept
        assert town.store.database.value("SELECT count(*) FROM inbox WHERE state = 'done' AND raw IS NOT NULL") == 0

    in_town(tmp_path, play)
