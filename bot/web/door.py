"""/healthz, /metrics and the webhook, in Starlette."""

import hmac
import json
from collections.abc import Callable
from typing import Any, Protocol

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.storage import Store
from bot.storage.errors import DatabaseBusy, passing

SECRET_HEADER = "x-telegram-bot-api-secret-token"
WEBHOOK = "/telegram"
LARGEST = 1_000_000


class Receiver(Protocol):
    """Stores updates before Telegram hears that they arrived."""

    def receive(self, updates: list[dict[str, Any]]) -> None:
        """Store raw updates; raises KeyError or ValueError when they are none."""
        ...


def metrics(store: Store, understanding: str) -> bytes:
    """Return the figures of the house in Prometheus' text format: counts only, no words and no people."""
    registry = CollectorRegistry()
    for name, part in (("inbox", store.inbox), ("outbox", store.outbox), ("hulpvragen", store.hulpvragen)):
        gauge = Gauge(f"sleutelbot_{name}", f"Rows of the {name} by state", ["state"], registry=registry)
        for state, n in part.counts().items():
            gauge.labels(state).set(n)
    Gauge("sleutelbot_people", "People that the bot knows", registry=registry).set(store.people.count())
    rasa = Gauge("sleutelbot_rasa_ready", "1 when Rasa answers, 0 when search does", registry=registry)
    rasa.set(1 if understanding == "rasa" else 0)
    return generate_latest(registry)


def door(store: Store, understanding: Callable[[], str], receiver: Receiver | None, secret: str | None) -> Starlette:
    """Return the web application; without `secret` there is no webhook."""

    async def health(request: Request) -> Response:
        counts = store.inbox.counts()
        return JSONResponse({"status": "ok", "understanding": understanding(), "waiting": counts.get("new", 0)})

    async def show_metrics(request: Request) -> Response:
        return PlainTextResponse(metrics(store, understanding()), media_type="text/plain; version=0.0.4")

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if receiver is None or secret is None or not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("The secret token is missing or wrong.", 403)
        body = await request.body()
        try:
            if len(body) > LARGEST:
                raise ValueError("too large")
            receiver.receive([json.loads(body)])
        except DatabaseBusy as error:
            if not passing(error):
                raise
            return PlainTextResponse("The update cannot be stored now; deliver it again.", 503)
        except (ValueError, KeyError, TypeError):
            return PlainTextResponse("This is not an update of the Bot API.", 400)
        return PlainTextResponse("")

    routes = [Route("/healthz", health), Route("/metrics", show_metrics)]
    if secret is not None:
        routes.append(Route(WEBHOOK, webhook, methods=["POST"]))
    return Starlette(routes=routes)
