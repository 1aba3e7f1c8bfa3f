"""Inside a talk: contact details are asked about, messages are taken back, and what does not arrive is said."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.redacting import reaches
from bot.simulator.driver import Phone
from tests.conversation.test_handing import talk_of
from tests.conversation.town import Town, in_town


async def _saw(phone: Phone, words: str) -> bool:
    return any(words in bubble.text for bubble in await phone.messages())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bel me op 06 12 34 56 78", True),
        ("+31 6 12345678", True),
        ("رقمي ٠٦١٢٣٤٥٦٧٨", True),
        ("mail amina@example.org", True),
        ("ik ben @amina_helpt", True),
        ("zie t.me/amina", True),
        ("https://wa.me/31612345678", True),
        ("bel DUO op 0800-8020 of 0900 1234567", False),
        ("de gemeente is 088-1234567", False),
        ("bel 112 of 0800-2000", False),
        ("op 12-03-2026 om 10:30", False),
        ("het kost € 1.250.000", False),
        ("artikel 14, lid 3", False),
    ],
)
def test_what_reaches_a_person(text: str, expected: bool) -> None:
    assert reaches(text) is expected


def test_a_phone_number_is_sent_only_when_the_sender_says_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await samira.say("Bel mij op 06-12345678")
        await samira.until("Wie dat krijgt, kan je ook buiten deze chat bereiken")
        await samira.press("❌ Niet sturen")
        await samira.until("niet doorgegeven")
        await samira.say("Ik ben er morgen")
        await amina.until("Ik ben er morgen")
        assert not await _saw(amina, "12345678")
        asked = await amina.say("Mail naar amina@example.org")
        question = await amina.until("e-mailadres of account")
        assert not await _saw(samira, "amina@example.org")
        await amina.press("📨 Toch sturen", question.id)
        await amina.until("Je bericht is doorgegeven")
        got = await samira.until("amina@example.org")
        assert "Amina" in got.text
        await amina.edit(asked.id, "Mail naar hulp@example.org")
        await amina.press(f"toch:ja:{asked.id}")
        changed = await samira.until("hulp@example.org")
        assert changed.id == got.id

    in_town(tmp_path, play)


def test_without_the_number_a_held_message_goes_on_and_under_a_photo_it_is_asked_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        said = await samira.say("Mijn nummer is 0612345678, bel maar")
        await samira.until("Wil je het sturen?")
        await samira.edit(said.id, "Bel maar via de gemeente")
        await amina.until("Bel maar via de gemeente")
        photo = await samira.photo(caption="van @samira_d")
        await samira.until(lambda bubble: f"toch:ja:{photo.id}" in bubble.data())
        assert not any(bubble.kind == "photo" for bubble in await amina.messages())
        await samira.press(f"toch:ja:{photo.id}")
        await amina.until(lambda bubble: bubble.kind == "photo" and "@samira_d" in bubble.text)
        await samira.say("en 0687654321")
        await samira.until("Wil je het sturen?")
        await samira.say("/afsluiten")
        await amina.until("afgesloten")
        assert town.store.database.value("SELECT count(*) FROM held") == 0

    in_town(tmp_path, play)


def test_a_link_to_an_account_is_refused_kindly(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        said = await samira.say("Vraag het aan")
        await amina.until("Vraag het aan")
        other = {"id": 999, "is_bot": False, "first_name": "Ahmed"}
        mention = {"type": "text_mention", "offset": 10, "length": 5, "user": other}
        me = {"id": samira.id, "is_bot": False, "first_name": "Samira"}
        chat = {"id": samira.id, "type": "private", "first_name": "Samira"}
        body = {"message_id": said.id + 5000, "date": 1_790_000_000, "chat": chat, "from": me}
        await (await town.desk()).update("message", body | {"text": "Vraag het Ahmed", "entities": [mention]})
        await samira.until("Typ alleen de voornaam")
        await samira.contact()
        await samira.until("Dit kan ik niet doorgeven")
        assert not await _saw(amina, "Ahmed")

    in_town(tmp_path, play)


def test_what_is_written_under_a_file_changes_under_its_copy_too(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        photo = await samira.photo(caption="brief van DUO")
        copy = await amina.until("brief van DUO")
        await samira.edit(photo.id, "brief van de gemeente")
        changed = await amina.until("✏️ brief van de gemeente")
        assert (changed.id, changed.kind) == (copy.id, "photo")
        await samira.edit(photo.id, "mail mij op samira@example.org")
        asked = await samira.until(lambda bubble: any(data.startswith("toch:ja:") for data in bubble.data()))
        assert not any("example.org" in bubble.text for bubble in await amina.messages())
        await samira.press(next(data for data in asked.data() if data.startswith("toch:ja:")))
        await amina.until("samira@example.org")
        await samira.edit(photo.id, "woord " * 250)
        await amina.until(lambda bubble: bubble.kind == "text" and "woord woord" in bubble.text)
        await samira.edit(photo.id, "")
        await amina.until(lambda bubble: bubble.id == copy.id and bubble.text.endswith("✏️ …"))
        await amina.until("✏️ …")

    in_town(tmp_path, play)


def test_a_message_is_taken_back_within_two_days(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await samira.say("/weg")
        await samira.until("Antwoord op je eigen bericht met /weg")
        said = await samira.say("Ik wil dit toch niet zeggen")
        copy = await amina.until("toch niet zeggen")
        await samira.say("/weg", reply_to=said.id)
        await amina.gone(copy.id)
        told = await samira.until("weggehaald bij de ander")
        assert told.reply_to == said.id
        assert town.store.hulpvragen.with_message(samira.id, said.id) is None
        await samira.say("/weg", reply_to=told.id)
        await samira.until("aan niemand doorgegeven")
        photo = await amina.photo()
        sent = await samira.until(lambda bubble: bubble.kind == "photo")
        old = town.store.outbox.copies_of(amina.id, photo.id)[0].created_at - timedelta(hours=49)
        town.store.database.execute("UPDATE outbox SET created_at = ? WHERE ref LIKE 'relay:%'", (old.isoformat(),))
        await amina.say("/weg", reply_to=photo.id)
        await amina.until("ouder dan 48 uur")
        assert any(bubble.id == sent.id for bubble in await samira.messages())

    in_town(tmp_path, play)


def test_what_telegram_refuses_to_delete_or_to_deliver_is_told_to_the_sender(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        desk = await town.desk()
        said = await samira.say("Dit blijft staan")
        await amina.until("Dit blijft staan")
        await desk.plan("deleteMessage", "answer", description="Bad Request: message can't be deleted for everyone")
        await samira.say("/weg", reply_to=said.id)
        await samira.until("je bericht staat nog bij de ander")
        await desk.plan("copyMessage", "answer", description="Bad Request: VOICE_MESSAGES_FORBIDDEN")
        voice = await samira.voice()
        told = await samira.until("Niet aangekomen, want: de ander wil geen spraakberichten")
        assert told.reply_to == voice.id
        assert "gelezen" not in told.text

    in_town(tmp_path, play)
