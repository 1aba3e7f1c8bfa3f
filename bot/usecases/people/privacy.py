"""See and remove everything that is held on a person (AVG art. 15 and 17)."""

from datetime import datetime, timedelta

from bot.domain import flooding
from bot.domain.effects import ChangePerson, Forget, Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Send, Text
from bot.i18n import words
from bot.replies import hulpvraag as to_nieuwkomer
from bot.replies import nieuwkomer as wording
from bot.replies import sleutelpersoon as to_sleutelpersoon
from bot.replies import traces
from bot.storage import Store
from bot.usecases.advice import signalling
from bot.usecases.after import barring, debriefing, judging
from bot.usecases.content import proposing
from bot.usecases.questions.onboarding import command_menu
from bot.usecases.queue import offering, roostering, wishing
from bot.usecases.queue.claiming import return_to_queue
from bot.usecases.queue.requesting import helper_name
from bot.usecases.talk import succeeding
from bot.usecases.turn import Turn

QUESTIONS_KEPT = timedelta(days=365)
HANDLED_KEPT = timedelta(days=30)


def my_data(turn: Turn) -> Plan:
    """Show what is held."""
    questions = turn.store.questions.of_person(turn.person.id)
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    shown = wording.my_data(turn.w, turn.person, questions, current is not None, turn.house.gemeenten)
    of_help = wishing.held(turn) + roostering.held(turn) + debriefing.held(turn) + barring.held(turn)
    counts = turn.store.traces.of_person(turn.person.id)
    beside = turn.say(traces.held(turn.w, counts)) if counts else Plan()
    return turn.say(shown) + of_help + signalling.held(turn) + proposing.held(turn) + beside


def ask_delete(turn: Turn) -> Plan:
    """Ask the one confirmation."""
    return turn.notice() + turn.say(wording.confirm_delete(turn.w))


def delete(turn: Turn, value: str) -> Plan:
    """Remove everything on 'ja'; whoever was in a conversation with this person is told."""
    if value != "ja":
        return turn.notice(wording.kept(turn.w)) + turn.replace_pressed(Text(wording.kept(turn.w)))
    told = _stop_own(turn) + free_claimed(turn) + judging.forgotten(turn)
    forget = Plan(effects=(Forget(turn.person.id, turn.person.telegram_id),))
    stranger = turn.as_person(sleutelpersoon=None)
    return turn.notice() + told + forget + turn.say(wording.deleted(turn.w)) + command_menu(stranger)


def _stop_own(turn: Turn) -> Plan:
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current is None:
        return Plan()
    if current.waits or current.sleutelpersoon_id is None:
        return offering.retract(turn, current.id)
    helpers = [turn.store.people.get(each) for each in current.helpers]
    told = Plan(outgoing=tuple(
        Send(helper.telegram_id, to_sleutelpersoon.withdrawn_while_talking(words(helper.taal), current.id))
        for helper in helpers
    ))  # fmt: skip
    return told + debriefing.after(turn, current)


def free_claimed(turn: Turn) -> Plan:
    """Let somebody who is going away go from every conversation; whoever is left there is told."""
    plan = succeeding.part_from_all(turn)
    for hulpvraag in turn.store.hulpvragen.of_sleutelpersoon(turn.person.id):
        plan += free(turn, hulpvraag)
    return plan


def free(turn: Turn, hulpvraag: Hulpvraag) -> Plan:
    """Give back a hulpvraag whose sleutelpersoon is gone, or let the second one go on; the nieuwkomer is told."""
    goes_on = succeeding.succeed(turn, hulpvraag)
    if goes_on:
        return goes_on
    nieuwkomer = turn.store.people.get(hulpvraag.nieuwkomer_id)
    again, somebody = return_to_queue(turn, hulpvraag, turn.person)
    said = to_nieuwkomer.unreachable(words(nieuwkomer.taal), helper_name(turn, hulpvraag), hulpvraag.id, somebody)
    return Plan(outgoing=(Send(nieuwkomer.telegram_id, said),)) + again


def lost(turn: Turn) -> Plan:
    """A person cannot be reached any more: tell the other side of every open hulpvraag."""
    plan = free_claimed(turn)
    if turn.person.sleutelpersoon:
        plan += Plan(effects=(ChangePerson(turn.person, {"active_hulpvraag": None}),))
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current is None or current.sleutelpersoon_id is None:
        return plan
    helpers = [turn.store.people.get(each) for each in current.helpers]
    told = (Send(each.telegram_id, to_sleutelpersoon.lost(words(each.taal), current.id)) for each in helpers)
    return plan + Plan(outgoing=tuple(told))


def purge(store: Store, now: datetime) -> None:
    """Keep nothing longer than its purpose: questions a year, handled messages a month, flows half a day."""
    with store.database.transaction():
        store.questions.purge(now - QUESTIONS_KEPT)
        store.people.purge(now - QUESTIONS_KEPT)
        store.signals.purge(now - QUESTIONS_KEPT)
        store.letters.purge(now - QUESTIONS_KEPT)
        store.endings.purge(now - QUESTIONS_KEPT)
        store.flows.purge(now - flooding.KEPT)
        store.reports.purge(now - QUESTIONS_KEPT)
        store.people.unblock(now)
        for kept in (store.inbox, store.outbox, store.invitations):
            kept.purge(now - HANDLED_KEPT)
