"""The training examples as data: what people type, for the search index and for counting."""

from pathlib import Path

from bot.content import marked
from bot.content.errors import BrokenFile
from bot.i18n import TALEN
from bot.settings import PROJECT

DATA = PROJECT / "nlu" / "data"
CONVERSATION = ("mens", "crisis", "groet", "dank", "buiten_bereik")
Example = tuple[str, str, str]


def files(folder: Path = DATA) -> list[Path]:
    """Return the files of our languages, <taal>/<thema>.yml."""
    return [path for path in sorted(folder.glob("*/*.yml")) if path.parent.name in TALEN]


def read(path: Path) -> list[Example]:
    """Return (text, intent, taal) of every example in a file; raises BrokenFile."""
    root = marked.read(path)
    for intent, texts in root.items():
        if not isinstance(texts, list):
            raise BrokenFile(path, root.lines[intent], f"{intent} must be a list of examples")
    return [(str(text), intent, path.parent.name) for intent, texts in root.items() for text in texts]
