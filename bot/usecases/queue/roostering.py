"""A sleutelpersoon says when he wants to be asked, how much, and what helps to match wishes: /rooster."""

from dataclasses import replace
from datetime import timedelta

from bot.domain import dialects
from bot.domain.effects import Plan
from bot.domain.outgoing import Text
from bot.domain.people import Sleutelpersoon
from bot.domain.rooster import GENDERS, MOST_OPEN, Rooster
from bot.replies import rooster as wording
from bot.replies import unreadable
from bot.usecases.queue.desk_rules import rules
from bot.usecases.turn import Turn

NOT_TOLD = "-"


def show(turn: Turn) -> Plan:
    """/rooster: what holds now, with buttons that change it."""
    who = turn.person.sleutelpersoon
    return turn.say(_shown(turn, who)) if who else Plan()


def _shown(turn: Turn, who: Sleutelpersoon) -> Text:
    desk, spent = rules(turn.store), _spent(turn)
    return wording.rooster(turn.w, who, desk.most_open, turn.house.gemeenten, desk.hours_of(who.rooster), spent)


def _spent(turn: Turn) -> timedelta:
    return turn.store.care.this_week(turn.now).get(turn.person.id, timedelta())


def week(turn: Turn) -> str:
    """Return how much of his week somebody used, '' when there is no limit to it."""
    who = turn.person.sleutelpersoon
    hours = rules(turn.store).hours_of(who.rooster) if who else 0
    return wording.week(turn.w, hours, _spent(turn)) if hours else ""


def change(turn: Turn, what: str, value: str = "") -> Plan:
    """Carry out a button of the rooster; the message shows the new state."""
    who = turn.person.sleutelpersoon
    changed = _changed(turn, who.rooster, what, value) if who else None
    if who is None or changed is None:
        return turn.notice(unreadable.old_button(turn.w))
    there = replace(who, rooster=changed)
    return turn.notice("✅") + turn.change(sleutelpersoon=there) + turn.replace_pressed(_shown(turn, there))


def _changed(turn: Turn, rooster: Rooster, what: str, value: str) -> Rooster | None:
    """Return the rooster after a button, or None when there is no such button."""
    match what:
        case "dag" if value in map(str, range(7)):
            days = rooster.days ^ {int(value)}
            return replace(rooster, days=days) if days else rooster
        case "uren" if value in wording.HOURS:
            begin, end = map(int, value.split("-"))
            return replace(rooster, begin=begin, end=end)
        case "vrij":
            return replace(rooster, holidays_off=not rooster.holidays_off)
        case "max" if value in ("min", "plus"):
            most = (rooster.most_open or rules(turn.store).most_open) + (1 if value == "plus" else -1)
            return replace(rooster, most_open=min(max(most, 1), MOST_OPEN))
        case "week" if value in wording.WEEKS:
            return replace(rooster, week=None if rooster.week == int(value) else int(value))
    return _told(turn, rooster, what, value)


def _told(turn: Turn, rooster: Rooster, what: str, value: str) -> Rooster | None:
    """Return the rooster after a button about himself, or None when there is no such button."""
    match what:
        case "ik" if value in (*GENDERS, NOT_TOLD):
            return replace(rooster, gender=None if value in (NOT_TOLD, rooster.gender) else value)
        case "woont" if value in turn.house.gemeenten:
            return replace(rooster, lives_in=None if rooster.lives_in == value else value)
        case "dialect" if value in dialects.ALL:
            return replace(rooster, dialects=rooster.dialects ^ {value})
    return None


def held(turn: Turn) -> Plan:
    """Return what is held of the time of a sleutelpersoon."""
    who, days = turn.person.sleutelpersoon, turn.store.care.days(turn.person.id)
    told = who is not None and who.rooster != Rooster()
    return turn.say(wording.held(turn.w, days, told)) if days or told else Plan()
