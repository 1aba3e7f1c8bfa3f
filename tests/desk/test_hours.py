"""The hours of a sleutelpersoon with time as an argument: counted in all conversations, kept eight weeks."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.effects import ChangePerson, Forget, OpenHulpvraag, Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.offering import Wave
from bot.domain.spending import FIRST
from bot.usecases.people import enrolling, privacy
from bot.usecases.queue import availability, claiming, offering, roostering
from bot.usecases.queue.clock import tick
from bot.usecases.queue.desk_rules import rules, set_rule
from bot.usecases.talk import talking
from bot.usecases.talk.talking import Talk
from tests.desk.house import Desk

AMINA, BILAL, SAMIRA, OMAR = 201, 202, 101, 102


def _talks(path: Path) -> Desk:
    """Give a desk where Amina talks with Samira and with Omar."""
    desk = Desk(path)
    desk.sleutelpersoon(AMINA, "Amina")
    for number, asker in enumerate((SAMIRA, OMAR), start=1):
        person = desk.nieuwkomer(asker)
        desk.apply(Plan((OpenHulpvraag(number, person.id, "nl", "aalten", None, "Hoe?", ()),)))
        desk.apply(claiming.claim(desk.turn(AMINA), str(number)))
    return desk


def _says(desk: Desk, number: int, hulpvraag_id: int, message_id: int = 1) -> None:
    turn = desk.turn(number, "Dag", message_id)
    hulpvraag = desk.store.hulpvragen.get(hulpvraag_id)
    assert hulpvraag is not None
    current = talking.as_seen(turn, hulpvraag)
    assert isinstance(current, Talk)
    desk.apply(talking.relay(turn, current))


def _spent(desk: Desk, number: int = AMINA) -> timedelta:
    return desk.store.care.this_week(desk.now).get(desk.person(number).id, timedelta())


def _html(plan: Plan) -> str:
    return "".join(item.text.html for item in plan.outgoing if hasattr(item, "text"))


def _wants(desk: Desk, number: int, week: int) -> None:
    person = desk.person(number)
    assert person.sleutelpersoon is not None
    rooster = replace(person.sleutelpersoon.rooster, week=week)
    desk.apply(Plan((ChangePerson(person, {"sleutelpersoon": replace(person.sleutelpersoon, rooster=rooster)}),)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(says=st.lists(st.tuples(st.integers(1, 1500), st.sampled_from((1, 2))), min_size=1, max_size=12))
def test_two_conversations_at_once_count_as_one(tmp_path: Path, says: list[tuple[int, int]]) -> None:
    (tmp_path / "sleutelbot.db").unlink(missing_ok=True)
    for path in tmp_path.glob("sleutelbot.db*"):
        path.unlink()
    desk = _talks(tmp_path / "sleutelbot.db")
    expected = FIRST
    for index, (seconds, hulpvraag_id) in enumerate(says):
        desk.later(seconds=seconds)
        _says(desk, AMINA, hulpvraag_id, index + 1)
        expected += timedelta() if index == 0 else timedelta(seconds=seconds) if seconds <= 900 else FIRST
    assert _spent(desk) == expected
    desk.store.close()


def test_what_a_nieuwkomer_says_is_not_counted(tmp_path: Path) -> None:
    desk = _talks(tmp_path / "sleutelbot.db")
    _says(desk, SAMIRA, 1)
    assert (_spent(desk, SAMIRA), _spent(desk)) == (timedelta(), timedelta())


def test_whose_hours_are_spent_is_asked_last_until_his_next_week(tmp_path: Path) -> None:
    desk = _talks(tmp_path / "sleutelbot.db")
    bilal, amina = desk.sleutelpersoon(BILAL, "Bilal"), desk.person(AMINA)
    _wants(desk, AMINA, 1)
    for number in range(5):
        desk.later(minutes=15 if number else 0)
        _says(desk, AMINA, 1, number + 1)
    assert _spent(desk) == timedelta(minutes=63)
    waiting = replace(_of(desk, 1), id=3, nieuwkomer_id=0, sleutelpersoon_id=None)
    waves = {person.id: wave for wave, person in offering.found(desk.house, waiting, desk.now)}
    assert (waves[amina.id], waves[bilal.id]) == (Wave.ALL, Wave.WHOLE)
    urgent = offering.found(desk.house, replace(waiting, urgent=True), desk.now)
    assert {wave for wave, _ in urgent} == {Wave.WHOLE}
    assert "Deze week: 1 van 1 uur" in _html(availability.queue(desk.turn(AMINA, "/wachtrij")))
    assert "Deze week: 1 van 1 uur" in _html(roostering.show(desk.turn(AMINA, "/rooster")))
    assert "Deze week" not in _html(availability.queue(desk.turn(BILAL, "/wachtrij")))
    desk.later(days=5)
    assert {wave for wave, _ in offering.found(desk.house, waiting, desk.now)} == {Wave.WHOLE}


def _of(desk: Desk, number: int) -> Hulpvraag:
    found = desk.store.hulpvragen.get(number)
    assert found is not None
    return found


def test_the_desk_has_hours_for_who_chose_none(tmp_path: Path) -> None:
    desk = _talks(tmp_path / "sleutelbot.db")
    who = desk.person(AMINA).sleutelpersoon
    assert who is not None
    assert rules(desk.store).hours_of(who.rooster) == 0
    set_rule(desk.store, "hours", 6)
    assert rules(desk.store).hours_of(who.rooster) == 6
    assert rules(desk.store).hours_of(replace(who.rooster, week=0)) == 0
    assert "0 van 6 uur" in _html(availability.queue(desk.turn(AMINA, "/wachtrij")))


def test_the_days_are_removed_after_eight_weeks(tmp_path: Path) -> None:
    desk = _talks(tmp_path / "sleutelbot.db")
    _says(desk, AMINA, 1)
    amina = desk.person(AMINA)
    desk.later(weeks=8)
    tick(desk.house, desk.now)
    assert desk.store.care.days(amina.id) == 1
    desk.later(days=1)
    tick(desk.house, desk.now)
    assert desk.store.care.days(amina.id) == 0


def test_who_is_no_sleutelpersoon_any_more_or_removes_his_data_leaves_no_hours(tmp_path: Path) -> None:
    desk = _talks(tmp_path / "sleutelbot.db")
    _says(desk, AMINA, 1)
    assert "Hoe lang je hielp op 1 dag" in _html(privacy.my_data(desk.turn(AMINA, "/mijngegevens")))
    enrolling.remove(desk.house, AMINA, desk.now)
    assert "Hoe lang je hielp" not in _html(privacy.my_data(desk.turn(AMINA, "/mijngegevens")))
    assert desk.store.database.value("SELECT count(*) FROM spent") == 0
    desk.sleutelpersoon(BILAL, "Bilal")
    desk.apply(claiming.claim(desk.turn(BILAL), "1"))
    _says(desk, BILAL, 1)
    assert desk.store.database.value("SELECT count(*) FROM spent") == 1
    bilal = desk.person(BILAL)
    desk.apply(Plan((Forget(bilal.id, BILAL),)))
    assert desk.store.database.value("SELECT count(*) FROM spent") == 0
