"""Claim, pass on, switch to, and give back a hulpvraag."""

from dataclasses import replace

from bot.domain.effects import ChangeHulpvraag, ChangePerson, Plan, Skip
from bot.domain.endings import OffersAreOver
from bot.domain.hulpvraag import Hulpvraag, State, Step, after
from bot.domain.outgoing import Send
from bot.domain.people import Person
from bot.i18n import words
from bot.replies import complaints, together, unreadable
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import sleutelpersoon as wording
from bot.usecases.after import debriefing
from bot.usecases.queue import offering
from bot.usecases.queue.requesting import helper_name
from bot.usecases.queue.showing import card, case
from bot.usecases.talk import succeeding
from bot.usecases.turn import Turn

# What belongs to a conversation that stopped.
TALK = ("sleutelpersoon_id", "claimed_at", "answered_at", "said_at", "said_by", "warned_at")


def found(turn: Turn, argument: str) -> Hulpvraag | None:
    """Return the hulpvraag that a button names."""
    return turn.store.hulpvragen.get(int(argument)) if argument.isdigit() else None


def claim(turn: Turn, argument: str) -> Plan:
    """Take a waiting hulpvraag: the first wins, whoever comes later is told who has it."""
    hulpvraag, who = found(turn, argument), turn.person.sleutelpersoon
    if who is None or hulpvraag is None or turn.person.id in (hulpvraag.nieuwkomer_id, *hulpvraag.avoided):
        return turn.notice(unreadable.old_button(turn.w), alert=True)
    if after(hulpvraag.state, Step.CLAIM) is None:
        return _too_late(turn, hulpvraag)
    if turn.person.blocked(turn.now) or turn.person.id in hulpvraag.apart:
        return turn.notice(complaints.not_together(turn.w), alert=True)
    changes = {"state": State.CLAIMED, "sleutelpersoon_id": turn.person.id, "claimed_at": turn.now}
    effects = (
        ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),
        ChangePerson(turn.person, {"active_hulpvraag": hulpvraag.id}),
    )
    return (
        turn.notice("✅") + Plan(effects=effects) + offering.retract(turn, hulpvraag.id, who.naam)
        + _tell(turn, hulpvraag, who.naam)
    )  # fmt: skip


def _too_late(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    if hulpvraag.sleutelpersoon_id == turn.person.id and hulpvraag.open:
        return switch(turn, str(hulpvraag.id))
    if hulpvraag.state is State.HELD:
        return turn.notice(complaints.held_up(turn.w, hulpvraag.id), alert=True)
    naam = helper_name(turn, hulpvraag) if hulpvraag.open else None
    return turn.notice(wording.not_yours(turn.w, naam), alert=True)


def _tell(turn: Turn, hulpvraag: Hulpvraag, naam: str) -> Plan:
    """Show the claimer the case with its files, and the nieuwkomer who is there."""
    files = turn.store.hulpvragen.attachments(hulpvraag.id)
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    asks = hulpvraag.question is None and not files
    said = to_nieuwkomer.claimed(words(nieuwkomer.taal), naam, hulpvraag.id, asks)
    lost = () if nieuwkomer.reachable else turn.said(wording.lost(turn.w, hulpvraag.id))
    return case(turn, hulpvraag) + Plan(outgoing=(*lost, Send(nieuwkomer.telegram_id, said, card(hulpvraag.id))))


def skip(turn: Turn, argument: str) -> Plan:
    """Pass a hulpvraag on without giving a reason."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or hulpvraag.state is not State.WAITING or turn.person.sleutelpersoon is None:
        return turn.notice(unreadable.old_button(turn.w))
    passed = Plan(effects=(Skip(hulpvraag.id, turn.person.id),))
    return turn.notice("👌") + passed + turn.replace_pressed(wording.skipped(turn.w, hulpvraag.id))


def switch(turn: Turn, argument: str) -> Plan:
    """Make a claimed hulpvraag the one that the next messages go to."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or hulpvraag.state is not State.CLAIMED or turn.person.id not in hulpvraag.helpers:
        return turn.notice(unreadable.old_button(turn.w))
    shown = wording.active(turn.w, hulpvraag, turn.house.gemeenten, turn.now)
    if turn.person.id == hulpvraag.second_id:
        shown = replace(shown, buttons=together.part_button(turn.w, hulpvraag.id))
    own = Plan(outgoing=(Send(turn.incoming.chat_id, shown, card(hulpvraag.id)),))
    return turn.notice("🎯") + turn.change(active_hulpvraag=hulpvraag.id) + own


def give_back(turn: Turn, argument: str) -> Plan:
    """Put a claimed hulpvraag back in the queue; the nieuwkomer is told and others get it offered."""
    hulpvraag = found(turn, argument)
    if hulpvraag is None or hulpvraag.sleutelpersoon_id != turn.person.id or not after(hulpvraag.state, Step.GIVE_BACK):
        return turn.notice(unreadable.old_button(turn.w))
    if goes_on := succeeding.hand_on(turn, hulpvraag):
        return turn.notice("🤝") + goes_on
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    again, somebody = return_to_queue(turn, hulpvraag, turn.person)
    said = to_nieuwkomer.given_back(words(nieuwkomer.taal), helper_name(turn, hulpvraag), hulpvraag.id, somebody)
    plan = turn.notice("↩️") + turn.say(wording.given_back(turn.w, hulpvraag.id))
    told = Plan(outgoing=(Send(nieuwkomer.telegram_id, said),))
    return plan + told + again + debriefing.leaving(turn, hulpvraag, turn.person.id)


def return_to_queue(turn: Turn, hulpvraag: Hulpvraag, person: Person) -> tuple[Plan, bool]:
    """Free a hulpvraag from `person` and offer it to the others; return also whether there is anybody."""
    waiting = replace(hulpvraag, state=State.WAITING, sleutelpersoon_id=None, skipped=hulpvraag.skipped | {person.id})
    to, wave = offering.receivers(turn.house, waiting, turn.now, without=person.id)
    changes = {
        **dict.fromkeys(TALK), "state": State.WAITING, "wave": wave, "wave_at": turn.now, "last_helper_id": person.id,
    }  # fmt: skip
    effects = (
        ChangeHulpvraag(hulpvraag.id, hulpvraag.version, changes),
        Skip(hulpvraag.id, person.id),
        OffersAreOver(offering.ref(hulpvraag.id)),
    )
    return Plan(effects=effects) + offering.offer(turn, waiting, to), bool(to)
