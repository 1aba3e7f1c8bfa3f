"""A house with a real database, people in it, and a clock that the test holds."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.content.gemeenten import gemeenten
from bot.domain.effects import ChangePerson, Incoming, Plan
from bot.domain.people import Person, Sleutelpersoon
from bot.interpreter import Reader
from bot.storage import Store
from bot.storage.outbox import Ephemeral
from bot.usecases.turn import House, Turn

BEGIN = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@dataclass
class Desk:
    """What a test can do without a phone: let somebody do a verb, and look at what became of it."""

    path: Path
    now: datetime = BEGIN
    beheerders: tuple[int, ...] = ()
    store: Store = field(init=False)
    house: House = field(init=False)

    def __post_init__(self) -> None:
        self.store = Store(self.path, self.beheerders)
        self.house = House(self.store, Reader(self.store.search, self.path.parent), gemeenten())

    def nieuwkomer(self, number: int, taal: str = "nl") -> Person:
        """Make a nieuwkomer known, whose gemeente is known too."""
        person = self.store.people.meet(number, taal, self.now)
        self.store.apply(Plan((ChangePerson(person, {"gemeente": "aalten", "greeted_at": self.now}),)), self.now)
        return self.person(number)

    def sleutelpersoon(self, number: int, naam: str, talen: str = "nl", rollen: str = "vertaler") -> Person:
        """Make somebody a sleutelpersoon who is there."""
        person = self.store.people.meet(number, "nl", self.now)
        known = frozenset(talen.split(",")), frozenset({"aalten"}), frozenset(rollen.split(","))
        changes = {"sleutelpersoon": Sleutelpersoon(naam, *known, available=True), "greeted_at": self.now}
        self.store.apply(Plan((ChangePerson(person, changes),)), self.now)
        return self.person(number)

    def person(self, number: int) -> Person:
        """Return somebody as he is now."""
        found = self.store.people.at(number)
        assert found is not None
        return found

    def turn(self, number: int, text: str = "", message_id: int = 1) -> Turn:
        """Return a turn of somebody who types a text or presses a button."""
        incoming = Incoming(0, number, self.now, message_id, text, callback_id=None if text else "press")
        return Turn(self.house, self.person(number), incoming)

    def apply(self, plan: Plan) -> list[Ephemeral]:
        """Carry a plan out."""
        return self.store.apply(plan, self.now)

    def later(self, **span: float) -> None:
        """Let time pass."""
        self.now += timedelta(**span)
