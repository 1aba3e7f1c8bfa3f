"""Everything one simulated Telegram consists of, in one place for the doors and the methods."""

from dataclasses import dataclass, field

from bot.simulator.clock import Clock
from bot.simulator.entities import Json
from bot.simulator.errors import forbidden
from bot.simulator.faults import Faults
from bot.simulator.limits import Limits
from bot.simulator.live import Bell
from bot.simulator.media import Files
from bot.simulator.updates import Updates
from bot.simulator.world import Account, Chat, World

TOKEN = "7000000001:SLEUTELBOT-practice-token-0000000000"


@dataclass
class Strictness:
    """The rules of Telegram, each of which can be switched off."""

    lengths: bool = True
    callback_data: bool = True
    html: bool = True
    unchanged: bool = True
    start_first: bool = True
    old_queries: bool = True
    limits: bool = True
    https_webhook: bool = False
    query_seconds: int = 60


@dataclass
class Webhook:
    """Where updates are pushed to, and how that went."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    error_date: int | None = None
    error: str = ""


@dataclass
class Call:
    """One call that the bot made, with what came of it."""

    seq: int
    method: str
    chat_id: int | None
    values: Json
    ok: bool = True
    code: int = 200
    description: str = ""
    fault: str = ""


@dataclass(frozen=True)
class Person:
    """An example person for the page: `role` is nieuwkomer, sleutelpersoon or beheerder."""

    id: int
    first_name: str
    role: str
    language_code: str = "nl"
    username: str | None = None


@dataclass
class Station:
    """State, rules, faults and the record of one simulator."""

    token: str
    clock: Clock
    people: list[Person] = field(default_factory=list)
    strict: Strictness = field(default_factory=Strictness)
    webhook: Webhook = field(default_factory=Webhook)
    calls: list[Call] = field(default_factory=list)
    poll: int = 0
    closing: bool = False

    def __post_init__(self) -> None:
        self.bell = Bell()
        self.faults = Faults()
        self.limits = Limits()
        self.files = Files()
        identity = int(self.token.split(":")[0])
        bot = Account(identity, "Sleutelbot", username="sleutelbot_oefen_bot", is_bot=True)
        self.world = World(bot, self.clock, self.bell.ring)
        self.updates = Updates(self.bell.ring, self.faults.twice)
        for person in self.people:
            self.world.join(Account(person.id, person.first_name, person.language_code, person.username))

    def close(self) -> None:
        """Lets everyone who waits go."""
        self.closing = True
        self.bell.ring()

    def reachable(self, chat: Chat) -> None:
        """Raises ApiError 403 when the person behind a private chat cannot be written to."""
        account = self.world.accounts.get(chat.id)
        if account and account.deactivated:
            raise forbidden("user is deactivated")
        if account and account.blocked:
            raise forbidden("bot was blocked by the user")
