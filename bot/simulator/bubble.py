"""A message as a phone shows it."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Bubble:
    """What the control desk tells of one message; text holds the caption where there is one."""

    id: int
    chat: int
    by: str
    sender: int
    kind: str
    text: str
    html: str
    entities: list[dict[str, Any]]
    buttons: list[list[dict[str, Any]]]
    keyboard: dict[str, Any] | None
    reply_to: int | None
    forwarded: dict[str, Any] | None
    media: dict[str, Any] | None
    album: str | None
    edited: bool
    deleted: bool
    date: int
    seq: int
    changed: int

    def data(self) -> list[str]:
        """The callback data of its buttons, row by row."""
        return [button["callback_data"] for row in self.buttons for button in row if "callback_data" in button]

    def labels(self) -> list[str]:
        """The words on its buttons, row by row."""
        return [button["text"] for row in self.buttons for button in row]

    def find(self, wanted: str) -> str | None:
        """The callback data of the button with these data or this label."""
        for row in self.buttons:
            for button in row:
                if "callback_data" in button and wanted in {button["callback_data"], button["text"]}:
                    return str(button["callback_data"])
        return None

    def __str__(self) -> str:
        marks = " (deleted)" if self.deleted else " (edited)" if self.edited else ""
        return f"{self.by:>6} {self.kind}{marks}: {self.text} {self.data() or ''}".rstrip()
