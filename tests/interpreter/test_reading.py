"""The reader without Rasa, and with a server that is slow or broken: search answers, or strictness says so."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.interpreter import Reader
from bot.interpreter.errors import RasaUnavailable
from bot.interpreter.rasa import LONGEST, Rasa
from bot.storage import Store
from bot.web.serving import bind, serve

EXAMPLES = [("hoe vind ik een huisarts", "gp", "nl"), ("wat kost het examen", "exam_cost", "nl")]
Answering = Callable[[Request], Awaitable[Response]]


def with_server(tmp_path: Path, answer: Answering, visit: Callable[[Reader, Rasa], Awaitable[None]]) -> None:
    """Run a server that answers /model/parse as told, and a reader that uses it."""

    async def scene() -> None:
        listening = bind("127.0.0.1", 0)
        web = Starlette(routes=[Route("/model/parse", answer, methods=["POST"])])
        task = asyncio.create_task(serve(web, listening))
        store = Store(tmp_path / "reader.db")
        store.search.fill(EXAMPLES)
        rasa = Rasa(f"http://127.0.0.1:{listening.getsockname()[1]}?token=secret")
        reader = Reader(store.search, tmp_path)
        reader.use(rasa, None)
        await visit(reader, rasa)
        await rasa.close()
        store.close()
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        listening.close()

    asyncio.run(scene())


def test_rasa_is_asked_with_its_token_a_capped_text_and_no_slash(tmp_path: Path) -> None:
    asked: list[tuple[str, str]] = []

    async def answer(request: Request) -> Response:
        asked.append((request.query_params["token"], (await request.json())["text"]))
        return JSONResponse({"intent_ranking": [{"name": "gp", "confidence": 0.9}]})

    async def visit(reader: Reader, rasa: Rasa) -> None:
        found = await reader.read("/gp " + "a" * 5000, "nl")
        assert found.source == "rasa"
        assert found.candidates[0].intent == "gp"

    with_server(tmp_path, answer, visit)
    assert asked[0][0] == "secret"
    assert asked[0][1].startswith("gp ")
    assert len(asked[0][1]) == LONGEST


def test_search_answers_when_rasa_fails_or_is_slow(tmp_path: Path) -> None:
    never = asyncio.Event()

    async def answer(request: Request) -> Response:
        if "kost" in (await request.json())["text"]:
            return JSONResponse({"reason": "no model"}, 409)
        await never.wait()
        return JSONResponse({})

    async def visit(reader: Reader, rasa: Rasa) -> None:
        rasa.patience = 0.2
        for text, intent in (("wat kost het examen", "exam_cost"), ("hoe vind ik een huisarts", "gp")):
            found = await reader.read(text, "nl")
            assert (found.source, found.candidates[0].intent) == ("search", intent)
            assert found.candidates[0].confidence >= found.thresholds.sure
        never.set()

    with_server(tmp_path, answer, visit)


def test_a_strict_reader_never_searches(tmp_path: Path) -> None:
    store = Store(tmp_path / "strict.db")
    reader = Reader(store.search, tmp_path, strict=True)
    with pytest.raises(RasaUnavailable):
        asyncio.run(reader.read("wat kost het examen", "nl"))
    store.close()
