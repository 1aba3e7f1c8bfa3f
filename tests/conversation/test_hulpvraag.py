"""The desk: asking for a human, the first claim wins, talking, ending."""

from pathlib import Path

from bot.domain.offering import Wave
from bot.simulator.driver import Phone
from tests.conversation.town import Town, in_town


async def ask_for_human(phone: Phone, gemeente: str = "doetinchem") -> None:
    """Ask for a human and consent."""
    await phone.say("/mens")
    await phone.press(f"gemeente:{gemeente}")
    await phone.press("mens:ja")
    await phone.until(lambda bubble: any(data.startswith("trek:") for data in bubble.data()))


def test_nothing_is_passed_on_without_consent(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        helper = await town.sleutelpersoon(201, "Amina")
        phone = await town.nieuwkomer()
        await phone.say("/mens")
        await phone.press("gemeente:doetinchem")
        await phone.press("mens:nee")
        await phone.until(lambda bubble: "menu" in bubble.data())
        assert town.store.hulpvragen.counts() == {}
        assert not any("neem:1" in bubble.data() for bubble in await helper.messages())

    in_town(tmp_path, play)


def test_the_first_claim_wins_and_both_talk_under_a_pseudonym(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira = await town.nieuwkomer()
        await ask_for_human(samira)
        offer = await amina.until("Nieuwe hulpvraag")
        assert "العربية" in offer.text
        assert "Samira" not in offer.text
        await bilal.until("Nieuwe hulpvraag")
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await samira.until("Amina")
        await bilal.until("aangenomen door Amina")
        await samira.say("وصلتني رسالة من DUO")
        await amina.until("وصلتني رسالة من DUO")
        await amina.say("أهلا، أرسلي صورة")
        said = await samira.until("أرسلي صورة")
        assert "Amina" in said.text
        await amina.say("/afsluiten")
        await amina.until("afgesloten")
        await samira.until(lambda bubble: "mens" in bubble.data())

    in_town(tmp_path, play)


def test_a_late_claim_is_told_who_has_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira = await town.nieuwkomer()
        await ask_for_human(samira)
        await bilal.until("Nieuwe hulpvraag")
        await bilal.say("/wachtrij")
        queue = await bilal.until(lambda bubble: "neem:1" in bubble.data() and "Wachtrij" in bubble.text)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await bilal.press("neem:1", message_id=queue.id)
        assert "Amina" in await bilal.toast()

    in_town(tmp_path, play)


def test_a_photo_outside_a_hulpvraag_goes_to_the_one_who_claims(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer()
        await samira.photo()
        await samira.until(lambda bubble: bubble.data() == ["mens"])
        await samira.press("mens")
        await samira.press("gemeente:aalten")
        await samira.press("mens:ja")
        await amina.until("Nieuwe hulpvraag")
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await amina.until(lambda bubble: bubble.kind == "photo")

    in_town(tmp_path, play)


def test_nobody_available_is_said_honestly_and_whoever_comes_gets_the_offer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await samira.say("/mens")
        await samira.press("gemeente:aalten")
        await samira.press("mens:ja")
        await samira.until("Er is nu niemand die jouw taal spreekt")
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.until("Nieuwe hulpvraag", since=0)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")

    in_town(tmp_path, play)


def test_giving_back_returns_it_to_the_queue_and_tells_the_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        bilal = await town.sleutelpersoon(202, "Bilal")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await bilal.until("aangenomen door Amina")
        await amina.press("geef:1")
        await samira.until("Amina kan je nu niet verder helpen")
        await bilal.until("Nieuwe hulpvraag")
        await bilal.press("neem:1")
        await samira.until("Bilal gaat je helpen")

    in_town(tmp_path, play)


def test_a_nieuwkomer_can_withdraw_and_the_offers_disappear(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.until("Nieuwe hulpvraag")
        await samira.press("trek:1")
        await samira.until("ingetrokken")
        await amina.until("niet meer nodig")

    in_town(tmp_path, play)


def test_an_edited_text_edits_the_copy_and_a_reply_keeps_its_thread(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        said = await samira.say("Ik kreeg een brief van de gemeente")
        copy = await amina.until("brief van de gemeente")
        await samira.edit(said.id, "Ik kreeg een brief van DUO")
        changed = await amina.until("brief van DUO")
        assert changed.id == copy.id
        await amina.say("Welke brief?", reply_to=copy.id)
        answered = await samira.until("Welke brief?")
        assert answered.reply_to == said.id

    in_town(tmp_path, play)


def test_danger_inside_a_hulpvraag_is_relayed_and_the_numbers_are_shown(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await samira.say("mijn man slaat mij en ik ben bang")
        await samira.until("0800-2000")
        await amina.until("mijn man slaat mij")
        await amina.until("lijkt iemand in gevaar")

    in_town(tmp_path, play)


def test_a_helper_who_blocks_the_bot_does_not_hold_the_nieuwkomer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        await amina.block()
        await samira.until("Amina is niet meer bereikbaar")
        waiting = town.store.hulpvragen.get(1)
        assert waiting is not None
        assert waiting.state == "waiting"

    in_town(tmp_path, play)


def test_danger_while_waiting_is_answered_goes_along_and_makes_haste(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await samira.say("Mijn man slaat mij en ik ben bang")
        await samira.until("Veilig Thuis")
        waiting = town.store.hulpvragen.get(1)
        assert waiting is not None
        assert (waiting.urgent, waiting.danger, waiting.wave) == (True, True, Wave.ALL)
        amina = await town.sleutelpersoon(201, "Amina", "nl", gemeente="winterswijk")
        offer = await amina.until(lambda bubble: "neem:1" in bubble.data())
        assert "haast" in offer.text
        await amina.press("neem:1")
        await amina.until("Mijn man slaat mij", since=0)

    in_town(tmp_path, play)


def test_what_is_typed_while_waiting_goes_along_although_the_bot_answers_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira = await town.nieuwkomer(taal="nl")
        await ask_for_human(samira)
        await samira.say("Hoe meld ik me aan voor het examen?")
        await samira.until("Bron")
        await samira.photo()
        await samira.until("De sleutelpersoon krijgt dit ook")
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        await amina.press("neem:1")
        card = await amina.until("Jij helpt nu")
        assert "Er komt 1 bestand mee." in card.text
        typed = await amina.until("Hoe meld ik me aan voor het examen?", since=0)
        await amina.say("Op de site van DUO.", reply_to=typed.id)
        await samira.until("Op de site van DUO.")

    in_town(tmp_path, play)
