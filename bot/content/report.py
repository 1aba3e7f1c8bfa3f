"""What `check` prints: what is missing, how the Dutch reads, what is past its shelf life, what must be set right."""

from collections.abc import Iterable, Iterator
from datetime import date

from bot.content.ageing import due
from bot.content.faults import faults, notes
from bot.content.progress import is_word, missing, rows, table
from bot.content.reading import Level, level, together
from bot.content.seeds import NL, Repository
from bot.content.translations import name_of
from bot.domain.answers import TITLE
from bot.storage import Store

HARDEST = 10


def report(
    store: Store, today: date, repository: Repository | None = None, also: Iterable[str] = (), strict: bool = False
) -> tuple[str, list[str]]:
    """Return the tables as text, and the list of what is wrong: with any of it the command exits with 1.

    `also` is what was found wrong elsewhere. An answer past its shelf life is wrong only when `strict`.
    """
    there = repository or Repository()
    topics = frozenset(topic.id for topic in store.answers.topics())
    found = rows(store, there)
    wrong = [*faults(store, there), *(each for row in found for each in row.lost), *also]
    told = list(notes(store))
    old = due(store.answers.topics(), today)
    if strict:
        wrong += [f"{each.topic}: checked on {each.peildatum}; check it against its sources again" for each in old]
    aged = [f"- {each.topic}: checked on {each.peildatum}, {each.days} days too long ago" for each in old]
    parts = [
        table(found, topics),
        "\n".join(missing(found, topics)) or "Nothing is missing.",
        "\n".join(_reading(store)),
        "\n".join(["Past their shelf life:", *aged]) if aged else "Nothing is past its shelf life.",
        f"Texts edited here that differ from the repository: {store.kept.get('seeds_different') or 0}.",
        "\n".join(["Confirmed by a vertaler:", *(f"- {each}" for each in told)]) if told else "Nothing to judge.",
        "\n".join(["To set right:", *(f"- {each}" for each in wrong)]) if wrong else "Nothing is wrong.",
    ]
    return "\n\n".join(parts), wrong


def _reading(store: Store) -> Iterator[str]:
    """Yield how easy the Dutch answers are to read, by thema, and the hardest of them."""
    texts = [text for text in store.answers.all_current(NL) if text.variant != TITLE and not is_word(text)]
    levels = {name_of(text.topic, text.variant): (text.topic, level(text.text)) for text in texts}
    thema_of = {topic.id: topic.thema for topic in store.answers.topics()}
    yield "Reading ease of the Dutch (Flesch-Douma: above 80 easy, 60 to 70 ordinary, below 50 hard)"
    yield "thema      texts  ease  words a sentence  syllables a word"
    for thema in dict.fromkeys(thema_of.values()):
        yield _line(thema, [found for topic, found in levels.values() if thema_of.get(topic) == thema])
    yield _line("all", [found for _, found in levels.values()])
    hardest = sorted((found.ease, name) for name, (_, found) in levels.items())[:HARDEST]
    yield "Hardest: " + ", ".join(f"{name} {ease:.0f}" for ease, name in hardest)


def _line(thema: str, levels: list[Level]) -> str:
    all_of_it = together(levels)
    long_words = all_of_it.syllables / max(1, all_of_it.words)
    return f"{thema:<10} {len(levels):5} {all_of_it.ease:5.0f} {all_of_it.sentence_length:17.1f} {long_words:17.2f}"
