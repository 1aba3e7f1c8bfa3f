"""A desk where Amina helps Samira, who scolds; for the tests of reports."""

from pathlib import Path

from bot.domain.effects import OpenHulpvraag, Plan
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import AnswerPress, Edit, Send
from bot.domain.reports import Report
from bot.usecases.after import complaining
from bot.usecases.queue import claiming
from bot.usecases.talk import talking
from bot.usecases.talk.talking import Talk
from tests.desk.house import Desk

SAMIRA, AMINA, BILAL, CARLA, DIRK, HENK = 101, 201, 202, 203, 204, 301


def hulpvraag_of(desk: Desk, number: int = 1) -> Hulpvraag:
    found = desk.store.hulpvragen.get(number)
    assert found is not None
    return found


def report_of(desk: Desk, number: int = 1) -> Report:
    found = desk.store.reports.get(number)
    assert found is not None
    return found


def desk_of(path: Path, *coordinators: int, beheerders: tuple[int, ...] = ()) -> Desk:
    """Give a desk where Amina helps Samira, who scolds."""
    desk = Desk(path / "sleutelbot.db", beheerders=beheerders)
    samira = desk.nieuwkomer(SAMIRA)
    desk.sleutelpersoon(AMINA, "Amina")
    desk.sleutelpersoon(BILAL, "Bilal")
    for number in coordinators:
        desk.sleutelpersoon(number, "Carla" if number == CARLA else "Dirk", rollen="coordinator", talen="so")
    desk.apply(Plan((OpenHulpvraag(1, samira.id, "nl", "aalten", None, "Hoe?", ()),)))
    desk.apply(claiming.claim(desk.turn(AMINA), "1"))
    for number in range(12):
        turn = desk.turn(SAMIRA, f"dom {number}, mail a@b.nl", 500 + number)
        current = talking.talk(turn)
        assert isinstance(current, Talk)
        desk.apply(talking.relay(turn, current))
    return desk


def reported_at(path: Path, *coordinators: int, beheerders: tuple[int, ...] = ()) -> Desk:
    desk = desk_of(path, *coordinators, beheerders=beheerders)
    desk.apply(complaining.pressed(desk.turn(AMINA), "1", "insult"))
    return desk


def shown_to(plan: Plan, name: str = "melding:1") -> list[int]:
    return [item.chat_id for item in plan.outgoing if isinstance(item, Send) and item.ref == name]


def notice_of(desk: Desk, plan: Plan) -> str:
    return " ".join(item.notice for item in desk.apply(plan) if isinstance(item, AnswerPress))


def said_to(plan: Plan, number: int) -> str:
    return "\n".join(x.text.html for x in plan.outgoing if isinstance(x, Send | Edit) and x.chat_id == number)
