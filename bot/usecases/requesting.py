"""A nieuwkomer asks for a human: gemeente once, consent, and the hulpvraag goes to the queue."""

from bot.content.gemeenten import ELSEWHERE
from bot.domain.effects import Attach, ChangePerson, OpenHulpvraag, Plan, Unchanged
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Text
from bot.domain.people import Attachment, Waiting
from bot.domain.redacting import redact
from bot.replies import hulpvraag as wording
from bot.replies import unreadable
from bot.replies.nieuwkomer import thema_name
from bot.usecases import offering
from bot.usecases.turn import Turn

ATTACHMENTS = 10


def request(turn: Turn) -> Plan:
    """Begin: ask the gemeente when it is unknown, then what is passed on; nothing is passed on yet."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current:
        return turn.notice() + _current(turn, current)
    if turn.person.gemeente is None:
        asked = wording.gemeente(turn.w, turn.house.gemeenten)
        return turn.notice() + turn.change(waiting=Waiting("gemeente")) + turn.say(asked)
    return turn.notice() + _consent(turn)


def _current(turn: Turn, current: Hulpvraag) -> Plan:
    """Say where the open hulpvraag stands; files sent meanwhile go along."""
    files = Plan(effects=tuple(Attach(current.id, item) for item in turn.person.attachments))
    files += turn.change(attachments=()) if turn.person.attachments else Plan()
    if current.state is State.WAITING:
        return files + turn.say(wording.already_waiting(turn.w, current.id))
    return files + turn.say(wording.already_talking(turn.w, helper_name(turn, current), current.id))


def helper_name(turn: Turn, hulpvraag: Hulpvraag) -> str:
    """Return the first name of the one who helps."""
    if hulpvraag.sleutelpersoon_id is None:
        return ""
    who = turn.store.people.get(hulpvraag.sleutelpersoon_id).sleutelpersoon
    return who.naam if who else ""


def _consent(turn: Turn) -> Plan:
    """Show what would be passed on, and remember exactly that."""
    return turn.change(waiting=Waiting("mens", _passed_on(turn))) + turn.say(_asked(turn))


def _passed_on(turn: Turn) -> dict[str, str]:
    files = ",".join(str(item.message_id) for item in turn.person.attachments)
    return {"question": turn.person.last_question or "", "files": files, "thema": _thema(turn) or ""}


def _asked(turn: Turn) -> Text:
    thema = _thema(turn)
    name = thema_name(turn.w, thema) if thema else None
    return wording.consent(turn.w, turn.person.last_question, len(turn.person.attachments), name)


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
    if turn.person.gemeente is None:
        return request(turn)
    waiting = turn.person.waiting
    if waiting is None or waiting.what != "mens" or waiting.data != _passed_on(turn):
        return turn.notice() + _consent(turn)
    return turn.notice("✅") + turn.replace_pressed(Text(_asked(turn).html)) + _open(turn)


def _open(turn: Turn) -> Plan:
    person, thema = turn.person, _thema(turn)
    new = OpenHulpvraag(
        turn.store.hulpvragen.next_id(), person.id, person.taal, person.gemeente or ELSEWHERE, thema,
        person.last_question, person.attachments,
    )  # fmt: skip
    made = Hulpvraag(new.id, person.id, new.taal, new.gemeente, State.WAITING, turn.now, 1, thema)
    to = offering.receivers(turn.house, made)
    changed = ChangePerson(person, {"waiting": None, "attachments": ()})
    said = turn.say(wording.waiting(turn.w, new.id, bool(to)))
    return Plan(effects=(new, changed)) + said + offering.offer(turn, made, to)


def _thema(turn: Turn) -> str | None:
    topic = turn.store.answers.topic(turn.person.last_topic) if turn.person.last_topic else None
    return topic.thema if topic else None


def attachment(turn: Turn, item: Attachment) -> Plan:
    """A voice message, photo or document outside a conversation: offer a human, or add it to what waits."""
    current = turn.store.hulpvragen.of_nieuwkomer(turn.person.id)
    if current and current.state is State.WAITING:
        kept = Plan(effects=(Unchanged(current.id, current.version), Attach(current.id, item)))
        return kept + turn.say(unreadable.attached(turn.w, item.kind))
    files = (*turn.person.attachments, item)[-ATTACHMENTS:]
    written = {"last_question": redact(turn.incoming.text)} if turn.incoming.text else {}
    of_album = item.album is not None and item.album in {other.album for other in turn.person.attachments}
    said = Plan() if of_album else turn.say(unreadable.attachment(turn.w, item.kind))
    return turn.change(attachments=files, **written) + said
