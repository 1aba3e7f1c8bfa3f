"""What a nieuwkomer reads on the way to a human and while one is there."""

from collections.abc import Mapping

from bot.domain.outgoing import Button, Text
from bot.i18n import Words
from bot.replies.layout import column, compose, escape, grid, human, shorten


def gemeente(w: Words, names: Mapping[str, str]) -> Text:
    """Ask in which gemeente somebody lives."""
    buttons = [Button(name, f"gemeente:{slug}") for slug, name in names.items()]
    rows = (*grid(buttons), (Button("🗺️ " + w("Ergens anders"), "gemeente:anders"),))
    return compose(w, "📍 " + w("Waar woon je? Zo vind ik iemand bij jou in de buurt."), buttons=rows)


def over(w: Words) -> Text:
    """For a reply to something said in a conversation that is over."""
    said = w("Dit gesprek is voorbij; je bericht is niet doorgegeven. Wil je weer met een mens praten?")
    return compose(w, "⌛ " + said, buttons=((human(w),), (Button("📋 " + w("Menu"), "menu"),)))


def consent(w: Words, question: str | None, files: int, thema: str | None) -> Text:
    """Say what is passed on and to whom, and ask whether that is right."""
    what = [w("je taal en je gemeente")]
    if thema:
        what.append(w("waar je vraag over gaat: {thema}").format(thema=thema))
    if question:
        what.append(w("je laatste vraag: „{vraag}”").format(vraag=escape(shorten(question, 1500))))
    if files:
        what.append(w.plural("{n} bestand dat je stuurde", "{n} bestanden die je stuurde", files))
    listed = "\n".join(f"• {item}" for item in what)
    said = w("Ik geef dit aan een sleutelpersoon, iemand die jouw taal spreekt en die je kan helpen:")
    name = w("Je naam en je nummer geef ik niet.")
    yes, no = Button("✅ " + w("Ja, dat is goed"), "mens:ja"), Button("❌ " + w("Nee"), "mens:nee")
    return compose(w, f"🙋 {said}\n{listed}", "🔒 " + name, buttons=((yes,), (no,)))


def no_consent(w: Words) -> Text:
    """After 'no': nothing was passed on."""
    said = w("Goed, ik geef niets door. Je kunt hier altijd een vraag stellen.")
    return compose(w, "👍 " + said, buttons=((Button("📋 " + w("Menu"), "menu"),),))


def waiting(w: Words, hulpvraag_id: int, somebody: bool) -> Text:
    """Confirm, honestly about whether somebody is there now."""
    if somebody:
        said = w("Ik heb je vraag doorgegeven. Je hoort het hier als iemand je vraag aanneemt.")
    else:
        said = w(
            "Er is nu niemand die jouw taal spreekt. Je vraag blijft staan. Je hoort het hier zodra iemand er is;"
            " hoe lang dat duurt, weet ik niet."
        )
    meanwhile = w("Je kunt intussen gewoon vragen blijven stellen.")
    return compose(w, "⏳ " + said, meanwhile, buttons=((_withdraw(w, hulpvraag_id),),))


def already_waiting(w: Words, hulpvraag_id: int) -> Text:
    """For asking again while one is waiting."""
    said = w("Je hulpvraag staat al klaar voor een sleutelpersoon. Je hoort het hier als iemand hem aanneemt.")
    return compose(w, "⏳ " + said, buttons=((_withdraw(w, hulpvraag_id),),))


def already_talking(w: Words, naam: str, hulpvraag_id: int) -> Text:
    """For asking again while somebody is there."""
    said = w("Je praat al met {naam}. Wat je typt, gaat naar {naam}.").format(naam=escape(naam))
    return compose(w, "💬 " + said, buttons=((close_button(w, hulpvraag_id),),))


def _withdraw(w: Words, hulpvraag_id: int) -> Button:
    return Button("🚫 " + w("Toch niet nodig"), f"trek:{hulpvraag_id}")


def close_button(w: Words, hulpvraag_id: int) -> Button:
    """Return the button that ends a conversation."""
    return Button("🏁 " + w("Gesprek stoppen"), f"sluit:{hulpvraag_id}")


def claimed(w: Words, naam: str, hulpvraag_id: int, asks: bool) -> Text:
    """Tell who is there now; ask for the question when none is known."""
    said = w("{naam} gaat je helpen. Wat je nu typt of stuurt, gaat naar {naam}.").format(naam=escape(naam))
    ask = w("Wat is je vraag? Typ hem hier, of stuur een spraakbericht of een foto.") if asks else ""
    stop = w("Wil je stoppen? Druk op de knop of typ /afsluiten.")
    return compose(w, "💬 " + said, ask, stop, buttons=((close_button(w, hulpvraag_id),),))


def withdrawn(w: Words) -> Text:
    """Confirm that the hulpvraag is gone."""
    said = w("Je hulpvraag is ingetrokken. Je kunt hier altijd opnieuw om hulp vragen.")
    return compose(w, "👍 " + said, buttons=((Button("📋 " + w("Menu"), "menu"),),))


def given_back(w: Words, naam: str, hulpvraag_id: int, somebody: bool) -> Text:
    """Tell that the sleutelpersoon gave it back, honestly about whether somebody else is there now."""
    said = w("{naam} kan je nu niet verder helpen.").format(naam=escape(naam))
    return compose(w, f"🔄 {said} {_next(w, somebody)}", buttons=((_withdraw(w, hulpvraag_id),),))


def _next(w: Words, somebody: bool) -> str:
    if somebody:
        return w("Ik zoek iemand anders. Je hoort het hier.")
    return w(
        "Er is nu niemand anders die jouw taal spreekt. Je vraag blijft staan; je hoort het hier zodra iemand er is."
    )


def closed(w: Words, by_self: bool, naam: str) -> Text:
    """Tell that the conversation ended and that the bot answers again."""
    said = (
        w("Het gesprek is gestopt.") if by_self else w("{naam} heeft het gesprek afgesloten.").format(naam=escape(naam))
    )
    back = w("Nu geef ik weer antwoord op je vragen.")
    buttons = column((Button("📋 " + w("Menu"), "menu"), Button("🙋 " + w("Praat met een mens"), "mens")))
    return compose(w, f"🏁 {said} {back}", buttons=buttons)


def nothing_open(w: Words) -> Text:
    """For /afsluiten without anything open."""
    return compose(w, "🙂 " + w("Er is geen gesprek om af te sluiten."))


def from_sleutelpersoon(naam: str, text: str) -> str:
    """Return a relayed text with the first name of the one who wrote it."""
    return f"💬 <b>{escape(naam)}:</b> {escape(text)}"


def unreachable(w: Words, naam: str, hulpvraag_id: int, somebody: bool) -> Text:
    """Tell that the sleutelpersoon is gone, and that the hulpvraag waits again."""
    said = w("{naam} is niet meer bereikbaar.").format(naam=escape(naam))
    return compose(w, f"🔄 {said} {_next(w, somebody)}", buttons=((_withdraw(w, hulpvraag_id),),))


def not_relayed(w: Words) -> Text:
    """For a message that cannot be passed on (contact, poll, sticker…)."""
    return compose(w, "🙂 " + w("Dit kan ik niet doorgeven. Stuur tekst, een spraakbericht, een foto of een bestand."))
