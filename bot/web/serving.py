"""Serve an application on an address, or say clearly why that cannot be."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette


class PortTaken(Exception):
    """The address cannot be used; the message says which and what to do."""


def bind(host: str, port: int, setting: str = "SLEUTELBOT_WEB") -> socket.socket:
    """Return a listening socket; raises PortTaken with one sentence."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # By the protocol asyncio knows that this is TCP: else the second half of an answer waits 40 ms for the first.
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
    except OSError as error:
        listening.close()
        raise PortTaken(
            f"{host}:{port} cannot be used ({error.strerror}); set {setting} to another host:port."
        ) from error
    listening.listen(128)
    return listening


class _Server(uvicorn.Server):
    """A server that leaves signals to the program."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals alone: the program decides when to stop."""
        yield


async def serve(application: Starlette, listening: socket.socket) -> None:
    """Serve until cancelled; open requests get a second to end."""
    config = uvicorn.Config(
        application, ws="none", lifespan="off", log_config=None, access_log=False, timeout_graceful_shutdown=1
    )
    server = _Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        server.should_exit = True
        await task
        raise
