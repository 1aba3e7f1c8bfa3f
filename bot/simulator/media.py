"""Files that were sent: kept in memory, named as Telegram names them, described as Telegram describes them."""

import hashlib
import struct
from dataclasses import dataclass

from bot.simulator.entities import Json

_FOLDERS = {"photo": "photos", "voice": "voice", "document": "documents", "sticker": "stickers"}
_ENDINGS = {"photo": "jpg", "voice": "oga", "document": "bin", "sticker": "webp"}


@dataclass(frozen=True)
class Stored:
    """One file with its content."""

    id: str
    unique_id: str
    kind: str
    path: str
    content: bytes
    name: str
    mime: str

    def reference(self) -> Json:
        """What every description of a file begins with."""
        return {"file_id": self.id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class Files:
    """Everything that was uploaded, by file id."""

    def __init__(self) -> None:
        self._stored: dict[str, Stored] = {}

    def keep(self, kind: str, content: bytes, name: str, mime: str) -> Stored:
        """Stores a file and gives it an id and a path."""
        number = len(self._stored)
        unique = hashlib.sha256(content + kind.encode()).hexdigest()[:16]
        ending = name.rsplit(".", 1)[-1] if kind == "document" and "." in name else _ENDINGS[kind]
        stored = Stored(
            f"SIM{kind[:2].upper()}{number:06d}{unique}", unique, kind, f"{_FOLDERS[kind]}/file_{number}.{ending}",
            content, name, mime,
        )
        self._stored[stored.id] = stored
        return stored

    def get(self, file_id: str) -> Stored | None:
        """The file with this id."""
        return self._stored.get(file_id)

    def at(self, path: str) -> Stored | None:
        """The file at this path."""
        return next((stored for stored in self._stored.values() if stored.path == path), None)


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG; None when it is neither."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        return struct.unpack(">II", content[16:24])
    at = 2
    while content.startswith(b"\xff\xd8") and at + 9 <= len(content) and content[at] == 0xFF:
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in {0xC0, 0xC1, 0xC2}:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + length
    return None


def ogg_seconds(content: bytes) -> int:
    """How long an Ogg Opus recording lasts; 0 when it cannot be told."""
    last = content.rfind(b"OggS")
    if last < 0 or len(content) < last + 14:
        return 0
    return round(int.from_bytes(content[last + 6 : last + 14], "little") / 48_000)


def described(stored: Stored, duration: int | None = None) -> Json:
    """The field of a message that speaks of this file."""
    if stored.kind == "photo":
        width, height = picture_size(stored.content) or (1, 1)
        return {"photo": [stored.reference() | {"width": width, "height": height}]}
    if stored.kind == "voice":
        seconds = ogg_seconds(stored.content) if duration is None else duration
        return {"voice": stored.reference() | {"duration": seconds, "mime_type": stored.mime}}
    return {"document": stored.reference() | {"file_name": stored.name, "mime_type": stored.mime}}
