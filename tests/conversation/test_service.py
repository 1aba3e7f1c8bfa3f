"""The service as a whole: what Telegram and the disk do to it, and what the command line does beside it."""

import asyncio
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.commandline.running import first
from bot.content.gemeenten import gemeenten
from bot.domain.effects import Incoming, Plan
from bot.domain.outgoing import Send, Text
from bot.domain.people import Sleutelpersoon
from bot.interpreter import Reader
from bot.settings import SettingError
from bot.storage import Store
from bot.storage.outbox import Ephemeral
from bot.usecases.people import enrolling
from bot.usecases.queue import availability
from bot.usecases.turn import House, Turn
from tests.conversation.test_hulpvraag import ask_for_human
from tests.conversation.town import Town, in_town

PUBLIC = "https://127.0.0.1:1"
AMINA = Sleutelpersoon("Amina", frozenset({"ar"}), frozenset({"aalten"}), frozenset({"vertaler"}))


async def died_of(town: Town) -> BaseException:
    """Wait until the bot ends by itself; return why."""
    assert town.task is not None
    assert town.service is not None
    await asyncio.wait([town.task], timeout=30)
    error = town.task.exception()
    town.service.close()
    town.task = town.service = None
    assert error is not None
    return first(error)


@pytest.mark.parametrize("fault", [{"fault": "error_502"}, {"fault": "answer", "code": 429, "retry_after": 1}])
def test_a_webhook_that_cannot_be_set_yet_is_set_later(tmp_path: Path, fault: dict[str, Any]) -> None:
    async def play(town: Town) -> None:
        await town.stop()
        desk = await town.desk()
        await desk.plan("setWebhook", **fault)
        await town.start(public_url=PUBLIC)
        failed = await desk.called("setWebhook")
        assert not failed["ok"]
        assert (await desk.called("setWebhook", after=failed["seq"]))["ok"]

    in_town(tmp_path, play)


def test_a_webhook_that_cannot_be_removed_yet_is_removed_later(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        await town.stop()
        desk = await town.desk()
        made = len(await desk.calls("deleteWebhook"))
        await desk.plan("deleteWebhook", "error_500")
        await town.start()
        phone = await town.nieuwkomer(taal="nl")
        await phone.say("/hulp")
        await phone.until("Dit kun je doen")
        assert [call["ok"] for call in await desk.calls("deleteWebhook")][made:] == [False, True]

    in_town(tmp_path, play)


def test_a_public_address_that_telegram_refuses_is_one_sentence(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        await town.stop()
        said = "Bad Request: bad webhook: IP address 127.0.0.1 is reserved"
        await (await town.desk()).plan("setWebhook", "answer", code=400, description=said)
        await town.start(public_url=PUBLIC)
        error = await died_of(town)
        assert isinstance(error, SettingError)
        assert "SLEUTELBOT_PUBLIC_URL" in str(error)
        assert "reserved" in str(error)

    in_town(tmp_path, play)


def test_a_token_that_is_taken_back_ends_the_bot_with_a_sentence(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await (await town.desk()).plan("getUpdates", "answer", code=401, description="Unauthorized")
        await phone.say("/hulp")
        error = await died_of(town)
        assert isinstance(error, SettingError)
        assert "TELEGRAM_BOT_TOKEN" in str(error)

    in_town(tmp_path, play)


def test_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        desk, database = await town.desk(), town.store.database
        while database.value("SELECT count(*) FROM outbox WHERE state = 'queued'"):
            await desk.called("getUpdates", after=(await desk.calls())[-1]["seq"])
        database.execute("VACUUM")
        database.execute(f"PRAGMA max_page_count = {database.value('PRAGMA page_count')}")
        seq = (await desk.calls())[-1]["seq"]
        await phone.say("a" * 4000)
        for _ in range(3):
            seq = (await desk.called("getUpdates", after=seq))["seq"]
        assert town.task is not None
        assert not town.task.done()
        database.execute("PRAGMA max_page_count = 1000000")
        await phone.until("te lang")

    in_town(tmp_path, play)


def test_an_update_is_not_set_aside_because_the_disk_is_away(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        town.store.database.execute("PRAGMA query_only = 1")
        with capture_logs() as logs:
            _arrived(town, phone.id)
            async with asyncio.timeout(20):
                while len([entry for entry in logs if entry["event"].startswith("the database")]) < 4:
                    await asyncio.sleep(0.05)
        town.store.database.execute("PRAGMA query_only = 0")
        await phone.until("Dit kun je doen")
        assert town.store.inbox.counts().get("failed", 0) == 0

    in_town(tmp_path, play)


def test_what_was_sent_is_not_sent_again_because_the_disk_is_away(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        desk = await town.desk()
        town.store.database.execute("PRAGMA query_only = 1")
        with capture_logs() as logs:
            with closing(Store(town.settings.database)) as beside:
                beside.apply(Plan(outgoing=(Send(phone.id, Text("één keer")),)), datetime.now(UTC))
            async with asyncio.timeout(20):
                while len([entry for entry in logs if entry["event"].startswith("the database")]) < 3:
                    await asyncio.sleep(0.05)
        town.store.database.execute("PRAGMA query_only = 0")
        await phone.say("/hulp")
        await phone.until("Dit kun je doen")
        sent = [call for call in await desk.calls("sendMessage") if call["values"].get("text") == "één keer"]
        assert len(sent) == 1
        assert town.store.outbox.counts() == {}

    in_town(tmp_path, play)


def _arrived(town: Town, number: int) -> None:
    """Store an update beside the running bot, whose own connection cannot write now."""
    chat = {"id": number, "type": "private"}
    user = {"id": number, "is_bot": False, "first_name": "Samira"}
    command = [{"type": "bot_command", "offset": 0, "length": 5}]
    message = {"message_id": 900, "date": 1, "chat": chat, "from": user, "text": "/hulp", "entities": command}
    with closing(Store(town.settings.database)) as beside:
        raw = json.dumps({"update_id": 900, "message": message})
        beside.inbox.receive(7, [(900, number, raw)], datetime.now(UTC))


def house(store: Store, folder: Path) -> House:
    """Return the house as the command line has it."""
    return House(store, Reader(store.search, folder), gemeenten())


def test_a_sleutelpersoon_who_is_absent_stays_so_when_added_again(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina")
        await amina.say("/afwezig")
        await amina.until("Je bent afwezig")
        there = house(town.store, tmp_path)
        changed = enrolling.add(there, 201, AMINA, datetime.now(UTC))
        assert changed.sleutelpersoon is not None
        assert changed.sleutelpersoon.gemeenten == AMINA.gemeenten
        assert not changed.sleutelpersoon.available
        phone = await town.nieuwkomer(taal="ar")
        await ask_for_human(phone)
        assert town.store.outbox.chats_with("aanbod:1") == []
        assert availability.offers_for(Turn(there, changed, Incoming(0, 201, datetime.now(UTC)))).outgoing == ()

    in_town(tmp_path, play)


class Busy(Store):
    """A database in which a running bot changes the person between reading and writing, so many times."""

    def __init__(self, path: Path, times: int) -> None:
        super().__init__(path)
        self.times = times

    def apply(self, plan: Plan, now: datetime, inbox_id: int | None = None) -> list[Ephemeral]:
        """Let the bot be quicker first."""
        if self.times > 0:
            self.times -= 1
            self.database.execute("UPDATE person SET version = version + 1")
        return super().apply(plan, now, inbox_id)


def test_adding_and_removing_beside_a_busy_bot_gathers_again(tmp_path: Path) -> None:
    store = Busy(tmp_path / "busy.db", times=0)
    try:
        there, now = house(store, tmp_path), datetime.now(UTC)
        store.times = 5
        assert enrolling.add(there, 201, AMINA, now).sleutelpersoon is not None
        store.times = 5
        enrolling.remove(there, 201, now)
        person = store.people.at(201)
        assert person is not None
        assert person.sleutelpersoon is None
        store.times = 1000
        with pytest.raises(enrolling.Refused, match="try again"):
            enrolling.add(there, 201, AMINA, now)
    finally:
        store.close()
