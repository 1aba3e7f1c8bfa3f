"""An answer with its source, its status and the buttons under it."""

from dataclasses import dataclass
from datetime import date

from bot.domain.answers import Answered, Topic
from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words, direction
from bot.replies.layout import compose, escape, human, shorten
from bot.replies.nieuwkomer import switch


@dataclass(frozen=True)
class Shown:
    """An answer found for a person: its texts in one language, or in Dutch and English when not translated."""

    topic: Topic
    titles: tuple[str, ...]
    texts: tuple[Answered, ...]
    related: tuple[tuple[str, str, str], ...] = ()


def answer(w: Words, shown: Shown, ref: int | None = None, message_taal: str | None = None) -> Text:
    """Return the answer; `ref` adds 'did this help?', `message_taal` a button to switch to that language."""
    parts = [_part(title, text, shown.topic) for title, text in zip(shown.titles, shown.texts, strict=True)]
    translated = all(text.taal == w.taal for text in shown.texts)
    if not translated:
        parts.insert(0, "🈳 " + w("Dit antwoord is nog niet vertaald in jouw taal. Een mens kan het je uitleggen."))
    if shown.topic.volatile:
        parts.append("⚠️ " + w("Dit kan veranderen. Controleer het bij de organisatie die erover beslist."))
    parts.append(source(w, shown))
    return compose(w, *parts, buttons=_buttons(w, shown, ref, message_taal, translated))


def _part(title: str, text: Answered, topic: Topic) -> str:
    """Return one language's part; Dutch or English inside right-to-left text is isolated line by line by Telegram."""
    mark = "" if direction(text.taal) == "rtl" else "\u200e"
    return f"{mark}{topic.emoji} <b>{escape(title)}</b>\n\n{text.text.strip()}"


def source(w: Words, shown: Shown) -> str:
    """Return source and date, and whose words these are when no person reviewed them yet."""
    checked = w.date(date.fromisoformat(shown.topic.peildatum))
    line = f"📚 {w('Bron')}: {escape('; '.join(shown.topic.sources))}. {w('Gecontroleerd op')} {checked}."
    if any(text.status == "draft" for text in shown.texts):
        line += "\n🤖 " + w("Vertaald door een computer, nog niet nagekeken door een mens.")
    if any(text.status == "outdated" for text in shown.texts):
        line += "\n⏳ " + w("De Nederlandse tekst is veranderd; deze vertaling is nog niet bijgewerkt.")
    return f"<i>{line}</i>"


def _buttons(w: Words, shown: Shown, ref: int | None, message_taal: str | None, translated: bool) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if ref is not None:
        yes, no = (
            Button("👍 " + w("Dit helpt"), f"nuttig:ja:{ref}"),
            Button("👎 " + w("Dit helpt niet"), f"nuttig:nee:{ref}"),
        )
        rows.append((yes, no))
    rows += [(Button(f"{emoji} {shorten(title)}", f"onderwerp:{topic}"),) for topic, emoji, title in shown.related]
    rows.append((human(w),))
    if w.taal != "nl" and translated:
        rows.append((Button("🇳🇱 " + w("In het Nederlands"), f"nl:{shown.topic.id}"),))
    if message_taal:
        rows += switch(message_taal)
    return tuple(rows)
