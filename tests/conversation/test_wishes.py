"""Wishes before consent: a dialect, and not somebody who helped before; nobody reads the latter."""

from pathlib import Path

from bot.simulator.driver import Bubble, Phone
from bot.usecases.queue.clock import tick
from tests.conversation.test_ending import ended
from tests.conversation.test_handing import give_rollen
from tests.conversation.town import Town, in_town

OFFER = "Nieuwe hulpvraag"


async def _wishes(phone: Phone, *values: str) -> Bubble:
    """Ask for a human again, and tick these choices; return what is passed on."""
    await phone.say("/mens")
    await phone.until(lambda bubble: "hulp:meer" in bubble.data())
    await phone.press("hulp:meer")
    for value in values:
        await phone.press(f"hulp:{value}")
    return await phone.until(lambda bubble: sum("✅" in label for label in bubble.labels()) == len(values) + 1)


def _id(town: Town, number: int) -> int:
    person = town.store.people.at(number)
    assert person is not None
    return person.id


def _last_wave(town: Town) -> None:
    """Let the clock widen what waits until nothing is left to widen."""
    assert town.service is not None
    town.store.database.execute("UPDATE hulpvraag SET wave_at = '2020-01-01T00:00:00.000+00:00'")
    for hulpvraag in town.store.hulpvragen.waiting() * 4:
        tick(town.service.house, hulpvraag.created_at)
        town.store.database.execute("UPDATE hulpvraag SET wave_at = '2020-01-01T00:00:00.000+00:00'")
    town.service.outbox.wake()


def test_whom_a_nieuwkomer_does_not_want_never_gets_it_and_never_reads_why(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, samira = await ended(town)
        bilal = await town.sleutelpersoon(202, "Bilal")
        henk = await town.beheerder()
        not_amina = f"zonder_{_id(town, 201)}"
        shown = await _wishes(samira, not_amina)
        assert "✅ Niet Amina (vertaler)" in shown.labels()
        assert "Niet aan Amina. Niemand ziet dat je dit koos." in shown.text
        await samira.press("mens:ja")
        offer = await bilal.until(OFFER)
        assert "Amina" not in offer.text
        _last_wave(town)
        await henk.until("Niemand nam hulpvraag #2 aan")
        assert 201 not in town.store.outbox.chats_with("aanbod:2")
        give_rollen(town, 201, "vertaler", "coordinator")
        await amina.say("/wachtrij")
        assert "#2" not in (await amina.until("Wachtrij:")).text
        await samira.say("/mijngegevens")
        await samira.until("Niet aan Amina")
        await bilal.press("neem:2")
        card = await bilal.until("Jij helpt nu bij hulpvraag #2")
        assert "Amina" not in card.text
        await bilal.press("overdraag:2")
        to = await bilal.until("Aan wie draag je hulpvraag #2 over?")
        assert not any("Amina" in label for label in to.labels())
        await amina.say("/wachtrij")
        await amina.say("/rooster")
        await amina.until("Wanneer mag ik je vragen?")
        said = [bubble for bubble in await amina.messages() if "#2" in bubble.text or "Niet aan" in bubble.text]
        assert said == []

    in_town(tmp_path, play)


def test_only_who_was_met_can_be_refused(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        _, samira = await ended(town)
        await town.sleutelpersoon(202, "Bilal")
        shown = await _wishes(samira, "vrouw")
        assert [label for label in shown.labels() if "Niet " in label] == ["🚫 Niet Amina (vertaler)"]

    in_town(tmp_path, play)


def test_a_dialect_is_wished_told_in_the_rooster_and_asked_first(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina, bilal = await town.sleutelpersoon(201, "Amina"), await town.sleutelpersoon(202, "Bilal")
        for phone, dialect in ((amina, "ar_mar"), (bilal, "ar_syr")):
            await phone.say("/rooster")
            await phone.until("Welk dialect spreek je goed?")
            await phone.press(f"rooster:dialect:{dialect}")
            await phone.until(lambda bubble: any(label.startswith("✅ Arabisch:") for label in bubble.labels()))
        samira = await town.nieuwkomer(taal="ar")
        await samira.say("/mens")
        await samira.press("gemeente:doetinchem")
        await samira.until(lambda bubble: "hulp:meer" in bubble.data())
        await samira.press("hulp:meer")
        await samira.until(lambda bubble: "hulp:ar_syr" in bubble.data() and "hulp:so_maay" not in bubble.data())
        await samira.press("hulp:ar_egy")
        await samira.press("hulp:ar_syr")
        await samira.press("mens:ja")
        offer = await bilal.until(OFFER)
        assert "Liefst Arabisch: Syrië, Libanon" in offer.text
        assert "Egypte" not in offer.text
        assert 201 not in town.store.outbox.chats_with("aanbod:1")
        _last_wave(town)
        await amina.until(OFFER)

    in_town(tmp_path, play)
