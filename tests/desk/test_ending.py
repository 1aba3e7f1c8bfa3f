"""The end of a hulpvraag with time as an argument: whose buttons they are, and who is asked first to go on."""

from pathlib import Path

from bot.domain.effects import NoteSaid, OpenHulpvraag, Plan
from bot.domain.endings import Outcome
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import AnswerPress, Send
from bot.usecases.after import afterwards, ending, reopening
from bot.usecases.queue import claiming
from bot.usecases.queue.offering import ref
from tests.desk.house import Desk

AMINA, BILAL, SAMIRA = 201, 202, 101


def _of(desk: Desk) -> Hulpvraag:
    found = desk.store.hulpvragen.get(1)
    assert found is not None
    return found


def _ended(path: Path) -> Desk:
    """Give a desk where Amina helped Samira and closed."""
    desk = Desk(path / "sleutelbot.db")
    amina, samira = desk.sleutelpersoon(AMINA, "Amina"), desk.nieuwkomer(SAMIRA)
    desk.sleutelpersoon(BILAL, "Bilal")
    desk.apply(Plan((OpenHulpvraag(1, samira.id, "nl", "aalten", None, "Hoe?", ()),)))
    desk.apply(claiming.claim(desk.turn(AMINA), "1"))
    desk.apply(Plan((NoteSaid(1, _of(desk).version, amina.id),)))
    desk.apply(ending.close(desk.turn(AMINA), "1"))
    return desk


def _notice(desk: Desk, plan: Plan) -> str:
    return " ".join(item.notice for item in desk.apply(plan) if isinstance(item, AnswerPress))


def _offered(plan: Plan) -> list[int]:
    return [item.chat_id for item in plan.outgoing if isinstance(item, Send) and item.ref == ref(1)]


def test_buttons_of_the_end_do_nothing_for_anybody_else(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    before = _of(desk)
    for plan in (
        afterwards.conclude(desk.turn(BILAL), "1", "duo"),
        afterwards.conclude(desk.turn(SAMIRA), "1", "duo"),
        afterwards.conclude(desk.turn(AMINA), "1", "elsewhere"),
        afterwards.rate(desk.turn(AMINA), "1", "4"),
        afterwards.rate(desk.turn(SAMIRA), "1", "9"),
        reopening.reopen(desk.turn(AMINA), "1"),
    ):
        assert "werkt niet meer" in _notice(desk, plan)
    assert _of(desk) == before


def test_a_face_counts_once(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.apply(afterwards.rate(desk.turn(SAMIRA), "1", "4"))
    assert "al gezegd" in _notice(desk, afterwards.rate(desk.turn(SAMIRA), "1", "1"))
    assert _of(desk).rating == 4


def test_no_face_is_kept_after_no_contact(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.apply(afterwards.conclude(desk.turn(AMINA), "1", Outcome.NO_CONTACT))
    assert "werkt niet meer" in _notice(desk, afterwards.rate(desk.turn(SAMIRA), "1", "1"))
    assert _of(desk).rating is None


def test_a_late_first_outcome_can_be_changed_for_a_day_too(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.later(days=5)
    desk.apply(afterwards.conclude(desk.turn(AMINA), "1", "duo"))
    desk.later(hours=23)
    desk.apply(afterwards.conclude(desk.turn(AMINA), "1", "ind"))
    desk.later(hours=2)
    desk.apply(afterwards.conclude(desk.turn(AMINA), "1", "gemeente"))
    assert _of(desk).outcome == "ind"


def test_the_one_who_helped_is_asked_first_also_when_he_once_passed_it_on(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.store.hulpvragen.skip(1, desk.person(AMINA).id)
    desk.later(hours=71)
    assert _offered(reopening.reopen(desk.turn(SAMIRA), "1")) == [AMINA]


def test_others_are_asked_when_the_one_who_helped_cannot_be_reached(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.store.people.set_reachable(AMINA, False)
    assert _offered(reopening.reopen(desk.turn(SAMIRA), "1")) == [BILAL]


def test_after_the_time_to_go_on_nothing_is_opened(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.later(hours=73)
    desk.apply(reopening.reopen(desk.turn(SAMIRA), "1"))
    assert not _of(desk).open


def test_withdrawing_after_going_on_is_final(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.apply(reopening.reopen(desk.turn(SAMIRA), "1"))
    desk.apply(ending.withdraw(desk.turn(SAMIRA), "1"))
    desk.apply(reopening.reopen(desk.turn(SAMIRA), "1"))
    assert _of(desk).state == "withdrawn"
    assert "werkt niet meer" in _notice(desk, afterwards.rate(desk.turn(SAMIRA), "1", "4"))


def test_the_figures_count_what_ended_lately(tmp_path: Path) -> None:
    desk = _ended(tmp_path)
    desk.apply(afterwards.conclude(desk.turn(AMINA), "1", "duo"))
    desk.apply(afterwards.rate(desk.turn(SAMIRA), "1", "3"))
    found = desk.store.endings.figures(desk.now)
    assert (found.outcomes, found.ratings, found.average) == ({"duo": 1}, {3: 1}, 3.0)
    desk.later(seconds=1)
    assert desk.store.endings.figures(desk.now).average is None
