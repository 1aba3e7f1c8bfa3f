"""Reports with time as an argument: who decides, once; what is held, and for how long."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.domain.effects import OpenHulpvraag, Plan
from bot.domain.hulpvraag import State
from bot.storage.errors import Stale
from bot.usecases.after import barring, complaining, ending, judging, reopening
from bot.usecases.people import enrolling, privacy
from bot.usecases.queue import availability, claiming, handing, requesting
from bot.usecases.queue.clock import tick
from bot.usecases.queue.desk_rules import set_rule
from tests.desk.scolding import (
    AMINA,
    BILAL,
    CARLA,
    DIRK,
    SAMIRA,
    desk_of,
    hulpvraag_of,
    notice_of,
    report_of,
    reported_at,
    said_to,
    shown_to,
)  # fmt: skip


def test_the_last_ten_words_go_along_without_addresses(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, CARLA)
    plan = complaining.pressed(desk.turn(AMINA), "1", "insult")
    desk.apply(plan)
    kept = report_of(desk).words
    assert [words.split(",")[0] for words in kept] == [f"dom {number}" for number in range(2, 12)]
    assert not any("a@b.nl" in words for words in kept)
    assert shown_to(plan) == [CARLA]
    assert "dom 11" not in said_to(plan, SAMIRA) + said_to(plan, AMINA)


def test_a_withdrawn_hulpvraag_takes_the_words_along_and_nothing_goes_round_the_report(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.apply(ending.withdraw(desk.turn(SAMIRA), "1"))
    assert (hulpvraag_of(desk).state, report_of(desk).words, report_of(desk).open) == (State.WITHDRAWN, (), True)
    assert "kijkt nog" in said_to(requesting.request(desk.turn(SAMIRA)), SAMIRA)
    desk.apply(requesting.consent(desk.turn(SAMIRA), "ja"))
    assert desk.store.hulpvragen.of_nieuwkomer(desk.person(SAMIRA).id) is None
    desk.later(hours=25)
    assert barring.barred(desk.turn(SAMIRA)) is None


def test_one_decision_counts_and_the_other_is_gathered_again(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA, DIRK)
    one, other = (judging.press(desk.turn(number), "1", "block") for number in (CARLA, DIRK))
    desk.apply(one)
    with pytest.raises(Stale):
        desk.apply(other)
    late = judging.press(desk.turn(DIRK), "1", "ok")
    assert "Carla heeft al besloten" in notice_of(desk, late)
    assert report_of(desk).verdict == "block"
    assert report_of(desk).words == ()


def test_when_nobody_decides_the_hulpvraag_goes_on_after_a_day(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.later(hours=23, minutes=59)
    tick(desk.house, desk.now)
    assert hulpvraag_of(desk).state is State.HELD
    desk.later(minutes=1)
    tick(desk.house, desk.now)
    tick(desk.house, desk.now)
    assert hulpvraag_of(desk).state is State.WAITING
    assert desk.store.outbox.chats_with("aanbod:1") == [BILAL]
    reminders = "SELECT count(*) FROM outbox WHERE chat_id = ? AND payload LIKE '%wacht nog op een besluit%'"
    assert desk.store.database.value(reminders, (CARLA,)) == 1
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    assert hulpvraag_of(desk).state is State.WITHDRAWN


def test_without_anybody_who_decides_nobody_waits_for_ever(tmp_path: Path) -> None:
    desk = reported_at(tmp_path)
    set_rule(desk.store, "report", 30)
    desk.later(minutes=30)
    tick(desk.house, desk.now)
    assert hulpvraag_of(desk).state is State.WAITING
    desk.sleutelpersoon(CARLA, "Carla", rollen="coordinator")
    tick(desk.house, desk.now)
    assert desk.store.outbox.chats_with("melding:1") == [CARLA]


def test_a_block_ends_by_itself(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    set_rule(desk.store, "block", 60)
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    desk.later(minutes=59)
    assert barring.barred(desk.turn(SAMIRA)) is not None
    desk.later(minutes=1)
    assert barring.barred(desk.turn(SAMIRA)) is None
    privacy.purge(desk.store, desk.now)
    assert desk.person(SAMIRA).blocked_until is None


def test_a_block_is_lifted_from_the_command_line_once(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    number = desk.person(SAMIRA).id
    enrolling.unblock(desk.house, number, desk.now)
    assert not desk.person(SAMIRA).blocked(desk.now)
    with pytest.raises(enrolling.Refused):
        enrolling.unblock(desk.house, number, desk.now)


def test_who_is_blocked_gets_and_takes_nothing(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, CARLA)
    desk.apply(complaining.complained(desk.turn(SAMIRA), "1", str(desk.person(AMINA).id), "threat"))
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    other = desk.nieuwkomer(102)
    desk.apply(Plan((OpenHulpvraag(2, other.id, "nl", "aalten", None, "Hoe?", ()),)))
    assert "naar een ander" in notice_of(desk, claiming.claim(desk.turn(AMINA), "2"))
    desk.apply(availability.available(desk.turn(AMINA)))
    who = desk.person(AMINA).sleutelpersoon
    assert who is not None
    assert not who.available
    assert desk.person(AMINA) not in handing.able(desk.turn(CARLA), hulpvraag_of(desk, 2))
    assert not availability.back(desk.turn(AMINA)).outgoing


def test_a_report_keeps_two_people_apart_also_later(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    desk.apply(judging.press(desk.turn(CARLA), "1", "ok"))
    assert "naar een ander" in notice_of(desk, claiming.claim(desk.turn(AMINA), "1"))
    desk.apply(ending.withdraw(desk.turn(SAMIRA), "1"))
    desk.apply(requesting.request(desk.turn(SAMIRA)))
    desk.apply(requesting.consent(desk.turn(SAMIRA), "ja"))
    assert hulpvraag_of(desk, 2).open
    assert desk.store.outbox.chats_with("aanbod:2") == [BILAL]
    assert desk.person(AMINA) not in handing.able(desk.turn(CARLA), hulpvraag_of(desk, 2))


def test_held_means_that_nobody_takes_it_or_hands_it_over(tmp_path: Path) -> None:
    desk = reported_at(tmp_path, CARLA)
    for plan in (claiming.claim(desk.turn(BILAL), "1"), claiming.claim(desk.turn(CARLA), "1")):
        assert "nu niet aan te nemen" in notice_of(desk, plan)
    for plan in (
        claiming.give_back(desk.turn(AMINA), "1"), claiming.skip(desk.turn(BILAL), "1"),
        handing.choose(desk.turn(CARLA), "1"), ending.close(desk.turn(AMINA), "1"),
    ):  # fmt: skip
        assert "werkt niet meer" in notice_of(desk, plan)
    assert hulpvraag_of(desk).state is State.HELD
    assert "melding:1" in str(handing.queue(desk.turn(CARLA)))
    assert "melding:1" not in str(handing.queue(desk.turn(BILAL)))


def test_the_close_of_the_other_side_in_the_same_moment_loses_no_report(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, CARLA)
    plan = complaining.pressed(desk.turn(AMINA), "1", "threat")
    desk.apply(ending.close(desk.turn(SAMIRA), "1"))
    with pytest.raises(Stale):
        desk.apply(plan)
    desk.apply(complaining.pressed(desk.turn(AMINA), "1", "threat"))
    assert (hulpvraag_of(desk).state, report_of(desk).words) == (State.CLOSED, ())
    assert "kijkt nog" in said_to(reopening.reopen(desk.turn(SAMIRA), "1"), SAMIRA)
    assert hulpvraag_of(desk).state is State.CLOSED


def test_too_late_is_too_late_for_both(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, CARLA)
    desk.apply(ending.close(desk.turn(SAMIRA), "1"))
    desk.now += timedelta(hours=73)
    for plan in (complaining.report(desk.turn(AMINA)), complaining.complain(desk.turn(SAMIRA))):
        assert "geen gesprek om te melden" in said_to(plan, AMINA) + said_to(plan, SAMIRA)
    late = complaining.pressed(desk.turn(AMINA), "1", "threat")
    assert "werkt niet meer" in notice_of(desk, late)
    assert desk.store.reports.open() == []


def test_after_giving_back_it_can_still_be_reported_and_who_helps_now_goes_on(tmp_path: Path) -> None:
    desk = desk_of(tmp_path, CARLA)
    desk.apply(claiming.give_back(desk.turn(AMINA), "1"))
    desk.apply(claiming.claim(desk.turn(BILAL), "1"))
    desk.apply(complaining.pressed(desk.turn(AMINA), "1", "insult"))
    assert hulpvraag_of(desk).state is State.CLAIMED
    desk.apply(judging.press(desk.turn(CARLA), "1", "block"))
    assert hulpvraag_of(desk).state is State.CLAIMED
    assert hulpvraag_of(desk).sleutelpersoon_id == desk.person(BILAL).id
    choices = str(complaining.complain(desk.turn(SAMIRA)))
    assert f"klacht:1:{desk.person(BILAL).id}" in choices
    assert f"klacht:1:{desk.person(AMINA).id}" in choices
