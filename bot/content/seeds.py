"""At every start: texts of the repository that are new or unedited here are taken, and the search index is filled."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from bot.content import examples, sources, terms, translations
from bot.content.sources import FAQ, THEMAS, Source
from bot.content.terms import Explained
from bot.content.translations import Key, Translation
from bot.domain.answers import GENERAL, Topic
from bot.i18n import TALEN
from bot.i18n.catalogues import VERTALINGEN
from bot.storage import Store
from bot.storage.answers import Seed
from bot.storage.superseding import latest_version, outdate, withdraw

NL = "nl"
# Part of every fingerprint: raise it when the same files must be read anew.
VERSION = "1"
STATE, DIFFERENT, TOPICS, SEARCH = "seeds_state", "seeds_different", "seeds_topics", "search_state"


@dataclass(frozen=True)
class Repository:
    """Where the content stands in the repository, or in a copy of it."""

    faq: Path = FAQ
    vertalingen: Path = VERTALINGEN
    examples: Path = examples.DATA

    @classmethod
    def at(cls, folder: Path) -> "Repository":
        """Return the content as `faq export --map` lays it out: faq/<thema>.yml and vertalingen/<taal>/…"""
        return cls(folder / "faq", folder / "vertalingen")

    def fingerprint(self) -> str:
        """Return what changes with any answer, translation or explained word."""
        paths = [translations.faq_po(taal, self.vertalingen) for taal in TALEN if taal != NL]
        paths.append(self.vertalingen / terms.TERMEN)
        return fingerprint([*sorted(self.faq.glob("*.yml")), *(path for path in paths if path.exists())])

    def sources(self) -> list[Source]:
        """Return the Dutch; raises BrokenFile."""
        return sources.load(self.faq)

    def translations(self, dutch: translations.Dutch) -> list[Translation]:
        """Return every translation; raises BrokenFile."""
        talen = [taal for taal in TALEN if taal != NL]
        return [found for taal in talen for found in translations.of_repository(taal, self.vertalingen, dutch)]

    def terms(self) -> list[Explained]:
        """Return the words of the office; raises BrokenFile."""
        return terms.load(self.vertalingen)


def fingerprint(paths: Iterable[Path], extra: str = "") -> str:
    """Return a short text that changes when the name or content of any file does."""
    digest = sha256(f"{VERSION}{extra}".encode())
    for path in paths:
        digest.update(f"\n{path.parent.parent.name}/{path.parent.name}/{path.name}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def dutch(found: Iterable[Source]) -> dict[Key, str]:
    """Return (topic, variant) → Dutch text."""
    return {(source.topic.id, variant): text for source in found for variant, text in source.texts.items()}


def seed(store: Store, now: datetime, repository: Repository | None = None) -> int:
    """Take what is new from the repository, fill the search index; return how many texts were edited here and differ.

    Raises BrokenFile, with nothing changed, when a file cannot be used. Does nothing when nothing changed.
    """
    there = repository or Repository()
    _seed_texts(store, now, there)
    _fill_search(store, there)
    return int(store.kept.get(DIFFERENT) or 0)


def _seed_texts(store: Store, now: datetime, there: Repository) -> None:
    files = there.fingerprint()
    if store.kept.get(STATE) == f"{files} {latest_version(store.database)}":
        return
    found = there.sources()
    translated, words = there.translations(dutch(found)), there.terms()
    with store.database.transaction():
        _take_topics(store, found)
        seeds = [_dutch(*key, text) for key, text in dutch(found).items()]
        seeds += [_dutch(each.term.key, GENERAL, each.texts[NL]) for each in words]
        different = _take_dutch(store, seeds, now)
        more = [*(_translated(each) for each in translated), *(seed for each in words for seed in _explained(each))]
        different += store.answers.seed(more, now)
        withdraw(store.database, {(each.topic, each.taal, each.variant) for each in [*seeds, *more]})
        store.kept.set(DIFFERENT, str(len(different)))
        store.kept.set(STATE, f"{files} {latest_version(store.database)}")


def _take_dutch(store: Store, seeds: Iterable[Seed], now: datetime) -> list[Seed]:
    """Take the Dutch; where it became another text its translations are outdated until one of their own comes."""
    before = dutch_now(store)
    different = store.answers.seed(seeds, now)
    for key, text in dutch_now(store).items():
        if before.get(key, text) != text:
            outdate(store.database, *key, now)
    return different


def dutch_now(store: Store) -> dict[Key, str]:
    """Return (topic, variant) → the Dutch text in the database."""
    return {(text.topic, text.variant): text.text for text in store.answers.all_current(NL)}


def _dutch(topic: str, variant: str, text: str) -> Seed:
    return Seed(topic, NL, variant, text, "source", _hash(text))


def _translated(t: Translation) -> Seed:
    return Seed(t.topic, t.taal, t.variant, t.text, t.status, _hash(t.text, t.status, t.source))


def _explained(each: Explained) -> list[Seed]:
    """Return the explanations of a word in every language but Dutch."""
    return [
        Seed(each.term.key, taal, GENERAL, text, each.status(taal), _hash(text, each.status(taal)))
        for taal, text in each.texts.items()
        if taal != NL
    ]


def _hash(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def _take_topics(store: Store, found: Iterable[Source]) -> None:
    """Set what is known of every topic, unless somebody changed it here since it was last taken."""
    taken: dict[str, str] = json.loads(store.kept.get(TOPICS) or "{}")
    here = {topic.id: topic for topic in store.answers.topics()}
    for number, source in enumerate(found):
        topic = source.topic
        if topic.id not in here or topic_hash(here[topic.id]) == taken.get(topic.id):
            position = THEMAS.index(topic.thema) * 1000 + number
            store.answers.set_topic(topic, position)
        taken[topic.id] = topic_hash(topic)
    store.kept.set(TOPICS, json.dumps(taken))


def topic_hash(topic: Topic) -> str:
    """Return what changes with anything known of a topic but its texts."""
    return _hash(repr(replace(topic, variants=())))


def _fill_search(store: Store, there: Repository) -> None:
    titles = [(text.text, text.topic, text.taal) for text in store.answers.all_current() if text.variant == "title"]
    added = [(example.text, example.topic, example.taal) for example in store.examples.all()]
    paths = examples.files(there.examples)
    state = fingerprint(paths, repr(sorted([*titles, *added])))
    if store.kept.get(SEARCH) == state:
        return
    known = {topic.id for topic in store.answers.topics()}
    written = [example for path in paths for example in examples.read(path)]
    with store.database.transaction():
        store.search.fill([*titles, *added, *(e for e in written if e[1] in known or e[1] in examples.CONVERSATION)])
        store.kept.set(SEARCH, state)
