"""Telegram's HTML, read as strictly as Telegram reads it, into text and entities."""

import re
from html import unescape
from typing import NamedTuple

from bot.simulator.entities import Json, trimmed, utf16
from bot.simulator.errors import ApiError, bad_request

_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_CHARACTER = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|lt|gt|amp|quot);?")
_ATTRIBUTE = re.compile(r"\s*([^\s=>/\"'<]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9.-]+))?\s*")
_LINK = re.compile(r"(?:https?://[^\s/]+\S*|tg://\S+|mailto:\S+|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?)", re.I)


class _Open(NamedTuple):
    tag: str
    argument: str
    offset: int
    characters: int


class _Reader:
    """Walks over one text and gathers what it says and how it looks."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text = ""
        self.units = 0
        self.open: list[_Open] = []
        self.entities: list[Json] = []

    def fail(self, sentence: str) -> ApiError:
        return bad_request(f"can't parse entities: {sentence}")

    def fail_at(self, sentence: str, place: int) -> ApiError:
        return self.fail(sentence.replace("{}", f"at byte offset {len(self.source[:place].encode())}"))

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._close()
            elif self.source[self.at] == "<":
                self._start()
            else:
                self._plain()
        if self.open:
            raise self.fail(f"Can't find end tag corresponding to start tag \"{self.open[-1].tag}\"")
        return self.text, self.entities

    def _plain(self) -> None:
        match = _CHARACTER.match(self.source, self.at)
        taken = match.group() if match else self.source[self.at]
        self.at += len(taken)
        said = unescape(taken.rstrip(";") + ";") if match else taken
        self.text += said
        self.units += utf16(said)

    def _start(self) -> None:
        begin = self.at
        end = self.source.find(">", begin)
        name = re.match(r"<([^\s>]*)", self.source[begin:])
        tag = name.group(1).lower() if name else ""
        if end < 0:
            raise self.fail_at("Unclosed start tag {}", begin)
        if tag not in _KINDS:
            raise self.fail_at(f'Unsupported start tag "{tag}" {{}}', begin)
        self.at = begin + 1 + len(tag)
        attributes = self._attributes(tag, begin)
        self.open.append(_Open(tag, self._argument(tag, attributes, begin), self.units, len(self.text)))

    def _attributes(self, tag: str, begin: int) -> dict[str, str]:
        found: dict[str, str] = {}
        while True:
            self.at += len(self.source[self.at :]) - len(self.source[self.at :].lstrip())
            if self.source.startswith(">", self.at):
                self.at += 1
                return found
            match = _ATTRIBUTE.match(self.source, self.at)
            if self.at >= len(self.source):
                raise self.fail_at("Unclosed start tag {}", begin)
            if match is None:
                raise self.fail_at(f'Empty attribute name in the tag "{tag}" {{}}', begin)
            name, value = match.group(1).lower(), match.group(2)
            if value is None and (tag, name) != ("blockquote", "expandable"):
                raise self.fail_at(f'Expected equal sign in declaration of an attribute of the tag "{tag}" {{}}', begin)
            found[name] = unescape((value or "").strip("\"'"))
            self.at = match.end()

    def _argument(self, tag: str, attributes: dict[str, str], begin: int) -> str:
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self.fail_at('Tag "span" must have class "tg-spoiler" {}', begin)
        if tag == "blockquote":
            return "expandable" if "expandable" in attributes else ""
        return attributes.get({"a": "href", "tg-emoji": "emoji-id"}.get(tag, ""), "")

    def _close(self) -> None:
        begin = self.at
        if not self.open:
            raise self.fail_at("Unexpected end tag {}", begin)
        match = re.compile(r"</([^\s>]*)\s*>").match(self.source, begin)
        if match is None:
            raise self.fail_at("Unclosed end tag {}", begin)
        last = self.open.pop()
        if match.group(1) and match.group(1).lower() != last.tag:
            raise self.fail_at(f'Unmatched end tag {{}}, expected "</{last.tag}>", found "</{match.group(1)}>"', begin)
        self.at = match.end()
        if self.units > last.offset:
            self._add(last)

    def _add(self, last: _Open) -> None:
        entity: Json = {"type": _KINDS[last.tag], "offset": last.offset, "length": self.units - last.offset}
        if last.tag == "a":
            url = last.argument or self.text[last.characters :]
            if not _LINK.fullmatch(url):
                return
            entity["url"] = url if "://" in url or url.startswith("mailto:") else f"http://{url}/"
        if last.tag == "tg-emoji":
            entity["custom_emoji_id"] = last.argument
        if last.tag == "blockquote" and last.argument:
            entity["type"] = "expandable_blockquote"
        # What closes later encloses: it goes first, and stays first among those of the same extent.
        self.entities.insert(0, entity)


def _settled(entities: list[Json]) -> list[Json]:
    """Without what Telegram drops in silence: anything that shares text with code, and the same thing twice."""
    code = [entity for entity in entities if entity["type"] in {"code", "pre"}]
    kept: list[Json] = []
    for entity in sorted(entities, key=lambda one: (one["offset"], -one["length"])):
        inside = any(
            block is not entity and block["offset"] <= entity["offset"]
            and entity["offset"] + entity["length"] <= block["offset"] + block["length"]
            for block in code
        )
        if not (inside and entity["type"] not in {"code", "pre"}) and entity not in kept:
            kept.append(entity)
    return kept


def parsed(source: str) -> tuple[str, list[Json]]:
    """Text and entities of Telegram HTML. Raises ApiError 400 "can't parse entities" where Telegram would."""
    text, entities = _Reader(source).read()
    return trimmed(text, _settled(entities))
