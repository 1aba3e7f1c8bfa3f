"""The control desk under /sim/: what people do, what is seen, and which rules and faults are on."""

from collections.abc import Awaitable, Callable
from dataclasses import asdict, replace
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.simulator import views
from bot.simulator.entities import Json
from bot.simulator.errors import ApiError, Refused
from bot.simulator.faults import Planned
from bot.simulator.params import Params, read
from bot.simulator.people import People
from bot.simulator.station import Station
from bot.simulator.world import Account, Chat, Message

_LONGEST_WAIT = 60
Deed = Callable[[int, Params], Any]


class Control:
    """The desk; every answer is JSON, every refusal a 400 with one sentence."""

    def __init__(self, station: Station) -> None:
        self._station = station
        self._people = People(station)

    def routes(self) -> list[Route]:
        """All addresses of the desk but the live events."""
        table: list[tuple[str, str, Callable[[Request], Awaitable[Any]]]] = [
            ("GET", "people", self._example_people),
            ("POST", "accounts", self._account),
            ("POST", "accounts/{id:int}/{deed}", self._deed),
            ("POST", "groups", self._group),
            ("POST", "updates", self._raw_update),
            ("GET", "chats/{id}", self._chat),
            ("GET", "calls", self._calls),
            ("GET", "counters", self._counters),
            ("GET", "settings", self._settings),
            ("POST", "settings", self._settings),
            ("POST", "faults", self._plan),
            ("POST", "clock", self._clock),
        ]
        routes = [Route(f"/sim/{path}", _answering(handler), methods=[verb]) for verb, path, handler in table]
        return [*routes, Route("/sim/files/{id}", self._file, methods=["GET"])]

    async def _example_people(self, request: Request) -> Json:
        return {"people": [asdict(person) for person in self._station.people], "bot": self._station.world.bot.username}

    async def _account(self, request: Request) -> Json:
        asked = await read(request)
        identity = asked.number("id")
        if not identity or identity < 0 or not asked.text("first_name"):
            raise Refused("An account needs a positive id and a first_name.")
        person = Account(identity, asked.text("first_name"), asked.values.get("language_code"))
        person.username = asked.values.get("username")
        known = self._station.world.join(person)
        known.deactivated = asked.flag("deactivated")
        return {"id": known.id}

    async def _deed(self, request: Request) -> Json:
        name, identity = request.path_params["deed"], request.path_params["id"]
        deeds = self._deeds()
        if name not in deeds:
            raise Refused(f"A phone cannot {name}: it can {', '.join(sorted(deeds))}.")
        result = deeds[name](identity, await read(request))
        if isinstance(result, Message):
            return views.bubble(self._station, result)
        return {"result": result, "seq": self._station.world.seq}

    def _deeds(self) -> dict[str, Deed]:
        people = self._people
        return {
            "start": lambda who, asked: people.start(who, asked.text("payload")),
            "say": lambda who, asked: people.say(who, asked.text("text"), asked.number("reply_to")),
            "forward": lambda who, asked: people.forward(who, asked.text("text"), asked.text("name", "Iemand")),
            "edit": lambda who, asked: people.edit(who, asked.number("message_id") or 0, asked.text("text")),
            "erase": lambda who, asked: people.erase(who, asked.number("message_id") or 0),
            "press": lambda who, asked: people.press(who, asked.number("message_id") or 0, asked.text("data")),
            "send": self._send,
            "share": lambda who, asked: people.share(who, asked.text("kind"), asked.nested("body", "body") or {}),
            "block": lambda who, asked: people.block(who, True),
            "unblock": lambda who, asked: people.block(who, False),
            "group": lambda who, asked: people.say_in_group(who, asked.number("group") or 0, asked.text("text")),
        }

    def _send(self, who: int, asked: Params) -> Message:
        kind, upload = asked.text("kind"), asked.upload("file")
        if kind not in {"photo", "voice", "document"} or upload is None:
            raise Refused("Sending needs a file and one of the kinds photo, voice, document.")
        caption, reply_to = asked.text("caption"), asked.number("reply_to")
        return self._people.send(who, kind, upload, caption, reply_to, asked.text("album"))

    async def _group(self, request: Request) -> Json:
        asked = await read(request)
        identity, kind = asked.number("id") or 0, asked.text("kind", "supergroup")
        return {"id": self._station.world.found_group(identity, asked.text("title", "Groep"), kind).id}

    async def _raw_update(self, request: Request) -> Json:
        asked = await read(request)
        return {"update_ids": [self._station.updates.add(kind, body) for kind, body in asked.values.items()]}

    async def _chat(self, request: Request) -> Json:
        chat = self._station.world.chats.get(int(request.path_params["id"]))
        if chat is None:
            raise Refused(f"There is no chat {request.path_params['id']}.")
        after, seconds = _since(request)
        await self._station.bell.until(lambda: self._news(chat, after), seconds)
        return views.conversation(self._station, chat, after)

    def _news(self, chat: Chat, after: int) -> bool:
        return chat.changed > after or self._station.closing

    async def _calls(self, request: Request) -> Json:
        after, seconds = _since(request)
        await self._station.bell.until(lambda: self._station.closing or bool(self._calls_since(after)), seconds)
        return {"seq": self._station.world.seq, "calls": [views.call(one) for one in self._calls_since(after)]}

    def _calls_since(self, after: int) -> list[Any]:
        return [one for one in self._station.calls if one.seq > after]

    async def _counters(self, request: Request) -> Json:
        return views.counters(self._station)

    async def _settings(self, request: Request) -> Json:
        station = self._station
        asked = (await read(request)).values if request.method == "POST" else {}
        try:
            if "strict" in asked:
                station.strict = replace(station.strict, **asked["strict"])
            if "faults" in asked:
                station.faults.switch(replace(station.faults.chances, **asked["faults"]))
        except TypeError as error:
            raise Refused(f"There is no such switch: {error}.") from None
        return {"strict": asdict(station.strict), "faults": asdict(station.faults.chances)}

    async def _plan(self, request: Request) -> Json:
        try:
            planned = Planned(**(await read(request)).values)
        except TypeError as error:
            raise Refused(f"A planned fault needs method and fault: {error}.") from None
        self._station.faults.plan(planned)
        return {"planned": len(self._station.faults.planned)}

    async def _clock(self, request: Request) -> Json:
        self._station.clock.skip(float((await read(request)).text("skip", "0")))
        return {"now": self._station.clock()}

    async def _file(self, request: Request) -> Response:
        stored = self._station.files.get(request.path_params["id"])
        if stored is None:
            return Response("There is no such file.", 404)
        return Response(stored.content, media_type=stored.mime)


def _since(request: Request) -> tuple[int, float]:
    query = request.query_params
    return int(query.get("after", -1)), min(float(query.get("timeout", 0)), _LONGEST_WAIT)


def _answering(handler: Callable[[Request], Awaitable[Any]]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            return JSONResponse(await handler(request))
        except (Refused, ApiError) as refusal:
            return JSONResponse({"error": str(refusal)}, 400)
        except ValueError as error:
            return JSONResponse({"error": f"A number was expected: {error}."}, 400)

    return answer
