"""Two sleutelpersonen in one hulpvraag: asking somebody along, joining, going on alone."""

from collections.abc import Sequence

from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Button, Rows, Text
from bot.domain.people import Person
from bot.i18n import Words, own_name
from bot.replies.hulpvraag import close_button
from bot.replies.layout import column, compose, escape, grid
from bot.replies.rollen import rollen
from bot.replies.talking import with_rollen

SHOWN = 10


def from_colleague(hulpvraag_id: int, naam: str, text: str) -> str:
    """Return a text of the other sleutelpersoon with the number of the hulpvraag and his first name."""
    return f"👥 <b>#{hulpvraag_id} {escape(naam)}:</b> {escape(text)}"


def choices(w: Words, hulpvraag_id: int, people: Sequence[Person]) -> Text:
    """Ask who should come along: a person or a role."""
    names = rollen(w)
    persons = [Button(with_rollen(w, person), _to(hulpvraag_id, person.id)) for person in people[:SHOWN]]
    head = "👥 <b>" + w("Wie vraag je erbij in hulpvraag {id}?").format(id=f"#{hulpvraag_id}") + "</b>"
    how = w("Jullie helpen dan samen: de ander leest en praat mee. Ik vraag eerst of de nieuwkomer dat goed vindt.")
    if not people:
        return compose(w, head, w("Er is nu niemand anders beschikbaar die deze taal spreekt."))
    roles = [Button(f"👥 {names[rol]}", _to(hulpvraag_id, rol)) for rol in present(people) if rol in names]
    return compose(w, head, how, buttons=(*column(persons), *grid(roles)))


def present(people: Sequence[Person]) -> list[str]:
    """Return the roles that somebody among these people has."""
    return sorted({rol for person in people if person.sleutelpersoon for rol in person.sleutelpersoon.rollen})


def _to(hulpvraag_id: int, to: int | str) -> str:
    return f"erbij:{hulpvraag_id}:{to}"


def asked(w: Words, hulpvraag_id: int) -> Text:
    """Tell the sleutelpersoon that the nieuwkomer is asked first."""
    said = w("Ik heb de nieuwkomer van hulpvraag {id} gevraagd of er iemand bij mag. Je hoort het hier.")
    return compose(w, "👥 " + said.format(id=f"#{hulpvraag_id}"))


def may_somebody_join(w: Words, naam: str, rol: str, yes: str, no: str) -> Text:
    """Ask the nieuwkomer whether a second one may come along; `rol` is a role in his language, '' when unknown."""
    who = f" ({escape(rol)})" if rol else ""
    said = w("{naam} wil er iemand bij vragen{rol} om je samen te helpen.").format(naam=escape(naam), rol=who)
    what = w("Die persoon leest je vraag en wat je vanaf nu stuurt. Je naam en je nummer geef ik niet. Is dat goed?")
    rows = ((Button("✅ " + w("Ja, dat is goed"), yes),), (Button("❌ " + w("Nee, liever niet"), no),))
    return compose(w, f"👥 {said} {what}", buttons=rows)


def answered(w: Words, yes: bool) -> Text:
    """Confirm to the nieuwkomer what he chose."""
    return compose(w, "👍 " + (w("Goed, ik vraag het. Je hoort het hier als er iemand bij komt.") if yes else stays(w)))


def stays(w: Words) -> str:
    """Say that nobody comes along."""
    return w("Goed, er komt niemand bij.")


def refused(w: Words, hulpvraag_id: int) -> Text:
    """Tell the sleutelpersoon that the nieuwkomer wants nobody else."""
    said = w("De nieuwkomer van hulpvraag {id} heeft er liever niemand bij. Jij helpt alleen verder.")
    return compose(w, "👥 " + said.format(id=f"#{hulpvraag_id}"))


def invited_some(w: Words, hulpvraag_id: int, people: int) -> Text:
    """Tell the sleutelpersoon how many were asked."""
    agreed = w("De nieuwkomer van hulpvraag {id} vindt het goed.").format(id=f"#{hulpvraag_id}")
    nobody = w("Maar er is nu niemand beschikbaar om mee te helpen.")
    some = w.plural(
        "Ik heb {n} persoon gevraagd om mee te helpen.", "Ik heb {n} personen gevraagd om mee te helpen.", people
    )
    return compose(w, f"👥 {agreed} {some if people else nobody}")


def invitation(w: Words, hulpvraag: Hulpvraag, naam: str, place: str) -> Text:
    """Ask somebody to help along, without the words of the question."""
    asks = w("{naam} vraagt je mee te helpen in hulpvraag {id}").format(naam=escape(naam), id=f"#{hulpvraag.id}")
    facts = f"🌍 {own_name(hulpvraag.taal)}\n📍 {escape(place or w('Ergens anders'))}"
    yes = Button("✋ " + w("Ik doe mee"), f"mee:{hulpvraag.id}")
    no = Button("➡️ " + w("Nu niet"), f"niet:{hulpvraag.id}")
    return compose(w, f"👥 <b>{asks}</b>\n{facts}", buttons=((yes, no),))


def no_thanks(w: Words, hulpvraag_id: int) -> Text:
    """Confirm that somebody does not come along; no reason is asked."""
    return compose(w, "👌 " + w("Goed, je helpt niet mee in hulpvraag {id}.").format(id=f"#{hulpvraag_id}"))


def nobody_left(w: Words, hulpvraag_id: int) -> Text:
    """Tell the sleutelpersoon that everybody who was asked said no."""
    said = w("Niemand kan nu meehelpen in hulpvraag {id}. Jij helpt alleen verder; je kunt later iemand anders vragen.")
    return compose(w, "👥 " + said.format(id=f"#{hulpvraag_id}"))


def joined_by(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Replace an invitation that somebody else took."""
    return compose(
        w, "✔️ " + w("{naam} helpt mee in hulpvraag {id}.").format(naam=escape(naam), id=f"#{hulpvraag_id}")
    )


def not_needed(w: Words, hulpvraag_id: int) -> Text:
    """Replace an invitation that nobody needs any more."""
    return compose(w, "✔️ " + w("Meehelpen in hulpvraag {id} is niet meer nodig.").format(id=f"#{hulpvraag_id}"))


def joins(w: Words, naam: str, rol: str, first: str, hulpvraag_id: int) -> Text:
    """Tell the nieuwkomer who is there too."""
    said = w("{naam} ({rol}) helpt nu ook mee, samen met {ander}. Wat je typt of stuurt, gaat naar allebei.")
    said = said.format(naam=escape(naam), rol=escape(rol), ander=escape(first))
    return compose(w, "👥 " + said, buttons=((close_button(w, hulpvraag_id),),))


def card(w: Words, shown: Text, hulpvraag_id: int, more: Sequence[str], first: str) -> Text:
    """Return the card of the second one: the case, that he helps along, and how he stops."""
    said = w("Je helpt mee met {naam}, die dit gesprek leidt. {naam} en de nieuwkomer lezen wat je hier typt.")
    stop = w("Ben je klaar? Druk op de knop of typ /afsluiten; {naam} gaat dan alleen verder.")
    said, stop = said.format(naam=escape(first)), stop.format(naam=escape(first))
    return Text(f"{shown.html}\n\n{compose(w, *more, f'👥 {said}', stop).html}", part_button(w, hulpvraag_id))


def part_button(w: Words, hulpvraag_id: int) -> Rows:
    """Return the button with which the second one stops."""
    return ((Button("👋 " + w("Ik stop met meehelpen"), f"sluit:{hulpvraag_id}"),),)


def parted(w: Words, hulpvraag_id: int, first: str) -> Text:
    """Confirm to the second one that he stopped."""
    said = w("Je helpt niet meer mee in hulpvraag {id}; {naam} gaat verder. Dank je wel!")
    return compose(w, "👋 " + said.format(id=f"#{hulpvraag_id}", naam=escape(first)))


def colleague_parted(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Tell the first one that the second one stopped."""
    said = w("{naam} helpt niet meer mee in hulpvraag {id}. Jij gaat alleen verder.")
    return compose(w, "👋 " + said.format(id=f"#{hulpvraag_id}", naam=escape(naam)))


def one_left(w: Words, naam: str, first: str, hulpvraag_id: int) -> Text:
    """Tell the nieuwkomer that the second one stopped and who is still there."""
    said = w("{naam} is gestopt. {ander} helpt je verder.").format(naam=escape(naam), ander=escape(first))
    return compose(w, "👋 " + said, buttons=((close_button(w, hulpvraag_id),),))


def goes_on(w: Words, hulpvraag_id: int, before: str) -> Text:
    """Tell the second one that the hulpvraag is his now, because the first one cannot go on."""
    said = w("{naam} kan niet verder. Hulpvraag {id} is nu van jou; alles wat je nodig hebt, staat in dit gesprek.")
    back = w("Past het nu niet? Druk op „Geef terug”; een reden is niet nodig.")
    return compose(w, "🤝 " + said.format(naam=escape(before), id=f"#{hulpvraag_id}"), back)


def taken_over(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Confirm to the first one that the second one goes on."""
    said = w("Goed, {naam} gaat verder met hulpvraag {id}.").format(naam=escape(naam), id=f"#{hulpvraag_id}")
    return compose(w, "🤝 " + said)
