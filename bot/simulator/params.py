"""The parameters of one Bot API call, whichever way the client sent them."""

import json
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import UploadFile
from starlette.requests import Request

from bot.simulator.errors import bad_request


@dataclass(frozen=True)
class Upload:
    """A file that came with the call."""

    content: bytes
    name: str
    mime: str


@dataclass
class Params:
    """Values by name, read the way Telegram reads them: strings, numbers and nested JSON alike."""

    values: dict[str, Any] = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """A text, or the default when it was not sent."""
        value = self.values.get(name)
        return default if value is None else str(value)

    def number(self, name: str, default: int | None = None) -> int | None:
        """A whole number; anything else counts as not sent, as it does with Telegram."""
        try:
            return int(str(self.values[name]))
        except (KeyError, ValueError):
            return default

    def flag(self, name: str) -> bool:
        """True for true, True, 1, yes and t."""
        return str(self.values.get(name, "")).lower() in {"true", "1", "yes", "t"}

    def nested(self, name: str, what: str) -> Any:
        """A JSON value, or None when it was not sent. Raises ApiError 400 when it is not JSON."""
        value = self.values.get(name)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {what} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file sent under this name, or the one that the value points to with attach://."""
        attached = self.text(name).removeprefix("attach://")
        return self.uploads.get(name) or (self.uploads.get(attached) if attached else None)


async def read(request: Request) -> Params:
    """Reads query, JSON, form and multipart. Raises ApiError 400 on JSON that is none."""
    params = Params(dict(request.query_params))
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            params.values |= dict(await request.json())
        except (ValueError, TypeError):
            raise bad_request("can't parse request body as JSON object") from None
        return params
    async with request.form(max_part_size=1 << 26) as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                mime = value.content_type or "application/octet-stream"
                params.uploads[name] = Upload(await value.read(), value.filename or name, mime)
            else:
                params.values[name] = value
    return params
