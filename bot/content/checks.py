"""What a text must obey before it can be shown: Telegram's HTML, closed tags, and a length that fits."""

import re
from html.parser import HTMLParser

from bot.content.gemeenten import gemeenten
from bot.domain.answers import GENERAL, TITLE

TAGS = frozenset({"b", "i", "u", "s", "a", "code", "pre", "blockquote", "tg-spoiler", "strong", "em"})
# Telegram refuses what a browser would forgive: a bare <, a comment, <b/>.
_TAG = re.compile(r"</?[a-z][a-z0-9-]*(?:\s[^<>]*)?>")
LONGEST_TITLE = 100
LONGEST_TEXT = 3000
VALUES = {"doelgroep": frozenset({"statushouder", "gezinsmigrant"}), "wet": frozenset({"2021", "2013"})}


class _Tags(HTMLParser):
    """Follows tags and remembers the first thing that is wrong."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.wrong: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong = self.wrong or f"<{tag}> kan niet in Telegram"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong = self.wrong or f"</{tag}> sluit niets af"


def broken_html(text: str) -> str | None:
    """Return what is wrong with the tags of a text, or None."""
    if "<" in _TAG.sub("", text):
        return "een < die geen tag begint, schrijf je als &lt;"
    tags = _Tags()
    tags.feed(text)
    tags.close()
    if tags.wrong is None and tags.open:
        return f"<{tags.open[-1]}> is niet afgesloten"
    return tags.wrong


def problem(text: str, variant: str) -> str | None:
    """Return, in Dutch, why a text cannot be published, or None."""
    longest = LONGEST_TITLE if variant == TITLE else LONGEST_TEXT
    if not text.strip():
        return "de tekst is leeg"
    if len(text) > longest:
        return f"{len(text)} tekens; hoogstens {longest}"
    if variant != TITLE:
        return broken_html(text)
    return "een titel is één regel zonder < en >" if set(text) & set("<>\n") else None


def known_variant(variant: str) -> bool:
    """Tell whether a text can be a variant: general, a title, for a doelgroep or wet, or of a gemeente of ours."""
    name, equals, value = variant.partition("=")
    if not equals:
        return variant in (GENERAL, TITLE)
    local = dict.fromkeys(("gemeente", "aanvulling"), frozenset(gemeenten()))
    return value in {**VALUES, **local}.get(name, frozenset())
