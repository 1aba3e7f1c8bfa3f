"""getUpdates and the webhook family: how the bot comes by its updates."""

import asyncio
from contextlib import suppress
from typing import Any
from urllib.parse import urlsplit

from starlette.requests import Request

from bot.simulator.cutting import gone
from bot.simulator.entities import Json
from bot.simulator.errors import bad_request, conflict
from bot.simulator.params import Params
from bot.simulator.station import Station, Webhook

_LONGEST_POLL = 50
_MOST_UPDATES = 100
_TWO_POLLERS = "terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
_LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})


def _remember_wishes(station: Station, params: Params) -> None:
    if "allowed_updates" in params.values:
        wanted = params.nested("allowed_updates", "allowed updates")
        station.updates.allowed = [str(kind) for kind in wanted or []]


async def get_updates(station: Station, params: Params, request: Request) -> list[Json]:
    """getUpdates: waits as long as asked; a later poller ends an earlier one with 409."""
    if station.webhook.url:
        raise conflict(_HOOKED)
    _remember_wishes(station, params)
    station.updates.confirm(params.number("offset", 0) or 0)
    station.poll += 1
    mine = station.poll
    station.bell.ring()

    def look() -> bool:
        return station.updates.waiting() or station.poll != mine or bool(station.webhook.url) or station.closing

    seconds = min(params.number("timeout", 0) or 0, _LONGEST_POLL)
    if not await _while_connected(station, look, seconds, request):
        return []
    if station.webhook.url:
        raise conflict("terminated by setWebhook request")
    if station.poll != mine:
        raise conflict(_TWO_POLLERS)
    limit = params.number("limit", _MOST_UPDATES) or _MOST_UPDATES
    return station.updates.take(min(max(limit, 1), _MOST_UPDATES))


async def _while_connected(station: Station, look: Any, seconds: float, request: Request) -> bool:
    """Waits for `look`; False when the client hung up meanwhile, and must be given nothing."""
    waiting = asyncio.create_task(station.bell.until(look, seconds))
    leaving = asyncio.create_task(gone(request))
    await asyncio.wait({waiting, leaving}, return_when=asyncio.FIRST_COMPLETED)
    left = not waiting.done()
    for task in (waiting, leaving):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    return not left


def set_webhook(station: Station, params: Params) -> tuple[bool, str]:
    """setWebhook: an empty url takes it away. Raises ApiError 400 on an address that cannot be used."""
    url, secret = params.text("url").strip(), params.text("secret_token")
    if not url:
        return delete_webhook(station, params)
    address = urlsplit(url)
    local = address.scheme == "http" and address.hostname in _LOCAL and not station.strict.https_webhook
    if address.scheme != "https" and not local:
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if not address.hostname:
        raise bad_request("bad webhook: URL host is empty")
    if len(secret) > 256 or not all(sign.isascii() and (sign.isalnum() or sign in "_-") for sign in secret):
        raise bad_request("secret token contains unallowed characters")
    _remember_wishes(station, params)
    if params.flag("drop_pending_updates"):
        station.updates.forget()
    station.webhook = Webhook(url, secret, params.number("max_connections", 40) or 40)
    station.bell.ring()
    return True, "Webhook was set"


def delete_webhook(station: Station, params: Params) -> tuple[bool, str]:
    """deleteWebhook: from here on getUpdates works again."""
    if params.flag("drop_pending_updates"):
        station.updates.forget()
    had, station.webhook = bool(station.webhook.url), Webhook()
    station.bell.ring()
    return True, "Webhook was deleted" if had else "Webhook is already deleted"


def webhook_info(station: Station) -> Json:
    """getWebhookInfo: a WebhookInfo."""
    hook = station.webhook
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(station.updates.pending),
    }
    if hook.url:
        info |= {"max_connections": hook.max_connections, "ip_address": "127.0.0.1"}
    if station.updates.allowed:
        info["allowed_updates"] = station.updates.allowed
    if hook.error_date:
        info |= {"last_error_date": hook.error_date, "last_error_message": hook.error}
    return info
