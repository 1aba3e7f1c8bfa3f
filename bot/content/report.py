"""What is missing: topics × languages × examples × review, and what is wrong and must be set right."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content import examples, translations
from bot.content.checks import missing_numbers, problem
from bot.content.errors import BrokenFile
from bot.content.seeds import NL, Repository, dutch_now
from bot.content.translations import Dutch, dutch_of, key_of, name_of
from bot.domain.answers import GENERAL, TITLE, Answered
from bot.domain.terms import TERM
from bot.i18n import TALEN, po, sentences
from bot.storage import Store

ENOUGH = 8
HEAD = (
    "taal", "answers", "titles", "words", "draft", "outdated", "reviewed", "edited", f"≥{ENOUGH} examples", "sentences",
)  # fmt: skip
STATUSES = ("draft", "outdated", "reviewed", "edited")


@dataclass(frozen=True)
class Row:
    """How far one language is."""

    taal: str
    answered: frozenset[str]
    titled: frozenset[str]
    explained: frozenset[str]
    statuses: Counter[str]
    exampled: frozenset[str]
    said: str
    lost: tuple[str, ...]


def report(store: Store, repository: Repository | None = None) -> tuple[str, list[str]]:
    """Return the tables as text, and the list of what is wrong: with any of it the command exits with 1."""
    there = repository or Repository()
    topics = frozenset(topic.id for topic in store.answers.topics())
    examples_of = _examples(there.examples)
    rows = [_row(store, taal, examples_of.get(taal, Counter()), there.vertalingen) for taal in TALEN]
    wrong = [*_wrong(store, topics), *_left_over(dutch_now(store), there), *(each for row in rows for each in row.lost)]
    parts = ["\n".join([_line(HEAD), *(_line(_cells(row, len(topics))) for row in rows)])]
    parts.append(
        "\n".join(missing for row in rows for missing in _missing(row, topics, rows[0].explained))
        or "Nothing is missing."
    )
    parts.append(f"Texts edited here that differ from the repository: {store.kept.get('seeds_different') or 0}.")
    parts.append("\n".join(["To set right:", *(f"- {each}" for each in wrong)]) if wrong else "Nothing is wrong.")
    return "\n\n".join(parts), wrong


def _examples(folder: Path) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for path in examples.files(folder):
        for _, intent, taal in examples.read(path):
            counted.setdefault(taal, Counter())[intent] += 1
    return counted


def _row(store: Store, taal: str, counted: Counter[str], vertalingen: Path) -> Row:
    texts = store.answers.all_current(taal)
    said, lost = _said(taal, vertalingen)
    return Row(
        taal=taal,
        answered=frozenset(text.topic for text in texts if text.variant == GENERAL and not _is_word(text)),
        titled=frozenset(text.topic for text in texts if text.variant == TITLE),
        explained=frozenset(text.topic for text in texts if _is_word(text)),
        statuses=Counter(text.status for text in texts),
        exampled=frozenset(topic for topic, n in counted.items() if n >= ENOUGH),
        said=said,
        lost=lost,
    )


def _is_word(text: Answered) -> bool:
    return text.topic.startswith(TERM)


def _said(taal: str, vertalingen: Path) -> tuple[str, tuple[str, ...]]:
    """Return how many of the bot's sentences are translated, and what was lost in them."""
    if taal == NL:
        return "source", ()
    try:
        progress = sentences.progress(taal, vertalingen)
    except po.BrokenPo as error:
        return "broken", (str(error),)
    return f"{progress.translated}/{progress.total}", progress.lost


def _cells(row: Row, total: int) -> tuple[str, ...]:
    topics = len(row.exampled - {*examples.CONVERSATION})
    statuses = [str(row.statuses[status]) for status in STATUSES]
    there = (f"{len(row.answered)}/{total}", str(len(row.titled)), str(len(row.explained)))
    return (row.taal, *there, *statuses, f"{topics}/{total}", row.said)


def _line(cells: tuple[str, ...]) -> str:
    return " ".join(cell.ljust(max(9, len(title))) for cell, title in zip(cells, HEAD, strict=True)).rstrip()


def _missing(row: Row, topics: frozenset[str], words: frozenset[str]) -> Iterator[str]:
    """Yield which topics a language lacks, where that is not simply all of them."""
    kinds = (("answers", row.answered, topics), ("titles", row.titled, topics), (HEAD[8], row.exampled, topics))
    for what, there, wanted in (*kinds, ("words", row.explained, words)):
        lacking = sorted(wanted - there)
        if lacking:
            named = "all of them" if len(lacking) == len(wanted) else ", ".join(lacking)
            yield f"{row.taal} lacks {what}: {named}"


def _wrong(store: Store, topics: frozenset[str]) -> Iterator[str]:
    dutch = dutch_now(store)
    for topic in sorted(topics):
        for variant in (TITLE, GENERAL):
            if (topic, variant) not in dutch:
                yield f"{name_of(topic, variant)} has no Dutch text"
    for text in store.answers.all_current():
        yield from _wrong_in(text, dutch.get((text.topic, text.variant)))


def _wrong_in(text: Answered, dutch: str | None) -> Iterator[str]:
    name = f"{text.taal}: {name_of(text.topic, text.variant)}"
    if broken := problem(text.text, text.variant):
        yield f"{name}: {broken}"
    if dutch and text.status != translations.OUTDATED and (lost := missing_numbers(dutch, text.text)):
        yield f"{name}: these numbers of the Dutch text are missing: {', '.join(lost)}"


def _left_over(dutch: Dutch, there: Repository) -> Iterator[str]:
    """Yield what the repository translates but does not have in Dutch."""
    for taal in TALEN[1:]:
        path = translations.faq_po(taal, there.vertalingen)
        try:
            for entry in translations.entries(path, taal):
                if dutch_of(dutch, *key_of(entry.context)) is None:
                    yield f"{path}:{entry.line}: {entry.context} is no topic (any more)"
        except BrokenFile as error:
            yield str(error)
