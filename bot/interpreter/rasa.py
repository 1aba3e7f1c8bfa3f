"""A client of Rasa's own HTTP server."""

from pathlib import Path
from typing import Any

import httpx

from bot.domain.understanding import Candidate
from bot.interpreter.errors import RasaUnavailable

PARSE_SECONDS = 2.0
LOADING_SECONDS = 10.0
STATUS_SECONDS = 5.0
LOAD_SECONDS = 300.0
LONGEST = 1000


class Rasa:
    """One server; `token` is its --auth-token, which may also stand in the address as ?token=…"""

    def __init__(self, url: str, token: str | None = None) -> None:
        address = httpx.URL(url)
        self.token = token or address.params.get("token")
        self.url = str(address.copy_with(query=None)).rstrip("/")
        self.patience = PARSE_SECONDS
        asked = {"token": self.token} if self.token else {}
        self._client = httpx.AsyncClient(base_url=self.url, params=asked, trust_env=False)

    async def _call(self, method: str, path: str, seconds: float, body: dict[str, Any] | None = None) -> httpx.Response:
        try:
            answer = await self._client.request(method, path, json=body, timeout=seconds)
        except httpx.HTTPError as error:
            raise RasaUnavailable(f"Rasa at {self.url} did not answer ({type(error).__name__})") from error
        if answer.status_code >= 400:
            raise RasaUnavailable(f"Rasa at {self.url} answered {answer.status_code}")
        return answer

    async def parse(self, text: str, patience: float | None = None) -> tuple[Candidate, ...]:
        """Return the intents of a text, the most likely first; raises RasaUnavailable after `patience` seconds.

        A leading slash would be read as an intent and a long text costs time: both are cut off.
        """
        body = {"text": text.lstrip("/ \n\t")[:LONGEST]}
        found = (await self._call("POST", "/model/parse", patience or self.patience, body)).json()
        ranking = found.get("intent_ranking") or []
        return tuple(Candidate(str(item["name"]), float(item["confidence"])) for item in ranking)

    async def model(self) -> str | None:
        """Return the file name of the loaded model, or None while there is none; raises RasaUnavailable."""
        try:
            status = (await self._call("GET", "/status", STATUS_SECONDS)).json()
        except RasaUnavailable as error:
            if "answered 409" in str(error):
                return None
            raise
        name = status.get("model_file")
        return Path(name).name if name else None

    async def load(self, model: Path) -> None:
        """Replace the model by a file that Rasa can read too; raises RasaUnavailable."""
        await self._call("PUT", "/model", LOAD_SECONDS, {"model_file": str(model)})

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()
