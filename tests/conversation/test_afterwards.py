"""What a sleutelpersoon learned is proposed, weighed by a beheerder, and heard of again; the figures of the end."""

from pathlib import Path

from bot.simulator.driver import Bubble, Phone
from tests.conversation.test_ending import ended
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

QUESTION = "Mag ik mijn hond meenemen naar de les?"


async def _proposed(town: Town, question: str = QUESTION, answer: str = "") -> tuple[Phone, Phone]:
    """Give the sleutelpersoon who proposed something, and the beheerder who was told."""
    henk = await town.beheerder()
    amina, _ = await ended(town)
    await amina.press("afloop:1:other")
    await amina.press("leer")
    await amina.until("Welke vraag moet ik kunnen beantwoorden?")
    await amina.say(question)
    await amina.until("Weet je ook het antwoord?")
    if answer:
        await amina.say(answer)
    else:
        await amina.press("leer:zonder")
    await amina.until("Dit gaat naar de beheerder")
    await amina.press("leer:stuur")
    await amina.until("Je voorstel is bij de beheerder")
    await henk.until("Een sleutelpersoon stelt iets voor")
    return amina, henk


def _topics(bubble: Bubble) -> list[str]:
    return [data for data in bubble.data() if data.startswith("voorstel:leer:")]


def test_a_proposal_becomes_an_example_and_who_made_it_hears_that(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, henk = await _proposed(town, "Hoe vind ik een huisarts in mijn dorp?", "Kijk op internet.")
        await henk.say("/beheer")
        assert "Voorstellen van sleutelpersonen: 1" in (await henk.until("Beheer")).text
        await henk.press("voorstel")
        shown = await henk.until("Hoe vind ik een huisarts in mijn dorp?")
        assert "Kijk op internet." in shown.text
        assert "Nederlands" in shown.text
        await henk.press("voorstel:leer:1:gp")
        settled = await henk.until("Deze vraag hoort nu bij")
        assert "faq:gp" in settled.data()
        kept = [(each.taal, each.topic, each.text) for each in town.store.examples.all()]
        assert kept == [("nl", "gp", "Hoe vind ik een huisarts in mijn dorp?")]
        await amina.until("De beheerder zette je vraag bij")
        await henk.say("/beheer")
        await henk.until("Voorstellen van sleutelpersonen: 0")

    in_town(tmp_path, play)


def test_the_topic_is_searched_with_a_reply(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, henk = await _proposed(town)
        await henk.press("voorstel:lees:1")
        shown = await henk.until("Bij welk antwoord hoort deze vraag?")
        await henk.say("boete", reply_to=shown.id)
        found = await henk.until(lambda bubble: any(":1:fine" in data for data in _topics(bubble)))
        await henk.press(_topics(found)[0])
        await henk.until("Deze vraag hoort nu bij")
        await henk.say("boete", reply_to=found.id)
        await henk.until("al behandeld")

    in_town(tmp_path, play)


def test_a_dismissed_proposal_teaches_nothing_and_an_old_button_says_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, henk = await _proposed(town)
        await henk.press("voorstel:lees:1")
        await henk.until("Bij welk antwoord hoort deze vraag?")
        await henk.press("voorstel:nee:1")
        await henk.until("gebruiken we niet")
        await amina.until("gebruikt het nu niet")
        await henk.press("voorstel:lees:1")
        assert "al behandeld" in await henk.toast()
        assert town.store.examples.all() == []

    in_town(tmp_path, play)


def test_numbers_are_masked_before_anybody_sees_them(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        await _proposed(town, "Mijn BSN is 123456782, wat nu?", "Bel 0612345678")
        found = town.store.endings.proposal(1)
        assert found is not None
        assert "123456782" not in found.question
        assert found.answer == "Bel ▮▮▮"

    in_town(tmp_path, play)


def test_the_language_of_the_question_is_recognised_and_can_be_set_right(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, _ = await ended(town)
        await amina.press("afloop:1:answered")
        await amina.press("leer")
        await amina.until("Welke vraag")
        await amina.say("كيف أجد طبيب الأسرة في مدينتي؟")
        await amina.press("leer:zonder")
        await amina.until(lambda bubble: "☑️ العربية" in bubble.labels())
        await amina.press("leer:taal:nl")
        await amina.until(lambda bubble: "☑️ Nederlands" in bubble.labels())
        await amina.press("leer:stop")
        await amina.until("ik heb niets verstuurd")
        assert town.store.endings.open_proposals() == []

    in_town(tmp_path, play)


def test_what_is_typed_for_a_proposal_reaches_no_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, _ = await ended(town)
        other = await town.nieuwkomer(102, "Tesfay", "nl")
        await ask_for_human(other)
        await amina.press("neem:2")
        await amina.until("Jij helpt nu")
        await amina.press("afloop:1:answered")
        await amina.press("leer")
        await amina.until("Welke vraag")
        await amina.photo()
        await amina.until("Typ het in woorden")
        await amina.say(QUESTION)
        await amina.until("Weet je ook het antwoord?")
        await amina.press("leer:zonder")
        await amina.press("leer:stuur")
        await amina.until("Je voorstel is bij de beheerder")
        await amina.say("Dag Tesfay!")
        await other.until("Dag Tesfay!")
        assert not any("hond" in bubble.text or bubble.kind == "photo" for bubble in await other.messages())
        await amina.say("/mijngegevens")
        await amina.until("1 voorstel voor de antwoorden")

    in_town(tmp_path, play)


def test_a_proposal_stays_when_who_made_it_is_gone(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, henk = await _proposed(town)
        await amina.say("/verwijder")
        await amina.press("verwijder:ja")
        await amina.until("We bewaren niets meer van jou")
        await henk.press("voorstel:lees:1")
        shown = await henk.until("Bij welk antwoord hoort deze vraag?")
        await henk.say("huisarts", reply_to=shown.id)
        await henk.press("voorstel:leer:1:gp")
        await henk.until("Deze vraag hoort nu bij")

    in_town(tmp_path, play)


def test_the_figures_tell_how_conversations_ended(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        amina, samira = await ended(town)
        await amina.press("afloop:1:taalschool")
        await amina.until("Hulpvraag #1: Naar de taalschool")
        await samira.press("oordeel:1:3")
        await samira.until("🙂 Dank je wel!")
        await henk.say("/cijfers")
        shown = (await henk.until("De laatste 30 dagen")).text
        assert "Naar de taalschool: 1" in shown
        assert "😀 0 · 🙂 1 · 😐 0 · 🙁 0 (gemiddeld 3,0 van 4)" in shown

    in_town(tmp_path, play)
