"""Which help a nieuwkomer asks for: inferred from what he sent, shown, and changed with buttons before he agrees."""

from bot.domain.wishes import CHOICES, Asked, ticked
from bot.usecases.turn import Turn

__all__ = ["CHOICES", "asked", "inferred", "kept", "ticked"]
OF_A_LETTER = frozenset({"photo", "document"})


def inferred(turn: Turn) -> Asked:
    """Return what is likely: whoever sends a picture or a file wants to understand it."""
    letter = any(item.kind in OF_A_LETTER for item in turn.person.attachments)
    return Asked(rol="vertaler" if letter else None)


def kept(asked_for: Asked) -> dict[str, str]:
    """Return what is asked as it is kept while the bot waits for consent."""
    return {
        "rol": asked_for.rol or "",
        "urgent": "ja" if asked_for.urgent else "",
        "wishes": ",".join(sorted(asked_for.wishes)),
        "open": "ja" if asked_for.open else "",
        "talk": "ja" if asked_for.talk else "",
    }


def asked(turn: Turn) -> Asked:
    """Return what was asked so far."""
    data = turn.person.waiting.data if turn.person.waiting else {}
    wishes = frozenset(wish for wish in data.get("wishes", "").split(",") if wish)
    urgent, opened, talk = (bool(data.get(name)) for name in ("urgent", "open", "talk"))
    return Asked(data.get("rol") or None, urgent, wishes, opened, talk)
