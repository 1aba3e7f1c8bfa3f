"""A client of the control desk, for tests and for the driver."""

from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import httpx

from bot.simulator.errors import Refused


class Desk:
    """Switches rules and faults, and reads what the bot did. Every refusal is raised as Refused with its sentence."""

    def __init__(self, address: str) -> None:
        # Plain HTTP on this machine: reading certificates would only take time.
        self._client = httpx.AsyncClient(base_url=address, timeout=90, trust_env=False, verify=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._client.aclose()

    async def post(self, path: str, body: Mapping[str, Any]) -> dict[str, Any]:
        """Asks for something to be done, `path` being what follows /sim/."""
        return _answer(await self._client.post(f"/sim/{path}", json=dict(body)))

    async def get(self, path: str, **query: Any) -> dict[str, Any]:
        """Looks something up."""
        return _answer(await self._client.get(f"/sim/{path}", params=query))

    async def upload(self, path: str, form: Mapping[str, str], file: tuple[str, bytes, str]) -> dict[str, Any]:
        """Sends a file: its name, content and type."""
        return _answer(await self._client.post(f"/sim/{path}", data=dict(form), files={"file": file}))

    async def strict(self, **rules: bool | int) -> None:
        """Switches Telegram's rules, by the names in station.Strictness."""
        await self.post("settings", {"strict": rules})

    async def faults(self, **chances: Any) -> None:
        """Sets the chances of faults, by the names in faults.Chances; what is not named stays."""
        await self.post("settings", {"faults": chances})

    async def plan(self, method: str, fault: str, times: int = 1, **answer: Any) -> None:
        """Lets the next calls of a method fail: cut_before, cut_after, error_500, error_502, or answer."""
        await self.post("faults", {"method": method, "fault": fault, "times": times} | answer)

    async def skip(self, seconds: float) -> None:
        """Moves the simulator's clock forward."""
        await self.post("clock", {"skip": seconds})

    async def group(self, identity: int, title: str = "Groep", kind: str = "supergroup") -> int:
        """Makes a group, supergroup or channel with the bot in it; the id is negative."""
        return int((await self.post("groups", {"id": identity, "title": title, "kind": kind}))["id"])

    async def update(self, kind: str, body: Mapping[str, Any]) -> None:
        """Puts any update before the bot, exactly as given."""
        await self.post("updates", {kind: dict(body)})

    async def counters(self) -> dict[str, Any]:
        """Figures over everything: calls by method, error codes, updates made and pending, messages."""
        return await self.get("counters")

    async def calls(self, method: str = "", after: int = -1) -> list[dict[str, Any]]:
        """The calls the bot made, in order: seq, method, chat_id, values, ok, code, description, fault."""
        made = (await self.get("calls", after=after))["calls"]
        return [one for one in made if method.lower() in {"", one["method"].lower()}]

    async def called(self, method: str, after: int = -1, timeout: float = 15.0) -> dict[str, Any]:
        """Waits for the first call of a method after the given seq. Raises AssertionError when none comes."""
        seen = after
        while True:
            answer = await self.get("calls", after=seen, timeout=timeout)
            for one in answer["calls"]:
                if one["method"].lower() == method.lower():
                    return dict(one)
                seen = one["seq"]
            assert answer["calls"], f"The bot did not call {method} within {timeout} seconds."


def _answer(response: httpx.Response) -> dict[str, Any]:
    body: dict[str, Any] = response.json()
    if response.status_code == 400:
        raise Refused(body["error"])
    response.raise_for_status()
    return body
