"""What all texts share: escaping, isolation of Latin runs, rows of buttons, and cutting long texts."""

import html
from collections.abc import Iterable, Sequence

from bot.domain.outgoing import Button, Rows, Text, units
from bot.i18n import Words, isolate, own_name
from bot.i18n.languages import TALEN

LABEL_UNITS = 60


def escape(text: str) -> str:
    """Return plain text as Telegram's HTML."""
    return html.escape(text, quote=False)


def compose(w: Words, *parts: str, buttons: Rows = ()) -> Text:
    """Join parts (HTML in the language of `w`) with empty lines; empty parts are left out."""
    return Text("\n\n".join(isolate(part.strip(), w.taal) for part in parts if part), buttons)


def shorten(text: str, limit: int = LABEL_UNITS) -> str:
    """Return a text of at most `limit` units, cut at a word with an ellipsis."""
    if units(text) <= limit:
        return text
    kept = text
    while units(kept) > limit - 1:
        kept = kept[:-1]
    return kept.rsplit(" ", 1)[0].rstrip() + "…"


def pieces(text: str, limit: int) -> list[str]:
    """Return the text in pieces of at most `limit` units, cut at line or word ends where possible."""
    found = []
    while units(text) > limit:
        cut = len(text.encode("utf-16-le")[: limit * 2].decode("utf-16-le", errors="ignore"))
        at = max(text.rfind("\n", 0, cut), text.rfind(" ", 0, cut))
        at = at if at > cut // 2 else cut
        found.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return [*found, text] if text else found


def column(buttons: Iterable[Button]) -> Rows:
    """Return one button a row."""
    return tuple((button,) for button in buttons)


def grid(buttons: Sequence[Button], width: int = 2) -> Rows:
    """Return rows of `width` buttons."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def languages(prefix: str = "taal", chosen: Iterable[str] = ()) -> Rows:
    """Return the sixteen languages by their own names, the chosen ones ticked."""
    ticked = set(chosen)
    return grid([Button(("✅ " if taal in ticked else "") + own_name(taal), f"{prefix}:{taal}") for taal in TALEN])


def topic_buttons(labels: Iterable[tuple[str, str, str]]) -> Rows:
    """Return one button a topic, given as (id, emoji, title)."""
    return column(Button(f"{emoji} {shorten(title)}", f"onderwerp:{topic}") for topic, emoji, title in labels)


def human(w: Words) -> Button:
    """Return the button that asks for a human."""
    return Button("🙋 " + w("Praat met een mens"), "mens")
