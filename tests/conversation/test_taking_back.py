"""What a sleutelpersoon sent by a button is taken back like what he typed, for two days."""

from datetime import timedelta
from pathlib import Path

from tests.conversation.test_handing import talk_of
from tests.conversation.town import Town, in_town


def test_an_official_answer_is_taken_back_by_the_message_that_tells_of_it(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/faq huisarts")
        await amina.press("stuur:1:gp")
        told = await amina.until("is naar de nieuwkomer van hulpvraag #1 gestuurd")
        got = await samira.until("rijksoverheid.nl")
        await samira.say("Wat is een huisarts?", reply_to=got.id)
        assert (await amina.until("Wat is een huisarts?")).reply_to == told.id
        await amina.say("Een dokter", reply_to=told.id)
        assert (await samira.until("Een dokter")).reply_to == got.id
        await samira.say("/weg", reply_to=got.id)
        await samira.until("aan niemand doorgegeven")
        await amina.say("/weg", reply_to=told.id)
        await samira.gone(got.id)
        assert (await amina.until("weggehaald bij de ander")).reply_to == told.id

    in_town(tmp_path, play)


def test_a_saved_reply_is_taken_back_and_after_two_days_not_any_more(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/snel hallo Hallo, ik help je graag.")
        await amina.until("is bewaard")
        await amina.say("/snel")
        await amina.press("📨 hallo")
        told = await amina.until("is gestuurd in hulpvraag #1")
        got = await samira.until("ik help je graag")
        await amina.say("/weg", reply_to=told.id)
        await samira.gone(got.id)
        await amina.until("weggehaald bij de ander")
        await amina.press("📨 hallo")
        again = await amina.until("is gestuurd in hulpvraag #1")
        shown = await samira.until(lambda bubble: "ik help je graag" in bubble.text and bubble.id != got.id, since=0)
        old = town.store.outbox.named(f"zei:{_name(town, amina.id, again.id)}")[0].created_at - timedelta(hours=49)
        town.store.database.execute("UPDATE outbox SET created_at = ? WHERE ref LIKE 'zei:%'", (old.isoformat(),))
        await amina.say("/weg", reply_to=again.id)
        await amina.until("ouder dan 48 uur")
        assert any(bubble.id == shown.id for bubble in await samira.messages())

    in_town(tmp_path, play)


def _name(town: Town, chat_id: int, message_id: int) -> str:
    return (town.store.outbox.ref_at(chat_id, message_id) or "").partition(":")[2]


def test_what_was_sent_after_a_question_is_taken_back_by_the_answer_to_that_question(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("Mail naar amina@example.org")
        await amina.press("📨 Toch sturen")
        told = await amina.until("Je bericht is doorgegeven")
        got = await samira.until("amina@example.org")
        await amina.say("/weg", reply_to=told.id)
        await samira.gone(got.id)
        await amina.until("weggehaald bij de ander")

    in_town(tmp_path, play)


def test_an_answer_that_cannot_be_deleted_is_said_to_stay(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        samira, amina = await talk_of(town)
        await amina.say("/faq huisarts")
        await amina.press("stuur:1:gp")
        told = await amina.until("is naar de nieuwkomer van hulpvraag #1 gestuurd")
        await samira.until("rijksoverheid.nl")
        refused = "Bad Request: message can't be deleted for everyone"
        await (await town.desk()).plan("deleteMessage", "answer", description=refused)
        await amina.say("/weg", reply_to=told.id)
        assert (await amina.until("staat nog bij de ander")).reply_to == told.id

    in_town(tmp_path, play)
