"""The Bot API over HTTP: /bot<token>/<method> and /file/bot<token>/<path>."""

import re
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator import polling
from bot.simulator.cutting import Cut
from bot.simulator.errors import ApiError, too_many
from bot.simulator.methods import LIMITED, METHODS
from bot.simulator.params import Params, read
from bot.simulator.station import Call, Station

_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{20,}")


class BotApi:
    """Takes the calls of one bot, lets the faults have their way, and keeps a record."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def routes(self) -> list[Route]:
        """The two addresses of the Bot API."""
        return [
            Route("/bot{token}/{method}", self._call, methods=["GET", "POST"]),
            Route("/file/bot{token}/{path:path}", self._download, methods=["GET"]),
        ]

    def _admit(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise ApiError(404, "Not Found")
        if token != self._station.token:
            raise ApiError(401, "Unauthorized")

    async def _call(self, request: Request) -> Response:
        try:
            self._admit(request.path_params["token"])
            params = await read(request)
        except ApiError as error:
            return JSONResponse(error.as_json(), error.code)
        method = request.path_params["method"]
        faults = self._station.faults
        await self._station.bell.until(lambda: self._station.closing, faults.delay(method))
        fault = faults.draw(method)
        call = self._record(method, params)
        if fault == "cut_before":
            return self._cut(call, fault)
        try:
            body = await self._effect(method, params, request, fault)
        except ApiError as error:
            call.ok, call.code, call.description = False, error.code, error.description
            call.fault = "answered" if error is fault else ""
            body = error.as_json()
        if fault == "cut_after":
            return self._cut(call, fault)
        return JSONResponse(body, call.code)

    def _record(self, method: str, params: Params) -> Call:
        call = Call(self._station.world.next_seq(), method, params.number("chat_id"), params.values)
        self._station.calls.append(call)
        return call

    def _cut(self, call: Call, fault: str) -> Cut:
        call.ok, call.fault = False, fault
        return Cut()

    async def _effect(
        self, method: str, params: Params, request: Request, fault: str | ApiError | None
    ) -> dict[str, Any]:
        if isinstance(fault, ApiError):
            raise fault
        name, station = method.lower(), self._station
        if name == "getupdates":
            return {"ok": True, "result": await polling.get_updates(station, params, request)}
        if name == "getwebhookinfo":
            return {"ok": True, "result": polling.webhook_info(station)}
        if name in {"setwebhook", "deletewebhook"}:
            change = polling.set_webhook if name == "setwebhook" else polling.delete_webhook
            result, description = change(station, params)
            return {"ok": True, "result": result, "description": description}
        if name not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        self._hold_back(name, params)
        return {"ok": True, "result": METHODS[name](station, params)}

    def _hold_back(self, name: str, params: Params) -> None:
        if not (self._station.strict.limits and name in LIMITED):
            return
        wanted = len(params.nested("message_ids", "message identifiers") or [1])
        seconds = self._station.limits.refuse(params.number("chat_id") or 0, self._station.clock(), wanted)
        if seconds:
            raise too_many(seconds)

    async def _download(self, request: Request) -> Response:
        try:
            self._admit(request.path_params["token"])
        except ApiError as error:
            return JSONResponse(error.as_json(), error.code)
        fault = self._station.faults.draw("download")
        if isinstance(fault, str):
            return Cut()
        stored = self._station.files.at(request.path_params["path"])
        if fault or stored is None:
            problem = fault or ApiError(404, "Not Found")
            return JSONResponse(problem.as_json(), problem.code)
        return Response(stored.content, media_type="application/octet-stream")
