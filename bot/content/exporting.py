"""What `sleutelbot faq export` does: the content as files that people review, keep in git and translate."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from bot.content import seeds, tables, term_files, translations, writing
from bot.content.errors import BrokenFile, ContentError, Unknown
from bot.content.seeds import NL, Repository, dutch_now
from bot.content.sources import THEMAS, Source
from bot.content.terms import TERMEN
from bot.content.translations import Dutch, Key, faq_po, name_of
from bot.domain.answers import GENERAL, TITLE, Answered
from bot.i18n import TALEN, own_name, po
from bot.storage import Store

KINDS = ("doelgroep", "wet", "gemeente", "aanvulling")


def export(store: Store, folder: Path | None = None) -> list[Path]:
    """Write faq/<thema>.yml and vertalingen/<taal>/LC_MESSAGES/faq.po; return the files that became different.

    Without `folder` they are written into the repository itself. Raises ContentError when there is nothing to write
    or nowhere to write it.
    """
    there = Repository.at(folder) if folder else Repository()
    found = _sources(store, there)
    before = {path: path.read_bytes() for path in _paths(there) if path.exists()}
    try:
        for thema in THEMAS:
            if topics := [source for source in found if source.topic.thema == thema]:
                writing.save(there.faq / f"{thema}.yml", writing.written(thema, topics))
        for taal in TALEN:
            if taal != NL:
                _export_translations(store, taal, found, there.vertalingen)
        term_files.export(store, there.vertalingen)
    except OSError as error:
        raise ContentError(f"The files cannot be written ({error}); choose another folder with --map.") from error
    return [path for path in _paths(there) if path.exists() and path.read_bytes() != before.get(path)]


def export_language(store: Store, taal: str, path: Path, repository: Repository | None = None) -> tuple[int, int]:
    """Write the answers in one language to a .po or .csv file, for a vertaler who works elsewhere.

    Return how many texts are in it, and how many of them are still to be translated. Raises Unknown, or ContentError
    when there is nothing to write or the file cannot be written.
    """
    if taal not in TALEN or taal == NL:
        raise Unknown(f"{taal} is no language to translate into; choose from: {', '.join(TALEN[1:])}.")
    if path.suffix.lower() not in (".po", ".csv"):
        raise Unknown(f"What kind of file is {path}? Let its name end in .po or .csv.")
    there = repository or Repository()
    entries = _entries(store, taal, _sources(store, there), _written(faq_po(taal, there.vertalingen), taal), True)
    try:
        if path.suffix.lower() == ".csv":
            tables.save(path, entries)
        else:
            po.write(path, taal, entries, _head(taal))
    except OSError as error:
        raise ContentError(f"{path} cannot be written ({error}).") from error
    return len(entries), sum(not entry.text for entry in entries)


def _paths(there: Repository) -> list[Path]:
    return (
        [there.faq / f"{t}.yml" for t in THEMAS]
        + [faq_po(t, there.vertalingen) for t in TALEN if t != NL]
        + [there.vertalingen / TERMEN]
    )


def _sources(store: Store, there: Repository) -> list[Source]:
    """Return the Dutch of the database, each topic's variants in the order of its file."""
    texts: dict[str, dict[str, str]] = {}
    for (topic_id, variant), text in dutch_now(store).items():
        texts.setdefault(topic_id, {})[variant] = text
    order = {key: number for number, key in enumerate(seeds.dutch(_old(there)))}
    found = []
    for topic in store.answers.topics():
        mine = texts.get(topic.id, {})
        if TITLE in mine and GENERAL in mine:
            ranked = sorted(mine, key=lambda variant: (order.get((topic.id, variant), len(order)), _rank(variant)))
            found.append(Source(topic, {variant: mine[variant] for variant in ranked}, there.faq))
    if not found:
        raise ContentError("There are no answers in the database yet; start the bot once, or import them.")
    return found


def _old(there: Repository) -> list[Source]:
    """Return the files as they are, none when they cannot be read: they are about to be replaced."""
    try:
        return there.sources()
    except BrokenFile:
        return []


def _rank(variant: str) -> tuple[int, bool, str]:
    """Sort title and general before doelgroep, wet and gemeente, and statushouder before gezinsmigrant."""
    name, _, value = variant.partition("=")
    return (KINDS.index(name) if name in KINDS else -1, variant != TITLE and value != "statushouder", value)


def _export_translations(store: Store, taal: str, found: list[Source], vertalingen: Path) -> None:
    path = faq_po(taal, vertalingen)
    if entries := _entries(store, taal, found, _written(path, taal)):
        po.write(path, taal, entries, _head(taal))


def _head(taal: str) -> str:
    return f"The answers of Sleutelbot in {own_name(taal)}; see vertalingen/README.md."


def _written(path: Path, taal: str) -> dict[str, po.Entry]:
    return {entry.context: entry for entry in translations.entries(path, taal)}


def _entries(
    store: Store, taal: str, found: list[Source], old: Mapping[str, po.Entry], all_of_them: bool = False
) -> list[po.Entry]:
    """Return what is translated in the order of the files, with `all_of_them` also what is not translated yet."""
    here = {(text.topic, text.variant): text for text in store.answers.all_current(taal)}
    dutch = seeds.dutch(found)
    return [
        _entry(here[key], dutch, old.get(name_of(*key))) if key in here else po.Entry(name_of(*key), dutch[key], "")
        for source in found
        for key in _keys(source, list(here))
        if key in here or all_of_them
    ]


def _keys(source: Source, here: list[Key]) -> list[Key]:
    """Return what a topic can have in a language: its Dutch texts, then what that language has of its own."""
    own = sorted(variant for topic, variant in here if topic == source.topic.id and variant not in source.texts)
    return [(source.topic.id, variant) for variant in [*source.texts, *own]]


def _entry(text: Answered, dutch: Dutch, old: po.Entry | None) -> po.Entry:
    """Return an entry of a PO file; what people wrote beside it in the old file stays while it holds."""
    name = name_of(text.topic, text.variant)
    made = po.Entry(name, translations.dutch_of(dutch, text.topic, text.variant) or "", text.text, text.status)
    if old is None:
        return made
    same = (old.text, old.status) == (made.text, made.status)
    return replace(made, comments=old.comments, note=old.note if same else "")
