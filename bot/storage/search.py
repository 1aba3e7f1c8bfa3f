"""Full-text search over the example questions: what answers while Rasa loads or is down."""

import math
import unicodedata
from collections.abc import Iterable

from bot.storage.database import Database
from nlu.taal.normalise import normalise

ROWS = 60
LONG_WORD = 5
MAX_WORDS = 40


def words_of(text: str) -> list[str]:
    """Return the words of a text as the index knows them: normalised, without accents, letters and digits only."""
    plain = unicodedata.normalize("NFD", normalise(text))
    kept = "".join(c if c.isalnum() else "" if unicodedata.category(c).startswith("M") else " " for c in plain)
    return kept.split()


def _stem(word: str) -> str:
    """Return the beginning that stands for a word: endings differ ('examen', 'examens'), beginnings less."""
    return word[: max(4, len(word) - 2)] if len(word) >= LONG_WORD else word


class Search:
    """An index of (words, intent, taal)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def fill(self, examples: Iterable[tuple[str, str, str]]) -> None:
        """Replace the index by (text, intent, taal) of every example."""
        with self._database.transaction():
            self._database.execute("DELETE FROM example")
            for text, intent, taal in examples:
                stems = " ".join(_stem(word) for word in words_of(text))
                self._database.insert("example", {"words": stems, "intent": intent, "taal": taal})

    def find(self, text: str) -> list[tuple[str, float]]:
        """Return (intent, likeness 0..1) of the most alike examples, the best first, each intent once."""
        wanted = set(dict.fromkeys(_stem(word) for word in words_of(text)[:MAX_WORDS]))
        if not wanted:
            return []
        weight = self._weights(wanted)
        query = " OR ".join(f'"{stem}"' for stem in sorted(wanted))
        rows = self._database.rows(
            f"SELECT words, intent FROM example WHERE example MATCH ? ORDER BY rank LIMIT {ROWS}", (query,)
        )
        best: dict[str, float] = {}
        for row in rows:
            likeness = self._likeness(wanted, set(row["words"].split()), weight)
            best[row["intent"]] = max(best.get(row["intent"], 0.0), likeness)
        return sorted(best.items(), key=lambda item: -item[1])

    def _weights(self, stems: Iterable[str]) -> dict[str, float]:
        """Return how much each stem says: a rare word says more than a common one."""
        total = self._database.value("SELECT count(*) FROM example") or 1
        counted = {
            stem: self._database.value("SELECT doc FROM example_vocab WHERE term = ?", (stem,)) for stem in stems
        }
        return {stem: math.log(1 + total / (1 + (n or 0))) for stem, n in counted.items()}

    @staticmethod
    def _likeness(wanted: set[str], there: set[str], weight: dict[str, float]) -> float:
        """Return the harmonic mean of how much of the question is in the example and the other way round."""
        common = sum(weight[stem] for stem in wanted & there)
        asked = sum(weight[stem] for stem in wanted)
        average = asked / len(wanted)
        example = sum(weight.get(stem, average) for stem in there)
        return 2 * common / (asked + example)
