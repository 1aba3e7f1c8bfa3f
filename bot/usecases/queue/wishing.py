"""Which help a nieuwkomer asks for: inferred from what he sent, shown, and changed with buttons before he agrees."""

from bot.domain import dialects
from bot.domain.effects import Plan
from bot.domain.wishes import CHOICES, NOT, Asked, Met, ticked
from bot.replies import wished as wording
from bot.usecases.turn import Turn

__all__ = ["asked", "choices", "inferred", "kept", "ticked"]
MOST_MET = 3
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
        "avoided": ",".join(map(str, sorted(asked_for.avoided))),
    }


def asked(turn: Turn) -> Asked:
    """Return what was asked so far."""
    data = turn.person.waiting.data if turn.person.waiting else {}
    wishes = frozenset(wish for wish in data.get("wishes", "").split(",") if wish)
    urgent, opened, talk = (bool(data.get(name)) for name in ("urgent", "open", "talk"))
    known = met(turn)
    avoided = frozenset(map(int, filter(None, data.get("avoided", "").split(",")))) & {each.id for each in known}
    return Asked(data.get("rol") or None, urgent, wishes, opened, talk, avoided, known)


def choices(turn: Turn) -> frozenset[str]:
    """Return what this person may choose: dialects of his language, and nobody whom he has not met, among it."""
    mine = dialects.of(frozenset({turn.person.taal}))
    return frozenset({*CHOICES, *mine, *(f"{NOT}{each.id}" for each in met(turn))})


def held(turn: Turn) -> Plan:
    """Return what is held of whom a nieuwkomer does not want to be helped by now; those people are not told."""
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    people = [turn.store.people.get(number).sleutelpersoon for number in sorted(own.avoided)] if own else []
    names = [who.naam for who in people if who]
    return turn.say(wording.held(turn.w, names)) if names else Plan()


def met(turn: Turn) -> tuple[Met, ...]:
    """Return the last sleutelpersonen who helped this person, as he knows them."""
    ids = turn.store.hulpvragen.helpers_of(turn.person.id, MOST_MET)
    people = [turn.store.people.get(number) for number in ids]
    return tuple(Met(each.id, who.naam, who.rollen) for each in people if (who := each.sleutelpersoon))
