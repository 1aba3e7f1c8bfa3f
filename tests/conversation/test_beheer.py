"""The beheerder: invites, edits answers, looks at figures."""

import re
from pathlib import Path

from tests.conversation.town import Town, in_town


def test_an_invitation_makes_one_sleutelpersoon(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/mens")
        await samira.press("gemeente:aalten")
        await samira.press("mens:ja")
        await samira.until("niemand die jouw taal spreekt")
        await henk.say("/uitnodigen")
        link = await henk.until("start=")
        found = re.search(r"start=([\w-]+)", link.text)
        assert found is not None
        amina = await town.phone(201, "Amina", "nl")
        await amina.start(found.group(1))
        await amina.until("voornaam")
        await amina.say("Amina")
        await amina.press("kan:ar")
        await amina.press("klaar:talen")
        await amina.press("in:aalten")
        await amina.press("klaar:gemeenten")
        await amina.press("als:vertaler")
        await amina.press("klaar:rollen")
        await amina.until("Welkom, Amina")
        await amina.until("Nieuwe hulpvraag")
        other = await town.phone(202, "Bilal", "nl")
        await other.start(found.group(1))
        await other.until("al gebruikt of verlopen")

    in_town(tmp_path, play)


def test_a_new_text_is_previewed_published_and_live_at_once(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        phone = await town.nieuwkomer(taal="nl")
        await henk.say("/faq huisarts")
        await henk.press("faq:gp")
        shown = await henk.until("Antwoord op dit bericht")
        await henk.say("Bel <b>eerst</b> de huisarts. <kapot>", reply_to=shown.id)
        await henk.until("kan niet in Telegram")
        await henk.say("Bel <b>eerst</b> de huisarts in de buurt.", reply_to=shown.id)
        await henk.until("Zo zien lezers het")
        await henk.press("faqzet:ja")
        await henk.until("Gepubliceerd")
        await phone.press("thema:life")
        await phone.press("onderwerp:gp")
        answer = await phone.until("Bel eerst de huisarts in de buurt.")
        assert answer.html.count("<b>eerst</b>") == 1

    in_town(tmp_path, play)


def test_a_title_with_signs_of_its_own_does_not_break_the_figures(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        phone = await town.nieuwkomer(taal="nl")
        database = town.store.database
        database.execute("UPDATE answer SET text = 'Arts <b & Co' WHERE topic = 'gp' AND variant = 'title' AND current")
        await phone.press("thema:life")
        await phone.press("onderwerp:gp")
        await phone.press((await phone.until("Bron")).data()[1])
        await henk.say("/cijfers")
        assert "Arts <b & Co: 1" in (await henk.until("De laatste 30 dagen")).text
        await henk.say("/beheer")
        assert "Arts <b & Co (Nederlands, antwoord gegeven)" in (await henk.until("Beheer")).text

    in_town(tmp_path, play)


def test_figures_and_open_work_are_shown_to_a_beheerder_only(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("xqzv bnmp wrtk")
        await phone.until(lambda bubble: "mens" in bubble.data())
        await henk.say("/beheer")
        assert "xqzv bnmp wrtk (Nederlands, geen antwoord gevonden)" in (await henk.until("Beheer")).text
        await henk.say("/cijfers")
        assert "geen antwoord gevonden: 1" in (await henk.until("De laatste 30 dagen")).text
        await phone.say("/beheer")
        await phone.until("commando ken ik niet")

    in_town(tmp_path, play)


def test_a_question_without_a_good_answer_is_taught_or_left(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        phone = await town.nieuwkomer(taal="nl")
        for asked in ("kwispelstaart zoeken voor mij", "ik zoek zwiepzwaai bel 06 12345678", "ik zoek zwiepzwaai"):
            await phone.say(asked)
            await phone.until(lambda bubble: any(data.startswith("mens") for data in bubble.data()))
        await phone.say("kwispelstaart zoeken voor mij")
        await town.until(lambda: len(town.store.questions.unanswered()) == 3)
        await henk.say("/beheer")
        shown = await henk.until(lambda bubble: "gemist" in bubble.data())
        assert "🎓 Leer de bot deze vragen: 3" in shown.labels()
        await henk.press("gemist")
        first = await henk.until("Er wachten 3 vragen")
        assert "kwispelstaart" in first.text
        assert "iets persoonlijks" in first.text
        await henk.say("huisarts", reply_to=first.id)
        found = await henk.until(lambda bubble: any(data.endswith(":gp") for data in bubble.data()))
        await henk.press(next(data for data in found.data() if data.endswith(":gp")))
        done = await henk.until("Deze vraag hoort nu bij")
        assert [(each.topic, each.text) for each in town.store.examples.all()] == [
            ("gp", "kwispelstaart zoeken voor mij")
        ]
        await henk.press(next(data for data in done.data() if data.startswith("gemist:lees:")))
        second = await henk.until("Er wachten 2 vragen")
        assert "06 12345678" not in "".join(bubble.text for bubble in await henk.messages())
        await henk.press(next(data for data in second.data() if data.startswith("gemist:nee:")))
        await henk.until("Deze vraag gebruiken we niet")
        await phone.say("/verwijder")
        await phone.press("verwijder:ja")
        await town.until(lambda: town.store.questions.unanswered() == [])
        await henk.press("gemist")
        await henk.until("Er zijn nu geen vragen zonder goed antwoord")

    in_town(tmp_path, play)
