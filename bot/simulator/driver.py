"""A phone for tests: it says, presses and sends, and waits for what the bot does, never for a fixed time."""

import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from bot.simulator.bubble import Bubble
from bot.simulator.desk import Desk

__all__ = ["Bubble", "Desk", "Phone"]

_SAMPLES = Path(__file__).parent / "page" / "samples"
Found = TypeVar("Found")


class Phone:
    """One person's phone. `async with Phone(address, 101, "Amina", "ar") as amina:`; every deed is awaited."""

    def __init__(
        self,
        address: str,
        user_id: int,
        first_name: str = "Amina",
        language_code: str | None = "ar",
        username: str | None = None,
        patience: float = 15.0,
    ) -> None:
        self.id = user_id
        self.first_name = first_name
        self.patience = patience
        self.since = 0
        self.desk = Desk(address)
        self._person = {"id": user_id, "first_name": first_name}
        self._person |= {"language_code": language_code, "username": username}
        self._bubbles: dict[int, Bubble] = {}
        self._toasts: list[tuple[int, str]] = []
        self._known = -1

    async def __aenter__(self) -> Self:
        await self.desk.post("accounts", self._person)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.desk.__aexit__(kind, error, trace)

    async def _do(self, deed: str, **body: Any) -> dict[str, Any]:
        done = await self.desk.post(f"accounts/{self.id}/{deed}", body)
        self.since = int(done["changed"] if "changed" in done else done["seq"])
        return done

    async def _message(self, deed: str, **body: Any) -> Bubble:
        return Bubble(**await self._do(deed, **body))

    async def start(self, payload: str = "") -> Bubble:
        """Opens the chat with START, as by a deep link when there is a payload."""
        return await self._message("start", payload=payload)

    async def say(self, text: str, reply_to: int | None = None) -> Bubble:
        """Writes a text; over 4096 units it goes out in pieces, and the last is returned."""
        return await self._message("say", text=text, reply_to=reply_to)

    async def forward(self, text: str, name: str = "Iemand") -> Bubble:
        """Forwards a text of somebody else."""
        return await self._message("forward", text=text, name=name)

    async def edit(self, message_id: int, text: str) -> Bubble:
        """Changes a message of one's own."""
        return await self._message("edit", message_id=message_id, text=text)

    async def erase(self, message_id: int) -> None:
        """Deletes a message; the bot is not told."""
        await self._do("erase", message_id=message_id)

    async def press(self, button: str, message_id: int | None = None, timeout: float | None = None) -> Bubble:
        """Presses the newest button with this callback data or label, once it is there; returns its message.

        With message_id, that message's button is pressed, even when the message is deleted by now.
        """

        def look() -> Bubble | None:
            offering = [one for one in self._bubbles.values() if one.find(button)]
            wanted = [one for one in offering if (one.id == message_id if message_id else not one.deleted)]
            return max(wanted, key=lambda one: one.seq, default=None)

        shown = await self._wait(look, f"a button {button!r}", timeout)
        await self._do("press", message_id=shown.id, data=shown.find(button))
        return shown

    async def voice(self, content: bytes | None = None, caption: str = "", reply_to: int | None = None) -> Bubble:
        """Sends a voice message, a sample when no content is given."""
        return await self.upload("voice", "stem.ogg", "audio/ogg", content, caption, reply_to)

    async def photo(self, content: bytes | None = None, caption: str = "", reply_to: int | None = None) -> Bubble:
        """Sends a photo, a sample letter when no content is given."""
        return await self.upload("photo", "brief.jpg", "image/jpeg", content, caption, reply_to)

    async def document(self, content: bytes | None = None, caption: str = "", reply_to: int | None = None) -> Bubble:
        """Sends a document, a sample PDF when no content is given."""
        return await self.upload("document", "brief.pdf", "application/pdf", content, caption, reply_to)

    async def album(self, count: int, caption: str = "") -> list[Bubble]:
        """Sends several photos at once, which reach the bot as messages with one media_group_id."""
        name, sent = f"album-{time.monotonic_ns()}", list[Bubble]()
        for number in range(count):
            words = caption if number == 0 else ""
            sent.append(await self.upload("photo", "brief.jpg", "image/jpeg", None, words, album=name))
        return sent

    async def upload(
        self,
        kind: str,
        name: str,
        mime: str,
        content: bytes | None,
        caption: str = "",
        reply_to: int | None = None,
        album: str = "",
    ) -> Bubble:
        """Sends a file of any name and type as photo, voice or document."""
        body = (_SAMPLES / name).read_bytes() if content is None else content
        form = {"kind": kind, "caption": caption, "album": album, "reply_to": str(reply_to or "")}
        sent = Bubble(**await self.desk.upload(f"accounts/{self.id}/send", form, (name, body, mime)))
        self.since = sent.changed
        return sent

    async def location(self, latitude: float = 51.965, longitude: float = 6.289) -> Bubble:
        """Sends a place, Doetinchem unless told otherwise."""
        return await self.share("location", {"latitude": latitude, "longitude": longitude})

    async def contact(self, name: str = "Iemand", number: str = "+31612345678") -> Bubble:
        """Sends a contact card."""
        return await self.share("contact", {"phone_number": number, "first_name": name})

    async def sticker(self) -> Bubble:
        """Sends a sticker."""
        body = {"file_id": "SIMSTICKER", "file_unique_id": "sticker", "width": 512, "height": 512, "type": "regular"}
        flags = {"is_animated": False, "is_video": False, "emoji": "🙂"}
        return await self.share("sticker", body | flags)

    async def share(self, kind: str, body: dict[str, Any]) -> Bubble:
        """Sends anything else, `body` being what the Bot API puts under `kind`: a video, a poll, dice."""
        return await self._message("share", kind=kind, body=body)

    async def say_in_group(self, group: int, text: str) -> Bubble:
        """Writes in a group or channel made with Desk.group."""
        return await self._message("group", group=group, text=text)

    async def block(self) -> None:
        """Blocks the bot."""
        await self._do("block")

    async def unblock(self) -> None:
        """Lets the bot in again."""
        await self._do("unblock")

    async def messages(self, deleted: bool = False) -> list[Bubble]:
        """All messages of the chat in order, without the deleted ones unless asked for."""
        await self._catch_up(0)
        shown = [one for one in self._bubbles.values() if deleted or not one.deleted]
        return sorted(shown, key=lambda one: one.seq)

    async def last(self) -> Bubble:
        """The newest message of the bot. Raises AssertionError when there is none."""
        sent = [one for one in await self.messages() if one.by == "bot"]
        assert sent, f"The bot has sent {self.first_name} nothing."
        return sent[-1]

    async def buttons(self) -> list[str]:
        """The callback data of the newest message that has buttons."""
        offering = [one for one in await self.messages() if one.buttons]
        return offering[-1].data() if offering else []

    async def commands(self) -> list[str]:
        """The command menu the phone shows."""
        return [one["command"] for one in (await self.desk.get(f"chats/{self.id}"))["commands"]]

    async def until(
        self, wanted: str | Callable[[Bubble], bool] = "", timeout: float | None = None, since: int | None = None
    ) -> Bubble:
        """Waits for a message of the bot that holds the text, or for which the function is true.

        Only what came or changed after the phone's own last deed counts; `since=0` takes older ones too.
        Raises AssertionError with the conversation when it does not come in time.
        """
        after = self.since if since is None else since

        def fits(one: Bubble) -> bool:
            return wanted in one.text if isinstance(wanted, str) else wanted(one)

        def look() -> Bubble | None:
            fresh = [one for one in self._bubbles.values() if one.by == "bot" and one.changed > after]
            return next((one for one in fresh if not one.deleted and fits(one)), None)

        return await self._wait(look, f"a message with {wanted!r}", timeout)

    async def toast(self, timeout: float | None = None) -> str:
        """Waits for the answer to the last pressed button and returns its text."""

        def look() -> str | None:
            return next((text for seq, text in self._toasts if seq > self.since), None)

        return await self._wait(look, "the answer to a button", timeout)

    async def gone(self, message_id: int, timeout: float | None = None) -> Bubble:
        """Waits until a message has been deleted."""

        def look() -> Bubble | None:
            return next((one for one in self._bubbles.values() if one.id == message_id and one.deleted), None)

        return await self._wait(look, f"message {message_id} to be deleted", timeout)

    async def _wait(self, look: Callable[[], Found | None], what: str, timeout: float | None) -> Found:
        seconds = self.patience if timeout is None else timeout
        deadline = time.monotonic() + seconds
        await self._catch_up(0)
        while (found := look()) is None:
            left = deadline - time.monotonic()
            if left <= 0:
                shown = "\n".join(map(str, self._bubbles.values())) or "nothing"
                raise AssertionError(f"{self.first_name} waited {seconds} s for {what}; the chat shows:\n{shown}")
            await self._catch_up(left)
        return found

    async def _catch_up(self, seconds: float) -> None:
        seen = await self.desk.get(f"chats/{self.id}", after=self._known, timeout=seconds)
        self._known = int(seen["changed"])
        self._bubbles |= {body["id"]: Bubble(**body) for body in seen["messages"]}
        self._toasts += [(toast["seq"], toast["text"]) for toast in seen["toasts"]]
