"""Who has to do with a report: whose buttons they are, who is gone, and two sleutelpersonen in one hulpvraag."""

from pathlib import Path

from bot.domain.effects import ChangeHulpvraag, Effect, OpenHulpvraag, Plan
from bot.domain.hulpvraag import State
from bot.usecases.after import complaining, judging
from bot.usecases.people import privacy
from bot.usecases.queue import claiming, requesting
from tests.desk.house import Desk
from tests.desk.scolding import (
    AMINA,
    BILAL,
    CARLA,
    HENK,
    SAMIRA,
    desk_of,
    hulpvraag_of,
    notice_of,
    report_of,
    reported_at,
    said_to,
    shown_to,
)  # fmt: skip


def test_a_coordinator_who_reports_does_not_decide_and_the_beheerder_does(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, AMINA, beheerders=(HENK,))
    desk.nieuwkomer(HENK)
    plan = complaining.pressed(desk.turn(AMINA), "1", "insult")
    assert shown_to(plan) == [HENK]
    desk.apply(plan)
    assert "werkt niet meer" in notice_of(desk, judging.press(desk.turn(AMINA), "1", "block"))
    desk.apply(judging.press(desk.turn(HENK), "1", "warn"))
    assert report_of(desk).verdict == "warn"


def test_buttons_of_reports_do_nothing_for_anybody_else(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    amina = str(desk.person(AMINA).id)
    for plan in (
        judging.press(desk.turn(SAMIRA), "1", "ok"),
        judging.press(desk.turn(AMINA), "1", "ok"),
        judging.press(desk.turn(CARLA), "1", "beheer"),
        judging.lifted(desk.turn(CARLA), "1"),
        complaining.pressed(desk.turn(BILAL), "1", "insult"),
        complaining.complained(desk.turn(BILAL), "1", amina, "insult"),
        complaining.complained(desk.turn(SAMIRA), "1", "99", "insult"),
    ):
        assert "werkt niet meer" in notice_of(desk, plan)
    assert report_of(desk).open
    assert hulpvraag_of(desk).state is State.HELD


def test_who_decides_twice_on_what_is_gone_hears_so(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.apply(privacy.delete(desk.turn(SAMIRA), "ja"))
    assert "Deze melding is er niet meer" in said_to(judging.press(desk.turn(CARLA), "1", "ok"), CARLA)


def test_a_reporter_who_leaves_leaves_the_report_to_be_decided(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    effects: tuple[Effect, ...] = privacy.delete(desk.turn(AMINA), "ja").effects
    desk.apply(Plan(effects))
    assert (report_of(desk).helper_id, hulpvraag_of(desk).state) == (None, State.HELD)
    desk.apply(judging.press(desk.turn(CARLA), "1", "warn"))
    assert hulpvraag_of(desk).state is State.WAITING


def _with_second(path: Path) -> Desk:
    """Give a desk where Bilal helps along with Amina."""
    desk = desk_of(path, CARLA)
    second = {"second_id": desk.person(BILAL).id, "second_rol": "vertaler"}
    desk.apply(Plan((ChangeHulpvraag(1, hulpvraag_of(desk).version, second),)))
    return desk


def test_the_second_one_goes_on_when_the_first_is_complained_about(tmp_path: Path) -> None:
    desk = _with_second(tmp_path)
    amina, bilal = desk.person(AMINA).id, desk.person(BILAL).id
    assert f"klacht:1:{bilal}" in str(complaining.complain(desk.turn(SAMIRA)))
    desk.apply(complaining.complained(desk.turn(SAMIRA), "1", str(amina), "insult"))
    assert (hulpvraag_of(desk).state, hulpvraag_of(desk).helpers) == (State.CLAIMED, (bilal,))
    desk.apply(judging.press(desk.turn(CARLA), "1", "warn"))
    assert hulpvraag_of(desk).helpers == (bilal,)


def test_the_first_one_stays_when_the_second_is_complained_about_and_blocked(tmp_path: Path) -> None:
    desk = _with_second(tmp_path)
    amina, bilal = desk.person(AMINA).id, desk.person(BILAL).id
    desk.apply(complaining.complained(desk.turn(SAMIRA), "1", str(bilal), "insult"))
    assert (hulpvraag_of(desk).state, hulpvraag_of(desk).helpers) == (State.CLAIMED, (amina,))
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    assert desk.person(BILAL).blocked(desk.now)


def test_a_report_of_the_second_one_stops_it_for_both(tmp_path: Path) -> None:
    desk = _with_second(tmp_path)
    plan = complaining.pressed(desk.turn(BILAL), "1", "threat")
    assert "is gestopt" in said_to(plan, AMINA)
    desk.apply(plan)
    assert (hulpvraag_of(desk).state, hulpvraag_of(desk).helpers) == (State.HELD, ())
    desk.apply(judging.press(desk.turn(CARLA), "1", "ok"))
    assert desk.store.outbox.chats_with("aanbod:1") == [AMINA]


def test_who_is_blocked_leaves_every_conversation_to_the_others(tmp_path: Path) -> None:
    desk = _with_second(tmp_path)
    desk.nieuwkomer(102)
    desk.apply(Plan((OpenHulpvraag(2, desk.person(102).id, "nl", "aalten", None, "Hoe?", ()),)))
    desk.apply(claiming.claim(desk.turn(BILAL), "2"))
    desk.apply(complaining.complained(desk.turn(102), "2", str(desk.person(BILAL).id), "sexual"))
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    assert hulpvraag_of(desk).helpers == (desk.person(AMINA).id,)
    assert hulpvraag_of(desk, 2).state is State.WAITING


def test_danger_told_while_it_is_held_goes_along_and_makes_haste(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.apply(requesting.alarmed(desk.turn(SAMIRA, "mijn man slaat mij", 900)))
    assert (hulpvraag_of(desk).state, hulpvraag_of(desk).urgent, hulpvraag_of(desk).danger) == (State.HELD, True, True)
    assert len(desk.store.hulpvragen.attachments(1)) == 1
