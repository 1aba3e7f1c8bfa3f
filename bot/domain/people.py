"""Who speaks: one person, with the roles that he or she holds."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from bot.domain.rooster import Rooster

Rol = Literal["voorlichter", "vertaler", "verbinder", "coordinator"]
ROLLEN: tuple[Rol, ...] = ("verbinder", "vertaler", "voorlichter", "coordinator")
Doelgroep = Literal["statushouder", "gezinsmigrant", "onbekend"]
Wet = Literal["2021", "2013", "onbekend"]
DOELGROEPEN: tuple[Doelgroep, ...] = ("statushouder", "gezinsmigrant", "onbekend")
WETTEN: tuple[Wet, ...] = ("2021", "2013", "onbekend")
LONGEST_NAME = 30
TEXT = "text"  # the kind of a typed message that goes along with a hulpvraag


def first_name(typed: str) -> str | None:
    """Return a first name as others see it, or None when it cannot be one: too long, or without a letter."""
    naam = " ".join(typed.split())
    return naam if len(naam) <= LONGEST_NAME and any(c.isalpha() for c in naam) else None


@dataclass(frozen=True)
class Sleutelpersoon:
    """What a sleutelpersoon told of himself: whom he can help, and whether he can now."""

    naam: str
    talen: frozenset[str]
    gemeenten: frozenset[str]
    rollen: frozenset[str]
    available: bool = False
    rooster: Rooster = field(default_factory=Rooster)

    def speaks(self, taal: str) -> bool:
        """Return whether a hulpvraag in `taal` can be offered to him; Persian and Dari understand each other."""
        return taal in self.talen or (taal in PERSIAN and bool(self.talen & PERSIAN))


PERSIAN = frozenset({"fa", "fa_AF"})


@dataclass(frozen=True)
class Waiting:
    """What the bot asked and has no answer to yet: `what` names the question, `data` what it needs to go on."""

    what: str
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Attachment:
    """A message that goes to a human (voice, photo, document, or a text typed while he waits), by its place."""

    chat_id: int
    message_id: int
    kind: str
    album: str | None = None


@dataclass(frozen=True)
class Person:
    """One account; `version` grows with every change, so that a stale decision is noticed."""

    id: int
    telegram_id: int
    taal: str
    version: int
    taal_chosen: bool = False
    gemeente: str | None = None
    doelgroep: str | None = None
    wet: str | None = None
    reachable: bool = True
    beheerder: bool = False
    sleutelpersoon: Sleutelpersoon | None = None
    active_hulpvraag: int | None = None
    waiting: Waiting | None = None
    attachments: tuple[Attachment, ...] = ()
    last_question: str | None = None
    last_topic: str | None = None
    misses: int = 0
    greeted_at: datetime | None = None
    blocked_until: datetime | None = None

    @property
    def naam(self) -> str:
        """The first name of a sleutelpersoon, '' of anybody else."""
        return self.sleutelpersoon.naam if self.sleutelpersoon else ""

    @property
    def coordinates(self) -> bool:
        """Whether this person is a coordinator."""
        return self.sleutelpersoon is not None and "coordinator" in self.sleutelpersoon.rollen

    def blocked(self, now: datetime) -> bool:
        """Return whether this person has no conversations with people for a time, in whatever role."""
        return self.blocked_until is not None and now < self.blocked_until

    def translates(self, taal: str) -> bool:
        """Return whether this person reviews texts in a language."""
        who = self.sleutelpersoon
        return who is not None and "vertaler" in who.rollen and taal in who.talen
