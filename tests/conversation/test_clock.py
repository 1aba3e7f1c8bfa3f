"""What happens by itself, played with time as an argument: waves, lapsing, the coordinator, silence, rest."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.domain.rooster import Rooster
from bot.simulator.driver import Phone
from bot.usecases.queue.clock import tick
from bot.usecases.queue.desk_rules import set_rule
from tests.conversation.town import Town, in_town

OFFER = "Nieuwe hulpvraag"


async def _asks(town: Town, taal: str = "nl", question: str = "Hoe meld ik me aan voor het examen?") -> Phone:
    samira = await town.nieuwkomer(taal=taal)
    if question:
        await samira.say(question)
        await samira.until("Bron")
    await samira.say("/mens")
    await samira.press("gemeente:aalten")
    await samira.press("mens:ja")
    await samira.until(lambda bubble: any(data.startswith("trek:") for data in bubble.data()))
    return samira


def _pass(town: Town, **span: float) -> None:
    """Let the clock look as it would after a time."""
    assert town.service is not None
    tick(town.service.house, datetime.now(UTC) + timedelta(**span))
    town.service.outbox.wake()


def _offered(town: Town, number: int) -> bool:
    return number in town.store.outbox.chats_with("aanbod:1")


def test_the_region_is_asked_when_nobody_near_takes_it_and_then_the_coordinator(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        near = await town.sleutelpersoon(201, "Amina", "nl", gemeente="aalten")
        far = await town.sleutelpersoon(202, "Bilal", "nl", gemeente="winterswijk")
        henk = await town.beheerder()
        samira = await _asks(town)
        await near.until(OFFER)
        _pass(town, minutes=14)
        assert not _offered(town, 202)
        _pass(town, minutes=15)
        await far.until(OFFER)
        _pass(town, minutes=31)
        _pass(town, minutes=92)
        told = await henk.until("Niemand nam hulpvraag #1 aan")
        assert "Aalten" in told.text
        await samira.until("Nog niemand heeft je vraag aangenomen")
        await far.press("neem:1")
        await samira.until("Bilal gaat je helpen")

    in_town(tmp_path, play)


def test_nobody_waits_for_a_wave_without_people(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        far = await town.sleutelpersoon(202, "Bilal", "nl", gemeente="winterswijk")
        await _asks(town)
        await far.until(OFFER)

    in_town(tmp_path, play)


def test_a_claim_without_an_answer_lapses_and_both_are_told(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        bilal = await town.sleutelpersoon(202, "Bilal", "nl")
        samira = await _asks(town)
        await amina.press("neem:1")
        await samira.until("Amina gaat je helpen")
        _pass(town, minutes=59)
        assert town.store.hulpvragen.of_sleutelpersoon(town.store.people.sleutelpersonen()[0].id)
        _pass(town, minutes=61)
        await amina.until("teruggezet in de wachtrij")
        await samira.until("Amina kon je nog niet antwoorden")
        await bilal.until(lambda bubble: OFFER in bubble.text and "neem:1" in bubble.data())
        await bilal.press("neem:1")
        await bilal.until("Jij helpt nu")
        await bilal.say("Dag, ik help je.")
        await samira.until("Dag, ik help je.")
        _pass(town, minutes=200)
        assert [h.id for h in town.store.hulpvragen.claimed()] == [1], "whoever answered keeps it"

    in_town(tmp_path, play)


def test_a_claim_does_not_lapse_while_the_nieuwkomer_has_asked_nothing(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        await _asks(town, question="")
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        _pass(town, hours=5)
        assert [h.id for h in town.store.hulpvragen.claimed()] == [1]

    in_town(tmp_path, play)


def test_a_silent_conversation_ends_after_notice_and_a_word_keeps_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        samira = await _asks(town)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        await amina.say("Dag!")
        await samira.until("Dag!")
        _pass(town, hours=49)
        await samira.until("Het is lang stil in je gesprek")
        await amina.until("Het is lang stil in hulpvraag #1")
        await samira.say("Ik ben er nog.")
        await amina.until("Ik ben er nog.")
        _pass(town, hours=47)
        assert [h.warned_at for h in town.store.hulpvragen.claimed()] == [None]
        _pass(town, hours=49)
        _pass(town, hours=74)
        await samira.until("Nu geef ik weer antwoord")
        assert town.store.hulpvragen.claimed() == []

    in_town(tmp_path, play)


def test_who_rests_is_asked_when_he_wakes(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        await amina.say("/rooster")
        await amina.press("rooster:uren:9-17")
        await amina.until(lambda bubble: "✅ 9-17 h" in bubble.labels())
        person = town.store.people.at(201)
        assert person is not None
        assert person.sleutelpersoon is not None
        assert person.sleutelpersoon.rooster == Rooster(begin=9, end=17)
        # Two hours from now he rests for a minute: the rooster is set so that now is outside of it.
        hour = datetime.now(UTC).astimezone().hour
        rooster = f'{{"days": [0,1,2,3,4,5,6], "begin": {(hour + 3) % 24}, "end": {(hour + 4) % 24}}}'
        town.store.database.execute("UPDATE person SET rooster = ? WHERE telegram_id = 201", (rooster,))
        await _asks(town)
        _pass(town, minutes=1)
        assert not _offered(town, 201)
        for hours in range(1, 25):
            _pass(town, hours=hours)
        await amina.until(OFFER)

    in_town(tmp_path, play)


def test_rules_can_be_set(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        set_rule(town.store, "lapse", 5)
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        await _asks(town)
        await amina.press("neem:1")
        await amina.until("Jij helpt nu")
        _pass(town, minutes=6)
        await amina.until("teruggezet in de wachtrij")

    in_town(tmp_path, play)


def test_the_kind_of_help_and_wishes_are_chosen_before_consent_and_passed_on(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "nl")
        samira = await town.nieuwkomer(taal="nl")
        await samira.photo()
        await samira.until("Zal ik het aan een sleutelpersoon geven")
        await samira.say("/mens")
        await samira.press("gemeente:aalten")
        await samira.until("Een brief of gesprek begrijpen")
        await samira.press("hulp:meer")
        await samira.press("hulp:verbinder")
        await samira.press("hulp:vrouw")
        await samira.press("hulp:man")
        await samira.press("hulp:haast")
        asked = await samira.until(lambda bubble: "• Het heeft haast" in bubble.text)
        assert "• De juiste persoon of plek vinden" in asked.text
        assert "• Liefst een man" in asked.text
        assert "• Liefst een vrouw" not in asked.text
        assert "• Een brief of gesprek begrijpen" not in asked.text
        await samira.press("mens:ja")
        offer = await amina.until(OFFER)
        assert "Het heeft haast" in offer.text
        assert "De juiste persoon of plek vinden" in offer.text
        hulpvraag = town.store.hulpvragen.get(1)
        assert hulpvraag is not None
        assert (hulpvraag.rol, hulpvraag.urgent, hulpvraag.wishes) == ("verbinder", True, frozenset({"man"}))

    in_town(tmp_path, play)


def test_the_waiting_time_is_told_when_it_is_known(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        await town.sleutelpersoon(201, "Amina", "nl")
        samira = await _asks(town)
        await samira.until("Hoe lang het duurt, weet ik nog niet")
        moment = datetime.now(UTC)
        for number in range(5):
            town.store.database.execute(
                "INSERT INTO hulpvraag (nieuwkomer_id, taal, gemeente, state, created_at, claimed_at)"
                " VALUES (1, 'nl', 'aalten', 'closed', ?, ?)",
                ((moment - timedelta(hours=2 + number)).isoformat(timespec="milliseconds"),
                 (moment - timedelta(hours=number)).isoformat(timespec="milliseconds")),
            )  # fmt: skip
        await samira.say("/mens")
        await samira.until("De laatste weken duurde het meestal ongeveer 2 uur")

    in_town(tmp_path, play)
