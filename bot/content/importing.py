"""What `sleutelbot faq import` does: a file is taken in whole, or refused with the line and the reason."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.content import files, marked, seeds, sources, term_files, translations
from bot.content.errors import Unknown
from bot.content.seeds import NL, dutch_now
from bot.content.sources import THEMAS
from bot.content.terms import TERMEN
from bot.content.translations import Translation
from bot.domain.answers import Topic
from bot.domain.effects import PublishAnswer
from bot.i18n import TALEN
from bot.storage import Store
from bot.storage.superseding import position


@dataclass(frozen=True)
class Imported:
    """What an import did: new versions, and texts that were already so."""

    changed: int
    unchanged: int


def import_file(
    store: Store, path: Path, now: datetime, taal: str | None = None, author: str = files.COMMANDLINE
) -> Imported:
    """Take a file in whole: <thema>.yml, termen.yml, faq.po, or flat YAML of a translation (`exam_cost/title: …`).

    `taal` may be left out where the path tells it (vertalingen/ar/LC_MESSAGES/faq.po, ar/exams.yml). A flat file's
    texts become drafts. Raises BrokenFile with file, line and reason, or Unknown; nothing is changed then.
    """
    if not path.is_file():
        raise Unknown(f"There is no file {path}.")
    with store.database.transaction():
        if path.name == TERMEN:
            wanted = term_files.wanted(path, author)
        elif path.suffix != ".po" and "topics" in marked.read(path):
            wanted = _import_sources(store, path, author)
        else:
            wanted = _import_translations(store, path, taal or _taal_of(path), author)
        changed = len(files.publish(store, wanted, now))
    return Imported(changed, len(wanted) - changed)


def _taal_of(path: Path) -> str:
    folders = [folder.name for folder in path.resolve().parents][:2]
    for name in folders:
        if name in TALEN:
            return name
    raise Unknown(f"Which language is {path}? Say so with --taal.")


def _import_sources(store: Store, path: Path, author: str) -> list[tuple[PublishAnswer, str]]:
    found = sources.read(path)
    here = {topic.id: topic for topic in store.answers.topics()}
    sources.together(found, here)
    for source in found:
        _set_topic(store, source.topic, here.get(source.topic.id))
    return [
        (PublishAnswer(topic, NL, variant, text, author), "edited")
        for (topic, variant), text in seeds.dutch(found).items()
    ]


def _set_topic(store: Store, topic: Topic, here: Topic | None) -> None:
    if here is None or seeds.topic_hash(here) != seeds.topic_hash(topic):
        place = position(store.database, topic.id)
        last = THEMAS.index(topic.thema) * 1000 + 999
        store.answers.set_topic(topic, last if place is None or here is None or here.thema != topic.thema else place)


def _import_translations(store: Store, path: Path, taal: str, author: str) -> list[tuple[PublishAnswer, str]]:
    if taal not in TALEN or (taal == NL and path.suffix == ".po"):
        raise Unknown(f"{taal} is no language to translate into; choose from: {', '.join(TALEN[1:])}.")
    dutch = dutch_now(store)
    if path.suffix == ".po":
        found = translations.checked(path, taal, translations.entries(path, taal), dutch)
    else:
        found = translations.checked(path, taal, translations.flat_entries(path, dutch, "draft"), dutch)
        found = [_unless_same(store, each) for each in found]
    return [(PublishAnswer(t.topic, taal, t.variant, t.text, author), t.status) for t in found]


def _unless_same(store: Store, new: Translation) -> Translation:
    """Return a draft with the status that the same words have already: who reviewed them need not do so again."""
    here = store.answers.text(new.topic, new.taal, new.variant)
    return replace(new, status=here.status) if here and here.text == new.text else new
