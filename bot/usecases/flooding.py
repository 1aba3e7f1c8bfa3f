"""Who sends very much is told so once; then nothing of his is read for a while, but danger and the way out always."""

import inspect
from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.domain.effects import Plan
from bot.domain.flooding import Flow, Heard, KeepFlow, Limits, Step, arrived, go_on, over
from bot.domain.hulpvraag import State
from bot.domain.outgoing import Send, Text
from bot.i18n import Words, words
from bot.replies import flooding as wording
from bot.usecases.queue.desk_rules import rules
from bot.usecases.talk import talking
from bot.usecases.turn import House, Turn, on_behalf

Verb = Callable[..., Plan | Awaitable[Plan]]
WAY_BACK = "verder"
# Commands, and the buttons that belong to them, that are heard in a silence too.
ALWAYS = frozenset({"start", "taal", "verwijder", "mens", "gemeente", "afsluiten", "sluit", "trek"})
DESK = 3  # a sleutelpersoon and a beheerder may send so many times as much
ASKS_OTHERS = 5  # what asks many people (a hulpvraag, somebody who helps along) counts as so many messages


def admitted(verb: Verb, name: str = "") -> Verb:
    """Return a verb that is carried out while its person does not flood; `name` is that of the command or button."""

    async def carried(turn: Turn, *arguments: str) -> Plan:
        before = turn.store.flows.of(turn.person.id)
        limits = _limits(turn)
        if name == WAY_BACK and before is not None and before.until is not None:
            return _back(turn, before, go_on(before, limits, turn.now))
        cost = ASKS_OTHERS if name in ("mens", "samen") and arguments else 1
        step = _arrived(turn, before, limits, cost, name)
        plan = _kept(turn, before, step) + (_resumed(turn, step.ended) if step.ended else Plan())
        if step.heard is not Heard.READ:
            return plan + _told(turn, before, step)
        made = verb(turn, *arguments)
        return plan + (await made if inspect.isawaitable(made) else made)

    return carried


def _limits(turn: Turn) -> Limits:
    known = turn.person.sleutelpersoon or turn.person.beheerder
    return rules(turn.store).flood.times(DESK if known else 1)


def _arrived(turn: Turn, before: Flow | None, limits: Limits, cost: int, name: str) -> Step:
    """Return what happens with what came in; whether it is urgent is only asked of what would not be read."""
    at = min(turn.incoming.sent_at or turn.now, turn.now)
    flow = before or Flow(at)
    step = arrived(flow, limits, at, cost)
    return step if step.heard is Heard.READ or not _urgent(turn, name) else arrived(flow, limits, at, cost, True)


def _urgent(turn: Turn, name: str) -> bool:
    text = turn.incoming.text
    return name in ALWAYS or bool(text and turn.house.interpreter.danger(text))


def _kept(turn: Turn, before: Flow | None, step: Step) -> Plan:
    return Plan((KeepFlow(turn.person.id, before, step.flow),))


def _told(turn: Turn, before: Flow | None, step: Step) -> Plan:
    """Say what begins, once; a pressed button is always answered, for that costs no message."""
    pressed = turn.notice(wording.dropped_press(turn.w))
    if step.heard is Heard.UNREAD:
        return pressed
    lasts = (step.flow.until or turn.now) - step.flow.at
    said = wording.pause(turn.w, lasts) if step.heard is Heard.PAUSE else wording.mute(turn.w, lasts)
    at = None if turn.incoming.callback_id else turn.incoming.message_id
    own = Plan(outgoing=(Send(turn.incoming.chat_id, said, reply_to=at),))
    began = before is None or before.until is None or step.ended is not None
    return pressed + own + (_others(turn, wording.stops) if began else Plan())


def _resumed(turn: Turn, missed: int) -> Plan:
    """Tell this person and the other side of his conversations that a silence is over, and what was lost in it."""
    return turn.say(wording.on_again(turn.w, missed)) + _others_again(turn, missed)


def _others_again(turn: Turn, missed: int) -> Plan:
    return _others(turn, lambda w, who: wording.goes_on(w, who, missed))


def _others(turn: Turn, said: Callable[[Words, str], Text]) -> Plan:
    """Say something to everybody else in the conversations that this person is in."""
    own = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    talks = [own] if own and own.state is State.CLAIMED else []
    sends = []
    for hulpvraag in [*talks, *turn.store.hulpvragen.helped_by(turn.person.id)]:
        seen = talking.as_seen(turn, hulpvraag)
        for other in seen.others:
            inside = other.id == hulpvraag.nieuwkomer_id
            who = seen.naam if seen.naam and inside else f"#{hulpvraag.id} {seen.naam or ''}".strip()
            sends.append(Send(other.telegram_id, said(words(other.taal), who)))
    return Plan(outgoing=tuple(sends))


def _back(turn: Turn, before: Flow, step: Step) -> Plan:
    """Open the way back, or say that it opens once it is calm."""
    plan = _kept(turn, before, step)
    if step.ended is None:
        return plan + turn.notice(wording.not_calm(turn.w), alert=True)
    shown = wording.on_again(turn.w, step.ended)
    return plan + turn.notice("✅") + turn.replace_pressed(shown) + _others_again(turn, step.ended)


def way_back(turn: Turn) -> Plan:
    """Answer the way back when nothing stands in it (any more)."""
    return turn.notice(wording.nothing_wrong(turn.w))


def silences_over(house: House, now: datetime) -> list[Plan]:
    """Return what is said at the end of each silence that is over by now."""
    plans = []
    for person_id, flow in house.store.flows.silent_until(now).items():
        person = house.store.people.get(person_id)
        turn = on_behalf(house, person, now)
        step = over(flow, _limits(turn), now)
        plans.append(_kept(turn, flow, step) + _resumed(turn, step.ended or 0))
    return plans
