"""Inbox and outbox: stored once, in order per chat, found again by ref."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.effects import ChangePerson, Plan
from bot.domain.outgoing import AnswerPress, Edit, Send, Text
from bot.storage import Store
from bot.storage.database import Database
from bot.storage.errors import DatabaseNewer, DatabaseUnreadable, Stale
from bot.storage.inbox import ATTEMPTS

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    made = Store(tmp_path / "test.db")
    yield made
    made.close()


def test_an_update_is_stored_once_however_often_it_comes(store: Store) -> None:
    store.inbox.receive(1, [(10, 5, "{}"), (10, 5, "{}")], NOW)
    store.inbox.receive(1, [(10, 5, "{}")], NOW)
    store.inbox.receive(2, [(10, 5, "{}")], NOW)
    assert store.inbox.counts() == {"new": 2}


def test_a_chat_is_handled_in_order_and_others_beside_it(store: Store) -> None:
    store.inbox.receive(1, [(1, 5, "a"), (2, 5, "b"), (3, 6, "c")], NOW)
    first = store.inbox.next([])
    assert first is not None
    assert first.raw == "a"
    beside = store.inbox.next([5])
    assert beside is not None
    assert beside.raw == "c"


def test_after_three_failures_an_update_is_set_aside(store: Store) -> None:
    store.inbox.receive(1, [(1, 5, "a")], NOW)
    assert [store.inbox.failed(1, "Boom") for _ in range(ATTEMPTS)] == [False, False, True]
    assert store.inbox.next([]) is None


def test_a_handled_update_keeps_its_id_alone(store: Store) -> None:
    store.inbox.receive(1, [(1, 5, "secret words")], NOW)
    store.apply(Plan(), NOW, 1)
    row = store.database.row("SELECT * FROM inbox")
    assert row is not None
    assert (row["update_id"], row["raw"], row["chat_id"]) == (1, None, None)
    with pytest.raises(Stale):
        store.apply(Plan(), NOW, 1)


def test_the_outbox_keeps_the_order_of_a_chat_while_its_head_waits(store: Store) -> None:
    say = [Send(5, Text(word), ref=word) for word in ("one", "two")]
    store.apply(Plan(outgoing=(*say, Send(6, Text("other")))), NOW)
    head = store.outbox.next([], NOW)
    assert head is not None
    store.outbox.retry(head.id, NOW + timedelta(seconds=30))
    beside = store.outbox.next([], NOW)
    assert beside is not None
    assert beside.chat_id == 6
    again = store.outbox.next([6], NOW + timedelta(seconds=31))
    assert again is not None
    assert again.id == head.id


def test_what_was_sent_is_found_by_its_ref_without_its_words(store: Store) -> None:
    store.apply(Plan(outgoing=(Send(5, Text("words"), ref="aanbod:1"), AnswerPress("q"))), NOW)
    queued = store.outbox.next([], NOW)
    assert queued is not None
    store.outbox.sent(queued, 77)
    place = store.outbox.place(5, "aanbod:1")
    assert place is not None
    assert place.message_id == 77
    assert store.outbox.ref_at(5, 77) == "aanbod:1"
    assert store.database.value("SELECT count(*) FROM outbox WHERE payload IS NOT NULL") == 0
    store.apply(Plan(outgoing=(Edit(5, Text("taken"), ref="aanbod:1"),)), NOW)
    edit = store.outbox.next([], NOW)
    assert edit is not None
    assert edit.target_ref == "aanbod:1"


def test_a_stale_plan_changes_nothing_at_all(store: Store) -> None:
    person = store.people.meet(5, "nl", NOW)
    store.apply(Plan((ChangePerson(person, {"taal": "ar"}),)), NOW)
    with pytest.raises(Stale):
        store.apply(Plan((ChangePerson(person, {"taal": "en"}),), (Send(5, Text("x")),)), NOW)
    assert store.people.get(person.id).taal == "ar"
    assert store.outbox.counts() == {}


def test_an_unreadable_or_newer_database_is_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"this is no database, but a letter" * 100)
    with pytest.raises(DatabaseUnreadable, match="restore"):
        Store(broken)
    newer = Database(tmp_path / "newer.db")
    newer.insert("_sqlite_migrations", {"migration_set": "sleutelbot", "name": "9999_later", "applied_at": "x"})
    newer.close()
    with pytest.raises(DatabaseNewer, match="9999_later"):
        Store(tmp_path / "newer.db")
