"""The bot's own sentences: collected from the code, brought to every language, and checked for what was lost."""

import ast
import gettext
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as PoMessage

from bot.i18n import po
from bot.i18n.catalogues import VERTALINGEN
from bot.i18n.languages import SOURCE, TALEN

BOT = Path(__file__).resolve().parents[1]
TEMPLATE = "bot.pot"
HEAD = "The sentences of Sleutelbot. msgid is the Dutch; words between { } stay as they are."
_HOLDS = re.compile(r"\{\w*\}|</?\w+>")


@dataclass(frozen=True)
class Progress:
    """How far the sentences of a language are."""

    translated: int
    total: int
    lost: tuple[str, ...]


def template(code: Path = BOT) -> Catalog:
    """Return every sentence in the code; raises ValueError with the place where one is not written out."""
    made = po.new_catalogue(None, HEAD)
    for path in sorted(code.rglob("*.py")):
        for sentence in _sentences(path):
            made.add(sentence if len(sentence) > 1 else sentence[0]).flags.discard("python-format")
    return made


def _sentences(path: Path) -> Iterator[tuple[str, ...]]:
    """Yield (sentence,) or (one, many). Babel's own reader sees no call inside an f-string on Python 3.11."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        wanted = _wanted(node.func)
        texts = [argument.value for argument in node.args[:wanted] if isinstance(argument, ast.Constant)]
        if len(texts) != wanted or not all(isinstance(text, str) for text in texts):
            raise ValueError(f"{path}:{node.lineno}: a sentence must be written out here to be translated")
        if wanted:
            yield tuple(str(text) for text in texts)


def _wanted(called: ast.expr) -> int:
    """Return how many sentences a call takes: w(…), turn.w(…) and words(taal)(…) one, w.plural(…) two."""
    match called:
        case ast.Name("w") | ast.Attribute(attr="w") | ast.Call(func=ast.Name("words")):
            return 1
        case ast.Attribute(value=ast.Name("w") | ast.Attribute(attr="w"), attr="plural"):
            return 2
    return 0


def extract(code: Path = BOT, folder: Path = VERTALINGEN) -> None:
    """Write the template."""
    po.save(folder / TEMPLATE, template(code), sort=True)


def update(folder: Path = VERTALINGEN) -> None:
    """Bring every language's bot.po up to the template; what left the code is kept as obsolete, and comes back."""
    wanted = po.catalogue(folder / TEMPLATE, None)
    for taal in TALEN:
        if taal == SOURCE:
            continue
        path = bot_po(taal, folder)
        made = po.catalogue(path, taal) if path.exists() else po.new_catalogue(taal, HEAD)
        for message in made.obsolete.values():
            made[message.id] = message
        made.obsolete.clear()
        made.update(wanted, no_fuzzy_matching=True)
        po.save(path, made, sort=True)


def bot_po(taal: str, folder: Path = VERTALINGEN) -> Path:
    """Return where the sentences of a language stand."""
    return folder / taal / "LC_MESSAGES" / "bot.po"


def progress(taal: str, folder: Path = VERTALINGEN) -> Progress:
    """Return how many sentences are translated, and which translations lost a placeholder or a tag."""
    path = bot_po(taal, folder)
    wanted = [message for message in po.catalogue(folder / TEMPLATE, None) if message.id]
    found = po.catalogue(path, taal) if path.exists() else po.new_catalogue(taal, HEAD)
    there = [message for item in wanted if (message := found.get(item.id)) is not None and _whole(message)]
    lost = tuple(f"{path}:{m.lineno}: {_lost(m, found)}" for m in there if _lost(m, found))
    return Progress(len(there), len(wanted), lost)


def _whole(message: PoMessage) -> bool:
    return all(message.string) if isinstance(message.string, tuple) else bool(message.string)


def _lost(message: PoMessage, found: Catalog) -> str | None:
    """Say what differs from the Dutch; a plural form for one number alone may write that number out."""
    if isinstance(message.string, str):
        return _difference(str(message.id), message.string)
    form_of = gettext.c2py(found.plural_expr)
    used = Counter(form_of(n) for n in range(1000))
    for form, text in enumerate(message.string):
        kept = text if used[form] > 1 or "{n}" in text else text + "{n}"
        if wrong := _difference(message.id[1], kept):
            return wrong
    return None


def _difference(dutch: str, translation: str) -> str | None:
    wanted, there = Counter(_HOLDS.findall(dutch)), Counter(_HOLDS.findall(translation))
    if wanted == there:
        return None
    missing, extra = wanted - there, there - wanted
    parts = [f"misses {' '.join(missing)}"] * bool(missing) + [f"has {' '.join(extra)} too many"] * bool(extra)
    return f"the translation of „{dutch}” " + " and ".join(parts)
