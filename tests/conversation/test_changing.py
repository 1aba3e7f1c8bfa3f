"""The law changes, an answer grows old, a text goes back, a gemeente has a text of its own."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.content.errors import ContentError, Unknown
from bot.domain.content_effects import PublishAnswer
from bot.domain.effects import Plan
from bot.simulator.driver import Bubble, Phone
from bot.usecases.content import changing
from tests.conversation.town import Town, in_town

TODAY = datetime.now(UTC).date()
LONG_AGO = date(2020, 1, 2)


async def _huisarts(phone: Phone) -> Bubble:
    await phone.say("/menu")
    await phone.press("thema:life")
    await phone.press("onderwerp:gp")
    return await phone.until(lambda bubble: any(data.startswith("nuttig:ja:") for data in bubble.data()))


def _announce(town: Town, day: date, *topics: str) -> int:
    now = datetime.now(UTC)
    number, plan = changing.announce(town.store, day, topics, "Vanaf nu gaat <b>alles</b> anders.", "test")
    town.store.apply(plan, now)
    return number


def test_from_its_day_a_banner_stands_above_the_answers_in_every_language_and_goes_again(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        people = {
            taal: await town.nieuwkomer(110 + n, taal, taal) for n, taal in enumerate(("nl", "ar", "ti", "uk"))
        }
        number = _announce(town, LONG_AGO, "gp", "work")
        for taal, phone in people.items():
            answer = await _huisarts(phone)
            assert answer.text.lstrip("\u200e\u200f").startswith("🚨")
            assert "Vanaf nu gaat" in answer.text
            assert answer.data()[0] == "mens", f"a human comes first in {taal}"
        town.store.apply(changing.end(town.store, number), datetime.now(UTC))
        for phone in people.values():
            answer = await _huisarts(phone)
            assert "🚨" not in answer.text

    in_town(tmp_path, play)


def test_before_its_day_there_is_no_banner(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        _announce(town, TODAY + timedelta(days=2), "gp")
        answer = await _huisarts(phone)
        assert "🚨" not in answer.text

    in_town(tmp_path, play)


def test_a_vertaler_is_asked_for_the_explanation_first_and_readers_get_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "tr")
        reader = await town.nieuwkomer(taal="tr")
        _announce(town, LONG_AGO, "gp")
        await amina.until("Wil je de uitleg vertalen?")
        await amina.say("/vertalingen")
        shown = await amina.until("Vanaf nu gaat alles anders.")
        await amina.say("Artık <b>her şey</b> farklı.", reply_to=shown.id)
        await amina.until("Opgeslagen")
        answer = await _huisarts(reader)
        assert "Artık her şey farklı." in answer.text
        assert "Vanaf nu gaat" not in answer.text

    in_town(tmp_path, play)


def test_a_change_is_ended_for_one_topic_alone(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        number = _announce(town, LONG_AGO, "gp", "work")
        town.store.apply(changing.end(town.store, number, ("work",)), datetime.now(UTC))
        assert [change.topics for change in town.store.law_changes.open()] == [("gp",)]
        with pytest.raises(Unknown):
            changing.end(town.store, number, ("work",))
        with pytest.raises(Unknown):
            changing.announce(town.store, TODAY, ("gpp",), "x", "test")
        with pytest.raises(ContentError):
            changing.announce(town.store, TODAY, ("gp",), "<b>x", "test")

    in_town(tmp_path, play)


def test_an_old_answer_is_listed_and_confirmed_with_a_button(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        reader = await town.nieuwkomer(taal="nl")
        town.store.database.execute("UPDATE topic SET peildatum = '2020-01-02' WHERE id = 'gp'")
        await henk.say("/beheer")
        await henk.press("faqoud")
        await henk.until("1 antwoord is lang niet gecontroleerd")
        await henk.press("faqklopt:gp")
        assert "Gecontroleerd op" in await henk.toast()
        await town.until(lambda: town.store.database.value("SELECT count(*) FROM confirmation") == 1)
        answer = await _huisarts(reader)
        assert "2020" not in answer.text
        await henk.press("faqoud")
        await henk.until("kort geleden gecontroleerd")

    in_town(tmp_path, play)


def test_a_dutch_text_goes_back_and_its_translations_with_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        reader = await town.nieuwkomer(taal="tr")
        first = town.store.answers.text("gp", "nl", "")
        assert first is not None
        town.store.apply(Plan((PublishAnswer("gp", "nl", "", "Bel de dokter.", "test"),)), datetime.now(UTC))
        assert "⏳" in (await _huisarts(reader)).text
        await henk.say("/faq huisarts")
        await henk.press("faq:gp")
        await henk.press("faqversies:gp:nl:1")
        shown = await henk.until("Kies een nummer")
        assert "+ Bel de dokter." in shown.text
        await henk.press(f"faqterug:{first.id}")
        await henk.until("Gepubliceerd")
        now = town.store.answers.text("gp", "nl", "")
        turkish = town.store.answers.text("gp", "tr", "")
        assert now is not None
        assert turkish is not None
        assert (now.text, turkish.status) == (first.text, "draft")

    in_town(tmp_path, play)


def test_a_gemeente_adds_to_an_answer_and_replaces_one_and_the_source_says_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        henk = await town.beheerder()
        reader = await town.nieuwkomer(taal="nl")
        town.store.database.execute("UPDATE person SET gemeente = 'aalten' WHERE telegram_id = 101")
        await henk.say("/faq huisarts")
        await henk.press("faq:gp")
        await henk.press("faqlokaal:gp")
        await henk.press("faqlokaal:gp:0:bij")
        ask = await henk.until("gp · Aalten")
        await henk.say("In Aalten helpt de balie.", reply_to=ask.id)
        await henk.press("faqzet:ja")
        await henk.until("Gepubliceerd")
        answer = await _huisarts(reader)
        assert "Van de gemeente Aalten:\nIn Aalten helpt de balie." in answer.text.replace("\u200e", "")
        assert "Bel een praktijk" in answer.text
        await henk.press("faqlokaal:gp:0:in")
        instead = await henk.until(lambda bubble: "gp · Aalten" in bubble.text and bubble.id > ask.id)
        await henk.say("In Aalten kies je via de gemeente.", reply_to=instead.id)
        await henk.press("faqzet:ja")
        await town.until(lambda: town.store.answers.text("gp", "nl", "gemeente=aalten") is not None)
        answer = await _huisarts(reader)
        assert "In Aalten kies je via de gemeente." in answer.text
        assert "Bel een praktijk" not in answer.text
        assert "Deze tekst is van de gemeente Aalten." in answer.text
        assert "www.aalten.nl" in answer.text

    in_town(tmp_path, play)
