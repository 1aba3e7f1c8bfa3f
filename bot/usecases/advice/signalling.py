"""A sleutelpersoon tells the gemeente what he sees, and others support it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.advice_effects import GiveSignal, SupportSignal
from bot.domain.effects import Plan
from bot.domain.outgoing import Send, Text
from bot.domain.people import Waiting
from bot.domain.redacting import redact
from bot.domain.signals import LONGEST, Signal
from bot.i18n import words
from bot.replies import signals as wording
from bot.replies import unreadable
from bot.usecases.awaiting import asked, awaited
from bot.usecases.turn import Turn

REF = "signaal"
TEXT, READY = "signaal", "signaal_klaar"
PAGE = 4


def ref(signal: Signal) -> str:
    """Return the name under which a beheerder sees a signal: a reply to it is the answer."""
    return f"{REF}:{signal.id}:{signal.answers}"


def begin(turn: Turn) -> Plan:
    """/signaal: what is it about?"""
    return turn.say(wording.themas(turn.w, _themas(turn), turn.store.signals.count_open()))


def _themas(turn: Turn) -> list[str]:
    return list(dict.fromkeys(topic.thema for topic in turn.store.answers.topics()))


def press(turn: Turn, deed: str, *arguments: str) -> Plan:
    """Carry out a button of a sleutelpersoon."""
    match (deed, *arguments):
        case ("thema", thema):
            return _thema(turn, thema)
        case ("plek", slug):
            return _place(turn, slug)
        case ("stuur",):
            return _send(turn)
        case ("opnieuw",):
            return _again(turn)
        case ("stop",):
            return _stop(turn)
        case ("lijst", page):
            return turn.notice() + turn.say(_listed(turn, turn.store.signals.open(), int(page)))
        case ("steun", number, page):
            return _support(turn, int(number), int(page))
    return turn.notice(unreadable.old_button(turn.w))


def _thema(turn: Turn, thema: str) -> Plan:
    who = turn.person.sleutelpersoon
    if who is None or thema not in (*_themas(turn), wording.ELSE):
        return turn.notice(unreadable.old_button(turn.w))
    own = {slug: naam for slug, naam in turn.house.gemeenten.items() if slug in who.gemeenten}
    shown = wording.gemeenten(turn.w, None if thema == wording.ELSE else thema, own)
    return turn.notice() + turn.change(waiting=Waiting(READY, {"thema": thema})) + turn.replace_pressed(shown)


def _place(turn: Turn, slug: str) -> Plan:
    waiting, who = turn.person.waiting, turn.person.sleutelpersoon
    if waiting is None or who is None or waiting.what not in (READY, TEXT):
        return turn.notice(wording.nothing_ready(turn.w))
    if slug not in (*who.gemeenten, wording.REGION):
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice() + _ask(turn, waiting.data["thema"], slug)


def _ask(turn: Turn, thema: str, slug: str) -> Plan:
    """Wait for the text."""
    shown = wording.write(turn.w, *_named(thema, slug), turn.house.gemeenten)
    return turn.change(waiting=asked(turn, TEXT, thema=thema, gemeente=slug)) + turn.replace_pressed(shown)


def _named(thema: str, slug: str) -> tuple[str | None, str | None]:
    return (None if thema == wording.ELSE else thema), (None if slug == wording.REGION else slug)


def heard(turn: Turn) -> Plan | None:
    """Return what a typed text means when the words of a signal are asked for; None when they are not."""
    data = awaited(turn, TEXT) if turn.person.sleutelpersoon else None
    return _typed(turn, data) if data else None


def writes(turn: Turn) -> bool:
    """Return whether a sleutelpersoon is asked for the words of his signal."""
    return turn.person.sleutelpersoon is not None and awaited(turn, TEXT) is not None


def file(turn: Turn) -> Plan:
    """A file where the words of a signal were asked for: it goes nowhere, and nothing of it is kept."""
    return turn.say(wording.type_it(turn.w))


def _typed(turn: Turn, data: dict[str, str]) -> Plan:
    text = redact(turn.incoming.text.strip())
    if len(text) > LONGEST:
        return turn.say(wording.too_long(turn.w, LONGEST))
    ready = {"thema": data["thema"], "gemeente": data["gemeente"], "text": text}
    shown = wording.preview(turn.w, *_named(data["thema"], data["gemeente"]), text, turn.house.gemeenten)
    return turn.change(waiting=Waiting(READY, ready)) + turn.say(shown)


def _ready(turn: Turn) -> dict[str, str] | None:
    waiting = turn.person.waiting
    return waiting.data if waiting and waiting.what == READY and "text" in waiting.data else None


def _again(turn: Turn) -> Plan:
    data = _ready(turn)
    if data is None:
        return turn.notice(wording.nothing_ready(turn.w))
    return turn.notice() + _ask(turn, data["thema"], data["gemeente"])


def _stop(turn: Turn) -> Plan:
    waiting = turn.person.waiting
    mine = waiting is not None and waiting.what in (TEXT, READY)
    forget = turn.change(waiting=None) if mine else Plan()
    return turn.notice() + forget + turn.replace_pressed(wording.stopped(turn.w))


def _send(turn: Turn) -> Plan:
    data = _ready(turn)
    if data is None:
        return turn.notice(wording.nothing_ready(turn.w))
    thema, gemeente = _named(data["thema"], data["gemeente"])
    new = GiveSignal(turn.store.signals.next_id(), turn.person.id, thema, gemeente, data["text"])
    made = Signal(new.id, turn.person.id, thema, gemeente, data["text"], turn.now)
    told = tuple(
        Send(p.telegram_id, wording.new(words(p.taal), made, turn.house.gemeenten), ref(made))
        for p in turn.store.people.beheerders()
    )
    kept = Plan((new,), told) + turn.change(waiting=None)
    return turn.notice("📣") + kept + turn.replace_pressed(wording.given(turn.w, new.id))


def _listed(turn: Turn, found: Sequence[Signal], page: int) -> Text:
    shown = found[page * PAGE : (page + 1) * PAGE]
    return wording.open_signals(turn.w, shown, turn.person.id, turn.house.gemeenten, page, len(found), PAGE)


def _support(turn: Turn, number: int, page: int) -> Plan:
    """Support a signal once; the list shows the new count where it stood."""
    signal, me = turn.store.signals.get(number), turn.person.id
    if signal is None or not signal.open:
        return turn.notice(wording.over(turn.w))
    if me in signal.concerned:
        said = wording.own if signal.person_id == me else wording.supported_before
        return turn.notice(said(turn.w))
    now = replace(signal, supporters=signal.supporters | {me})
    found = [now if each.id == number else each for each in turn.store.signals.open()]
    done = Plan((SupportSignal(number, me),))
    return turn.notice(wording.supported(turn.w)) + done + turn.replace_pressed(_listed(turn, found, page))


def held(turn: Turn) -> Plan:
    """Return what is held of who advises the gemeente."""
    given, supported = turn.store.signals.of_person(turn.person.id)
    read = turn.store.letters.asked().get(turn.person.id, 0)
    return turn.say(wording.held(turn.w, given, supported, read)) if given or supported or read else Plan()
