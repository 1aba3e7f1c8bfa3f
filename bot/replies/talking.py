"""What both sides read around a conversation: handing over, notes, what is held back or taken back."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Button, Text
from bot.domain.people import Person
from bot.domain.talks import Note
from bot.i18n import Words, own_name
from bot.replies.hulpvraag import close_button
from bot.replies.layout import column, compose, escape, grid, shorten
from bot.replies.rollen import rollen

NOTES, NOTE = 8, 300
SHOWN = 20


def card(w: Words, shown: Text, hulpvraag_id: int, more: Sequence[str]) -> Text:
    """Return the card of a hulpvraag with what is to be shown beside the question, and more buttons."""
    over = Button("🤝 " + w("Draag over"), f"overdraag:{hulpvraag_id}")
    along = Button("👥 " + w("Vraag iemand erbij"), f"erbij:{hulpvraag_id}")
    note = Button("🗒️ " + w("Notitie"), f"notitie:{hulpvraag_id}")
    other = Button("🧑‍⚕️ " + w("Niet voor mij: medisch, juridisch, gevaar"), f"nietmij:{hulpvraag_id}")
    report = Button("🛑 " + w("Meld schelden of dreigen"), f"meld:{hulpvraag_id}")
    back = w("Wil je een bericht terughalen? Antwoord op je eigen bericht met /weg. Dat kan 48 uur lang.")
    rows = (*shown.buttons, (over, along), (note,), (other,), (report,))
    return Text(f"{shown.html}\n\n{compose(w, *more, back).html}", rows)


def with_rollen(w: Words, person: Person) -> str:
    """Return the first name of a sleutelpersoon with his roles."""
    who, names = person.sleutelpersoon, rollen(w)
    if who is None:
        return ""
    return f"🧑 {who.naam} · {', '.join(name for rol, name in names.items() if rol in who.rollen)}"


def nothing_to_do(w: Words) -> Text:
    """For a command that needs a hulpvraag, without one."""
    said = w("Je helpt nu bij geen hulpvraag. Kijk in /wachtrij.")
    return compose(w, "🙂 " + said)


def to_whom(w: Words, hulpvraag_id: int, people: Sequence[Person]) -> Text:
    """Ask to whom a hulpvraag is handed over: a person or a role."""
    names = rollen(w)
    persons = [Button(with_rollen(w, person), f"aan:{hulpvraag_id}:{person.id}") for person in people[:SHOWN]]
    roles_row = [Button(f"👥 {name}", f"aan:{hulpvraag_id}:{rol}") for rol, name in names.items()]
    head = "🤝 <b>" + w("Aan wie draag je hulpvraag {id} over?").format(id=f"#{hulpvraag_id}") + "</b>"
    how = w("Kies een persoon, of een rol: dan komt de hulpvraag in de wachtrij voor die rol.")
    nobody = w("Er is nu niemand anders beschikbaar die deze taal spreekt.") if not persons else ""
    return compose(w, head, how, nobody, buttons=(*column(persons), *grid(roles_row)))


def note_along(w: Words, hulpvraag_id: int, to: str, naam: str) -> Text:
    """Ask for a note that goes along."""
    said = w("Typ een notitie voor {naam}: wat is al gedaan, wat moet nog? De nieuwkomer leest die niet.")
    without = Button("➡️ " + w("Zonder notitie"), f"draag:{hulpvraag_id}:{to}")
    stop = Button("❌ " + w("Niet overdragen"), f"draag:{hulpvraag_id}:nee")
    return compose(w, "🗒️ " + said.format(naam=escape(naam)), buttons=((without,), (stop,)))


def kept(w: Words, hulpvraag_id: int) -> Text:
    """Confirm that nothing was handed over."""
    return compose(w, "👌 " + w("Hulpvraag {id} is niet overgedragen.").format(id=f"#{hulpvraag_id}"))


def handed_over(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Confirm handing over, to who did it and to who helped until now."""
    said = w("Hulpvraag {id} is overgedragen aan {naam}.").format(id=f"#{hulpvraag_id}", naam=escape(naam))
    return compose(w, "🤝 " + said)


def received(w: Words, hulpvraag_id: int, naam: str | None) -> Text:
    """Tell who gets a hulpvraag that he has it now, from whom, and that he may give it back."""
    said = (
        w("{naam} heeft hulpvraag {id} aan jou overgedragen.").format(naam=escape(naam), id=f"#{hulpvraag_id}")
        if naam
        else w("Hulpvraag {id} is aan jou overgedragen.").format(id=f"#{hulpvraag_id}")
    )
    return compose(w, "🤝 " + said, w("Past het nu niet? Druk op „Geef terug”; een reden is niet nodig."))


def somebody_else(w: Words, before: str, naam: str, hulpvraag_id: int, asks: bool) -> Text:
    """Tell the nieuwkomer who helps from now on."""
    first = w("{naam} kan je beter verder helpen dan {ander}.").format(naam=escape(naam), ander=escape(before))
    now = w("Wat je nu typt of stuurt, gaat naar {naam}.").format(naam=escape(naam))
    ask = w("Wat is je vraag? Typ hem hier, of stuur een spraakbericht of een foto.") if asks else ""
    return compose(w, f"🤝 {first} {now}" if before else f"🤝 {now}", ask, buttons=((close_button(w, hulpvraag_id),),))


def overview(w: Words, items: Sequence[tuple[Hulpvraag, str]], names: Mapping[str, str], now: datetime) -> Text:
    """Show a coordinator every open hulpvraag with who has it, and a button to hand it over."""
    lines, buttons = [], []
    for item, naam in items[:SHOWN]:
        place = names.get(item.gemeente) or w("Ergens anders")
        who = f"💬 {escape(naam)}" if item.state is State.CLAIMED else "⏳ " + w("wacht")
        since = w.since(item.claimed_at or item.created_at, now)
        lines.append(f"<b>#{item.id}</b> {own_name(item.taal)} · {place} · {who} · {since}")
        buttons.append(Button(f"🤝 #{item.id}", f"overdraag:{item.id}"))
    more = len(items) - SHOWN
    if more > 0:
        lines.append("… " + w.plural("en nog {n} hulpvraag", "en nog {n} hulpvragen", more))
    head = "🧭 <b>" + w("Alle open hulpvragen. Druk op een nummer om over te dragen:") + "</b>"
    return compose(w, f"{head}\n" + "\n".join(lines), buttons=grid(buttons, 4))


def notes(w: Words, found: Sequence[Note]) -> str:
    """Return the last notes on a hulpvraag, or nothing when there are none."""
    lines = [f"• {escape(f'{note.naam}: ' if note.naam else '')}{_short(note.text)}" for note in found[-NOTES:]]
    return "🗒️ <b>" + w("Notities (de nieuwkomer leest dit niet):") + "</b>\n" + "\n".join(lines) if lines else ""


def _short(text: str) -> str:
    return escape(shorten(" ".join(text.split()), NOTE))


def show_notes(w: Words, hulpvraag_id: int, found: Sequence[Note]) -> Text:
    """Show the notes on a hulpvraag, and how to write one."""
    head = "🗒️ <b>" + w("Notities bij hulpvraag {id}").format(id=f"#{hulpvraag_id}") + "</b>"
    lines = [f"• {w.moment(note.created_at)} {escape(note.naam or '')}: {_short(note.text)}" for note in found[-NOTES:]]
    how = w("Antwoord op dit bericht met een notitie, of typ /notitie met de tekst erachter.")
    write = Button("✍️ " + w("Schrijf een notitie"), f"notitie:{hulpvraag_id}")
    return compose(w, head, "\n".join(lines), how, buttons=((write,),))


def write_note(w: Words, hulpvraag_id: int) -> Text:
    """Ask for a note: the next message is one."""
    said = w("Typ nu je notitie bij hulpvraag {id}. Je volgende bericht gaat niet naar de nieuwkomer.")
    stop = Button("❌ " + w("Toch niet"), f"notitie:{hulpvraag_id}:nee")
    return compose(w, "✍️ " + said.format(id=f"#{hulpvraag_id}"), buttons=((stop,),))


def noted(w: Words, hulpvraag_id: int, masked: bool) -> Text:
    """Confirm a note, and say when numbers or addresses were taken out."""
    said = w("Notitie bij hulpvraag {id} bewaard. De nieuwkomer leest die niet.").format(id=f"#{hulpvraag_id}")
    taken = w("Nummers en adressen heb ik eruit gehaald.") if masked else ""
    return compose(w, f"🗒️ {said} {taken}")


def note_too_long(w: Words, most: int) -> Text:
    """For a note that is no note any more."""
    said = w("Deze notitie is te lang (hoogstens {n} tekens). Maak hem korter; er is niets bewaard.")
    return compose(w, "✂️ " + said.format(n=most))


def no_note(w: Words) -> Text:
    """Confirm that no note is asked for any more."""
    return compose(w, "👌 " + w("Goed, geen notitie. Je berichten gaan weer naar de nieuwkomer."))


def too_late(w: Words) -> Text:
    """For a note on a hulpvraag that is over or that somebody else has."""
    return compose(w, "⌛ " + w("Deze hulpvraag heb je niet meer. Er is niets bewaard en niets doorgegeven."))


def no_mention(w: Words) -> Text:
    """For a text with a link to somebody's account."""
    said = w("Een link naar het account van iemand geef ik niet door. Typ alleen de voornaam en stuur het opnieuw.")
    return compose(w, "🙂 " + said)


def send_anyway(w: Words, message_id: int) -> Text:
    """Ask whether contact details may be passed on, and say why that is asked."""
    said = w(
        "In je bericht staat een nummer, e-mailadres of account. Wie dat krijgt, kan je ook buiten deze chat bereiken."
    )
    yes = Button("📨 " + w("Toch sturen"), f"toch:ja:{message_id}")
    no = Button("❌ " + w("Niet sturen"), f"toch:nee:{message_id}")
    return compose(w, f"✋ {said} {w('Wil je het sturen?')}", buttons=((yes, no),))


def sent_anyway(w: Words) -> str:
    """Confirm that it was passed on."""
    return "📨 " + w("Je bericht is doorgegeven.")


def not_sent(w: Words) -> Text:
    """Confirm that nothing was passed on."""
    return compose(w, "👌 " + w("Je bericht is niet doorgegeven."))


def how_to_take_back(w: Words) -> Text:
    """Explain /weg."""
    said = w("Wil je een bericht terughalen? Antwoord op je eigen bericht met /weg. Dat kan 48 uur lang.")
    return compose(w, "↩️ " + said)


def not_passed_on(w: Words) -> Text:
    """For /weg on something that never went to somebody else."""
    said = w("Dit bericht is aan niemand doorgegeven. Antwoord met /weg op een bericht dat je zelf stuurde.")
    return compose(w, "🙂 " + said)


def too_old(w: Words) -> Text:
    """For /weg after two days."""
    said = w("Dit bericht is ouder dan 48 uur. Telegram laat mij het niet meer weghalen.")
    return compose(w, "⌛ " + said)


def taken_back(w: Words) -> Text:
    """Tell that a message is gone at the other side, and no more than is known."""
    said = w("Je bericht is weggehaald bij de ander. Of het al gelezen was, weet ik niet.")
    return compose(w, "✅ " + said)


def album_taken_back(w: Words) -> Text:
    """Tell that all photos and files of an album are gone at the other side."""
    said = w("Alles wat je in één keer stuurde, is weggehaald bij de ander. Of het al gezien was, weet ik niet.")
    return compose(w, "✅ " + said)


def stays(w: Words) -> Text:
    """Tell that a message could not be deleted at the other side."""
    said = w("Het is niet gelukt: je bericht staat nog bij de ander. Telegram laat mij het niet weghalen.")
    return compose(w, "⚠️ " + said)


def not_delivered(w: Words, reason: str) -> Text:
    """Tell why a message did not arrive."""
    reasons = {
        "gone": w("het bericht was al verwijderd"),
        "voice": w("de ander wil geen spraakberichten krijgen; typ het, of stuur een foto"),
        "protected": w("dit bericht mag niet worden gekopieerd"),
        "big": w("het is te groot"),
    }
    why = reasons.get(reason) or w("Telegram nam het niet aan")
    return compose(w, "⚠️ " + w("Niet aangekomen, want: {reden}.").format(reden=why))


def some_not_delivered(w: Words, lost: int, pieces: int) -> Text:
    """Tell how many photos or files of an album did not arrive; Telegram does not say which ones."""
    some = w.plural("{n} foto of bestand is niet aangekomen", "{n} foto's of bestanden zijn niet aangekomen", lost)
    of = w("je stuurde er {n}").format(n=pieces)
    why = w("Misschien is het verwijderd. Stuur het opnieuw als de ander het moet zien.")
    return compose(w, f"⚠️ {some} ({of}). {why}")
