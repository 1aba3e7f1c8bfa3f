"""The clock holds nobody to a time in which he could not reach us."""

import json
from pathlib import Path

from bot.domain.effects import ChangeHulpvraag, OpenHulpvraag, Plan
from bot.domain.hulpvraag import State
from bot.usecases.queue.timekeeping import Timekeeper
from tests.desk.house import Desk


def claimed(path: Path) -> tuple[Desk, Timekeeper]:
    """Give a desk whose only hulpvraag was claimed just now, and its clock, which has looked once."""
    desk = Desk(path / "desk.db")
    fatma, amina = desk.nieuwkomer(101), desk.sleutelpersoon(201, "Amina")
    desk.apply(Plan((OpenHulpvraag(1, fatma.id, "nl", "aalten", None, "Hoe meld ik me aan?", ()),)))
    changes = {"state": State.CLAIMED, "sleutelpersoon_id": amina.id, "claimed_at": desk.now}
    desk.apply(Plan((ChangeHulpvraag(1, 1, changes),)))
    keeper = Timekeeper(desk.house)
    look(desk, keeper)
    return desk, keeper


def look(desk: Desk, keeper: Timekeeper, **span: float) -> State:
    """Let time pass while Telegram is heard, look, and return what became of the hulpvraag."""
    desk.later(**span)
    keeper.heard(desk.now)
    keeper.keep()
    hulpvraag = desk.store.hulpvragen.get(1)
    assert hulpvraag is not None
    return hulpvraag.state


def minutes(desk: Desk, keeper: Timekeeper, count: int) -> State:
    """Let minutes pass, one by one."""
    states = [look(desk, keeper, minutes=1) for _ in range(count)]
    return states[-1]


def test_a_claim_lapses_on_its_minute_while_telegram_is_heard(tmp_path: Path) -> None:
    desk, keeper = claimed(tmp_path)
    assert minutes(desk, keeper, 59) is State.CLAIMED
    assert minutes(desk, keeper, 1) is State.WAITING


def test_nothing_is_due_before_telegram_was_heard(tmp_path: Path) -> None:
    desk, _ = claimed(tmp_path)
    desk.later(hours=2)
    assert Timekeeper(desk.house).keep() == 0


def test_what_was_said_is_handled_before_the_clock_looks(tmp_path: Path) -> None:
    desk, keeper = claimed(tmp_path)
    minutes(desk, keeper, 59)
    desk.later(minutes=1)
    desk.store.inbox.receive(7, [(1, 201, json.dumps({}))], desk.now)
    assert look(desk, keeper) is State.CLAIMED
    received = desk.store.inbox.next(())
    assert received is not None
    # Whoever talks on and on stops no clock: what came later is not waited for.
    desk.later(seconds=10)
    desk.store.inbox.receive(7, [(2, 101, json.dumps({}))], desk.now)
    desk.store.inbox.done(received.id)
    assert look(desk, keeper) is State.WAITING


def test_after_a_silence_of_telegram_there_is_time_to_answer_also_after_a_restart(tmp_path: Path) -> None:
    desk, keeper = claimed(tmp_path)
    minutes(desk, keeper, 50)
    desk.later(minutes=12)
    assert keeper.keep() == 0
    assert look(desk, keeper) is State.CLAIMED
    keeper = Timekeeper(desk.house)
    assert minutes(desk, keeper, 11) is State.CLAIMED
    assert minutes(desk, keeper, 1) is State.WAITING


def test_the_rest_after_a_night_is_half_an_hour(tmp_path: Path) -> None:
    desk, keeper = claimed(tmp_path)
    desk.later(hours=9)
    assert minutes(desk, keeper, 30) is State.CLAIMED
    assert minutes(desk, keeper, 1) is State.WAITING
    assert desk.store.kept.get("clock") == desk.now.isoformat()
