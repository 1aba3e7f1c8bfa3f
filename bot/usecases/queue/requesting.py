"""A nieuwkomer asks for a human: gemeente once, consent, and the hulpvraag goes to the queue."""

from collections.abc import Iterable
from datetime import timedelta
from statistics import median

from bot.content.gemeenten import ELSEWHERE
from bot.domain.care_effects import MarkDanger
from bot.domain.effects import Attach, ChangeHulpvraag, ChangePerson, OpenHulpvraag, Plan, Unchanged
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.offering import Wave
from bot.domain.outgoing import Rows, Text
from bot.domain.people import TEXT, Attachment, Waiting
from bot.domain.redacting import redact
from bot.replies import hulpvraag as wording
from bot.replies import meanwhile, unreadable
from bot.replies.layout import topic_buttons
from bot.usecases.after import barring
from bot.usecases.questions import finding
from bot.usecases.queue import consenting, offering, wishing
from bot.usecases.turn import Turn

ATTACHMENTS = 10
LATELY = timedelta(days=28)
ENOUGH = 5
NEAR = 2


def request(turn: Turn) -> Plan:
    """Begin: ask the gemeente when it is unknown, then what is passed on; nothing is passed on yet."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current:
        return turn.notice() + _current(turn, current)
    if refused := barring.barred(turn):
        return turn.notice() + refused
    if turn.person.gemeente is None:
        asked = wording.gemeente(turn.w, turn.house.gemeenten)
        return turn.notice() + turn.change(waiting=Waiting("gemeente")) + turn.say(asked)
    return turn.notice() + _consent(turn)


def _current(turn: Turn, current: Hulpvraag) -> Plan:
    """Say where the open hulpvraag stands; files sent meanwhile go along."""
    files = Plan(effects=tuple(Attach(current.id, item) for item in turn.person.attachments))
    files += turn.change(attachments=()) if turn.person.attachments else Plan()
    if current.state is State.HELD:
        return files + turn.say(barring.looked_at(turn))
    if current.state is State.WAITING:
        lately, tips, answers = _meanwhile(turn, current)
        return files + turn.say(wording.already_waiting(turn.w, current.id, lately, tips, answers))
    return files + turn.say(wording.already_talking(turn.w, helper_name(turn, current), current.id))


def helper_name(turn: Turn, hulpvraag: Hulpvraag) -> str:
    """Return the first name of the one who helps."""
    if hulpvraag.sleutelpersoon_id is None:
        return ""
    return turn.store.people.get(hulpvraag.sleutelpersoon_id).naam


def waiting_time(turn: Turn, hulpvraag: Hulpvraag) -> timedelta | None:
    """Return how long it took lately until somebody took a hulpvraag in this language, None when too few did."""
    lately = turn.store.hulpvragen.waits(hulpvraag.taal, hulpvraag.rol, turn.now - LATELY)
    return timedelta(seconds=median(map(timedelta.total_seconds, lately))) if len(lately) >= ENOUGH else None


def _meanwhile(turn: Turn, hulpvraag: Hulpvraag) -> tuple[timedelta | None, str, Rows]:
    """Return how long it may take, what can be done meanwhile, and answers near the last one."""
    last = turn.store.answers.topic(turn.person.last_topic) if turn.person.last_topic else None
    near = finding.labels(turn.store, last.related[:NEAR], turn.person.taal) if last else ()
    tips = meanwhile.tips(turn.w, hulpvraag.rol, hulpvraag.urgent)
    return waiting_time(turn, hulpvraag), tips, topic_buttons(near)


def _consent(turn: Turn) -> Plan:
    """Show what would be passed on, and remember exactly that."""
    waiting = Waiting("mens", consenting.passed_on(turn) | wishing.kept(wishing.inferred(turn)))
    return turn.change(waiting=waiting) + turn.say(consenting.asked(turn.as_person(waiting=waiting)))


def wish(turn: Turn, value: str) -> Plan:
    """Tick the kind of help, that it is urgent, or a wish; the message shows what was chosen."""
    waiting = turn.person.waiting
    if waiting is None or waiting.what != "mens" or value not in wishing.choices(turn):
        return turn.notice(unreadable.old_button(turn.w))
    data = {**waiting.data, **wishing.kept(wishing.ticked(wishing.asked(turn), value))}
    there = turn.as_person(waiting=Waiting("mens", data))
    return turn.notice() + turn.change(waiting=Waiting("mens", data)) + turn.replace_pressed(consenting.asked(there))


def typed_gemeente(turn: Turn) -> str | None:
    """Return the slug of the gemeente that was typed while the bot waits for one."""
    if turn.person.waiting is None or turn.person.waiting.what != "gemeente":
        return None
    typed = turn.incoming.text.strip().casefold()
    return next((slug for slug, name in turn.house.gemeenten.items() if typed in (slug, name.casefold())), None)


def choose_gemeente(turn: Turn, slug: str) -> Plan:
    """Remember the gemeente; go on to consent when a human was asked for."""
    if slug not in turn.house.gemeenten and slug != ELSEWHERE:
        return turn.notice(unreadable.old_button(turn.w))
    plan = turn.notice("✅") + turn.change(gemeente=slug)
    waiting = turn.person.waiting
    asked = waiting is not None and waiting.what == "gemeente"
    return plan + _consent(turn.as_person(gemeente=slug)) if asked else plan


def consent(turn: Turn, value: str) -> Plan:
    """Make the hulpvraag on 'ja' only, and only of what was shown; what changed since then is shown first."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current:
        return turn.notice() + _current(turn, current)
    if value != "ja":
        said = turn.replace_pressed(wording.no_consent(turn.w))
        return turn.notice() + turn.change(waiting=None, attachments=()) + said
    if turn.person.gemeente is None or barring.barred(turn):
        return request(turn)
    waiting = turn.person.waiting
    if waiting is None or waiting.what != "mens" or not consenting.as_shown(turn, waiting):
        return turn.notice() + _consent(turn)
    return turn.notice("✅") + turn.replace_pressed(Text(consenting.asked(turn).html)) + _open(turn)


def _open(turn: Turn) -> Plan:
    person, thema, asked = turn.person, consenting.thema(turn), wishing.asked(turn)
    made = Hulpvraag(
        turn.store.hulpvragen.next_id(), person.id, person.taal, person.gemeente or ELSEWHERE, State.WAITING, turn.now,
        1, thema, rol=asked.rol, urgent=asked.urgent, wishes=asked.wishes, avoided=asked.avoided,
        apart=turn.store.reports.apart(person.id),
    )  # fmt: skip
    to, wave = offering.receivers(turn.house, made, turn.now)
    new = OpenHulpvraag(
        made.id, person.id, made.taal, made.gemeente, thema, person.last_question, person.attachments,
        made.rol, made.urgent, made.wishes, wave, tuple(consenting.before(turn).values()) if asked.talk else (),
        made.avoided,
    )  # fmt: skip
    changed = ChangePerson(person, {"waiting": None, "attachments": ()})
    said = turn.say(wording.waiting(turn.w, new.id, bool(to), *_meanwhile(turn, made)))
    return Plan(effects=(new, changed)) + said + offering.offer(turn, made, to)


def along(turn: Turn) -> Plan:
    """A text typed while a hulpvraag waits goes along with it, as the consent said, although the bot answers it too."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current is None or not current.waits or turn.incoming.message_id is None:
        return Plan()
    item = Attachment(turn.incoming.chat_id, turn.incoming.message_id, TEXT)
    return Plan(effects=(Unchanged(current.id, current.version), Attach(current.id, item)))


def alarmed(turn: Turn) -> Plan:
    """A text that tells of danger while a hulpvraag waits goes along, and everybody who can is asked without delay."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current is None or not current.waits:
        return Plan()
    changes: dict[str, object] = {"urgent": 1}
    if current.state is State.WAITING and current.wave < Wave.ALL:
        changes |= {"wave": Wave.ALL, "wave_at": turn.now}
    return along(turn) + Plan((ChangeHulpvraag(current.id, current.version, changes), MarkDanger(current.id)))


def attachment(turn: Turn, item: Attachment) -> Plan:
    """A voice message, photo or document outside a conversation: offer a human, or add it to what waits."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current and current.waits:
        kept = Plan(effects=(Unchanged(current.id, current.version), Attach(current.id, item)))
        before = turn.store.hulpvragen.attachments(current.id)
        return kept + (Plan() if _of_album(item, before) else turn.say(unreadable.attached(turn.w, item.kind)))
    files = (*turn.person.attachments, item)[-ATTACHMENTS:]
    written = {"last_question": redact(turn.incoming.text)} if turn.incoming.text else {}
    of_album = _of_album(item, turn.person.attachments)
    said = Plan() if of_album else turn.say(unreadable.attachment(turn.w, item.kind))
    return turn.change(attachments=files, **written) + said


def _of_album(item: Attachment, before: Iterable[Attachment]) -> bool:
    """Return whether a file is one more piece of an album: about that something was said already."""
    return item.album is not None and item.album in {other.album for other in before}
