"""The command menu of a chat, and what /hulp tells: by language and role; only what works is shown."""

from dataclasses import replace

from bot.domain.outgoing import Button, Text
from bot.domain.people import Person
from bot.i18n import Words
from bot.replies.layout import compose, human

EMOJI = {"menu": "📋", "woord": "📖", "mens": "🙋", "taal": "🌍", "mijngegevens": "🔒", "verwijder": "🗑️"}


def help_text(w: Words, person: Person) -> Text:
    """Explain what the bot can do for everybody, and below that what it can do for this person."""
    everybody = dict(commands(w, replace(person, sleutelpersoon=None, beheerder=False)))
    lines = [f"{emoji} /{name} – {everybody[name]}" for name, emoji in EMOJI.items()]
    typed = "✍️ " + w("Typ je vraag. Kort is goed, fouten zijn niet erg.")
    own = [f"🔑 /{name} – {said}" for name, said in commands(w, person) if name not in everybody]
    buttons = ((Button("📋 " + w("Menu"), "menu"), human(w)),)
    return compose(w, w("Dit kun je doen:"), "\n".join([typed, *lines]), "\n".join(own), buttons=buttons)


def commands(w: Words, person: Person) -> tuple[tuple[str, str], ...]:
    """Return (command, description) for what this person can do."""
    shown = [
        ("menu", w("kies een onderwerp")),
        ("mens", w("praat met een sleutelpersoon")),
        ("woord", w("begrijp een woord uit je brief")),
        ("taal", w("kies een andere taal")),
        ("hulp", w("wat kan ik hier doen?")),
        ("mijngegevens", w("zie wat we van je bewaren")),
        ("verwijder", w("verwijder alles wat we van je bewaren")),
        ("afsluiten", w("stop het gesprek met een mens")),
        ("weg", w("haal je bericht terug (antwoord erop)")),
        ("klacht", w("meld iets over een sleutelpersoon")),
    ]
    if person.sleutelpersoon:
        shown[:0] = [
            ("wachtrij", w("wie wacht er, en jouw hulpvragen")),
            ("beschikbaar", w("ik kan helpen")),
            ("afwezig", w("ik kan even niet helpen")),
            ("signaal", w("vertel de gemeente wat je ziet")),
            ("rooster", w("wanneer mag ik je vragen?")),
            ("overdragen", w("geef een hulpvraag aan een ander")),
            ("notitie", w("schrijf iets op voor jezelf en collega's")),
            ("snel", w("je snelle antwoorden")),
            ("herinner", w("kom later terug op een hulpvraag")),
            ("protocol", w("wat te doen bij gevaar")),
            ("melden", w("meld schelden, dreigen of iets anders")),
        ]
    if person.sleutelpersoon and "vertaler" in person.sleutelpersoon.rollen:
        shown[4:4] = [("vertalingen", w("vertalingen nakijken"))]
    if person.sleutelpersoon and not person.beheerder:
        shown[6:6] = [("faq", w("stuur een antwoord in het gesprek"))]
    if person.beheerder:
        shown[:0] = [
            ("beheer", w("cijfers en open werk")),
            ("faq", w("antwoorden zoeken en veranderen")),
            ("cijfers", w("de laatste dertig dagen")),
            ("uitnodigen", w("nodig een sleutelpersoon uit")),
            ("signalen", w("signalen van sleutelpersonen")),
            ("brief", w("laat een brief lezen")),
        ]
    return tuple(shown)
