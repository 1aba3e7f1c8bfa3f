"""How far each language is: answers, titles, explained words, review, examples and the bot's own sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.content import examples
from bot.content.seeds import NL, Repository
from bot.content.translations import name_of
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
    """How far one language is; `lost` is what its sentences lost of the Dutch."""

    taal: str
    answered: frozenset[str]
    titled: frozenset[str]
    variants: frozenset[str]
    explained: frozenset[str]
    statuses: Counter[str]
    exampled: frozenset[str]
    said: str
    unsaid: int
    lost: tuple[str, ...]


def rows(store: Store, there: Repository) -> list[Row]:
    """Return the row of every language, the Dutch first."""
    examples_of = _examples(there.examples)
    return [_row(store, taal, examples_of.get(taal, Counter()), there.vertalingen) for taal in TALEN]


def table(found: Iterable[Row], topics: frozenset[str]) -> str:
    """Return the rows as a table."""
    return "\n".join([_line(HEAD), *(_line(_cells(row, len(topics))) for row in found)])


def missing(found: list[Row], topics: frozenset[str]) -> Iterator[str]:
    """Yield what each language lacks; of texts that the Dutch has, those that are not translated."""
    dutch = found[0]
    for row in found:
        kinds = (
            ("answers", row.answered, topics),
            ("titles", row.titled, topics),
            ("variants", row.variants, dutch.variants),
            (HEAD[8], row.exampled, topics),
            ("words", row.explained, dutch.explained),
        )
        for what, there, wanted in kinds:
            if lacking := sorted(wanted - there):
                named = "all of them" if len(lacking) == len(wanted) else ", ".join(lacking)
                yield f"{row.taal} lacks {what}: {named}"
        if row.unsaid:
            yield f"{row.taal} lacks {row.unsaid} of the bot's sentences"


def _examples(folder: Path) -> dict[str, Counter[str]]:
    counted: dict[str, Counter[str]] = {}
    for path in examples.files(folder):
        for _, intent, taal in examples.read(path):
            counted.setdefault(taal, Counter())[intent] += 1
    return counted


def _row(store: Store, taal: str, counted: Counter[str], vertalingen: Path) -> Row:
    texts = store.answers.all_current(taal)
    said, unsaid, lost = _said(taal, vertalingen)
    return Row(
        taal=taal,
        answered=frozenset(text.topic for text in texts if text.variant == GENERAL and not is_word(text)),
        titled=frozenset(text.topic for text in texts if text.variant == TITLE),
        variants=frozenset(name_of(text.topic, text.variant) for text in texts if "=" in text.variant),
        explained=frozenset(text.topic for text in texts if is_word(text)),
        statuses=Counter(text.status for text in texts),
        exampled=frozenset(topic for topic, n in counted.items() if n >= ENOUGH),
        said=said,
        unsaid=unsaid,
        lost=lost,
    )


def is_word(text: Answered) -> bool:
    """Tell whether a text explains a word."""
    return text.topic.startswith(TERM)


def _said(taal: str, vertalingen: Path) -> tuple[str, int, tuple[str, ...]]:
    """Return how many of the bot's sentences are translated, how many are not, and what was lost in them."""
    if taal == NL:
        return "source", 0, ()
    try:
        progress = sentences.progress(taal, vertalingen)
    except po.BrokenPo as error:
        return "broken", 0, (str(error),)
    said = f"{progress.translated}/{progress.total}"
    return said, progress.total - progress.translated, progress.lost


def _cells(row: Row, total: int) -> tuple[str, ...]:
    topics = len(row.exampled - {*examples.CONVERSATION})
    statuses = [str(row.statuses[status]) for status in STATUSES]
    there = (f"{len(row.answered)}/{total}", str(len(row.titled)), str(len(row.explained)))
    return (row.taal, *there, *statuses, f"{topics}/{total}", row.said)


def _line(cells: tuple[str, ...]) -> str:
    return " ".join(cell.ljust(max(9, len(title))) for cell, title in zip(cells, HEAD, strict=True)).rstrip()
