"""The state of the simulated Telegram: who exists, what was said where, and in which order; nothing but memory."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.simulator.entities import Json
from bot.simulator.errors import Refused


@dataclass
class Account:
    """A person, or the bot itself."""

    id: int
    first_name: str
    language_code: str | None = None
    username: str | None = None
    is_bot: bool = False
    blocked: bool = False
    deactivated: bool = False


@dataclass
class Message:
    """One message as it now is; `seq` orders all messages of all chats, `changed` is its last change."""

    id: int
    chat: int
    sender: Account
    date: int
    seq: int
    changed: int
    kind: str
    text: str = ""
    entities: list[Json] = field(default_factory=list)
    media: Json = field(default_factory=dict)
    buttons: list[list[Json]] | None = None
    reply_to: int | None = None
    edited: int | None = None
    deleted: bool = False
    origin: Json | None = None
    keyboard: Json | None = None


@dataclass
class Toast:
    """What answerCallbackQuery showed on a phone."""

    seq: int
    text: str
    alert: bool


@dataclass
class Chat:
    """A private chat with a person, or a group or channel that the bot is in."""

    id: int
    kind: str
    title: str
    instance: str
    next_id: int
    opened: bool = False
    changed: int = 0
    messages: dict[int, Message] = field(default_factory=dict)
    toasts: list[Toast] = field(default_factory=list)
    keyboard: Json | None = None
    action: str = ""
    action_until: float = 0.0


@dataclass
class Query:
    """A pressed button that waits for its answer."""

    chat: int
    date: float
    answered: bool = False


class World:
    """Accounts, chats, pressed buttons and command menus, with one sequence number over everything."""

    def __init__(self, bot: Account, clock: Callable[[], float], ring: Callable[[], None]) -> None:
        self.bot = bot
        self.now = clock
        self._ring = ring
        self.seq = 0
        self.accounts: dict[int, Account] = {}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query] = {}
        self.commands: dict[tuple[str, str], list[Json]] = {}

    def next_seq(self) -> int:
        """The next number in the order of everything; who waits for news is woken."""
        self.seq += 1
        self._ring()
        return self.seq

    def touch(self, chat: Chat) -> int:
        """Notes that something in a chat changed just now."""
        chat.changed = self.next_seq()
        return chat.changed

    def join(self, account: Account) -> Account:
        """Adds a person with a chat not yet opened, or renames one that is known."""
        known = self.accounts.get(account.id)
        if known is None:
            self.accounts[account.id] = account
            self._open_chat(account.id, "private", account.first_name)
            return account
        known.first_name, known.language_code = account.first_name, account.language_code
        known.username = account.username
        self.touch(self.chats[account.id])
        return known

    def found_group(self, identity: int, title: str, kind: str) -> Chat:
        """A group or channel with the bot in it, made when it is new. Raises Refused on an id that is not negative."""
        if identity >= 0 or kind not in {"group", "supergroup", "channel"}:
            raise Refused("A group or channel needs a negative id and one of the kinds group, supergroup, channel.")
        chat = self.chats.get(identity) or self._open_chat(identity, kind, title)
        chat.opened = True
        return chat

    def _open_chat(self, identity: int, kind: str, title: str) -> Chat:
        place = len(self.chats)
        # Ids of different chats overlap but seldom coincide: who mixes chats up, or keys on the id alone, is found out.
        chat = Chat(identity, kind, title, instance=str(7_000_000_000_000 + 104_729 * place), next_id=1 + 7 * place)
        self.chats[identity] = chat
        self.touch(chat)
        return chat

    def account(self, identity: int) -> Account:
        """The person with this id. Raises Refused when nobody has it."""
        if identity not in self.accounts:
            raise Refused(f"Nobody has id {identity}: make the account first.")
        return self.accounts[identity]

    def add(
        self, chat: Chat, sender: Account, kind: str, text: str = "", entities: list[Json] | None = None
    ) -> Message:
        """A new message at the foot of a chat."""
        seq = self.touch(chat)
        message = Message(chat.next_id, chat.id, sender, int(self.now()), seq, seq, kind, text, entities or [])
        chat.messages[message.id] = message
        chat.next_id += 1
        if sender.is_bot:
            chat.action_until = 0.0
        return message

    def change(self, message: Message) -> None:
        """Notes that a message is not what it was."""
        message.changed = self.touch(self.chats[message.chat])

    def seen(self, chat: Chat, identity: int | None) -> Message | None:
        """The message with this id, unless it was deleted."""
        message = chat.messages.get(identity or 0)
        return None if message is None or message.deleted else message
