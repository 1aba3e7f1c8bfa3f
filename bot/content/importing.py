"""What `sleutelbot faq import` does: a file is taken in whole, or refused with the line and the reason."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from bot.content import files, marked, seeds, sources, tables, term_files, translations
from bot.content.errors import BrokenFile, Unknown
from bot.content.seeds import NL, dutch_now
from bot.content.sources import THEMAS
from bot.content.terms import TERMEN
from bot.content.translations import OUTDATED, Dutch, Translation, dutch_of, name_of, same_words
from bot.domain.answers import Topic
from bot.domain.content_effects import PublishAnswer
from bot.i18n import TALEN
from bot.i18n.po import FUZZY
from bot.storage import Store
from bot.storage.superseding import position


@dataclass(frozen=True)
class Imported:
    """What an import did: new versions, texts that were already so, and remarks for the one who imports."""

    changed: int
    unchanged: int
    remarks: tuple[str, ...] = ()


def import_file(
    store: Store, path: Path, now: datetime, taal: str | None = None, author: str = files.COMMANDLINE
) -> Imported:
    """Take a file in whole: <thema>.yml, termen.yml, or the translations of a language (.po, .csv or flat YAML).

    `taal` may be left out where the path tells it (vertalingen/ar/LC_MESSAGES/faq.po, ar/exams.yml, ar.csv) or the
    file itself. A flat file's texts become drafts. Raises BrokenFile with file, line and reason, or Unknown; nothing
    is changed then.
    """
    if not path.is_file():
        raise Unknown(f"There is no file {path}.")
    remarks: list[str] = []
    with store.database.transaction():
        if path.name == TERMEN:
            wanted = term_files.wanted(path, author)
        elif path.suffix.lower() not in (".po", ".csv") and "topics" in marked.read(path):
            wanted = _import_sources(store, path, author)
        else:
            wanted, remarks = _import_translations(store, path, taal or _taal_of(path), author)
        changed = len(files.publish(store, wanted, now))
    return Imported(changed, len(wanted) - changed, tuple(remarks))


def _taal_of(path: Path) -> str:
    folders = [folder.name for folder in path.resolve().parents][:2]
    for name in (path.stem, *folders):
        if name in TALEN:
            return name
    if path.suffix.lower() == ".po" and (named := translations.language(path)):
        return named
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


def _import_translations(
    store: Store, path: Path, taal: str, author: str
) -> tuple[list[tuple[PublishAnswer, str]], list[str]]:
    kind = path.suffix.lower()
    if taal not in TALEN or (taal == NL and kind in (".po", ".csv")):
        raise Unknown(f"{taal} is no language to translate into; choose from: {', '.join(TALEN[1:])}.")
    if path.stem in TALEN and path.stem != taal:
        raise Unknown(f"{path} is named after the language {path.stem}, not {taal}; is it the right file?")
    dutch = dutch_now(store)
    if kind == ".po":
        entries = translations.entries(path, taal, whole=True)
    elif kind == ".csv":
        entries = tables.read(path)
    else:
        entries = translations.flat_entries(path, dutch, "draft")
    if not entries:
        raise BrokenFile(path, 1, "there is no translation in this file")
    found = [_weighed(store, each) for each in translations.checked(path, taal, entries, dutch)]
    remarks = [each for one in found for each in _remarks(path, one, dutch)]
    if kind == ".csv":
        remarks += [f"{path}:{entry.line}: {entry.context}: {entry.note}" for entry in entries if entry.note]
    return [(PublishAnswer(t.topic, taal, t.variant, t.text, author), t.status) for t in found], remarks


def _weighed(store: Store, new: Translation) -> Translation:
    """Return a text that is here already as it is here, unless a person reviewed or doubted it in the file.

    A file does not know what happened since it was written: who reviewed the same words here need not do so again.
    """
    here = store.answers.text(new.topic, new.taal, new.variant)
    if here is None or not same_words(here.text, new.text):
        return new
    newly_reviewed = new.status not in FUZZY and here.status in FUZZY
    return replace(new, text=here.text, status=new.status if newly_reviewed or new.doubted else here.status)


def _remarks(path: Path, new: Translation, dutch: Dutch) -> Iterator[str]:
    """Yield what the one who imports must know: a translation of Dutch that is no longer the Dutch."""
    source = dutch_of(dutch, new.topic, new.variant)
    if new.status == OUTDATED and source is not None and not same_words(new.source, source):
        yield f"{path}:{new.line}: {name_of(new.topic, new.variant)}: the Dutch has changed since; it is outdated now."
