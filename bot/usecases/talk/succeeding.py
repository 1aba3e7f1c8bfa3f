"""Two sleutelpersonen in one hulpvraag: when one of them goes, the other goes on; the nieuwkomer never stands alone."""

from bot.domain.effects import ChangeHulpvraag, ChangePerson, Plan, Skip
from bot.domain.hulpvraag import Hulpvraag, Step, after
from bot.domain.outgoing import Send, Text
from bot.domain.people import Person
from bot.i18n import Words, words
from bot.replies import sleutelpersoon as wording
from bot.replies import talking, together
from bot.usecases.after import debriefing
from bot.usecases.queue.requesting import helper_name
from bot.usecases.queue.showing import card
from bot.usecases.turn import Turn

SECOND_GONE: dict[str, object] = {"second_id": None, "second_rol": None}


def to(person: Person, text: Text, ref: str | None = None) -> Plan:
    """Return a plan that tells somebody something."""
    return Plan(outgoing=(Send(person.telegram_id, text, ref),))


def ref(hulpvraag_id: int) -> str:
    """Return the name under which people are asked along."""
    return f"mee:{hulpvraag_id}"


def retract(turn: Turn, hulpvraag: Hulpvraag, naam: str = "") -> Plan:
    """Replace every invitation to come along: taken by `naam`, or no longer needed."""
    return turn.everywhere(ref(hulpvraag.id), lambda w: over(w, hulpvraag.id, naam))


def over(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Return what an invitation becomes: taken by `naam`, or not needed any more."""
    return together.joined_by(w, hulpvraag_id, naam) if naam else together.not_needed(w, hulpvraag_id)


def to_colleague(turn: Turn, hulpvraag: Hulpvraag, text: str, ref: str | None = None) -> Plan:
    """Let the other sleutelpersoon read what this one did by a button."""
    others = [turn.store.people.get(each) for each in hulpvraag.helpers if each != turn.person.id]
    said = Text(together.from_colleague(hulpvraag.id, turn.person.naam, text))
    return Plan(outgoing=tuple(Send(other.telegram_id, said, ref) for other in others))


def second_name(turn: Turn, hulpvraag: Hulpvraag) -> str:
    """Return the first name of the second one, '' when there is none."""
    return turn.store.people.get(hulpvraag.second_id).naam if hulpvraag.second_id else ""


def succeed(turn: Turn, hulpvraag: Hulpvraag) -> Plan | None:
    """Make the second one the first, since the first cannot go on; None when there is no second."""
    if hulpvraag.second_id is None:
        return None
    second = turn.store.people.get(hulpvraag.second_id)
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    before, naam = helper_name(turn, hulpvraag), second.naam
    changes = {
        **SECOND_GONE, "sleutelpersoon_id": second.id, "claimed_at": turn.now, "answered_at": None, "warned_at": None,
    }  # fmt: skip
    # The second one heard the talk: the question is not asked again.
    told = talking.somebody_else(words(nieuwkomer.taal), before, naam, hulpvraag.id, asks=False)
    w = words(second.taal)
    shown = wording.active(w, hulpvraag, turn.house.gemeenten, turn.now)
    return (
        Plan((ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes), Skip(hulpvraag.id, turn.person.id)))
        + to(nieuwkomer, told, card(hulpvraag.id))
        + to(second, together.goes_on(w, hulpvraag.id, before))
        + to(second, talking.card(w, shown, hulpvraag.id, ()), card(hulpvraag.id))
    )


def hand_on(turn: Turn, hulpvraag: Hulpvraag) -> Plan | None:
    """Let the second one go on and tell the first, who is still there; None when there is no second."""
    goes_on = succeed(turn, hulpvraag)
    if goes_on is None:
        return None
    told = turn.say(together.taken_over(turn.w, hulpvraag.id, second_name(turn, hulpvraag)))
    return told + goes_on + debriefing.leaving(turn, hulpvraag, turn.person.id)


def part(turn: Turn, hulpvraag: Hulpvraag, second: Person) -> Plan:
    """Let the second one go; whoever stays is told."""
    if after(hulpvraag.state, Step.PART) is None or hulpvraag.sleutelpersoon_id is None:
        return Plan()
    first = turn.store.people.get(hulpvraag.sleutelpersoon_id)
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    naam, stays = second.naam, first.naam
    effects = [ChangeHulpvraag(hulpvraag.id, hulpvraag.version, SECOND_GONE)]
    free = [ChangePerson(second, {"active_hulpvraag": None})] if second.active_hulpvraag == hulpvraag.id else []
    return (
        Plan((*effects, *free))
        + to(first, together.colleague_parted(words(first.taal), hulpvraag.id, naam))
        + to(nieuwkomer, together.one_left(words(nieuwkomer.taal), naam, stays, hulpvraag.id))
    )


def part_from_all(turn: Turn) -> Plan:
    """Let somebody who is going away go from every hulpvraag in which he was the second."""
    plan = Plan()
    for hulpvraag in turn.store.hulpvragen.helped_by(turn.person.id):
        if hulpvraag.second_id == turn.person.id:
            plan += part(turn, hulpvraag, turn.person)
    return plan


def tell_second(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Tell the second one that the hulpvraag ended."""
    if hulpvraag.second_id is None or hulpvraag.second_id == turn.person.id:
        return Plan()
    second = turn.store.people.get(hulpvraag.second_id)
    return to(second, wording.closed(words(second.taal), hulpvraag.id, by_self=True))
