"""Starts and ends the simulator: Bot API, control desk and page on one port."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from time import time

import uvicorn
from starlette.applications import Starlette

from bot.simulator.api import BotApi
from bot.simulator.clock import Clock
from bot.simulator.control import Control
from bot.simulator.cutting import CuttableProtocol
from bot.simulator.errors import PortTaken
from bot.simulator.pages import Page
from bot.simulator.station import TOKEN, Person, Station
from bot.simulator.webhook import push_updates


class _Server(uvicorn.Server):
    """A server that says when it is up and leaves the signals of the process alone."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = asyncio.Event()
        self.over = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()

    async def main_loop(self) -> None:
        await self.over.wait()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By the protocol asyncio knows that this is TCP: else the second half of an answer waits 40 ms for the first.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise PortTaken(f"The simulator cannot use port {port} on {host} ({error.strerror}): choose another.") from None
    return listener


async def _up(server: _Server, serving: asyncio.Task[None]) -> None:
    starting = asyncio.create_task(server.up.wait())
    await asyncio.wait({starting, serving}, return_when=asyncio.FIRST_COMPLETED)
    if not server.up.is_set():
        starting.cancel()
        serving.result()


@asynccontextmanager
async def serve(
    host: str = "127.0.0.1",
    port: int = 0,
    *,
    token: str = TOKEN,
    people: Sequence[Person] = (),
    clock: Callable[[], float] = time,
) -> AsyncIterator[str]:
    """Runs a simulator while the block lasts and yields its address, which is also TELEGRAM_API_URL.

    Port 0 takes a free one. Only calls with `token` are served; `people` can be chosen on the page.
    Raises PortTaken, with a sentence, when the port cannot be used.
    """
    listener = _listen(host, port)
    station = Station(token, Clock(clock), list(people))
    app = Starlette(routes=[*BotApi(station).routes(), *Control(station).routes(), *Page(station).routes()])
    config = uvicorn.Config(
        app,
        http=CuttableProtocol,
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        date_header=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=30,  # longer than clients keep an idle connection: none is closed while it is taken up again
    )
    server = _Server(config)
    work = [asyncio.create_task(server.serve(sockets=[listener])), asyncio.create_task(push_updates(station))]
    try:
        await _up(server, work[0])
        shown = f"[{host}]" if ":" in host else host
        yield f"http://{shown}:{listener.getsockname()[1]}"
    finally:
        station.close()
        server.over.set()
        await asyncio.gather(*work)
