"""What a nieuwkomer may ask for: the kind of help, haste, and whom he would like."""

from dataclasses import dataclass, replace

from bot.domain.offering import WISHES

HELP = ("vertaler", "verbinder", "voorlichter")
URGENT = "haast"
MORE = "meer"
TALK = "gesprek"
CHOICES = (*HELP, URGENT, *WISHES, MORE, TALK)


@dataclass(frozen=True)
class Asked:
    """What is asked beside a human; `open` tells whether all choices are shown.

    `talk` tells that what was asked of the bot before goes along, and not the last question alone.
    """

    rol: str | None = None
    urgent: bool = False
    wishes: frozenset[str] = frozenset()
    open: bool = False
    talk: bool = False


def ticked(asked: Asked, value: str) -> Asked:
    """Return what is asked after a choice was ticked or unticked; a woman and a man exclude each other."""
    if value in HELP:
        return replace(asked, rol=None if asked.rol == value else value)
    if value == URGENT:
        return replace(asked, urgent=not asked.urgent)
    if value == MORE:
        return replace(asked, open=not asked.open)
    if value == TALK:
        return replace(asked, talk=not asked.talk)
    other = {"vrouw": "man", "man": "vrouw"}.get(value, "")
    return replace(asked, wishes=(asked.wishes - {other}) ^ {value})
