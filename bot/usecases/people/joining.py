"""A beheerder invites, and who opens the link becomes a sleutelpersoon."""

import hashlib
import secrets
from datetime import timedelta

from bot.domain.effects import Invite, Plan, UseInvitation
from bot.domain.outgoing import Text
from bot.domain.people import ROLLEN, Sleutelpersoon, Waiting, first_name
from bot.i18n import TALEN
from bot.replies import joining as wording
from bot.replies import unreadable
from bot.usecases.questions.onboarding import command_menu
from bot.usecases.queue import availability
from bot.usecases.turn import Turn

VALID = timedelta(days=7)
STEPS = ("talen", "gemeenten", "rollen")


def hashed(secret: str) -> str:
    """Return what is kept of an invitation's secret."""
    return hashlib.sha256(secret.encode()).hexdigest()


def invite(turn: Turn) -> Plan:
    """Make a link for one person, valid seven days."""
    secret = secrets.token_urlsafe(18)
    until = turn.now + VALID
    link = f"https://t.me/{turn.house.username}?start={secret}"
    made = Plan(effects=(Invite(hashed(secret), turn.person.id, until),))
    return made + turn.say(wording.invitation(turn.w, link, turn.w.date(until.date())))


def open_link(turn: Turn, secret: str) -> Plan:
    """Begin: the invitation is used up when the last step is done, so that a wrong tap costs nothing."""
    if not turn.store.invitations.valid(hashed(secret), turn.now):
        return turn.say(wording.invalid(turn.w))
    waiting = Waiting("join", {"hash": hashed(secret)})
    return turn.change(waiting=waiting, greeted_at=turn.now) + turn.say(wording.welcome(turn.w))


def typed(turn: Turn) -> Plan:
    """Take the first name."""
    waiting = turn.person.waiting
    naam = first_name(turn.incoming.text)
    if waiting is None or naam is None:
        return turn.say(wording.name_wrong(turn.w))
    data = {**waiting.data, "naam": naam, "talen": waiting.data.get("talen", turn.person.taal)}
    return turn.change(waiting=Waiting("join", data)) + turn.say(wording.talen(turn.w, _chosen(data, "talen")))


def _chosen(data: dict[str, str], step: str) -> list[str]:
    return [item for item in data.get(step, "").split(",") if item]


def toggle(turn: Turn, step: str, value: str) -> Plan:
    """Tick or untick one choice."""
    waiting = turn.person.waiting
    allowed = {"talen": TALEN, "gemeenten": tuple(turn.house.gemeenten), "rollen": ROLLEN[:3]}[step]
    if waiting is None or waiting.what != "join" or "naam" not in waiting.data or value not in allowed:
        return turn.notice(unreadable.old_button(turn.w))
    chosen = set(_chosen(waiting.data, step)) ^ {value}
    data = {**waiting.data, step: ",".join(sorted(chosen))}
    return turn.notice() + turn.change(waiting=Waiting("join", data)) + turn.replace_pressed(_ask(turn, step, data))


def _ask(turn: Turn, step: str, data: dict[str, str]) -> Text:
    chosen = _chosen(data, step)
    if step == "talen":
        return wording.talen(turn.w, chosen)
    if step == "gemeenten":
        return wording.gemeenten(turn.w, chosen, turn.house.gemeenten)
    return wording.rollen(turn.w, chosen)


def done(turn: Turn, step: str) -> Plan:
    """Go on to the next step, or finish."""
    waiting = turn.person.waiting
    if waiting is None or waiting.what != "join" or step not in STEPS or "naam" not in waiting.data:
        return turn.notice(unreadable.old_button(turn.w))
    if not _chosen(waiting.data, step):
        return turn.notice(wording.choose_one(turn.w), alert=True)
    if step != STEPS[-1]:
        following = STEPS[STEPS.index(step) + 1]
        return turn.notice() + turn.replace_pressed(_ask(turn, following, waiting.data))
    return turn.notice("✅") + _join(turn, waiting.data)


def _join(turn: Turn, data: dict[str, str]) -> Plan:
    if not turn.store.invitations.valid(data["hash"], turn.now):
        return turn.change(waiting=None) + turn.replace_pressed(wording.invalid(turn.w))
    talen, gemeenten, rollen = (frozenset(_chosen(data, step)) for step in STEPS)
    who = Sleutelpersoon(data["naam"], talen, gemeenten, rollen, available=True)
    used = Plan(effects=(UseInvitation(data["hash"], turn.person.id),))
    there = turn.as_person(sleutelpersoon=who, waiting=None)
    joined = turn.replace_pressed(wording.joined(turn.w, who, turn.house.gemeenten))
    changed = turn.change(sleutelpersoon=who, waiting=None)
    return used + changed + joined + command_menu(there) + availability.offers_for(there)
