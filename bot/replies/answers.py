"""An answer with its source, its status and the buttons under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.answers import Answered, Topic
from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words, direction, dutch_day
from bot.replies.layout import compose, escape, human, topic_buttons
from bot.replies.nieuwkomer import switch


@dataclass(frozen=True)
class Changed:
    """A change of the law that holds since a day, explained in the reader's language or in Dutch."""

    since: date
    note: Answered | None


@dataclass(frozen=True)
class Shown:
    """An answer found for a person: its texts in one language, or in Dutch and English when not translated.

    `added` is what the person's gemeente says beside it, `gemeente` the name of that gemeente, `contact` how to reach
    it (telefoon, website, adres, open), `changes` what the law changed, `spoken` whether it can be listened to.
    """

    topic: Topic
    titles: tuple[str, ...]
    texts: tuple[Answered, ...]
    related: tuple[tuple[str, str, str], ...] = ()
    added: tuple[Answered, ...] = ()
    gemeente: str = ""
    contact: tuple[tuple[str, str], ...] = ()
    changes: tuple[Changed, ...] = ()
    spoken: bool = False


def answer(w: Words, shown: Shown, ref: int | None = None, message_taal: str | None = None) -> Text:
    """Return the answer; `ref` adds 'did this help?', `message_taal` a button to switch to that language."""
    parts = [_part(title, text, shown.topic) for title, text in zip(shown.titles, shown.texts, strict=True)]
    translated = all(text.taal == w.taal for text in shown.texts)
    if not translated:
        parts.insert(0, "🈳 " + w("Dit antwoord is nog niet vertaald in jouw taal. Een mens kan het je uitleggen."))
    parts[:0] = [_banner(w, change) for change in shown.changes]
    parts += [_local(w, text, shown.gemeente) for text in shown.added]
    if shown.contact and any("gemeente" in text.text.casefold() for text in shown.texts):
        parts.append(contact_lines(w, shown.gemeente, shown.contact))
    if shown.topic.volatile:
        parts.append("⚠️ " + w("Dit kan veranderen. Controleer het bij de organisatie die erover beslist."))
    parts.append(source(w, shown))
    return compose(w, *parts, buttons=_buttons(w, shown, ref, message_taal, translated))


def _part(title: str, text: Answered, topic: Topic) -> str:
    """Return one language's part; Dutch or English inside right-to-left text is isolated line by line by Telegram."""
    mark = "" if direction(text.taal) == "rtl" else "\u200e"
    return f"{mark}{topic.emoji} <b>{escape(title)}</b>\n\n{text.text.strip()}"


def _banner(w: Words, change: Changed) -> str:
    """Return the warning above an answer whose rules changed."""
    said = w("De regels hierover zijn veranderd op {datum}.").format(datum=w.date(change.since))
    doubt = w("Dit antwoord kan daarom fout zijn. Vraag het eerst aan een mens.")
    return f"🚨 <b>{said}</b> {doubt}" + (f"\n{_marked(change.note)}" if change.note else "")


def contact_lines(w: Words, gemeente: str, contact: Sequence[tuple[str, str]]) -> str:
    """Return how the reader's gemeente, by its name, can be reached."""
    emoji = {"telefoon": "📞", "website": "🌐", "adres": "🏛️", "open": "🕘"}
    lines = [f"{emoji[name]} \u2068{escape(text)}\u2069" for name, text in contact]
    return "\n".join([f"📍 <b>{w('Gemeente {naam}').format(naam=escape(gemeente))}</b>", *lines])


def _local(w: Words, text: Answered, gemeente: str) -> str:
    """Return what a gemeente says beside the answer for everybody."""
    return f"➕ <b>{escape(w('Van de gemeente {naam}:').format(naam=gemeente))}</b>\n{_marked(text)}"


def _marked(text: Answered) -> str:
    return ("" if direction(text.taal) == "rtl" else "\u200e") + text.text.strip()


def spoken(w: Words, title: str, outdated: bool) -> str:
    """Return the caption of a recording."""
    doubt = "\n⏳ " + w("De tekst is veranderd sinds deze opname. Lees ook de tekst.") if outdated else ""
    return f"🔊 {title}{doubt}"


def source(w: Words, shown: Shown) -> str:
    """Return source and date, and whose words these are when no person reviewed them yet."""
    checked = w.date(date.fromisoformat(shown.topic.peildatum))
    line = f"📚 {w('Bron')}: {escape('; '.join(shown.topic.sources))}. {w('Gecontroleerd op')} {checked}."
    said = (*shown.texts, *shown.added)
    if any(text.variant.startswith("gemeente=") for text in said):
        line += " " + w("Deze tekst is van de gemeente {naam}.").format(naam=escape(shown.gemeente))
    if any(text.status == "draft" for text in said):
        line += "\n🤖 " + w("Vertaald door een computer, nog niet nagekeken door een mens.")
    if outdated := [text for text in said if text.status == "outdated"]:
        line += "\n⏳ " + not_up_to_date(w, outdated[0])
    return f"<i>{line}</i>"


def not_up_to_date(w: Words, text: Answered) -> str:
    """Say that a translation is behind the Dutch, and since when."""
    if text.outdated_at is None:
        return w("De Nederlandse tekst is veranderd; deze vertaling is nog niet bijgewerkt.")
    day = w.date(dutch_day(text.outdated_at))
    return w("De Nederlandse tekst is veranderd op {datum}; deze vertaling is nog niet bijgewerkt.").format(datum=day)


def _buttons(w: Words, shown: Shown, ref: int | None, message_taal: str | None, translated: bool) -> Rows:
    rows: list[tuple[Button, ...]] = []
    if shown.spoken:
        rows.append((Button("🔊 " + w("Luister"), f"luister:{shown.topic.id}"),))
    if shown.changes:
        rows.append((human(w),))
    if ref is not None:
        yes, no = (
            Button("👍 " + w("Dit helpt"), f"nuttig:ja:{ref}"),
            Button("👎 " + w("Dit helpt niet"), f"nuttig:nee:{ref}"),
        )
        rows.append((yes, no))
    rows += topic_buttons(shown.related)
    if not shown.changes:
        rows.append((human(w),))
    if w.taal != "nl" and translated:
        rows.append((Button("🇳🇱 " + w("In het Nederlands"), f"nl:{shown.topic.id}"),))
    if message_taal:
        rows += switch(message_taal)
    return tuple(rows)
