"""Pushes updates to the bot's webhook, one after the other, and again until they are taken."""

import httpx

from bot.simulator.entities import Json
from bot.simulator.station import Station, Webhook

_FIRST_PAUSE = 0.1
_LONGEST_PAUSE = 5.0
_FOREVER = float("inf")


async def push_updates(station: Station) -> None:
    """Runs as long as the simulator does."""
    await station.bell.until(lambda: station.closing or bool(station.webhook.url), _FOREVER)
    if station.closing:
        return
    # The address is the bot's own: a proxy of the environment has nothing to do with it.
    async with httpx.AsyncClient(timeout=20, trust_env=False) as client:
        pause = _FIRST_PAUSE
        while not station.closing:
            await station.bell.until(lambda: station.closing or _ready(station), _FOREVER)
            for update in station.updates.take(1) if _ready(station) else []:
                taken = await _push(client, station, station.webhook, update)
                pause = _FIRST_PAUSE if taken else min(2 * pause, _LONGEST_PAUSE)
                if not taken:
                    await station.bell.until(lambda: station.closing or not station.webhook.url, pause)


def _ready(station: Station) -> bool:
    return bool(station.webhook.url) and station.updates.waiting()


async def _push(client: httpx.AsyncClient, station: Station, hook: Webhook, update: Json) -> bool:
    headers = {"X-Telegram-Bot-Api-Secret-Token": hook.secret} if hook.secret else {}
    try:
        answer = await client.post(hook.url, json=update, headers=headers)
        problem = "" if answer.is_success else f"Wrong response from the webhook: {answer.status_code}"
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        problem = "Read timeout expired" if isinstance(error, httpx.TimeoutException) else "Connection refused"
    if problem:
        hook.error_date, hook.error = int(station.clock()), problem
        return False
    station.updates.confirm(int(update["update_id"]) + 1)
    return True
