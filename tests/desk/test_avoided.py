"""Whom a nieuwkomer does not want, and who is asked how he is: what buttons do with time as an argument."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.care_effects import MarkDanger
from bot.domain.effects import ChangeHulpvraag, OpenHulpvraag, Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import AnswerPress, Send
from bot.usecases.after import debriefing, ending, reopening
from bot.usecases.people import privacy
from bot.usecases.queue import availability, claiming, handing, requesting, wishing
from bot.usecases.queue.clock import tick
from tests.desk.house import Desk

HELPERS = (201, 202, 203, 204)
SAMIRA, AMINA, BILAL = 101, 201, 202


def _of(desk: Desk, number: int) -> Hulpvraag:
    found = desk.store.hulpvragen.get(number)
    assert found is not None
    return found


def _desk(path: Path) -> Desk:
    for old in path.glob("sleutelbot.db*"):
        old.unlink()
    desk = Desk(path / "sleutelbot.db")
    desk.nieuwkomer(SAMIRA)
    for number in HELPERS:
        desk.sleutelpersoon(number, f"Helper{number}")
    return desk


def _asks(desk: Desk, *values: str) -> int:
    """Let Samira ask for a human with these choices; return the number of the hulpvraag."""
    number = desk.store.hulpvragen.next_id()
    desk.apply(requesting.request(desk.turn(SAMIRA)))
    for value in values:
        desk.apply(requesting.wish(desk.turn(SAMIRA), value))
    desk.apply(requesting.consent(desk.turn(SAMIRA), "ja"))
    return number


def _helps(desk: Desk, number: int, helper: int) -> None:
    desk.apply(claiming.claim(desk.turn(helper), str(number)))
    desk.apply(ending.close(desk.turn(helper), str(number)))
    desk.later(hours=1)


def _notice(desk: Desk, plan: Plan) -> str:
    return " ".join(item.notice for item in desk.apply(plan) if isinstance(item, AnswerPress))


def _told(desk: Desk, number: int, hulpvraag_id: int) -> bool:
    """Return whether anything about a hulpvraag was ever sent to somebody."""
    sql = "SELECT payload FROM outbox WHERE chat_id = ?"
    return any(f"#{hulpvraag_id}" in (row["payload"] or "") for row in desk.store.database.rows(sql, (number,)))


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(avoided=st.frozensets(st.sampled_from(HELPERS[:3])), hands=st.lists(st.sampled_from(HELPERS), max_size=4))
def test_whatever_happens_they_never_get_it(tmp_path: Path, avoided: frozenset[int], hands: list[int]) -> None:
    desk = _desk(tmp_path)
    for helper in HELPERS[:3]:
        _helps(desk, _asks(desk), helper)
    ids = {number: desk.person(number).id for number in HELPERS}
    asked = _asks(desk, "meer", *(f"zonder_{ids[number]}" for number in avoided))
    assert _of(desk, asked).avoided == {ids[number] for number in avoided}
    for helper in hands:
        desk.apply(claiming.claim(desk.turn(helper), str(asked)))
        allowed = {person.telegram_id for person in handing.able(desk.turn(helper), _of(desk, asked))}
        assert not allowed & avoided
        desk.apply(handing.without_note(desk.turn(helper), str(asked), str(ids[HELPERS[0]])))
        desk.apply(claiming.give_back(desk.turn(HELPERS[3]), str(asked)))
    for _ in range(5):
        desk.later(hours=2)
        tick(desk.house, desk.now)
    for helper in avoided:
        desk.apply(availability.queue(desk.turn(helper, "/wachtrij")))
        assert "werkt niet meer" in _notice(desk, claiming.claim(desk.turn(helper), str(asked)))
        assert not _told(desk, helper, asked)
    assert _told(desk, HELPERS[3], asked)
    desk.store.close()


def test_the_last_three_can_be_refused_and_nobody_else(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    for helper in HELPERS:
        _helps(desk, _asks(desk), helper)
    ids = [desk.person(number).id for number in HELPERS]
    assert [each.id for each in wishing.met(desk.turn(SAMIRA))] == [ids[3], ids[2], ids[1]]
    desk.apply(requesting.request(desk.turn(SAMIRA)))
    for strange in (f"zonder_{ids[0]}", "zonder_x", "zonder_", "so_maay"):
        assert "werkt niet meer" in _notice(desk, requesting.wish(desk.turn(SAMIRA), strange))


def test_the_wish_stays_while_it_can_be_opened_again_and_goes_then(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    _helps(desk, _asks(desk), AMINA)
    amina = desk.person(AMINA).id
    asked = _asks(desk, f"zonder_{amina}")
    _helps(desk, asked, BILAL)
    desk.later(hours=60)
    tick(desk.house, desk.now)
    plan = reopening.reopen(desk.turn(SAMIRA), str(asked))
    assert {item.chat_id for item in plan.outgoing if isinstance(item, Send)} == {SAMIRA, BILAL}
    desk.later(hours=20)
    tick(desk.house, desk.now)
    assert _of(desk, asked).avoided == frozenset()


def _in_danger(desk: Desk) -> None:
    samira = desk.person(SAMIRA)
    desk.apply(Plan((OpenHulpvraag(1, samira.id, "nl", "aalten", None, "Hoe?", ()),)))
    desk.apply(claiming.claim(desk.turn(AMINA), "1"))
    desk.apply(Plan((MarkDanger(1),)))


def test_the_mark_of_danger_stays_when_another_takes_over(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    _in_danger(desk)
    desk.apply(claiming.give_back(desk.turn(AMINA), "1"))
    desk.apply(claiming.claim(desk.turn(BILAL), "1"))
    assert _of(desk, 1).danger
    desk.apply(ending.close(desk.turn(SAMIRA), "1"))
    assert not _of(desk, 1).danger
    asked = [debrief.hulpvraag_id for debrief in desk.store.care.debriefs(desk.person(BILAL).id)]
    assert asked == [1]
    desk.apply(Plan((MarkDanger(1),)))
    assert not _of(desk, 1).danger, "what is over is not marked any more"


def test_who_helped_is_asked_also_when_the_nieuwkomer_removes_everything(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    _in_danger(desk)
    desk.apply(privacy.delete(desk.turn(SAMIRA), "ja"))
    assert desk.store.hulpvragen.get(1) is None
    assert "👍" in _notice(desk, debriefing.press(desk.turn(AMINA), "1", "goed"))
    for number, value in (("1", "praten"), ("1", "elsewhere"), ("x", "goed"), ("9", "goed")):
        assert "werkt niet meer" in _notice(desk, debriefing.press(desk.turn(AMINA), number, value))
    assert "werkt niet meer" in _notice(desk, debriefing.press(desk.turn(BILAL), "1", "goed"))


def test_both_who_helped_are_asked(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    _in_danger(desk)
    hulpvraag, bilal = _of(desk, 1), desk.person(BILAL)
    desk.apply(Plan((ChangeHulpvraag(1, hulpvraag.version, {"second_id": bilal.id, "second_rol": "vertaler"}),)))
    desk.apply(ending.close(desk.turn(SAMIRA), "1"))
    assert [len(desk.store.care.debriefs(desk.person(number).id)) for number in HELPERS] == [1, 1, 0, 0]


def test_who_is_no_sleutelpersoon_any_more_is_not_asked_again(tmp_path: Path) -> None:
    desk = _desk(tmp_path)
    _in_danger(desk)
    desk.apply(ending.close(desk.turn(AMINA), "1"))
    desk.apply(debriefing.press(desk.turn(AMINA), "1", "blijft"))
    desk.apply(desk.turn(AMINA).change(sleutelpersoon=None))
    desk.later(days=2)
    tick(desk.house, desk.now)
    assert desk.store.care.debriefs(desk.person(AMINA).id) == []
