"""A beheerder reads signals and answers them; the answer comes back to who gave one and to all who support it."""

from dataclasses import replace

from bot.domain.advice_effects import AnswerSignal
from bot.domain.effects import Plan
from bot.domain.outgoing import Send, Text
from bot.domain.people import Waiting
from bot.domain.signals import Action, Signal
from bot.i18n import words
from bot.replies import signals as wording
from bot.replies import unreadable
from bot.usecases.advice.signalling import REF, ref
from bot.usecases.turn import Turn

ANSWER = "signaal_antwoord"
LIST = 8
LONGEST_ANSWER = 2500


def overview(turn: Turn) -> Plan:
    """/signalen: what waits for an answer, the most supported first."""
    return turn.say(_page(turn, "open", 0))


def _page(turn: Turn, kind: str, page: int) -> Text:
    done = kind == "klaar"
    found = turn.store.signals.answered() if done else turn.store.signals.open()
    shown = found[page * LIST : (page + 1) * LIST]
    return wording.overview(turn.w, shown, turn.house.gemeenten, (page, len(found), LIST), done)


def press(turn: Turn, deed: str, *arguments: str) -> Plan:
    """Carry out a button of a beheerder."""
    match (deed, *arguments):
        case ("lijst", kind, page):
            return turn.notice() + turn.replace_pressed(_page(turn, kind, int(page)))
        case ("lees", number):
            signal = turn.store.signals.get(int(number))
            return turn.notice() + _show(turn, signal) if signal else turn.notice(unreadable.old_button(turn.w))
        case ("doe", action):
            return _answer(turn, action)
    return turn.notice(unreadable.old_button(turn.w))


def _show(turn: Turn, signal: Signal) -> Plan:
    return turn.showing(wording.read(turn.w, signal, turn.house.gemeenten), ref(signal))


def target(turn: Turn) -> tuple[Signal, str] | None:
    """Return (signal, how often it was answered then) when a beheerder replies to a signal."""
    if not turn.person.beheerder:
        return None
    kind, _, rest = turn.replied_ref.partition(":")
    number, _, answers = rest.partition(":")
    signal = turn.store.signals.get(int(number)) if kind == REF else None
    return (signal, answers) if signal else None


def propose(turn: Turn, signal: Signal, answers: str) -> Plan:
    text = turn.incoming.text.strip()
    if str(signal.answers) != answers:
        return turn.say(wording.changed_meanwhile(turn.w, text)) + _show(turn, signal)
    if len(text) > LONGEST_ANSWER:
        return turn.say(wording.answer_too_long(turn.w, LONGEST_ANSWER))
    waiting = Waiting(ANSWER, {"signal": str(signal.id), "answers": answers, "text": text})
    return turn.change(waiting=waiting) + turn.say(wording.answer_preview(turn.w, signal, text))


def _answer(turn: Turn, action: str) -> Plan:
    """Keep the answer and bring it to everybody concerned, each in his own language."""
    waiting = turn.person.waiting
    if waiting is None or waiting.what != ANSWER:
        return turn.notice(unreadable.old_button(turn.w))
    forget = turn.notice() + turn.change(waiting=None)
    signal, text = turn.store.signals.get(int(waiting.data["signal"])), waiting.data["text"]
    if action not in tuple(Action) or signal is None:
        return forget + turn.replace_pressed(wording.stopped(turn.w))
    if str(signal.answers) != waiting.data["answers"]:
        return forget + turn.say(wording.changed_meanwhile(turn.w, text)) + _show(turn, signal)
    new = replace(signal, answer=text, action=action)
    told = Plan((AnswerSignal(signal.id, signal.answers, text, action),), _tell(turn, new))
    return forget + told + turn.replace_pressed(wording.sent(turn.w, new))


def _tell(turn: Turn, signal: Signal) -> tuple[Send, ...]:
    people = [turn.store.people.get(person_id) for person_id in sorted(signal.concerned)]
    names = turn.house.gemeenten
    return tuple(Send(person.telegram_id, wording.answered(words(person.taal), signal, names)) for person in people)
