"""Every button that changes something, pressed twice before the bot could answer."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.domain.content_effects import PublishAnswer
from bot.domain.effects import Plan
from bot.telegram.buttons import BUTTONS
from bot.usecases.queue.desk_rules import set_rule
from tests.conversation.test_handing import give_rollen, talk_of
from tests.conversation.test_letters import put_forward, readers
from tests.conversation.test_listening import _recorded as recorded
from tests.conversation.test_reports import coordinator, number_of
from tests.conversation.town import Town, in_town
from tests.conversation.twice import Twice


async def _asks(twice: Twice) -> None:
    town = twice.town
    bilal, amina = await town.sleutelpersoon(202, "Bilal"), await town.sleutelpersoon(201, "Amina")
    samira = await town.nieuwkomer(taal="nl")
    await samira.say("Hoe vind ik een huisarts?")
    await twice.press(samira, "nuttig:ja:")
    await samira.say("/mens")
    await samira.press("gemeente:doetinchem")
    await twice.press(samira, "mens:ja")
    assert twice.count("hulpvraag") == 1
    await twice.press(bilal, "sla:1")
    await twice.press(amina, "neem:1")
    await twice.press(amina, "geef:1")
    assert twice.count("hulpvraag", "state = 'waiting'") == 1
    await twice.press(samira, "trek:1")
    assert twice.count("hulpvraag", "state = 'withdrawn'") == 1


async def _talks(twice: Twice) -> None:
    town = twice.town
    samira, amina = await talk_of(town)
    await twice.press(amina, "notitie:1")
    await twice.press(amina, "notitie:1:nee")
    await amina.say("/herinner")
    await twice.press(amina, "herinner:1:")
    assert twice.count("reminder") == 1
    await amina.say("/faq huisarts")
    await twice.press(amina, "stuur:1:gp")
    await amina.say("/snel welkom Hallo!")
    await amina.until("is bewaard")
    await amina.say("/snel")
    await twice.press(amina, "snel:1:")
    await amina.press("nietmij:1")
    await twice.press(amina, "nietmij:1:medisch")
    await samira.say("Bel mij op 06-12345678")
    await twice.press(samira, "toch:ja:")
    await twice.press(samira, "sluit:1")
    assert twice.count("hulpvraag", "state = 'closed'") == 1


async def _ends(twice: Twice) -> None:
    samira, amina = await talk_of(twice.town)
    await samira.say("Hallo!")
    await amina.until("Hallo!")
    await amina.say("Dag Samira!")
    await samira.until("Dag Samira!")
    await twice.press(amina, "sluit:1")
    await twice.press(samira, "oordeel:1:4")
    await twice.press(amina, "afloop:1:zwaar")
    await twice.press(amina, "na:1:blijft")
    await twice.press(amina, "afloop:1:answered")
    await twice.press(samira, "heropen:1")
    assert twice.count("hulpvraag", "state = 'waiting'") == 1
    await samira.say("/verwijder")
    await twice.press(samira, "verwijder:ja")
    assert twice.count("hulpvraag") == 0


async def _hands_over(twice: Twice) -> None:
    town = twice.town
    bilal, carla = await town.sleutelpersoon(202, "Bilal"), await town.sleutelpersoon(203, "Carla")
    give_rollen(town, 203, "verbinder", "coordinator")
    samira, amina = await talk_of(town)
    person = town.store.people.at(202)
    assert person is not None
    await twice.press(amina, "overdraag:1")
    await twice.press(amina, f"aan:1:{person.id}")
    await twice.press(amina, "draag:1:")
    await bilal.press("erbij:1")
    await twice.press(bilal, "erbij:1:verbinder")
    await twice.press(samira, "samen:1:")
    await twice.press(carla, "niet:1")
    await bilal.press("erbij:1")
    await twice.press(bilal, "erbij:1:verbinder")
    await twice.press(samira, "samen:1:")
    await twice.press(carla, "mee:1")
    await carla.say("/wachtrij")
    await twice.press(carla, "overdraag:1")
    await twice.press(carla, "aan:1:vertaler")
    await twice.press(carla, "draag:1:vertaler")


async def _proposes(twice: Twice) -> None:
    town = twice.town
    henk = await town.beheerder()
    _, amina = await talk_of(town)
    await amina.say("/afsluiten")
    await amina.press("afloop:1:other")
    await twice.press(amina, "leer")
    await amina.say("Hoe vind ik een huisarts in mijn dorp?")
    await twice.press(amina, "leer:zonder")
    await twice.press(amina, "leer:stuur")
    assert twice.count("proposal") == 1
    await henk.say("/beheer")
    await henk.press("voorstel")
    await twice.press(henk, "voorstel:leer:1:gp")
    assert twice.count("added_example") == 1
    samira = await twice.town.nieuwkomer(taal="nl")
    await samira.say("kwispelstaart zoeken voor een huisarts")
    await twice.town.until(lambda: bool(twice.town.store.questions.to_learn()))
    ref = twice.town.store.questions.to_learn()[0]["ref"]
    await henk.say("/beheer")
    await henk.press("gemist")
    await twice.press(henk, f"gemist:leer:{ref}:gp")
    assert twice.count("added_example") == 2


async def _advises(twice: Twice) -> None:
    town = twice.town
    henk = await town.beheerder()
    amina, bilal, _ = await readers(town)
    await amina.say("/signaal")
    await amina.press("signaal:thema:start")
    await amina.press("signaal:plek:regio")
    await amina.until("Wat zie je?")
    await amina.say("De brief over de toets wordt niet begrepen.")
    await twice.press(amina, "signaal:stuur")
    await bilal.say("/signaal")
    await bilal.press("signaal:lijst:0")
    await twice.press(bilal, "signaal:steun:1:")
    assert (twice.count("signal"), twice.count("signal_support")) == (1, 1)
    await henk.say("/signalen")
    await henk.press("signalen:lees:1")
    shown = await henk.until("Daarna kies je")
    await henk.say("We schrijven de brief opnieuw.", reply_to=shown.id)
    await twice.press(henk, "signalen:doe:change")
    await put_forward(henk)
    await amina.until(lambda bubble: "lezer:klaar:1" in bubble.data(), since=0)
    await twice.press(amina, "lezer:klaar:1")
    await twice.press(bilal, "lezer:pas:1")
    await twice.press(henk, "brief:stop:1")


async def _writes(twice: Twice) -> None:
    town = twice.town
    henk = await town.beheerder()
    first = town.store.answers.text("gp", "nl", "")
    assert first is not None
    town.store.apply(Plan((PublishAnswer("gp", "nl", "", "Bel de dokter.", "test"),)), datetime.now(UTC))
    await henk.say("/faq huisarts")
    await henk.press("faq:gp")
    shown = await henk.until("Antwoord op dit bericht")
    await henk.say("Bel eerst de huisarts.", reply_to=shown.id)
    await twice.press(henk, "faqzet:ja")
    await henk.press("faqversies:gp:nl:1")
    versions = twice.count("answer", "topic = 'gp' AND taal = 'nl' AND variant = ''")
    await twice.press(henk, f"faqterug:{first.id}")
    assert twice.count("answer", "topic = 'gp' AND taal = 'nl' AND variant = ''") == versions + 1
    town.store.database.execute("UPDATE topic SET peildatum = '2020-01-02' WHERE id = 'gp'")
    await henk.say("/beheer")
    await henk.press("faqoud")
    await twice.press(henk, "faqklopt:gp")
    assert twice.count("confirmation") == 1


async def _translates(twice: Twice) -> None:
    amina = await twice.town.sleutelpersoon(201, "Amina", "tr")
    await amina.say("/vertalingen")
    await twice.press(amina, "vert:goed:")
    assert twice.count("answer", "taal = 'tr' AND status = 'reviewed'") == 1
    shown = await amina.until(lambda bubble: any(data.startswith("vert:goed:2:") for data in bubble.data()), since=0)
    await amina.say("Önce ara.", reply_to=shown.id)
    await twice.press(amina, "vzet:ja")
    assert twice.count("answer", "text = 'Önce ara.'") == 1


async def _reads_aloud(twice: Twice) -> None:
    amina, _ = await recorded(twice.town)
    await twice.press(amina, "stem:weg:")
    assert twice.count("recording", "current = 1") == 0


async def _joins(twice: Twice) -> None:
    town = twice.town
    henk = await town.beheerder()
    await henk.say("/uitnodigen")
    link = await henk.until("start=")
    secret = link.text.partition("start=")[2].split()[0].strip("\u2068\u2069")
    amina = await town.phone(201, "Amina", "nl")
    await amina.start(secret)
    await amina.until("voornaam")
    await amina.say("Amina")
    await amina.press("kan:ar")
    await amina.press("klaar:talen")
    await amina.press("in:aalten")
    await amina.press("klaar:gemeenten")
    await amina.press("als:vertaler")
    await twice.press(amina, "klaar:rollen")
    assert twice.count("person", "rollen IS NOT NULL") == 1


async def _reports(twice: Twice) -> None:
    town = twice.town
    carla = await coordinator(town)
    samira, amina = await talk_of(town)
    await samira.press("klacht:1")
    await twice.press(samira, f"klacht:1:{number_of(town, amina)}:sexual")
    await amina.press("meld:1")
    await twice.press(amina, "meld:1:threat")
    assert twice.count("report") == 2
    await twice.press(carla, "melding:1:block")
    await twice.press(carla, "deblok:")
    assert twice.count("person", "blocked_until IS NOT NULL") == 0


Scene = Callable[[Twice], Awaitable[None]]
SCENES: dict[Scene, frozenset[str]] = {
    _asks: frozenset({"nuttig", "mens", "sla", "neem", "geef", "trek"}),
    _talks: frozenset({"notitie", "herinner", "stuur", "snel", "nietmij", "toch", "sluit"}),
    _ends: frozenset({"sluit", "oordeel", "afloop", "na", "heropen", "verwijder"}),
    _hands_over: frozenset({"overdraag", "aan", "draag", "erbij", "samen", "niet", "mee"}),
    _proposes: frozenset({"leer", "voorstel", "gemist"}),
    _advises: frozenset({"signaal", "signalen", "lezer", "brief"}),
    _writes: frozenset({"faqzet", "faqterug", "faqklopt"}),
    _translates: frozenset({"vert", "vzet"}),
    _reads_aloud: frozenset({"stem"}),
    _joins: frozenset({"klaar"}),
    _reports: frozenset({"klacht", "meld", "melding", "deblok"}),
}
# Shown as often as it is asked for; what they remember is what was chosen last.
SHOWS = frozenset({
    "taal", "menu", "thema", "onderwerp", "nl", "luister", "woord", "doelgroep", "wet", "geen", "gemeente", "actief",
    "faq", "faqlees", "faqversies", "faqlokaal", "faqoud", "vtaal",
})  # fmt: skip
# Ticked, and unticked by a second press: that is what they are for. And the way back of test_flooding.
TICKS = frozenset({"hulp", "kan", "in", "als", "rooster", "verder"})


def test_no_button_is_forgotten() -> None:
    assert frozenset().union(*SCENES.values(), SHOWS, TICKS) == frozenset(BUTTONS)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__.strip("_"))
def test_a_button_pressed_twice_does_it_once(tmp_path: Path, scene: Scene) -> None:
    async def play(town: Town) -> None:
        set_rule(town.store, "flood_burst", 1000)
        twice = Twice(town)
        await scene(twice)
        assert twice.pressed >= SCENES[scene]

    in_town(tmp_path, play)
