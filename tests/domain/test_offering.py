"""To whom a hulpvraag is offered: waves, load, rest, wishes."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.offering import ELSEWHERE, Candidate, Wave, first_wave, ordered, wave_of
from bot.domain.people import Person, Sleutelpersoon
from bot.domain.rooster import HOURS, LocalTime, Rooster

WEDNESDAY = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
NOON = LocalTime(WEDNESDAY)
ASKED = Hulpvraag(1, 99, "ar", "aalten", State.WAITING, WEDNESDAY, 1, rol="vertaler")


def _one(number: int, open_: int = 0, rooster: Rooster | None = None, **known: str) -> Candidate:
    lists = {name: frozenset(known.get(name, default).split(",")) for name, default in
             (("talen", "ar"), ("gemeenten", "aalten"), ("rollen", "vertaler"))}  # fmt: skip
    who = Sleutelpersoon(f"P{number}", **lists, available=True, rooster=rooster or Rooster())
    return Candidate(Person(number, number, "nl", 1, greeted_at=WEDNESDAY, sleutelpersoon=who), open_, 3)


def test_who_matches_wholly_comes_before_the_region_and_the_full_come_last() -> None:
    whole, far, other, full = _one(1), _one(2, gemeenten="winterswijk"), _one(3, rollen="verbinder"), _one(4, 3)
    found = ordered([full, other, far, whole], ASKED, NOON)
    assert [(wave, person.id) for wave, person in found] == [
        (Wave.WHOLE, 1), (Wave.REGION, 2), (Wave.REGION, 3), (Wave.ALL, 4),
    ]  # fmt: skip


def test_the_least_loaded_comes_first() -> None:
    found = ordered([_one(1, 2), _one(2, 0), _one(3, 1)], ASKED, NOON)
    assert [person.id for _, person in found] == [2, 3, 1]


def test_who_does_not_speak_the_language_passed_it_on_or_asks_himself_is_never_asked() -> None:
    asked = replace(ASKED, skipped=frozenset({1}))
    assert ordered([_one(1), _one(99), _one(3, talen="tr")], asked, NOON) == []
    assert first_wave([]) is Wave.ALL


def test_who_rests_is_not_asked_unless_it_is_urgent() -> None:
    night = LocalTime(WEDNESDAY.replace(hour=3))
    evening, free = Rooster(begin=17, end=22), Rooster(holidays_off=True)
    assert wave_of(_one(1, rooster=evening), ASKED, night) is None
    assert wave_of(_one(1, rooster=evening), replace(ASKED, urgent=True), night) is Wave.WHOLE
    assert wave_of(_one(1, rooster=free), ASKED, LocalTime(WEDNESDAY, holiday=True)) is None
    assert wave_of(_one(1, rooster=free), ASKED, NOON) is Wave.WHOLE


def test_wishes_are_met_first_and_nobody_waits_for_ever() -> None:
    woman = replace(ASKED, wishes=frozenset({"vrouw"}))
    found = ordered(
        [_one(1), _one(2, rooster=Rooster(gender="vrouw")), _one(3, rooster=Rooster(gender="man"))], woman, NOON
    )
    assert [(wave, person.id) for wave, person in found] == [(Wave.WHOLE, 2), (Wave.ALL, 1), (Wave.ALL, 3)]
    away = replace(ASKED, wishes=frozenset({ELSEWHERE}))
    assert wave_of(_one(1, rooster=Rooster(lives_in="aalten")), away, NOON) is Wave.ALL
    assert wave_of(_one(1, rooster=Rooster(lives_in="doetinchem")), away, NOON) is Wave.WHOLE


@given(st.integers(0, 23), st.integers(1, HOURS), st.integers(0, 23))
def test_hours_may_pass_midnight(begin: int, end: int, hour: int) -> None:
    rooster = Rooster(begin=begin, end=end)
    asked = {(begin + step) % HOURS for step in range((end - begin) % HOURS or HOURS)}
    assert rooster.open_at(LocalTime(WEDNESDAY.replace(hour=hour))) == (hour in asked)


@given(st.sets(st.integers(0, 6)), st.integers(0, 6))
def test_only_chosen_days_count(days: set[int], later: int) -> None:
    day = WEDNESDAY + timedelta(days=later)
    assert Rooster(days=frozenset(days)).open_at(LocalTime(day)) == (day.weekday() in days)
