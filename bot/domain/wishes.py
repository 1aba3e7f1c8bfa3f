"""What a nieuwkomer may ask for: the kind of help, haste, and whom he would like."""

from dataclasses import dataclass, replace

from bot.domain import dialects
from bot.domain.offering import WISHES
from bot.domain.rooster import GENDERS

HELP = ("vertaler", "verbinder", "voorlichter")
URGENT = "haast"
MORE = "meer"
TALK = "gesprek"
CHOICES = (*HELP, URGENT, *WISHES, MORE, TALK)
NOT = "zonder_"
_EXCLUDING = (frozenset(GENDERS), dialects.ALL)


@dataclass(frozen=True)
class Met:
    """Somebody who helped the nieuwkomer before: first name and roles, as he knows them."""

    id: int
    naam: str
    rollen: frozenset[str]


@dataclass(frozen=True)
class Asked:
    """What is asked beside a human; `open` tells whether all choices are shown.

    `talk` tells that what was asked of the bot before goes along, and not the last question alone.
    Those who were `met` helped the nieuwkomer before; of them he wants none of the `avoided`.
    """

    rol: str | None = None
    urgent: bool = False
    wishes: frozenset[str] = frozenset()
    open: bool = False
    talk: bool = False
    avoided: frozenset[int] = frozenset()
    met: tuple[Met, ...] = ()


def ticked(asked: Asked, value: str) -> Asked:
    """Return what is asked after a choice was ticked or unticked; woman and man exclude each other, so do dialects."""
    if value in HELP:
        return replace(asked, rol=None if asked.rol == value else value)
    if value == URGENT:
        return replace(asked, urgent=not asked.urgent)
    if value == MORE:
        return replace(asked, open=not asked.open)
    if value == TALK:
        return replace(asked, talk=not asked.talk)
    if value.startswith(NOT):
        return replace(asked, avoided=asked.avoided ^ {int(value.removeprefix(NOT))})
    others = next((group for group in _EXCLUDING if value in group), frozenset()) - {value}
    return replace(asked, wishes=(asked.wishes - others) ^ {value})
