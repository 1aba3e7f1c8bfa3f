"""The page with the phones, and the stream of news that keeps it live."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.simulator.station import Station

_PAGE = Path(__file__).parent / "page"
_SIGN_OF_LIFE = 15
_ONLY_OURS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
    "Cache-Control": "no-store",
}


class Page:
    """Serves the page and tells it which chats changed."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def routes(self) -> list[BaseRoute]:
        """The page at /, its parts under /page, its news under /sim/events."""
        return [
            Route("/", self._index, methods=["GET"]),
            Route("/sim/events", self._events, methods=["GET"]),
            Mount("/page", StaticFiles(directory=_PAGE)),
        ]

    async def _index(self, request: Request) -> Response:
        return FileResponse(_PAGE / "index.html", headers=_ONLY_OURS)

    async def _events(self, request: Request) -> Response:
        return StreamingResponse(self._news(), media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    async def _news(self) -> AsyncIterator[str]:
        station = self._station
        seen = station.world.seq

        def look() -> bool:
            return station.closing or station.world.seq > seen

        yield "retry: 1000\n\n"
        while not station.closing:
            await station.bell.until(look, _SIGN_OF_LIFE)
            changed = [chat.id for chat in station.world.chats.values() if chat.changed > seen]
            seen = station.world.seq
            yield f"data: {json.dumps({'seq': seen, 'chats': changed})}\n\n"
