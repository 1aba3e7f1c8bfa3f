"""A second sleutelpersoon beside the first: asked along by the first, with the consent of the nieuwkomer."""

from bot.domain.effects import ChangeHulpvraag, ChangePerson, Plan, Unchanged
from bot.domain.endings import OVER, OffersAreOver
from bot.domain.hulpvraag import Hulpvraag, Step, after
from bot.domain.people import ROLLEN, Person
from bot.i18n import words
from bot.replies import together as wording
from bot.replies import unreadable
from bot.replies.rollen import rollen
from bot.usecases.queue import handing
from bot.usecases.queue.claiming import found
from bot.usecases.queue.requesting import helper_name
from bot.usecases.queue.showing import case
from bot.usecases.talk.succeeding import over, ref, retract, second_name, to
from bot.usecases.turn import Turn

ASKED = "samen"


def _able(turn: Turn, hulpvraag: Hulpvraag, whom: str = "") -> list[Person]:
    """Return who can come along: everybody who could get it handed over, or those of a role, or one person."""
    people = handing.able(turn, hulpvraag)
    if whom in ROLLEN:
        return [person for person in people if person.sleutelpersoon and whom in person.sleutelpersoon.rollen]
    return [person for person in people if not whom or str(person.id) == whom]


def _alone(turn: Turn, argument: str) -> Hulpvraag | None:
    """Return the claimed hulpvraag that a button names, if its sleutelpersoon is alone there."""
    hulpvraag = found(turn, argument)
    possible = hulpvraag and after(hulpvraag.state, Step.JOIN) and hulpvraag.second_id is None
    return hulpvraag if possible else None


def ask(turn: Turn, argument: str, whom: str = "") -> Plan:
    """The first one chooses whom to ask along; then the nieuwkomer is asked whether that is right."""
    hulpvraag = _alone(turn, argument)
    if hulpvraag is None or hulpvraag.sleutelpersoon_id != turn.person.id:
        return turn.notice(unreadable.old_button(turn.w))
    people = _able(turn, hulpvraag, whom)
    if not whom or not people:
        return turn.notice() + turn.say(wording.choices(turn.w, hulpvraag.id, _able(turn, hulpvraag)))
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    name = f"{ASKED}:{hulpvraag.id}:{turn.incoming.message_id}"
    if nieuwkomer.telegram_id in turn.store.outbox.chats_with(name):
        return turn.notice("👥")
    w, key = words(nieuwkomer.taal), f"{ASKED}:{hulpvraag.id}:{turn.person.id}:{whom}"
    rol = rollen(w).get(whom, "")
    question = wording.may_somebody_join(w, helper_name(turn, hulpvraag), rol, f"{key}:ja", f"{key}:nee")
    return (
        turn.notice("👥") + Plan((Unchanged(hulpvraag.id, hulpvraag.version),))
        + turn.replace_pressed(wording.asked(turn.w, hulpvraag.id)) + to(nieuwkomer, question, name)
    )  # fmt: skip


def agree(turn: Turn, argument: str, first_id: str, whom: str, value: str) -> Plan:
    """The nieuwkomer says whether somebody may come along; only then anybody is asked."""
    hulpvraag = _alone(turn, argument)
    mine = hulpvraag is not None and hulpvraag.nieuwkomer_id == turn.person.id
    if hulpvraag is None or not mine or str(hulpvraag.sleutelpersoon_id) != first_id or value not in ("ja", "nee"):
        return turn.notice(unreadable.old_button(turn.w))
    name = turn.store.outbox.ref_at(turn.incoming.chat_id, turn.incoming.message_id or 0) or ""
    if name.endswith(OVER):
        return turn.notice("👍")
    first = turn.store.people.get(int(first_id))
    w = words(first.taal)
    done = turn.notice("👍") + turn.replace_pressed(wording.answered(turn.w, value == "ja"))
    done += Plan((Unchanged(hulpvraag.id, hulpvraag.version), OffersAreOver(name, turn.incoming.chat_id)))
    if value == "nee":
        return done + to(first, wording.refused(w, hulpvraag.id))
    people = _able(turn, hulpvraag, whom)
    return done + to(first, wording.invited_some(w, hulpvraag.id, len(people))) + _invite(turn, hulpvraag, people)


def _invite(turn: Turn, hulpvraag: Hulpvraag, people: list[Person]) -> Plan:
    naam, plan = helper_name(turn, hulpvraag), Plan((OffersAreOver(ref(hulpvraag.id)),))
    for person in people:
        w = words(person.taal)
        place = turn.house.gemeenten.get(hulpvraag.gemeente, "")
        plan += to(person, wording.invitation(w, hulpvraag, naam, place), ref(hulpvraag.id))
    return plan


def _invited(turn: Turn, hulpvraag: Hulpvraag) -> bool:
    return turn.person.telegram_id in turn.store.outbox.chats_with(ref(hulpvraag.id))


def join(turn: Turn, argument: str) -> Plan:
    """Come along: the first of those who were asked; the question and the files are shown to him."""
    hulpvraag, who = found(turn, argument), turn.person.sleutelpersoon
    if who is None or hulpvraag is None or not _invited(turn, hulpvraag) or turn.person.id in hulpvraag.sides:
        return turn.notice(unreadable.old_button(turn.w), alert=True)
    if _alone(turn, argument) is None:
        return turn.notice() + turn.replace_pressed(over(turn.w, hulpvraag.id, second_name(turn, hulpvraag)))
    rol = hulpvraag.rol if hulpvraag.rol in who.rollen else sorted(who.rollen)[0]
    effects = (
        ChangeHulpvraag(hulpvraag.id, hulpvraag.version, {"second_id": turn.person.id, "second_rol": rol}),
        ChangePerson(turn.person, {"active_hulpvraag": None if _busy(turn) else hulpvraag.id}),
    )
    done = turn.notice("✅") + Plan(effects) + retract(turn, hulpvraag, who.naam)
    return done + _told(turn, hulpvraag, who.naam, rol)


def _busy(turn: Turn) -> bool:
    store, me = turn.store.hulpvragen, turn.person.id
    return bool(store.helped_by(me) or store.of_nieuwkomer(me))


def _told(turn: Turn, hulpvraag: Hulpvraag, naam: str, rol: str) -> Plan:
    """Show the second one the case, and tell both others who is there."""
    first = turn.store.people.get(hulpvraag.sleutelpersoon_id or 0)
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    w = words(nieuwkomer.taal)
    joins = wording.joins(w, naam, rollen(w)[rol], first.naam, hulpvraag.id)
    return (
        case(turn, hulpvraag, beside=first.naam)
        + to(first, wording.joined_by(words(first.taal), hulpvraag.id, naam)) + to(nieuwkomer, joins)
    )  # fmt: skip


def decline(turn: Turn, argument: str) -> Plan:
    """Say no, without a reason; the first one is told when nobody is left."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or not _invited(turn, hulpvraag) or turn.person.id in hulpvraag.sides:
        return turn.notice(unreadable.old_button(turn.w))
    me = turn.person.telegram_id
    plan = turn.notice("👌") + Plan((OffersAreOver(ref(hulpvraag.id), me), Unchanged(hulpvraag.id, hulpvraag.version)))
    plan += turn.replace_pressed(wording.no_thanks(turn.w, hulpvraag.id))
    others = set(turn.store.outbox.chats_with(ref(hulpvraag.id))) - {me}
    if others or _alone(turn, argument) is None:
        return plan
    first = turn.store.people.get(hulpvraag.sleutelpersoon_id or 0)
    return plan + to(first, wording.nobody_left(words(first.taal), hulpvraag.id))
