"""What people do on their phones, and the updates the bot gets from it."""

import re
from itertools import count

from bot.simulator import objects
from bot.simulator.entities import Json, found, trimmed
from bot.simulator.errors import Refused
from bot.simulator.media import described
from bot.simulator.params import Upload
from bot.simulator.station import Station
from bot.simulator.world import Account, Chat, Message, Query

_LONGEST_TEXT = 4096
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")
_numbers = count(4_100_000_000_000_001, 7919)


class People:
    """The deeds of everybody who has an account."""

    def __init__(self, station: Station) -> None:
        self._station = station

    def _private(self, identity: int) -> tuple[Account, Chat]:
        account = self._station.world.account(identity)
        if account.blocked:
            raise Refused(f"{account.first_name} has blocked the bot: unblock it first.")
        if account.deactivated:
            raise Refused(f"The account of {account.first_name} no longer exists.")
        return account, self._station.world.chats[identity]

    def _tell(self, message: Message, kind: str = "message") -> Message:
        self._station.updates.add(kind, objects.message(self._station.world, message))
        return message

    def start(self, identity: int, payload: str = "") -> Message:
        """Opens the chat and presses START, with what a deep link carries."""
        if not _PAYLOAD.fullmatch(payload):
            raise Refused("A deep link carries at most 64 letters, digits, _ and -.")
        self._private(identity)[1].opened = True
        return self.say(identity, f"/start {payload}".strip())

    def say(self, identity: int, text: str, reply_to: int | None = None, origin: Json | None = None) -> Message:
        """Writes; like Telegram's own apps, what is too long goes out in pieces. Returns the last message."""
        account, chat = self._private(identity)
        self._opened(chat)
        pieces = _pieces(text.strip())
        if not pieces:
            raise Refused("Telegram sends no empty text.")
        for piece in pieces:
            message = self._station.world.add(chat, account, "text", piece, found(piece))
            message.reply_to, message.origin = self._replied(chat, reply_to), origin
            self._tell(message)
        return message

    def _opened(self, chat: Chat) -> None:
        if not chat.opened:
            raise Refused("The chat is not open yet: press START first.")

    def _replied(self, chat: Chat, reply_to: int | None) -> int | None:
        if reply_to is not None and self._station.world.seen(chat, reply_to) is None:
            raise Refused(f"There is no message {reply_to} to reply to.")
        return reply_to

    def forward(self, identity: int, text: str, name: str) -> Message:
        """Forwards a text of somebody who hides his account."""
        origin = {"type": "hidden_user", "sender_user_name": name, "date": int(self._station.clock())}
        return self.say(identity, text, origin=origin)

    def edit(self, identity: int, message_id: int, text: str) -> Message:
        """Changes the words of a message of one's own."""
        account, chat = self._private(identity)
        message = self._station.world.seen(chat, message_id)
        if message is None or message.sender is not account:
            raise Refused(f"{account.first_name} has no message {message_id} to edit.")
        message.text, message.entities = trimmed(text, [])
        message.entities = found(message.text)
        message.edited = int(self._station.clock())
        self._station.world.change(message)
        return self._tell(message, "edited_message")

    def erase(self, identity: int, message_id: int) -> None:
        """Deletes a message on both sides; a bot is told nothing of it."""
        _, chat = self._private(identity)
        message = self._station.world.seen(chat, message_id)
        if message is None:
            raise Refused(f"There is no message {message_id} to delete.")
        message.deleted = True
        self._station.world.change(message)

    def send(
        self, identity: int, kind: str, upload: Upload, caption: str, reply_to: int | None, album: str
    ) -> Message:
        """Sends a photo, voice or document, as part of an album when one is named."""
        account, chat = self._private(identity)
        self._opened(chat)
        stored = self._station.files.keep(kind, upload.content, upload.name, upload.mime)
        message = self._station.world.add(chat, account, kind, caption, found(caption))
        message.media, message.reply_to = described(stored), self._replied(chat, reply_to)
        message.media |= {"media_group_id": album} if album else {}
        return self._tell(message)

    def share(self, identity: int, kind: str, body: Json) -> Message:
        """Sends what is not a file of one's own: a location, a contact, a sticker."""
        account, chat = self._private(identity)
        self._opened(chat)
        message = self._station.world.add(chat, account, kind)
        message.media = {kind: body}
        return self._tell(message)

    def press(self, identity: int, message_id: int, data: str) -> str:
        """Presses a button, also one whose message is gone by now. Returns the id of the query."""
        account, chat = self._private(identity)
        message = chat.messages.get(message_id)
        offered = [button for row in (message.buttons if message else None) or [] for button in row]
        if message is None or not any(button.get("callback_data") == data for button in offered):
            raise Refused(f"Message {message_id} has no button {data}.")
        query = str(next(_numbers))
        self._station.world.queries[query] = Query(chat.id, self._station.clock())
        body = {"id": query, "from": objects.user(account), "chat_instance": chat.instance, "data": data}
        lost = {"chat": objects.chat(self._station.world, chat), "message_id": message.id, "date": 0}
        body["message"] = lost if message.deleted else objects.message(self._station.world, message)
        self._station.updates.add("callback_query", body)
        self._station.world.next_seq()
        return query

    def block(self, identity: int, blocked: bool) -> None:
        """Blocks the bot or lets it in again; the bot is told by my_chat_member."""
        account, chat = self._station.world.account(identity), self._station.world.chats[identity]
        if account.blocked == blocked:
            return
        account.blocked = blocked
        self._station.world.touch(chat)
        bot = {"user": objects.user(self._station.world.bot)}
        member, kicked = bot | {"status": "member"}, bot | {"status": "kicked", "until_date": 0}
        old, new = (member, kicked) if blocked else (kicked, member)
        where = {"chat": objects.chat(self._station.world, chat), "from": objects.user(account)}
        date = {"date": int(self._station.clock())}
        self._station.updates.add("my_chat_member", where | date | {"old_chat_member": old, "new_chat_member": new})

    def say_in_group(self, identity: int, group: int, text: str) -> Message:
        """Writes in a group or channel that the bot is in."""
        account = self._station.world.account(identity)
        chat = self._station.world.chats.get(group)
        if chat is None or chat.kind == "private":
            raise Refused(f"There is no group {group}: make it first.")
        message = self._station.world.add(chat, account, "text", text, found(text))
        return self._tell(message, "channel_post" if chat.kind == "channel" else "message")


def _pieces(text: str) -> list[str]:
    raw, pieces = text.encode("utf-16-le"), list[str]()
    while raw:
        cut = 2 * _LONGEST_TEXT
        if len(raw) > cut and 0xD8 <= raw[cut - 1] <= 0xDB:
            cut -= 2
        pieces.append(raw[:cut].decode("utf-16-le").strip())
        raw = raw[cut:]
    return [piece for piece in pieces if piece]
