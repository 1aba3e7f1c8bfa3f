"""Updates pushed to a webhook that really listens."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram.error import BadRequest

from tests.simulator.room import Room, run


class Hook:
    """Takes updates, after refusing as many as it was told to."""

    def __init__(self, refusals: int = 0) -> None:
        self.refusals = refusals
        self.got: asyncio.Queue[tuple[str, dict[str, Any]]] = asyncio.Queue()
        self.url = ""

    async def take(self, request: Request) -> Response:
        if self.refusals:
            self.refusals -= 1
            return Response("not now", 503)
        self.got.put_nowait((request.headers.get("X-Telegram-Bot-Api-Secret-Token", ""), await request.json()))
        return Response()

    async def next(self) -> tuple[str, dict[str, Any]]:
        return await asyncio.wait_for(self.got.get(), 10)


@asynccontextmanager
async def listening(hook: Hook) -> AsyncIterator[Hook]:
    app = Starlette(routes=[Route("/hook", hook.take, methods=["POST"])])
    config = uvicorn.Config(app, port=0, ws="none", lifespan="off", log_config=None)
    server = uvicorn.Server(config)
    listener = config.bind_socket()
    hook.url = f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
    serving = asyncio.create_task(server.serve([listener]))
    try:
        yield hook
    finally:
        server.should_exit = True
        await serving


def test_updates_are_pushed_in_order_with_the_secret() -> None:
    async def scene(here: Room) -> None:
        async with listening(Hook()) as hook:
            assert await here.bot.set_webhook(hook.url, secret_token="geheim-1", allowed_updates=["message"])
            for word in ("een", "twee"):
                await here.amina.say(word)
            pushed = [await hook.next() for _ in range(2)]
            assert {secret for secret, _ in pushed} == {"geheim-1"}
            assert [update["message"]["text"] for _, update in pushed] == ["een", "twee"]
            info = await here.bot.get_webhook_info()
            assert (info.url, info.pending_update_count) == (hook.url, 0)
            assert info.allowed_updates == ("message",)
            await here.bot.delete_webhook()

    run(scene)


def test_a_refused_update_comes_again() -> None:
    async def scene(here: Room) -> None:
        async with listening(Hook(refusals=2)) as hook:
            await here.bot.set_webhook(hook.url, drop_pending_updates=True)
            said = await here.amina.say("een")
            secret, update = await hook.next()
            assert (secret, update["message"]["message_id"]) == ("", said.id)
            info = await here.bot.get_webhook_info()
            assert info.last_error_message == "Wrong response from the webhook: 503"
            await here.bot.delete_webhook()

    run(scene)


def test_an_update_can_come_twice() -> None:
    async def scene(here: Room) -> None:
        async with listening(Hook()) as hook:
            await here.desk.faults(twice=1.0)
            await here.bot.set_webhook(hook.url, drop_pending_updates=True)
            await here.amina.say("een")
            first, second = [(await hook.next())[1] for _ in range(2)]
            assert first == second
            await here.bot.delete_webhook()

    run(scene)


@pytest.mark.parametrize(
    ("url", "secret", "sentence"),
    [
        ("http://example.org/hook", "", "An https url must be provided for webhook"),
        ("ftp://127.0.0.1/hook", "", "An https url must be provided for webhook"),
        ("https:///hook", "", "Url host is empty"),
        ("https://example.org/hook", "spatie hier", "Secret token contains unallowed characters"),
    ],
)
def test_refused_webhooks(url: str, secret: str, sentence: str) -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(BadRequest) as refusal:
            await here.bot.set_webhook(url, secret_token=secret)
        assert sentence.lower() in refusal.value.message.lower()

    run(scene)


def test_https_can_be_insisted_on() -> None:
    async def scene(here: Room) -> None:
        await here.desk.strict(https_webhook=True)
        with pytest.raises(BadRequest, match="an https url must be provided"):
            await here.bot.set_webhook("http://127.0.0.1:1/hook")

    run(scene)
