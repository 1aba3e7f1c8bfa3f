"""A beheerder weighs what sleutelpersonen propose: put it under a topic as a training example, or leave it."""

from dataclasses import replace

from bot.domain.content_effects import AddExample
from bot.domain.effects import Plan
from bot.domain.endings import Proposal, SettleProposal
from bot.domain.outgoing import Send
from bot.i18n import words
from bot.replies import proposals as wording
from bot.replies import unreadable
from bot.usecases.content import editing
from bot.usecases.questions.finding import title
from bot.usecases.turn import Turn

REF = "voorstel"


def press(turn: Turn, *arguments: str) -> Plan:
    """Carry out a button of a beheerder; without an argument the oldest proposal is shown."""
    match arguments:
        case ():
            first = next(iter(turn.store.endings.open_proposals()), None)
            return turn.notice() + (_show(turn, first) if first else turn.say(wording.none_open(turn.w)))
        case (deed, number, *topic):
            proposal = turn.store.endings.proposal(int(number))
            if proposal is None:
                return turn.notice(unreadable.old_button(turn.w))
            if not proposal.open:
                return turn.notice(wording.settled_before(turn.w), alert=True)
            return _weigh(turn, proposal, deed, *topic)
    return turn.notice(unreadable.old_button(turn.w))


def _weigh(turn: Turn, proposal: Proposal, deed: str, topic: str | None = None) -> Plan:
    """Read an open proposal, put it under a topic, or dismiss it."""
    if deed == "lees":
        return turn.notice() + _show(turn, proposal)
    if deed == "nee":
        return turn.notice("🗑️") + _settle(turn, replace(proposal, topic=None))
    if deed == "leer" and topic and turn.store.answers.topic(topic):
        learned = AddExample(proposal.taal, topic, proposal.question, editing.AUTHOR)
        return turn.notice("✅") + Plan((learned,)) + _settle(turn, replace(proposal, topic=topic))
    return turn.notice(unreadable.old_button(turn.w))


def _following(turn: Turn, proposal: Proposal) -> int | None:
    """Return the open proposal after this one, or else the oldest other one."""
    others = [each.id for each in turn.store.endings.open_proposals() if each.id != proposal.id]
    return next((number for number in others if number > proposal.id), others[0] if others else None)


def _show(turn: Turn, proposal: Proposal, word: str = "") -> Plan:
    """Show a proposal with the topics that are like it, or like a word; a reply to it is another word."""
    topics = editing.alike(turn, word or proposal.question)
    waiting = len(turn.store.endings.open_proposals())
    shown = wording.read(turn.w, proposal, topics, waiting, _following(turn, proposal))
    return turn.showing(shown, f"{REF}:{proposal.id}")


def heard(turn: Turn) -> Plan | None:
    """Return what a reply to a proposal finds, or None when a text is no such reply."""
    if not turn.person.beheerder:
        return None
    kind, _, number = turn.replied_ref.partition(":")
    proposal = turn.store.endings.proposal(int(number)) if kind == REF else None
    if proposal is None:
        return None
    if not proposal.open:
        return turn.say(wording.over(turn.w))
    return _show(turn, proposal, turn.incoming.text.strip())


def _settle(turn: Turn, proposal: Proposal) -> Plan:
    """Settle a proposal under its topic, or without one, and tell who made it."""
    name = title(turn.store, proposal.topic, turn.person.taal) if proposal.topic else None
    shown = wording.settled(turn.w, proposal, name, _following(turn, proposal))
    kept = Plan((SettleProposal(proposal.id, proposal.topic),))
    return kept + turn.replace_pressed(shown) + _tell(turn, proposal)


def _tell(turn: Turn, proposal: Proposal) -> Plan:
    """Tell who proposed what became of it, in his own language, if he is still known."""
    if proposal.person_id is None:
        return Plan()
    who = turn.store.people.get(proposal.person_id)
    w = words(who.taal)
    name = title(turn.store, proposal.topic, who.taal) if proposal.topic else None
    said = wording.accepted(w, proposal, name) if name else wording.dismissed(w, proposal)
    return Plan(outgoing=(Send(who.telegram_id, said),))
