"""Who gets which hulpvraag offered."""

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Edit, Send
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import sleutelpersoon as wording
from bot.usecases.turn import House, Turn


def ref(hulpvraag_id: int) -> str:
    """Return the name under which the offers of a hulpvraag are sent."""
    return f"aanbod:{hulpvraag_id}"


def fits(person: Person, hulpvraag: Hulpvraag) -> bool:
    """Return whether a hulpvraag can be offered to a person now."""
    who = person.sleutelpersoon
    return (
        who is not None and who.available and person.reachable and who.speaks(hulpvraag.taal)
        and person.id not in (*hulpvraag.skipped, hulpvraag.nieuwkomer_id)
        and person.greeted_at is not None
    )  # fmt: skip


def receivers(house: House, hulpvraag: Hulpvraag, without: int | None = None) -> list[Person]:
    """Return everybody who can take a hulpvraag now."""
    return [p for p in house.store.people.sleutelpersonen() if fits(p, hulpvraag) and p.id != without]


def offer(turn: Turn, hulpvraag: Hulpvraag, to: list[Person]) -> Plan:
    """Offer a hulpvraag to each of them in his own language."""
    names = turn.house.gemeenten
    return Plan(outgoing=tuple(
        Send(p.telegram_id, wording.offer(words(p.taal), hulpvraag, names, turn.now), ref(hulpvraag.id)) for p in to
    ))  # fmt: skip


def offer_waiting(turn: Turn, person: Person) -> Plan:
    """Offer everything that waits and fits to somebody who just became available."""
    plan = Plan()
    for hulpvraag in turn.store.hulpvragen.waiting():
        if fits(person, hulpvraag):
            plan += offer(turn, hulpvraag, [person])
    return plan


def retract(turn: Turn, hulpvraag_id: int, naam: str | None = None) -> Plan:
    """Replace all offers of a hulpvraag: taken by `naam`, or no longer needed."""
    edits = []
    for chat_id in turn.store.outbox.chats_with(ref(hulpvraag_id)):
        person = turn.store.people.at(chat_id)
        w = words(person.taal if person else turn.person.taal)
        text = wording.taken(w, hulpvraag_id, naam) if naam else wording.gone(w, hulpvraag_id)
        edits.append(Edit(chat_id, text, ref=ref(hulpvraag_id)))
    return Plan(outgoing=tuple(edits))
