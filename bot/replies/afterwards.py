"""What is read after a conversation: how it ended, how it was, going on with it again."""

from bot.domain.endings import LOW, Outcome
from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words
from bot.replies.layout import compose, escape, grid, human
from bot.replies.nieuwkomer import thema_name

HEAVY = "zwaar"
FACES = {4: "😀", 3: "🙂", 2: "😐", 1: "🙁"}
OUTCOME_EMOJI = {
    Outcome.ANSWERED: "✅", Outcome.GEMEENTE: "🏛️", Outcome.DUO: "🎓", Outcome.IND: "🪪", Outcome.TAALSCHOOL: "🏫",
    Outcome.VLUCHTELINGENWERK: "🤝", Outcome.HUISARTS: "🩺", Outcome.OTHER: "➡️", Outcome.NO_CONTACT: "📭",
}  # fmt: skip


def outcomes(w: Words) -> dict[str, str]:
    """Return how a hulpvraag can end, in words."""
    return {
        Outcome.ANSWERED: w("Beantwoord"),
        Outcome.GEMEENTE: w("Naar de gemeente"),
        Outcome.DUO: w("Naar DUO"),
        Outcome.IND: w("Naar de IND"),
        Outcome.TAALSCHOOL: w("Naar de taalschool"),
        Outcome.VLUCHTELINGENWERK: w("Naar VluchtelingenWerk"),
        Outcome.HUISARTS: w("Naar de huisarts"),
        Outcome.OTHER: w("Naar iemand anders"),
        Outcome.NO_CONTACT: w("Geen contact"),
    }


def how_it_ended(w: Words, hulpvraag_id: int, chosen: str | None = None, changeable: bool = True) -> Text:
    """Ask a sleutelpersoon how a hulpvraag ended, or show what he said."""
    named = outcomes(w)
    if chosen is None:
        asked = w("Hoe liep hulpvraag {id} af?").format(id=f"#{hulpvraag_id}")
        return compose(w, f"📝 {asked} " + w("Je mag dit overslaan."), buttons=_choices(w, hulpvraag_id))
    said = w("Hulpvraag {id}: {afloop}").format(id=f"#{hulpvraag_id}", afloop=f"<b>{named.get(chosen, chosen)}</b>")
    how = w("Klopt het niet? Dit kun je een dag lang veranderen.") if changeable else ""
    rows = _choices(w, hulpvraag_id, chosen) if changeable else ()
    return compose(w, f"📝 {said}", how, buttons=(*rows, learned(w)))


def _choices(w: Words, hulpvraag_id: int, chosen: str | None = None) -> Rows:
    buttons = [
        Button(f"{'☑️' if name == chosen else OUTCOME_EMOJI[Outcome(name)]} {said}", f"afloop:{hulpvraag_id}:{name}")
        for name, said in outcomes(w).items()
    ]
    heavy = Button("🫂 " + w("Dit was zwaar voor mij"), f"afloop:{hulpvraag_id}:{HEAVY}")
    return (*grid(buttons), (heavy,))


def learned(w: Words) -> tuple[Button, ...]:
    """Return the row that begins a proposal for the answers."""
    return (Button("💡 " + w("Dit moet in de antwoorden"), "leer"),)


def ended_long_ago(w: Words) -> str:
    """For changing an outcome too late."""
    return "⌛ " + w("Je kunt dit nu niet meer veranderen. Dank je wel!")


def goes_on(w: Words) -> str:
    """For an outcome of a hulpvraag that was opened again."""
    return "🔄 " + w("Deze hulpvraag is weer open. Ik vraag het opnieuw als hij is afgesloten.")


def data_gone(w: Words) -> Text:
    """For an outcome of a hulpvraag whose nieuwkomer removed his data; what was learned is not lost."""
    said = w("De nieuwkomer heeft zijn gegevens verwijderd. Je hoeft hier niets meer te doen. Dank je wel!")
    return compose(w, "👍 " + said, buttons=(learned(w),))


def how_it_was(w: Words, hulpvraag_id: int) -> Text:
    """Ask a nieuwkomer how it was; the faces need no words."""
    row = tuple(Button(face, f"oordeel:{hulpvraag_id}:{rating}") for rating, face in FACES.items())
    return compose(w, "💬 " + w("Hoe was het gesprek?"), buttons=(row,))


def not_asked(w: Words) -> Text:
    """Replace the question how it was when there was no contact after all."""
    return compose(w, "🏁 " + w("Het gesprek is gestopt."))


def rated(w: Words, rating: int) -> Text:
    """Thank for a rating; after a low one a human is offered again."""
    thanks = f"{FACES[rating]} " + w("Dank je wel!")
    if rating > LOW:
        return compose(w, thanks)
    said = w("Jammer dat het niet goed ging. Wil je nog een keer met een mens praten?")
    return compose(w, thanks, said, buttons=((human(w),),))


def rated_before(w: Words) -> str:
    """For rating a second time."""
    return "👍 " + w("Je hebt dit al gezegd. Dank je wel!")


def not_kept(w: Words) -> str:
    """For rating a conversation that is not kept any more."""
    return "👍 " + w("Dit gesprek bewaren we niet meer. Dank je wel!")


def with_reopen(w: Words, closed: Text, hulpvraag_id: int) -> Text:
    """Return the message of an ended conversation with the button that goes on with it."""
    again = Button("💬 " + w("Weer verder praten"), f"heropen:{hulpvraag_id}")
    return Text(closed.html, ((again,), *closed.buttons))


def reopened(w: Words, hulpvraag_id: int, naam: str | None, somebody: bool, thema: str | None) -> Text:
    """Confirm that it is open again, who is asked (`naam`: the same one, if he can) and what is passed on."""
    said = w("Je hulpvraag is weer open.")
    if naam:
        asked = w("Ik vraag het eerst aan {naam}. Je hoort het hier.").format(naam=escape(naam))
    elif somebody:
        asked = w("Ik zoek iemand anders. Je hoort het hier.")
    else:
        asked = w(
            "Er is nu niemand die jouw taal spreekt. Je vraag blijft staan. Je hoort het hier zodra iemand er is;"
            " hoe lang dat duurt, weet ik niet."
        )
    what = [w("je taal en je gemeente")]
    if thema:
        what.append(w("waar je vraag over gaat: {thema}").format(thema=thema_name(w, thema)))
    passed = w("Dit geef ik door:") + "\n" + "\n".join(f"• {item}" for item in what)
    gone = w("Wat jullie eerder schreven, is gewist. Vertel je vraag straks opnieuw.")
    no = Button("🚫 " + w("Toch niet nodig"), f"trek:{hulpvraag_id}")
    return compose(w, f"🔄 {said} {asked}", f"🔒 {passed}", gone, buttons=((no,),))


def wants_on(w: Words, hulpvraag_id: int) -> Text:
    """Tell the one who helped that his nieuwkomer would like to go on; the offer follows."""
    said = w("De nieuwkomer van hulpvraag {id} wil verder praten. Ik vraag het jou als eerste.")
    return compose(w, "🔄 " + said.format(id=f"#{hulpvraag_id}"))


def too_late(w: Words) -> Text:
    """For going on with a conversation that is too long ago."""
    said = w("Met dit gesprek kun je niet meer verder. Je kunt wel opnieuw om een mens vragen.")
    return compose(w, "⌛ " + said, buttons=((human(w),),))
