"""What vraag, evalueer and herken print."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from bot.commandline import evaluation, questions
from bot.domain.people import Person
from bot.domain.understanding import Language
from bot.i18n import TALEN
from bot.interpreter.recognition import recognise
from bot.settings import SettingError, Settings
from bot.storage import Store
from bot.usecases.turn import House

Result = TypeVar("Result")
ROMANISED = "-Latn"
FIGURES = ("n", "top1", "top3", "answered", "wrong", "oos_caught", "mens_recall", "crisis_recall", "crisis_false",
           "groet_recall", "p50_ms", "p95_ms")  # fmt: skip


def _with_house(settings: Settings, ask: Callable[[House], Awaitable[Result]]) -> Result:
    """Carry out `ask` with a house whose Rasa is certain."""

    async def inside() -> Result:
        store = Store(settings.database)
        try:
            async with questions.house(settings, store) as house:
                return await ask(house)
        finally:
            store.close()

    return asyncio.run(inside())


def one_question(settings: Settings, person: Person, text: str, as_json: bool) -> str:
    """Return the answer to one question of a person who need not exist, as text or as JSON."""
    if person.taal not in TALEN:
        raise SettingError(f"There is no language {person.taal!r}; choose from: {', '.join(TALEN)}.")

    async def ask(house: House) -> dict[str, Any]:
        if person.gemeente is not None and person.gemeente not in house.gemeenten:
            raise SettingError(f"There is no gemeente {person.gemeente!r}; choose from: {', '.join(house.gemeenten)}.")
        if person.last_topic is not None and house.store.answers.topic(person.last_topic) is None:
            raise SettingError(f"There is no topic {person.last_topic!r}; sleutelbot faq list names them all.")
        return await questions.answer(house, person, text)

    found = _with_house(settings, ask)
    return json.dumps(found, ensure_ascii=False) if as_json else str(found["tekst"])


def evaluation_outcomes(settings: Settings, rows: list[evaluation.Row]) -> list[evaluation.Outcome]:
    """Return what the bot decides on every row, one at a time."""

    async def ask(house: House) -> list[evaluation.Outcome]:
        outcomes = []
        for row in rows:
            found, milliseconds = await questions.timed(house, row.taal.removesuffix(ROMANISED), row.text)
            outcomes.append(evaluation.outcome(row, found, milliseconds))
        return outcomes

    return _with_house(settings, ask)


def _check_talen(path: Path, named: set[str]) -> None:
    unknown = sorted(taal for taal in named if taal.removesuffix(ROMANISED) not in TALEN)
    if unknown:
        raise evaluation.BrokenFile(f"{path} names the language {unknown[0]!r}; choose from: {', '.join(TALEN)}.")


def evaluation_of(
    settings: Settings, paths: Sequence[Path], as_json: bool, origin: str | None = None, folder: Path | None = None
) -> str:
    """Return the figures over some files, as a table or as JSON.

    Only rows of one `origin` (column bron) when it is named; with a `folder`, a report in HTML is written there too.
    """
    rows = []
    for path in paths:
        found = evaluation.read(path)
        _check_talen(path, {row.taal for row in found})
        rows += [row for row in found if origin is None or row.origin == origin]
    if not rows:
        raise evaluation.BrokenFile(f"No row has {origin!r} in the column bron; there is nothing to ask.")
    outcomes = evaluation_outcomes(settings, rows)
    made = evaluation.report(outcomes)
    if folder:
        from bot.commandline.reporting import write

        print(write(folder, made, outcomes, [path.name for path in paths]), file=sys.stderr)
    if as_json:
        return json.dumps(made, ensure_ascii=False)
    _say_wrong(outcomes)
    return _table(made)


def _say_wrong(outcomes: list[evaluation.Outcome]) -> None:
    """List on stderr what was not right, for whoever improves the examples."""
    for o in outcomes:
        if not o.right:
            got = o.first or o.besluit
            print(f"{o.row.taal}\t{o.row.text}\t{'|'.join(sorted(o.row.named))}\t{o.besluit}\t{got}", file=sys.stderr)


def _table(made: dict[str, Any]) -> str:
    def line(name: str, row: dict[str, Any]) -> str:
        shown = ["–" if row[key] is None else f"{row[key]:g}" for key in FIGURES]
        return "\t".join([name, *shown])

    rows = [line(taal, row) for taal, row in made["talen"].items()]
    return "\n".join(["\t".join(["taal", *FIGURES]), *rows, line("totaal", made["totaal"])])


def identification(path: Path, as_json: bool) -> str:
    """Return how often the language of a text is right, asked and wrong, per language."""
    counts: dict[str, dict[str, int]] = {}
    rows = evaluation.read_texts(path)
    _check_talen(path, {taal for taal, _ in rows})
    for taal, text in rows:
        row = counts.setdefault(taal, {"n": 0, "right": 0, "asked": 0, "wrong": 0})
        row["n"] += 1
        row[_judged(taal.removesuffix(ROMANISED), recognise(text))] += 1
    if as_json:
        return json.dumps({"talen": counts}, ensure_ascii=False)
    lines = [f"{taal}\t{row['n']}\t{row['right']}\t{row['asked']}\t{row['wrong']}" for taal, row in counts.items()]
    return "\n".join(["taal\tn\tright\tasked\twrong", *lines])


def _judged(taal: str, found: Language) -> str:
    if found.taal is None:
        return "asked"
    same = found.taal == taal or {found.taal, taal} <= {"fa", "fa_AF"}
    return "right" if same else "wrong"
