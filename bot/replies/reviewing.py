"""What a vertaler reads: a text to review with its Dutch, what is missing in a new one, and recordings."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.answers import TITLE
from bot.domain.outgoing import Button, Text
from bot.i18n import Words, direction, own_name
from bot.replies.layout import compose, escape, grid
from bot.storage.reviews import ToReview

STATUS_EMOJI = {"draft": "🤖", "outdated": "⏳", "missing": "🈳", "reviewed": "✅", "edited": "✅"}


def no_vertaler(w: Words) -> Text:
    """For a sleutelpersoon who does not translate."""
    return compose(w, "🌐 " + w("Alleen een vertaler kan teksten nakijken, in de talen die hij zelf spreekt."))


def overview(w: Words, waiting: Mapping[str, int]) -> Text:
    """Show how much waits; a language is chosen with a button."""
    rows = grid([Button(f"{own_name(taal)}: {count}", f"vtaal:{taal}") for taal, count in waiting.items()])
    asked = w("Dit zijn teksten die nog niemand nakeek. Elke tekst die jij goedkeurt, is meteen te zien.")
    return compose(w, "🌐 <b>" + w("Vertalingen nakijken") + "</b>\n" + asked, buttons=rows if len(waiting) > 1 else ())


def new_task(w: Words, starts_on: date) -> Text:
    """Tell a vertaler that a change of the law needs words in his language."""
    said = w("De regels veranderen op {datum}. Wil je de uitleg vertalen? Stuur /vertalingen.")
    return compose(w, "🚨 " + said.format(datum=w.date(starts_on)))


def law_change(w: Words) -> str:
    """Return what the explanation of a change of the law is called."""
    return w("Wetswijziging")


def all_done(w: Words) -> Text:
    """Nothing waits any more."""
    return compose(w, "🎉 " + w("Er is nu niets meer om na te kijken. Dank je wel!"))


def to_review(w: Words, item: ToReview, name: str) -> Text:
    """Show the Dutch and the draft, with what can be done."""
    known = {
        "draft": w("vertaald door een computer"),
        "outdated": w("de Nederlandse tekst is veranderd"),
        "missing": w("nog niet vertaald"),
    }
    status = known.get(item.status, w("nagekeken"))
    part = w("titel") if item.variant == TITLE else item.variant.partition("=")[2]
    head = " · ".join(filter(None, [f"🌐 <b>{escape(name)}</b>", part, own_name(item.taal)]))
    head += f"\n{STATUS_EMOJI[item.status]} {status}"
    how = w("Antwoord op dit bericht met een betere tekst, of met een spraakbericht waarin je de tekst voorleest.")
    tail = f"{item.dutch_id}:{item.taal}:{item.answer_id}"
    good = [Button("✅ " + w("Goed"), f"vert:goed:{tail}")] if item.answer_id else []
    change = Button("✏️ " + w("Wijzig"), f"vert:wijzig:{tail}")
    rows = ((*good, change), (Button("⏭️ " + w("Sla over"), f"vert:sla:{tail}"),))
    dutch = f"🇳🇱\n\u200e{item.dutch}"
    return compose(w, head, dutch, _own(item), "↩️ " + how, buttons=rows)


def _own(item: ToReview) -> str:
    mark = "" if direction(item.taal) == "rtl" else "\u200e"
    return f"<b>{own_name(item.taal)}</b>\n{mark}{item.text}" if item.text else ""


def write_here(w: Words, item: ToReview) -> Text:
    """Show the text so that it can be copied, and ask for a better one."""
    asked = "✏️ " + w("Kopieer de tekst, verander hem, en stuur hem als antwoord op dit bericht.")
    return compose(w, asked, f"<pre>{escape(item.text or item.dutch)}</pre>")


def changed_meanwhile(w: Words, typed: str) -> Text:
    """Say that somebody else was first; the own words come back."""
    said = "👥 " + w("Iemand anders veranderde deze tekst intussen. Jouw tekst is niet opgeslagen, maar niet kwijt:")
    if not typed:
        return compose(w, "👥 " + w("Iemand anders veranderde deze tekst intussen. Kijk naar de nieuwe tekst."))
    return compose(w, said, f"<pre>{escape(typed)}</pre>")


def refused(w: Words, reason: str) -> Text:
    """Say why a text cannot be shown."""
    return compose(w, "⚠️ " + w("Deze tekst kan zo niet:") + " " + escape(reason))


def something_missing(w: Words, missing: Sequence[tuple[str, str]]) -> Text:
    """Say what stands in the Dutch and not in the new text, given as (kind, text) as bot.content.comparing does."""
    marks = {"extra": "➕ ", "dutch": "🇳🇱 "}
    listed = "\n".join(f"• {marks.get(kind, '')}\u2068{escape(text)}\u2069" for kind, text in missing)
    asked = w("Dit staat wel in het Nederlands, maar niet in jouw tekst. Klopt dat?")
    yes = Button("✅ " + w("Ja, sla zo op"), "vzet:ja")
    no = Button("❌ " + w("Nee, niet opslaan"), "vzet:nee")
    return compose(w, f"🔎 {asked}\n{listed}", buttons=((yes,), (no,)))


def saved(w: Words) -> Text:
    """Confirm that it is live."""
    return compose(w, "✅ " + w("Opgeslagen. Iedereen ziet nu jouw tekst. Dank je wel!"))


def left(w: Words) -> Text:
    """Confirm that nothing was kept."""
    return compose(w, "👍 " + w("Er is niets veranderd."))


def recorded(w: Words, answer_id: int) -> Text:
    """Confirm that an answer can be listened to."""
    said = "🔊 " + w("Opgeslagen. Mensen kunnen nu naar dit antwoord luisteren. Dank je wel!")
    return compose(w, said, buttons=((Button("🗑️ " + w("Verwijder de opname"), f"stem:weg:{answer_id}"),),))


def recording_removed(w: Words) -> Text:
    """Confirm that a recording is gone."""
    return compose(w, "🗑️ " + w("De opname is verwijderd."))


def too_long(w: Words, minutes: int) -> Text:
    """For a recording that nobody would listen to."""
    return compose(
        w, "⏱️ " + w.plural("Maak de opname korter dan {n} minuut.", "Maak de opname korter dan {n} minuten.", minutes)
    )
