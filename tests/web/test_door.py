"""Health, figures, and Telegram's webhook with its secret."""

import asyncio
import json
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bot.storage import Store
from bot.telegram.intake import Intake
from bot.web.door import SECRET_HEADER, door
from bot.web.serving import bind, serve

UPDATE = {"update_id": 7, "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "geheim"}}


async def _visit(store: Store) -> None:
    listening = bind("127.0.0.1", 0)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    woken, heard = asyncio.Event(), list[datetime]()

    def now() -> datetime:
        return datetime.now(UTC)

    web = door(store, lambda: "search", Intake(1, store, woken.set, heard.append, now), "secret")
    task = asyncio.create_task(serve(web, listening))
    async with httpx.AsyncClient(base_url=address, trust_env=False) as visitor:
        refused = await visitor.post("/telegram", json=UPDATE)
        assert refused.status_code == 403
        wrong = await visitor.post("/telegram", content=b"[]", headers={SECRET_HEADER: "secret"})
        assert wrong.status_code == 400
        for _ in range(2):
            taken = await visitor.post("/telegram", json=UPDATE, headers={SECRET_HEADER: "secret"})
            assert taken.status_code == 200
        assert woken.is_set()
        store.database.execute("PRAGMA query_only = 1")
        full = await visitor.post("/telegram", json=UPDATE | {"update_id": 8}, headers={SECRET_HEADER: "secret"})
        assert full.status_code == 503
        store.database.execute("PRAGMA query_only = 0")
        health = (await visitor.get("/healthz")).json()
        assert health == {"status": "ok", "understanding": "search", "waiting": 1}
        figures = (await visitor.get("/metrics")).text
        assert 'sleutelbot_inbox{state="new"} 1.0' in figures
        assert "geheim" not in figures
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    listening.close()


def test_the_web_door(tmp_path: Path) -> None:
    store = Store(tmp_path / "web.db")
    try:
        asyncio.run(_visit(store))
        kept = store.inbox.next([])
        assert kept is not None
        assert json.loads(kept.raw) == UPDATE
    finally:
        store.close()
