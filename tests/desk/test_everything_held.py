"""No table is forgotten: what holds something of a person is shown by /mijngegevens and gone after /verwijder."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from bot.domain.effects import Forget, Plan
from bot.domain.outgoing import Send
from bot.usecases.people import privacy
from tests.desk.house import Desk

NUMBER, ROW = 7654321, 8765432
# Columns that name a person: his row or his account. A chat is named beside a person, or in what only carries messages.
PERSONAL = re.compile(r"(^|_)person(_id)?$|_by$|^by_person$|helper_id$|^sleutelpersoon_id$|^second_id$|^nieuwkomer_id$"
                      r"|^reviewer$|^telegram_id$")  # fmt: skip
# What only carries messages to and fro, or counts them for a day, is said as "je nummer", not row by row.
CARRIES = frozenset({"inbox", "outbox", "flow", "person"})
# Whom a nieuwkomer does not want to be helped by is hers to read, and not told to him (AVG art. 15.4).
HERS = frozenset({"avoided"})
MOMENT = re.compile(r"_at$|^at$|^until$|^day$|_on$")


def tables(desk: Desk) -> dict[str, list[dict[str, Any]]]:
    """Return the columns of every table of our own."""
    names = desk.store.database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
        " AND name NOT LIKE 'example%' AND name NOT LIKE 'sqlite%' ORDER BY name"
    )
    return {row["name"]: desk.store.database.rows(f"PRAGMA table_info({row['name']})") for row in names}


def personal() -> Iterator[tuple[str, str]]:
    """Yield (table, column) for all that names a person."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "sleutelbot.db")
        for table, columns in tables(desk).items():
            yield from ((table, column["name"]) for column in columns if PERSONAL.search(column["name"]))
            if table in ("inbox", "outbox"):
                yield table, "chat_id"
        desk.store.close()


def fill(desk: Desk, table: str, column: str) -> None:
    """Put a row in a table that names the person in one column, and nobody in the others."""
    row: dict[str, Any] = {}
    columns = tables(desk)[table]
    keys = [each for each in columns if each["pk"]]
    for each in columns:
        name, given = each["name"], len(keys) == 1 and each["pk"] and each["type"] == "INTEGER"
        if name in (column, "chat_id"):
            row[name] = NUMBER if name == "chat_id" else ROW
        elif each["notnull"] and each["dflt_value"] is None and not given:
            row[name] = _value(desk, name, each["type"])
    desk.store.database.insert(table, row)


def _value(desk: Desk, name: str, kind: str) -> Any:
    if PERSONAL.search(name):
        return 2
    if MOMENT.search(name):
        return (desk.now + timedelta(days=1)).isoformat(timespec="milliseconds")
    known = {"state": "asked", "reason": "threat", "taal": "nl", "topic": "gp"}
    return known.get(name, 1 if kind in ("INTEGER", "REAL") else "[]")


def told(desk: Desk) -> list[str]:
    """Return what /mijngegevens says."""
    return [each.text.html for each in privacy.my_data(desk.turn(NUMBER)).outgoing if isinstance(each, Send)]


def house(path: Path) -> Desk:
    """Give a desk with the person, and another whose hulpvraag is open."""
    desk = Desk(path / "held.db")
    database = desk.store.database
    database.execute("PRAGMA foreign_keys = OFF")
    moment = desk.now.isoformat(timespec="milliseconds")
    for row, number in ((ROW, NUMBER), (2, 2)):
        same = {"id": row, "telegram_id": number, "taal": "nl", "created_at": moment, "seen_at": moment}
        database.insert("person", same)
    database.insert("hulpvraag", {
        "id": 1, "nieuwkomer_id": 2, "taal": "nl", "gemeente": "aalten", "state": "claimed", "created_at": moment
    })  # fmt: skip
    database.insert("signal", {"text": "", "created_at": moment})
    database.insert("letter", {"paragraphs": "[]", "created_at": moment})
    database.execute("PRAGMA foreign_keys = ON")
    return desk


def test_the_columns_that_name_a_person_are_found() -> None:
    found = set(personal())
    assert {("hulpvraag", "second_id"), ("saved_reply", "person_id"), ("reminder", "person_id")} <= found


@pytest.mark.parametrize(("table", "column"), sorted(set(personal())), ids=lambda name: name)
def test_what_is_held_of_a_person_is_shown_and_removed(tmp_path: Path, table: str, column: str) -> None:
    desk = house(tmp_path)
    before = told(desk)
    if table != "person":
        fill(desk, table, column)
    if table not in CARRIES | HERS and column != "said_by":
        assert told(desk) != before, "say in bot/storage/traces.py, or in a `held` of its own, that this is kept"
    desk.apply(Plan((Forget(ROW, NUMBER),)))
    for name in tables(desk):
        for row in desk.store.database.rows(f"SELECT * FROM {name}"):
            assert not {NUMBER, ROW} & set(row.values()) or row.get("state") in ("new", "queued"), (name, row)
    desk.store.close()
