"""Wishes: hours, dialects, and people whom a nieuwkomer does not want."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import dialects
from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.offering import Candidate, Wave, ordered, wave_of
from bot.domain.people import Person, Sleutelpersoon
from bot.domain.rooster import LocalTime, Rooster
from bot.domain.wishes import NOT, Asked, ticked

WEDNESDAY = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
NOON = LocalTime(WEDNESDAY)
ASKED = Hulpvraag(1, 99, "ar", "aalten", State.WAITING, WEDNESDAY, 1)
SOME_HOURS = st.integers(0, 40)
SOME_DIALECTS = st.frozensets(st.sampled_from(sorted(dialects.ALL)))


def _one(
    number: int = 1, spent: float = 0, week: int = 0, open_: int = 0, speaks: frozenset[str] = frozenset()
) -> Candidate:
    lists = frozenset({"ar"}), frozenset({"aalten"}), frozenset({"vertaler"})
    who = Sleutelpersoon(f"P{number}", *lists, available=True, rooster=Rooster(dialects=speaks))
    person = Person(number, number, "nl", 1, greeted_at=WEDNESDAY, sleutelpersoon=who)
    return Candidate(person, open_, 3, timedelta(hours=spent), week)


@given(SOME_HOURS, st.floats(0, 60), st.integers(0, 4), st.booleans())
def test_whose_hours_are_spent_waits_for_everybody_unless_it_is_urgent(
    week: int, spent: float, open_: int, urgent: bool
) -> None:
    candidate = _one(spent=spent, week=week, open_=open_)
    over = week > 0 and timedelta(hours=spent) >= timedelta(hours=week)
    wave = wave_of(candidate, replace(ASKED, urgent=urgent), NOON)
    assert (wave is Wave.ALL) == (open_ >= 3 or (over and not urgent))


@given(SOME_DIALECTS, st.sampled_from(sorted(dialects.ALL)))
def test_who_speaks_another_dialect_waits_for_everybody(speaks: frozenset[str], wish: str) -> None:
    wave = wave_of(_one(speaks=speaks), replace(ASKED, wishes=frozenset({wish})), NOON)
    assert (wave is Wave.WHOLE) == (wish in speaks)


@given(st.frozensets(st.integers(1, 9)), st.frozensets(st.integers(1, 9)), st.booleans())
def test_whom_the_nieuwkomer_does_not_want_is_in_no_wave(
    people: frozenset[int], avoided: frozenset[int], urgent: bool
) -> None:
    asked = replace(ASKED, avoided=avoided, urgent=urgent, wishes=frozenset({"vrouw"}))
    found = ordered([_one(number) for number in people], asked, NOON)
    assert {person.id for _, person in found} == people - avoided


@given(st.lists(st.sampled_from([*sorted(dialects.ALL), "vrouw", "man", f"{NOT}1", f"{NOT}2"]), max_size=12))
def test_at_most_one_dialect_and_one_gender_are_wished(pressed: list[str]) -> None:
    asked = Asked()
    for value in pressed:
        asked = ticked(asked, value)
    assert len(asked.wishes & dialects.ALL) <= 1
    assert len(asked.wishes & {"vrouw", "man"}) <= 1
    assert asked.avoided == {n for n in (1, 2) if pressed.count(f"{NOT}{n}") % 2}
    assert all(len(f"hulp:{value}".encode()) <= 64 for value in pressed)


def test_persian_and_dari_have_the_same_dialects_and_are_shown_once() -> None:
    both = dialects.of(frozenset({"fa", "fa_AF", "nl"}))
    assert both == dialects.of(frozenset({"fa"}))
    assert dialects.of(frozenset({"ku", "ckb"})) == ()
