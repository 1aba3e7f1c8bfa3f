"""From text and entities back to HTML, for those who want to read what was sent."""

from html import escape

from bot.simulator.entities import Json

_TAGS = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def _opening(entity: Json) -> str:
    if entity["type"] == "text_link":
        return f'<a href="{escape(str(entity["url"]))}">'
    return f"<{_TAGS[entity['type']]}>"


def _closing(entity: Json) -> str:
    return "</a>" if entity["type"] == "text_link" else f"</{_TAGS[entity['type']]}>"


def as_html(text: str, entities: list[Json]) -> str:
    """Telegram HTML of a message; entities that carry no look of their own are left out."""
    shown = [entity for entity in entities if entity["type"] in _TAGS or entity["type"] == "text_link"]
    shown.sort(key=lambda entity: (entity["offset"], -entity["length"]))
    raw = text.encode("utf-16-le", "surrogatepass")
    stops = sorted({0, len(raw) // 2, *(e["offset"] for e in shown), *(e["offset"] + e["length"] for e in shown)})
    result = ""
    for start, stop in zip(stops, [*stops[1:], stops[-1]], strict=True):
        result += "".join(_closing(e) for e in reversed(shown) if e["offset"] + e["length"] == start)
        result += "".join(_opening(e) for e in shown if e["offset"] == start)
        result += escape(raw[2 * start : 2 * stop].decode("utf-16-le", "replace"), quote=False)
    return result
