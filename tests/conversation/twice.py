"""Somebody who presses a button twice before the bot could answer, and what must not come of it."""

import json
from collections import Counter
from typing import Any

from bot.simulator.driver import Bubble, Phone
from tests.conversation.town import Town

SAYING = ("sendMessage", "copyMessage")


class Twice:
    """Presses twice in one burst; nobody else may hear the same twice of it, and no update may fail."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.pressed: set[str] = set()

    async def press(self, phone: Phone, button: str) -> None:
        """Press the newest button whose data begins so."""

        def offered(bubble: Bubble) -> bool:
            return any(data.startswith(button) for data in bubble.data())

        await phone.until(offered, since=0)
        shown = [bubble for bubble in await phone.messages() if bubble.by == "bot" and offered(bubble)][-1]
        data = next(each for each in shown.data() if each.startswith(button))
        await self.settled()
        desk, known = await self.town.desk(), self._arrived()
        before = (await desk.calls())[-1]["seq"]
        for number in range(2):
            await desk.update("callback_query", _press(phone, shown, data, f"{known}-{number}"))
        await self.town.until(lambda: self._arrived() == known + 2)
        await self.settled()
        said = Counter(_said(call) for call in await self._calls(before) if call["chat_id"] != phone.id)
        assert [words for words, times in said.items() if times > 1] == [], data
        assert self.town.store.inbox.counts().get("failed", 0) == 0, data
        self.pressed.add(data.partition(":")[0])

    def _arrived(self) -> int:
        return sum(self.town.store.inbox.counts().values())

    async def settled(self) -> None:
        """Wait until everything is handled and sent."""
        store = self.town.store
        await self.town.until(lambda: not store.inbox.counts().get("new") and not store.outbox.counts().get("queued"))

    async def _calls(self, after: int) -> list[dict[str, Any]]:
        desk = await self.town.desk()
        return [call for name in SAYING for call in await desk.calls(name, after) if call["ok"]]

    def count(self, table: str, where: str = "1") -> int:
        """Return how many rows a table has."""
        return int(self.town.store.database.value(f"SELECT count(*) FROM {table} WHERE {where}"))


def _press(phone: Phone, shown: Bubble, data: str, identity: str) -> dict[str, Any]:
    """Return a press as Telegram delivers it, whatever the message has become meanwhile."""
    user = {"id": phone.id, "is_bot": False, "first_name": phone.first_name}
    message = {"message_id": shown.id, "date": 1, "chat": {"id": phone.id, "type": "private"}}
    return {"id": identity, "chat_instance": "1", "data": data, "from": user, "message": message}


def _said(call: dict[str, Any]) -> str:
    values = {name: call["values"].get(name) for name in ("text", "from_chat_id", "message_id")}
    return json.dumps([call["chat_id"], values], ensure_ascii=False, sort_keys=True)


