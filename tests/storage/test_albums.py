"""Albums in the outbox: how long pieces wait, what leaves together, and what is known of it afterwards."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.effects import Plan
from bot.domain.outgoing import Copy, Place
from bot.storage import Store
from bot.storage.albums import AFTER_RESTART, LONGEST, QUIET
from bot.storage.queued import Queued
from bot.usecases.talk.albums import passed_on

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)
FROM, TO = 101, 201


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    made = Store(tmp_path / "test.db")
    yield made
    made.close()


def _come(store: Store, message_id: int, now: datetime = NOW) -> None:
    copy = Copy(TO, Place(FROM, message_id), "💬 Amina", f"relay:1:{FROM}:{message_id}")
    store.apply(Plan(outgoing=passed_on(store, copy, "77", "💬 Amina")), now)


def _next(store: Store, now: datetime) -> Queued:
    found = store.outbox.next([], now)
    assert found is not None
    return found


def _heading_sent(store: Store) -> datetime:
    later = NOW + LONGEST
    heading = _next(store, later)
    assert (heading.method, store.outbox.albums.alone(heading)) == ("Send", False)
    store.outbox.sent(heading, 900)
    return later


def test_every_piece_lets_the_others_wait_a_little_longer_but_not_for_ever(store: Store) -> None:
    for n in range(10):
        _come(store, 10 + n, NOW + timedelta(seconds=n))
        if n * timedelta(seconds=1) + QUIET < LONGEST:
            assert store.outbox.next([], NOW + timedelta(seconds=n + 1)) is None
    assert _next(store, NOW + LONGEST).method == "Send"


def test_the_pieces_leave_together_in_the_order_of_their_sender(store: Store) -> None:
    for message_id in (12, 10, 11):
        _come(store, message_id)
    later = _heading_sent(store)
    rows = store.outbox.albums.together(_next(store, later))
    assert [row.payload["source"]["message_id"] for row in rows] == [10, 11, 12]
    assert store.outbox.sent_together(rows, [901, 902, 903]) == 0
    assert [store.outbox.ref_at(TO, 900 + n) for n in (1, 2, 3)] == [f"relay:1:{FROM}:{n}" for n in (10, 11, 12)]
    assert store.outbox.albums.places(TO, f"{FROM}:77") == [900, 903, 901, 902]
    _come(store, 13, later)
    late = _next(store, later + LONGEST)
    assert store.outbox.albums.together(late) == [late]
    assert store.outbox.albums.first(TO, f"{FROM}:77") == Place(TO, 901)


def test_when_telegram_skips_one_no_copy_is_taken_for_a_certain_photo(store: Store) -> None:
    for message_id in (10, 11, 12):
        _come(store, message_id)
    rows = store.outbox.albums.together(_next(store, _heading_sent(store)))
    assert store.outbox.sent_together(rows, [901, 902]) == 1
    assert store.outbox.place(TO, f"relay:1:{FROM}:10") is None
    for copy in (901, 902):
        assert (store.outbox.ref_at(TO, copy) or "").startswith(f"relay:1:{FROM}:0:")
    assert store.outbox.counts() == {"sent": 3, "failed": 1}


def test_one_piece_needs_no_heading(store: Store) -> None:
    _come(store, 10)
    heading = _next(store, NOW + QUIET)
    assert store.outbox.albums.alone(heading)
    store.outbox.drop(heading.id)
    piece = _next(store, NOW + QUIET)
    assert store.outbox.albums.together(piece) == [piece]


def test_after_a_restart_pieces_wait_for_those_that_came_meanwhile(store: Store) -> None:
    _come(store, 10)
    again = NOW + timedelta(hours=1)
    store.outbox.albums.wake_up(again)
    assert store.outbox.next([], again + AFTER_RESTART - timedelta(seconds=1)) is None
    assert _next(store, again + AFTER_RESTART).method == "Send"


def test_who_is_forgotten_leaves_no_name_of_an_album(store: Store) -> None:
    person = store.people.meet(FROM, "nl", NOW)
    _come(store, 10)
    store.people.forget(person.id, FROM)
    assert store.database.value("SELECT count(*) FROM outbox WHERE album IS NOT NULL OR ref IS NOT NULL") == 0
