"""What a sleutelpersoon learned becomes a proposal for the answers: a question, perhaps an answer, shown back, sent."""

from bot.domain.effects import Plan
from bot.domain.endings import LONGEST_ANSWER, LONGEST_QUESTION, Propose
from bot.domain.outgoing import Send, Text
from bot.domain.people import Waiting
from bot.domain.redacting import redact
from bot.i18n import TALEN, words
from bot.interpreter.recognition import recognise
from bot.replies import proposals as wording
from bot.replies import unreadable
from bot.usecases.awaiting import asked, awaited
from bot.usecases.turn import Turn

QUESTION, ANSWER, READY = "leer_vraag", "leer_antwoord", "leer_klaar"


def press(turn: Turn, *arguments: str) -> Plan:
    """Carry out a button of a sleutelpersoon; without an argument a proposal begins."""
    match arguments:
        case () | ("opnieuw",):
            return turn.notice() + turn.change(waiting=asked(turn, QUESTION)) + turn.say(wording.ask_question(turn.w))
        case ("zonder",):
            data = _remembered(turn, ANSWER)
            return turn.notice() + _ready(turn, data["question"]) if data else _nothing(turn)
        case ("taal", taal):
            return _language(turn, taal)
        case ("stuur",):
            return _send(turn)
        case ("stop",):
            mine = any(_remembered(turn, what) for what in (QUESTION, ANSWER, READY))
            forget = turn.change(waiting=None) if mine else Plan()
            return turn.notice() + forget + turn.replace_pressed(wording.stopped(turn.w))
    return turn.notice(unreadable.old_button(turn.w))


def _remembered(turn: Turn, what: str) -> dict[str, str] | None:
    waiting = turn.person.waiting
    return waiting.data if waiting and waiting.what == what else None


def _nothing(turn: Turn) -> Plan:
    return turn.notice(wording.nothing_ready(turn.w))


def _awaited(turn: Turn) -> tuple[str, dict[str, str]] | None:
    """Return which text of a proposal is asked for, with what was typed before."""
    if turn.person.sleutelpersoon is None:
        return None
    found = ((what, awaited(turn, what)) for what in (QUESTION, ANSWER))
    return next(((what, data) for what, data in found if data is not None), None)


def writes(turn: Turn) -> bool:
    """Return whether a sleutelpersoon is asked for the words of a proposal."""
    return _awaited(turn) is not None


def file(turn: Turn) -> Plan:
    """A file where words were asked for: it goes nowhere, and nothing of it is kept."""
    return turn.say(wording.type_it(turn.w))


def heard(turn: Turn) -> Plan | None:
    """Return what a typed text means when the words of a proposal are asked for; None when they are not."""
    found = _awaited(turn)
    if found is None:
        return None
    what, data = found
    text = redact(turn.incoming.text.strip())
    most = LONGEST_QUESTION if what == QUESTION else LONGEST_ANSWER
    if len(text) > most:
        return turn.say(wording.too_long(turn.w, most))
    if what == ANSWER:
        return _ready(turn, data["question"], text)
    question = " ".join(text.split())
    return turn.change(waiting=asked(turn, ANSWER, question=question)) + turn.say(wording.ask_answer(turn.w, question))


def _talen(turn: Turn) -> list[str]:
    """Return the languages in which this person may write: Dutch, the one he chose, those in which he helps."""
    who = turn.person.sleutelpersoon
    spoken = {"nl", turn.person.taal, *(who.talen if who else ())}
    return [taal for taal in TALEN if taal in spoken]


def _written_in(turn: Turn, question: str) -> str:
    found, spoken = recognise(question), _talen(turn)
    likely = [taal for taal in spoken if taal == found.taal or taal in found.close]
    return turn.person.taal if turn.person.taal in likely or not likely else likely[0]


def _ready(turn: Turn, question: str, answer: str = "") -> Plan:
    data = {"question": question, "answer": answer, "taal": _written_in(turn, question)}
    return turn.change(waiting=Waiting(READY, data)) + turn.say(_preview(turn, data))


def _preview(turn: Turn, data: dict[str, str]) -> Text:
    return wording.preview(turn.w, data["question"], data["answer"] or None, data["taal"], _talen(turn))


def _language(turn: Turn, taal: str) -> Plan:
    data = _remembered(turn, READY)
    if data is None or taal not in _talen(turn):
        return _nothing(turn)
    data = {**data, "taal": taal}
    return turn.notice() + turn.change(waiting=Waiting(READY, data)) + turn.replace_pressed(_preview(turn, data))


def _send(turn: Turn) -> Plan:
    data = _remembered(turn, READY)
    if data is None:
        return _nothing(turn)
    number = turn.store.endings.next_proposal()
    new = Propose(number, turn.person.id, data["taal"], data["question"], data["answer"] or None)
    told = tuple(Send(p.telegram_id, wording.new(words(p.taal), number)) for p in turn.store.people.beheerders())
    kept = Plan((new,), told) + turn.change(waiting=None)
    return turn.notice("📤") + kept + turn.replace_pressed(wording.proposed(turn.w))


def held(turn: Turn) -> Plan:
    """Return what is held of who proposed."""
    count = turn.store.endings.proposed_by(turn.person.id)
    return turn.say(wording.held(turn.w, count)) if count else Plan()
