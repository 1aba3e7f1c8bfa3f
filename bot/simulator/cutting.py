"""Cutting a connection in the middle of a call, as a bad network does."""

import asyncio

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol


class CuttableProtocol(H11Protocol):
    """HTTP/1.1 whose open connections can be found by the address of the client."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Notes the connection."""
        if isinstance(transport, asyncio.Transport):
            super().connection_made(transport)
            self.app_state.setdefault("transports", {})[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forgets the connection."""
        self.app_state.get("transports", {}).pop(self.client, None)
        super().connection_lost(exc)


class Cut(Response):
    """In place of an answer: the connection ends."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Drops the line and waits until that is noticed, so that no answer follows."""
        scope["state"]["transports"][tuple(scope["client"])].abort()
        while (await receive())["type"] != "http.disconnect":
            pass


async def gone(request: Request) -> None:
    """Returns when the client of this request has hung up."""
    while (await request.receive())["type"] != "http.disconnect":
        pass
