"""What an acceptance test found: words that went to the wrong person, danger that was missed, answers that vanished."""

from datetime import UTC, datetime
from pathlib import Path

from bot.domain.content_effects import PublishAnswer
from bot.domain.effects import Plan
from bot.simulator.driver import Phone
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town


async def two_talks(town: Town) -> tuple[Phone, Phone, Phone]:
    """Give a sleutelpersoon with two claimed hulpvragen, and the two nieuwkomers."""
    amina = await town.sleutelpersoon(201, "Amina")
    samira, omar = await town.nieuwkomer(101, "Samira", "nl"), await town.nieuwkomer(102, "Omar", "nl")
    for number, phone in ((1, samira), (2, omar)):
        await ask_for_human(phone)
        await amina.press(f"neem:{number}")
        await phone.until("Amina gaat je helpen")
    return amina, samira, omar


def test_a_reply_into_an_ended_hulpvraag_reaches_nobody_else(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira, omar = await two_talks(town)
        await samira.say("alleen voor Amina")
        heard = await amina.until("alleen voor Amina")
        await samira.press("sluit:1")
        await amina.until("heeft hulpvraag #1 afgesloten")
        await amina.say("GEHEIM voor Samira", reply_to=heard.id)
        asked = await amina.until("Hulpvraag #1 is voorbij")
        assert asked.data() == ["actief:2"]
        await amina.press("actief:2")
        await amina.until("Je schrijft nu in hulpvraag #2")
        await amina.say("dag Omar")
        await omar.until("dag Omar")
        assert not any("GEHEIM" in bubble.text for bubble in await omar.messages())

    in_town(tmp_path, play)


def test_an_edit_reaches_the_hulpvraag_in_which_it_was_said(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira, _ = await two_talks(town)
        await amina.say("/wachtrij")
        await amina.press("actief:1")
        await amina.until("Je schrijft nu in hulpvraag #1")
        said = await amina.say("bel loket 1")
        copy = await samira.until("bel loket 1")
        await amina.press("actief:2")
        await amina.until("Je schrijft nu in hulpvraag #2")
        await amina.edit(said.id, "bel loket 2")
        assert (await samira.until("bel loket 2")).id == copy.id

    in_town(tmp_path, play)


def test_captions_arrive_in_both_directions_and_danger_in_them_is_seen(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await samira.photo(caption="ik wil dood")
        await samira.until("0800-0113")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await amina.until("ik wil dood")
        await samira.photo(caption="kijk op bladzijde <2>")
        await amina.until("kijk op bladzijde <2>")
        await amina.photo(caption="dit formulier")
        assert "Amina" in (await samira.until("dit formulier")).text

    in_town(tmp_path, play)


def test_danger_is_seen_in_commands_edits_names_and_long_texts(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/help ik wil dood")
        await phone.until("0800-0113")
        said = await phone.say("hallo")
        await phone.until(lambda bubble: "mens" in bubble.data())
        await phone.edit(said.id, "ik wil dood")
        await phone.until("0800-0113")
        await phone.say("woord " * 400 + ". ik wil dood")
        await phone.until("0800-0113")

    in_town(tmp_path, play)


def test_only_what_was_shown_is_passed_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("Hoe vind ik een huisarts?")
        await samira.until("Bron")
        await samira.say("/mens")
        await samira.press("gemeente:aalten")
        shown = await samira.until(lambda bubble: "mens:ja" in bubble.data())
        assert "huisarts" in shown.text
        await samira.say("Hoe meld ik me aan voor het examen?")
        await samira.until("Bron")
        await samira.press("mens:ja", message_id=shown.id)
        again = await samira.until(lambda bubble: "mens:ja" in bubble.data() and "examen" in bubble.text)
        await samira.press("mens:ja", message_id=again.id)
        await samira.until(lambda bubble: "trek:1" in bubble.data())
        await amina.press("neem:1")
        card = await amina.until("Jij helpt nu")
        assert "examen" in card.text

    in_town(tmp_path, play)


def test_a_typed_gemeente_is_understood_and_a_question_in_between_does_not_end_the_way(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/mens")
        await samira.until(lambda bubble: "gemeente:aalten" in bubble.data())
        await samira.say("Hoe vind ik een huisarts?")
        await samira.until("Bron")
        await samira.say("doetinchem")
        await samira.until(lambda bubble: "mens:ja" in bubble.data())

    in_town(tmp_path, play)


def test_very_long_answers_come_in_pieces_with_the_buttons_under_the_last(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="so")
        long = "\n\n".join(["Een lange alinea van een beheerder. " * 20] * 4)
        for taal in ("nl", "en"):
            new = PublishAnswer("gp", taal, "", long, "test")
            town.store.apply(Plan((new,)), datetime.now(UTC))
        town.store.database.execute("DELETE FROM answer WHERE taal = 'so'")
        await phone.press("thema:life")
        await phone.press("onderwerp:gp")
        last = await phone.until(lambda bubble: "mens" in bubble.data() and "rijksoverheid.nl" in bubble.text)
        assert len([b for b in await phone.messages() if "lange alinea" in b.text]) >= 2
        assert any(data.startswith("nuttig:") for data in last.data())
        assert town.store.outbox.counts().get("failed", 0) == 0

    in_town(tmp_path, play)


def test_the_text_for_ones_own_gemeente_is_never_replaced_by_the_general_one(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="en")
        new = PublishAnswer("gp", "nl", "gemeente=aalten", "In Aalten bel je 0543.", "test")
        town.store.apply(Plan((new,)), datetime.now(UTC))
        await phone.say("/mens")
        await phone.press("gemeente:aalten")
        await phone.until(lambda bubble: "mens:nee" in bubble.data())
        await phone.press("mens:nee")
        await phone.say("/menu")
        await phone.press("thema:life")
        await phone.press("onderwerp:gp")
        answer = await phone.until("In Aalten bel je 0543.")
        assert "not" in answer.text.splitlines()[0]

    in_town(tmp_path, play)


def test_a_helper_is_told_each_time_that_his_words_did_not_arrive(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await samira.block()
        await amina.press("neem:1")
        await amina.until("niet meer bereikbaar")
        await amina.say("hallo?")
        await amina.until("niet meer bereikbaar")

    in_town(tmp_path, play)


def test_nobody_else_is_said_honestly_when_a_hulpvraag_is_given_back(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await amina.press("geef:1")
        assert "trek:1" in (await samira.until("niemand anders")).data()

    in_town(tmp_path, play)


def test_a_helper_who_comes_back_gets_what_waits(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.block()
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.unblock()
        await amina.until("Nieuwe hulpvraag")

    in_town(tmp_path, play)
