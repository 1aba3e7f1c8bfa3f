"""What a beheerder reads: figures, open work, and editing the FAQ."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from bot.domain.answers import Answered, Topic
from bot.domain.outgoing import Button, Text
from bot.i18n import Words, own_name
from bot.replies.afterwards import FACES, outcomes
from bot.replies.layout import compose, escape, grid, shorten
from bot.storage.endings import EndingFigures


def overview(w: Words, figures: Mapping[str, int], work: Sequence[str], titles: Sequence[tuple[str, str]]) -> Text:
    """Show figures and open work; `titles` are topics to look at, as (id, label)."""
    lines = [
        f"🙋 {w('Hulpvragen die wachten')}: {figures['waiting']}",
        f"💬 {w('Gesprekken nu')}: {figures['claimed']}",
        f"🔑 {w('Sleutelpersonen beschikbaar')}: {figures['available']} / {figures['sleutelpersonen']}",
        f"👥 {w('Mensen die de bot gebruiken')}: {figures['people']}",
        f"📥 {w('Berichten die de bot niet kon verwerken')}: {figures['inbox_failed']}",
        f"📤 {w('Berichten die niet aankwamen')}: {figures['outbox_failed']}",
        f"📣 {w('Signalen zonder antwoord')}: {figures['signals']}",
        f"⚖️ {w('Meldingen die wachten op een besluit')}: {figures['reports']}",
        f"💡 {w('Voorstellen van sleutelpersonen')}: {figures['proposals']}",
        f"🌐 {w('Vertalingen die niemand nakeek')}: {figures['unreviewed']}",
        f"📅 {w('Antwoorden die opnieuw gecontroleerd moeten worden')}: {figures['due']}",
        f"🚨 {w('Wetswijzigingen die nog niet verwerkt zijn')}: {figures['changes']}",
        f"🧾 {w('Teksten die hier anders zijn dan in het bronbestand')}: {figures['different']}",
    ]
    todo = "\n".join(f"• {escape(item)}" for item in work)
    rows = tuple((Button(label, f"faq:{topic}"),) for topic, label in titles)
    if figures["due"]:
        rows += ((Button("📅 " + w("Antwoorden opnieuw controleren") + f": {figures['due']}", "faqoud"),),)
    if figures["proposals"]:
        rows += ((Button("💡 " + w("Voorstellen bekijken") + f": {figures['proposals']}", "voorstel"),),)
    if figures["missed"]:
        rows += ((Button("🎓 " + w("Leer de bot deze vragen") + f": {figures['missed']}", "gemist"),),)
    head = "🛠️ <b>" + w("Beheer") + "</b>\n" + "\n".join(lines)
    asked = "<b>" + w("Vragen zonder goed antwoord:") + f"</b>\n{todo}" if todo else ""
    return compose(w, head, asked, "/faq · /cijfers · /signalen · /brief · /uitnodigen", buttons=rows)


def decisions(w: Words) -> dict[str, str]:
    """Return what the bot can decide on a question, in words."""
    return {
        "antwoord": w("antwoord gegeven"),
        "suggestie": w("keuze uit vragen gegeven"),
        "doorvraag": w("eerst iets gevraagd"),
        "mens": w("naar een mens verwezen"),
        "crisis": w("noodnummers getoond"),
        "groet": w("groet of dank beantwoord"),
        "onbekend": w("geen antwoord gevonden"),
    }


def _endings(w: Words, found: EndingFigures) -> str:
    """Return how hulpvragen ended and how nieuwkomers found it."""
    named = outcomes(w) | {"": w("Niet ingevuld")}
    lines = [f"• {named.get(outcome, outcome)}: {n}" for outcome, n in found.outcomes.items()] or ["–"]
    if found.average is not None:
        faces = " · ".join(f"{face} {found.ratings.get(rating, 0)}" for rating, face in FACES.items())
        lines.append(f"{faces} ({w('gemiddeld {cijfer} van 4').format(cijfer=w.number(found.average))})")
    return f"<b>{w('Hulpvragen die zijn afgesloten')}</b>\n" + "\n".join(lines)


def figures(
    w: Words, days: int, counted: Mapping[str, Any], titles: Mapping[str, str], endings: EndingFigures
) -> Text:
    """Show the figures of the last days."""

    def listed(rows: Mapping[str, int], name: Mapping[str, str]) -> str:
        return "\n".join(f"• {escape(name.get(key, key))}: {n}" for key, n in list(rows.items())[:10]) or "–"

    talen = {taal: own_name(taal) for taal in counted["talen"]}
    head = "📊 <b>" + w.plural("De laatste {n} dag", "De laatste {n} dagen", days) + "</b>"
    return compose(
        w,
        head,
        f"<b>{w('Wat de bot deed')}</b>\n{listed(counted['decisions'], decisions(w))}",
        f"<b>{w('Talen')}</b>\n{listed(counted['talen'], talen)}",
        f"<b>{w('Onderwerpen')}</b>\n{listed(counted['topics'], titles)}",
        f"👍 {counted['helped']} · 👎 {counted['not_helped']}",
        _endings(w, endings),
    )


def faq_found(w: Words, topics: Sequence[tuple[str, str, str]], searched: str) -> Text:
    """Show what was found, as (id, emoji, title)."""
    rows = tuple((Button(f"{emoji} {shorten(title)}", f"faq:{topic}"),) for topic, emoji, title in topics)
    how = w("Zoek met /faq en een woord, bijvoorbeeld: /faq boete")
    head = (
        w("Gevonden voor „{woord}”:").format(woord=escape(searched)) if searched and topics else w("Kies een antwoord.")
    )
    head = head if topics else w("Niets gevonden.")
    return compose(w, "🗂️ " + head, how, buttons=rows)


def faq_text(w: Words, topic: Topic, text: Answered, talen: Sequence[str]) -> Text:
    """Show one text as it is now, with how to change it; the other languages and variants are buttons."""
    head = f"{topic.emoji} <b>{topic.id}</b> · {own_name(text.taal)} · {text.variant or w('algemeen')}"
    about = f"✍️ {escape(text.author)} · {w.moment(text.created_at)} · {text.status}"
    how = "↩️ " + w("Antwoord op dit bericht met de nieuwe tekst. Daarna zie je een voorbeeld.")
    variants = ["title", "", *topic.variants]
    rows = [
        Button(f"{'▶️ ' if v == text.variant else ''}{v or w('algemeen')}", f"faqlees:{topic.id}:{text.taal}:{index}")
        for index, v in enumerate(variants)
    ]
    others = [
        Button(("▶️ " if t == text.taal else "") + own_name(t), f"faqlees:{topic.id}:{t}:{variants.index(text.variant)}")
        for t in talen
    ]
    past = Button("🕘 " + w("Eerdere versies"), f"faqversies:{topic.id}:{text.taal}:{variants.index(text.variant)}")
    local = Button("🏛️ " + w("Tekst van een gemeente"), f"faqlokaal:{topic.id}")
    return compose(
        w, f"{head}\n{about}", escape(text.text), how, buttons=(*grid(rows), *grid(others, 3), (past,), (local,))
    )


def local(w: Words, topic: str, gemeenten: Sequence[str]) -> Text:
    """Ask of which gemeente (by name) a text is to be, and whether it replaces the shared answer or stands under it."""
    rows = [
        (Button(f"🔁 {naam}", f"faqlokaal:{topic}:{index}:in"), Button(f"➕ {naam}", f"faqlokaal:{topic}:{index}:bij"))
        for index, naam in enumerate(gemeenten)
    ]
    how = "🔁 " + w("in plaats van het antwoord voor iedereen") + "\n➕ " + w("onder het antwoord voor iedereen")
    return compose(w, "🏛️ " + w("Van welke gemeente is de tekst?") + "\n" + how, buttons=tuple(rows))


def write_local(w: Words, topic: str, naam: str, text: str) -> Text:
    """Ask for the text of a gemeente; a reply is the text."""
    how = "↩️ " + w("Antwoord op dit bericht met de nieuwe tekst. Daarna zie je een voorbeeld.")
    return compose(w, f"🏛️ <b>{escape(topic)}</b> · {escape(naam)}", escape(text), how)

def due(w: Words, rows: Sequence[tuple[str, str, str]], count: int) -> Text:
    """Show answers whose date of checking is long ago, as (id, title, peildatum), the oldest first."""
    if not rows:
        return compose(w, "📅 " + w("Alle antwoorden zijn kort geleden gecontroleerd."))
    buttons = [
        (Button(f"📄 {shorten(title)}", f"faq:{topic}"), Button("✅ " + w("Klopt nog"), f"faqklopt:{topic}"))
        for topic, title, _ in rows
    ]
    listed = "\n".join(f"• {escape(title)}: {w.date(date.fromisoformat(day))}" for _, title, day in rows)
    head = w.plural("{n} antwoord is lang niet gecontroleerd.", "{n} antwoorden zijn lang niet gecontroleerd.", count)
    how = w("Lees het antwoord, vergelijk het met de bron, en druk op: Klopt nog.")
    return compose(w, f"📅 <b>{head}</b>\n{how}", listed, buttons=tuple(buttons))


def confirmed(w: Words, day: date) -> str:
    """Confirm that an answer was checked."""
    return "✅ " + w("Gecontroleerd op {datum}.").format(datum=w.date(day))


def versions(w: Words, topic: str, found: Sequence[tuple[Answered, Sequence[str]]]) -> Text:
    """Show the last versions of a text, each with the lines that it changed; an earlier one can come back."""
    parts = []
    for text, changed in found:
        about = f"<b>{text.id}</b> · {w.moment(text.created_at)} · {escape(text.author)} · {text.status}"
        parts.append("\n".join([about, *(shorten(escape(line), 200) for line in changed[:8])]))
    rows = [Button(f"↩️ {text.id}", f"faqterug:{text.id}") for text, _ in found[1:]]
    how = w("Kies een nummer om die versie weer te tonen.") if rows else w("Er is maar één versie.")
    return compose(w, f"🕘 <b>{escape(topic)}</b>", *parts, how, buttons=grid(rows, 4))


def preview(w: Words, shown: Text, minor: bool) -> Text:
    """Show the new text as readers will see it, with what can be done."""
    publish = Button("📣 " + w("Publiceer"), "faqzet:ja")
    size = Button("🔍 " + (w("Kleine wijziging: ja") if minor else w("Kleine wijziging: nee")), "faqzet:klein")
    cancel = Button("❌ " + w("Annuleer"), "faqzet:nee")
    return Text("👁️ " + w("Zo zien lezers het:") + "\n\n" + shown.html, ((publish,), (size,), (cancel,)))


def published(w: Words, topic: str) -> Text:
    """Confirm that it is live."""
    return compose(
        w, "📣 " + w("Gepubliceerd. Iedereen ziet nu de nieuwe tekst van {onderwerp}.").format(onderwerp=topic)
    )


def cancelled(w: Words) -> str:
    """Confirm that nothing changed."""
    return "👍 " + w("Er is niets veranderd.")


def refused(w: Words, reason: str) -> Text:
    """Say why a text cannot be published."""
    return compose(w, "⚠️ " + w("Deze tekst kan zo niet:") + " " + escape(reason))


def nothing_to_publish(w: Words) -> str:
    """For a publish button without a text."""
    return "⌛ " + w("Er staat geen nieuwe tekst klaar.")
