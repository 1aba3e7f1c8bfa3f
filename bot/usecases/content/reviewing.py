"""A vertaler reviews texts in Telegram: sees the Dutch and the draft, says good, writes a better one, or skips."""

from bot.content.checks import problem
from bot.content.comparing import lost
from bot.domain.answers import TITLE
from bot.domain.content_effects import PublishAnswer, ShowForReview
from bot.domain.effects import Plan
from bot.domain.people import Waiting
from bot.domain.terms import TERM
from bot.replies import reviewing as wording
from bot.replies import unreadable
from bot.storage.law_changes import NOTE
from bot.storage.reviews import ToReview
from bot.usecases.questions.finding import title
from bot.usecases.turn import Turn

REF = "vertaling"
WAITING = "vertaling"


def talen(turn: Turn) -> tuple[str, ...]:
    """Return the languages that this person reviews, his own first."""
    who = turn.person.sleutelpersoon
    spoken = sorted(who.talen, key=lambda taal: (taal != turn.person.taal, taal)) if who else []
    return tuple(taal for taal in spoken if taal != "nl" and turn.person.translates(taal))


def begin(turn: Turn) -> Plan:
    """/vertalingen: how much waits in which language, and the first text."""
    mine = talen(turn)
    if not mine:
        return turn.say(wording.no_vertaler(turn.w))
    waiting = turn.store.reviews.waiting(mine)
    return turn.say(wording.overview(turn.w, waiting)) + _next(turn, mine)


def choose(turn: Turn, taal: str) -> Plan:
    """Go on in one language."""
    if taal not in talen(turn):
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice() + _next(turn, (taal,))


def _next(turn: Turn, mine: tuple[str, ...], besides: tuple[str, str] = ("", "")) -> Plan:
    """Show what is most worth reviewing in the first of the languages that has anything, `besides` left out."""
    found = (turn.store.reviews.next(taal, turn.person.id, turn.now, besides) for taal in mine)
    item = next((each for each in found if each), None)
    return _show(turn, item) if item else turn.say(wording.all_done(turn.w))


def _show(turn: Turn, item: ToReview) -> Plan:
    shown = ShowForReview(item.topic, item.variant, item.taal, turn.person.id)
    text = wording.to_review(turn.w, item, _name(turn, item))
    return Plan(effects=(shown,)) + turn.showing(text, _ref(item))


def _name(turn: Turn, item: ToReview) -> str:
    if item.topic.startswith(TERM):
        return item.topic.removeprefix(TERM)
    if item.topic.startswith(NOTE):
        return wording.law_change(turn.w)
    return title(turn.store, item.topic, "nl") or item.topic


def _item(turn: Turn, dutch_id: str, taal: str) -> ToReview | None:
    if taal not in talen(turn) or not dutch_id.isdigit():
        return None
    return turn.store.reviews.at(int(dutch_id), taal)


def judge(turn: Turn, verdict: str, dutch_id: str, taal: str, answer_id: str) -> Plan:
    """Carry out a button under a text: goed, wijzig or sla."""
    item = _item(turn, dutch_id, taal)
    if item is None or verdict not in ("goed", "wijzig", "sla"):
        return turn.notice(unreadable.old_button(turn.w))
    if verdict == "sla":
        skipped = ShowForReview(item.topic, item.variant, item.taal, turn.person.id, skipped=True)
        return turn.notice("⏭️") + Plan(effects=(skipped,)) + _next_after(turn, item)
    if str(item.answer_id) != answer_id:
        return turn.notice() + _changed(turn, item)
    if verdict == "wijzig":
        return turn.notice() + turn.showing(wording.write_here(turn.w, item), _ref(item))
    if not item.answer_id:
        return turn.notice(unreadable.old_button(turn.w))
    return turn.notice("✅") + _publish(turn, item, item.text) + _next_after(turn, item)


def _ref(item: ToReview) -> str:
    return f"{REF}:{item.dutch_id}:{item.taal}:{item.answer_id}"


def _next_after(turn: Turn, item: ToReview) -> Plan:
    """Show the text after this one, in the same language."""
    return _next(turn, (item.taal,), (item.topic, item.variant))


def _changed(turn: Turn, item: ToReview, typed: str = "") -> Plan:
    """Somebody else wrote meanwhile: nothing of either is lost, and the newest is shown."""
    return turn.say(wording.changed_meanwhile(turn.w, typed)) + _show(turn, item)


def target(turn: Turn) -> tuple[ToReview | None, str] | None:
    """Return (text, version) when a vertaler replies to a text that he reviews; the text is None when it is gone."""
    kind, _, rest = turn.replied_ref.partition(":")
    if kind != REF:
        return None
    dutch_id, taal, answer_id = rest.split(":")
    return _item(turn, dutch_id, taal), answer_id


def propose(turn: Turn, item: ToReview | None, answer_id: str) -> Plan:
    """Take a reply as the new text: refuse what cannot be shown, ask where something was lost, else keep it."""
    text = turn.incoming.text.strip()
    if item is None:
        return turn.say(wording.changed_meanwhile(turn.w, text))
    if str(item.answer_id) != answer_id:
        return _changed(turn, item, text)
    if wrong := problem(text, item.variant):
        return turn.say(wording.refused(turn.w, wrong))
    missing = lost(item.dutch, text, words=item.variant != TITLE and not item.topic.startswith(TERM))
    if not missing:
        return _publish(turn, item, text) + turn.say(wording.saved(turn.w)) + _next_after(turn, item)
    data = {"ref": _ref(item), "text": text}
    told = [(each.kind, each.text) for each in missing]
    return turn.change(waiting=Waiting(WAITING, data)) + turn.say(wording.something_missing(turn.w, told))


def settle(turn: Turn, value: str) -> Plan:
    """Keep a text although something is missing, or leave it."""
    waiting = turn.person.waiting
    if waiting is None or waiting.what != WAITING:
        return turn.notice(unreadable.old_button(turn.w))
    _, dutch_id, taal, answer_id = waiting.data["ref"].split(":")
    item = _item(turn, dutch_id, taal)
    forget = turn.notice() + turn.change(waiting=None)
    if value != "ja" or item is None:
        return forget + turn.say(wording.left(turn.w))
    if str(item.answer_id) != answer_id:
        return forget + _changed(turn, item, waiting.data["text"])
    done = _publish(turn, item, waiting.data["text"]) + turn.say(wording.saved(turn.w))
    return forget + done + _next_after(turn, item)


def _publish(turn: Turn, item: ToReview, text: str) -> Plan:
    """Make a text the reviewed one; raises Stale when applied after somebody else's."""
    who = turn.person.sleutelpersoon
    author = f"{who.naam} (vertaler)" if who else "vertaler"
    new = PublishAnswer(
        item.topic, item.taal, item.variant, text, author,
        status="reviewed", expected=item.answer_id, reviewer=turn.person.id,
    )  # fmt: skip
    return Plan(effects=(new,))
