"""How a sleutelpersoon is after a heavy hulpvraag: three faces, and what helps."""

from collections.abc import Sequence

from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words
from bot.replies.layout import column, compose, escape

ANSWERS = ("goed", "blijft", "praten")


def how_are_you(w: Words, hulpvraag_id: int) -> Text:
    """Ask how he is."""
    head = w("Hulpvraag {id} was misschien zwaar. Hoe gaat het met jou?").format(id=f"#{hulpvraag_id}")
    return compose(w, f"🫂 <b>{head}</b>", w("Je mag dit overslaan."), buttons=_faces(w, hulpvraag_id))


def how_are_you_now(w: Words, hulpvraag_id: int) -> Text:
    """Ask once more, a day later."""
    said = w("Gisteren bleef hulpvraag {id} in je hoofd. Hoe gaat het nu met jou?").format(id=f"#{hulpvraag_id}")
    return compose(w, f"🫂 <b>{said}</b>", w("Je mag dit overslaan."), buttons=_faces(w, hulpvraag_id))


def _faces(w: Words, hulpvraag_id: int, names: Sequence[str] = ANSWERS) -> Rows:
    said = {
        "goed": "🙂 " + w("Het gaat goed"),
        "blijft": "😕 " + w("Het blijft in mijn hoofd"),
        "praten": "🗣️ " + w("Ik wil erover praten"),
    }
    return column(Button(said[name], f"na:{hulpvraag_id}:{name}") for name in names)


def _what_helps(w: Words) -> tuple[str, str]:
    talk = w("Wat helpt: praat met je coördinator. Je hoeft niets over het gesprek zelf te vertellen.")
    more = w("Slaap je slecht of blijft het moeilijk? Bel je huisarts, of 113 (0800-0113, gratis, dag en nacht).")
    return "🤝 " + talk, "🩺 " + more


def fine(w: Words) -> Text:
    """For whom it is fine."""
    return compose(w, "🙂 " + w("Fijn. Dank je wel dat je er was."))


def stays(w: Words, hulpvraag_id: int) -> Text:
    """For whom it stays with: it is normal, what helps, and one is asked again."""
    said = w("Dat is normaal na een zwaar gesprek. Ik vraag het je morgen nog een keer.")
    return compose(w, "😕 " + said, *_what_helps(w), buttons=_faces(w, hulpvraag_id, ("goed", "praten")))


def stays_on(w: Words) -> Text:
    """For whom it stays with the next day too."""
    return compose(w, "😕 " + w("Dank je wel dat je het zegt. Blijf er niet alleen mee."), *_what_helps(w))


def will_be_called(w: Words, somebody: bool) -> Text:
    """Tell whether somebody was asked to call, and that nothing of the hulpvraag was told."""
    if somebody:
        said = w("Ik heb je coördinator gevraagd om je te bellen. Over de hulpvraag vertelde ik alleen het nummer.")
    else:
        said = w("Er is nu geen coördinator die ik kan vragen. Bel iemand die je vertrouwt.")
    return compose(w, "🗣️ " + said, *_what_helps(w))


def please_call(w: Words, naam: str, hulpvraag_id: int) -> Text:
    """Ask a coordinator to call somebody."""
    said = w("{naam} had een zwaar gesprek (hulpvraag {id}) en wil er graag over praten. Bel je vandaag nog?")
    only = w("Vraag hoe het met {naam} gaat, niet wat er in het gesprek stond.")
    head = said.format(naam=escape(naam), id=f"#{hulpvraag_id}")
    return compose(w, f"🫂 <b>{head}</b>", only.format(naam=escape(naam)))


def marked(w: Words) -> tuple[str, ...]:
    """Say that the own open hulpvraag is marked."""
    return ("🚨 " + w("Bij je open hulpvraag staat dat er misschien gevaar was. Dat gaat weg als hij stopt."),)


def asked(w: Words) -> tuple[str, ...]:
    """Say that it is kept that somebody was asked."""
    return ("🫂 " + w("Dat ik je vroeg hoe het gaat na een zwaar gesprek. Dat gaat na een week weg."),)


def held(w: Words, lines: Sequence[str]) -> Text:
    """Show what is held of it."""
    return compose(w, "🔒 <b>" + w("Dit bewaren we van je:") + "</b>", "\n".join(lines))
