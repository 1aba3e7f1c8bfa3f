"""What a nieuwkomer reads on the way to a human and while one is there."""

from collections.abc import Mapping, Sequence
from datetime import timedelta

from bot.domain.outgoing import Button, Rows, Text
from bot.domain.wishes import TALK, Asked
from bot.i18n import Words
from bot.replies.layout import column, compose, escape, grid, human, shorten
from bot.replies.wished import avoided, more_choices, wished

BEFORE = 200


def gemeente(w: Words, names: Mapping[str, str]) -> Text:
    """Ask in which gemeente somebody lives."""
    buttons = [Button(name, f"gemeente:{slug}") for slug, name in names.items()]
    rows = (*grid(buttons), (Button("🗺️ " + w("Ergens anders"), "gemeente:anders"),))
    return compose(w, "📍 " + w("Waar woon je? Zo vind ik iemand bij jou in de buurt."), buttons=rows)


def over(w: Words) -> Text:
    """For a reply to something said in a conversation that is over."""
    said = w("Dit gesprek is voorbij; je bericht is niet doorgegeven. Wil je weer met een mens praten?")
    return compose(w, "⌛ " + said, buttons=((human(w),), (Button("📋 " + w("Menu"), "menu"),)))


def kinds_of_help(w: Words) -> dict[str, str]:
    """Return each kind of help in plain words."""
    return {
        "vertaler": w("Een brief of gesprek begrijpen"),
        "verbinder": w("De juiste persoon of plek vinden"),
        "voorlichter": w("Uitleg: hoe werkt het?"),
    }


def wishes(w: Words) -> dict[str, str]:
    """Return what may be wished, in plain words."""
    return {
        "haast": w("Het heeft haast"),
        "vrouw": w("Liefst een vrouw"),
        "man": w("Liefst een man"),
        "niet_uit_gemeente": w("Liefst niet iemand uit mijn gemeente"),
    }


Talk = Sequence[tuple[str, str | None]]


def consent(w: Words, question: str | None, files: int, thema: str | None, asked: Asked, talk: Talk = ()) -> Text:
    """Say what is passed on and to whom, and ask whether that is right; the kind of help and wishes can be chosen.

    `talk` is what was asked of the bot before the last question, each with the title of its answer; it goes along when
    the nieuwkomer says so.
    """
    what = [w("je taal en je gemeente")]
    if thema:
        what.append(w("waar je vraag over gaat: {thema}").format(thema=thema))
    if question:
        what.append(w("je laatste vraag: „{vraag}”").format(vraag=escape(shorten(question, 1500))))
    chosen = [name for name in (asked.rol, "haast" if asked.urgent else None, *sorted(asked.wishes)) if name]
    what += [{**kinds_of_help(w), **wishes(w), **wished(w)}[name] for name in chosen]
    if files:
        what.append(w.plural("{n} bestand dat je stuurde", "{n} bestanden die je stuurde", files))
    if asked.talk and talk:
        what.append(w("wat je eerder aan mij vroeg:") + "".join(f"\n   – {line}" for line in said_before(w, talk)))
    listed = "\n".join(f"• {item}" for item in what)
    said = w("Ik geef dit aan een sleutelpersoon, iemand die jouw taal spreekt en die je kan helpen:")
    name = w("Je naam en je nummer geef ik niet.")
    yes, no = Button("✅ " + w("Ja, dat is goed"), "mens:ja"), Button("❌ " + w("Nee"), "mens:nee")
    later = w("Wat je daarna stuurt, gaat ook mee, tot iemand je helpt.")
    mark = "✅" if asked.talk else "➕"
    more = ((Button(f"{mark} {w('Ook wat ik eerder vroeg')}", f"hulp:{TALK}"),),) if talk else ()
    buttons = ((yes,), (no,), *more, *_choices(w, asked, set(chosen)))
    return compose(w, f"🙋 {said}\n{listed}", avoided(w, asked), f"🔒 {name} {later}", buttons=buttons)


def said_before(w: Words, talk: Talk) -> list[str]:
    """Return what was asked before, a line each, with what it was answered with."""
    lines = [f"„{escape(shorten(' '.join(text.split()), BEFORE))}”" for text, _ in talk]
    titles = [f" → {escape(title)}" if title else "" for _, title in talk]
    return [line + title for line, title in zip(lines, titles, strict=True)]


def asked_before(w: Words, talk: Talk) -> str:
    """Return what the sleutelpersoon reads of it, or nothing when it did not go along."""
    lines = "".join(f"\n• {line}" for line in said_before(w, talk))
    return "🤖 <b>" + w("Eerder vroeg de nieuwkomer aan de bot (→ het antwoord):") + "</b>" + lines if talk else ""


def _choices(w: Words, asked: Asked, chosen: set[str]) -> Rows:
    """Return one button that opens the choices, or a button for each."""
    if not asked.open:
        return ((Button("⚙️ " + w("Kies wat voor hulp je wilt"), "hulp:meer"),),)
    emoji = {"vertaler": "📄", "verbinder": "🧭", "voorlichter": "💡", "haast": "⏰", "vrouw": "👩", "man": "👨"}
    plain = column(
        Button(f"{'✅' if name in chosen else emoji.get(name, '🏘️')} {said}", f"hulp:{name}")
        for name, said in (*kinds_of_help(w).items(), *wishes(w).items())
    )
    return (*plain, *more_choices(w, asked))


def no_consent(w: Words) -> Text:
    """After 'no': nothing was passed on."""
    said = w("Goed, ik geef niets door. Je kunt hier altijd een vraag stellen.")
    return compose(w, "👍 " + said, buttons=((Button("📋 " + w("Menu"), "menu"),),))


def how_long(w: Words, lately: timedelta | None) -> str:
    """Say honestly how long it may take."""
    if lately is None:
        return w("Hoe lang het duurt, weet ik nog niet.")
    return w("De laatste weken duurde het meestal ongeveer {tijd}.").format(tijd=w.lasting(lately))


def waiting(
    w: Words, hulpvraag_id: int, somebody: bool, lately: timedelta | None, tips: str = "", answers: Rows = ()
) -> Text:
    """Confirm, honestly about whether somebody is there now; `tips` and `answers` are for the meantime."""
    if somebody:
        said = w("Ik heb je vraag doorgegeven. Je hoort het hier als iemand je vraag aanneemt.")
        said += " " + how_long(w, lately)
    else:
        said = w(
            "Er is nu niemand die jouw taal spreekt. Je vraag blijft staan. Je hoort het hier zodra iemand er is;"
            " hoe lang dat duurt, weet ik niet."
        )
    meanwhile = w("Je kunt intussen gewoon vragen blijven stellen. Foto's en spraakberichten gaan mee naar de helper.")
    return compose(w, "⏳ " + said, meanwhile, tips, buttons=(*answers, (withdraw_button(w, hulpvraag_id),)))


def already_waiting(
    w: Words, hulpvraag_id: int, lately: timedelta | None, tips: str = "", answers: Rows = ()
) -> Text:
    """For asking again while one is waiting."""
    said = w("Je hulpvraag staat al klaar voor een sleutelpersoon. Je hoort het hier als iemand hem aanneemt.")
    return compose(w, f"⏳ {said} {how_long(w, lately)}", tips, buttons=(*answers, (withdraw_button(w, hulpvraag_id),)))


def nobody_yet(w: Words, hulpvraag_id: int) -> Text:
    """Tell that nobody took it so far and that the coordinator looks for somebody."""
    said = w("Nog niemand heeft je vraag aangenomen. Ik heb de coördinator gevraagd om iemand te zoeken.")
    return compose(w, "⏳ " + said, buttons=((withdraw_button(w, hulpvraag_id),),))


def lapsed(w: Words, naam: str, hulpvraag_id: int, somebody: bool) -> Text:
    """Tell that the sleutelpersoon did not answer in time, and what happens now."""
    said = w("{naam} kon je nog niet antwoorden.").format(naam=escape(naam))
    return compose(w, f"🔄 {said} {next_step(w, somebody)}", buttons=((withdraw_button(w, hulpvraag_id),),))


def ends_soon(w: Words, hulpvraag_id: int, left: timedelta) -> Text:
    """Give notice that a silent conversation ends."""
    said = w("Het is lang stil in je gesprek. Als niemand iets stuurt, stopt het over {tijd}.")
    return compose(w, "⏳ " + said.format(tijd=w.lasting(left)), buttons=((close_button(w, hulpvraag_id),),))


def already_talking(w: Words, naam: str, hulpvraag_id: int) -> Text:
    """For asking again while somebody is there."""
    said = w("Je praat al met {naam}. Wat je typt, gaat naar {naam}.").format(naam=escape(naam))
    return compose(w, "💬 " + said, buttons=((close_button(w, hulpvraag_id),),))


def withdraw_button(w: Words, hulpvraag_id: int) -> Button:
    """Return the button that withdraws a hulpvraag."""
    return Button("🚫 " + w("Toch niet nodig"), f"trek:{hulpvraag_id}")


def close_button(w: Words, hulpvraag_id: int) -> Button:
    """Return the button that ends a conversation."""
    return Button("🏁 " + w("Gesprek stoppen"), f"sluit:{hulpvraag_id}")


def claimed(w: Words, naam: str, hulpvraag_id: int, asks: bool) -> Text:
    """Tell who is there now; ask for the question when none is known."""
    said = w("{naam} gaat je helpen. Wat je nu typt of stuurt, gaat naar {naam}.").format(naam=escape(naam))
    ask = w("Wat is je vraag? Typ hem hier, of stuur een spraakbericht of een foto.") if asks else ""
    stop = w("Wil je stoppen? Druk op de knop of typ /afsluiten.")
    back = w("Wil je een bericht terughalen? Antwoord op je eigen bericht met /weg. Dat kan 48 uur lang.")
    rows = ((close_button(w, hulpvraag_id),), (Button("🛑 " + w("Klacht"), f"klacht:{hulpvraag_id}"),))
    return compose(w, "💬 " + said, ask, f"{stop} {back}", buttons=rows)


def withdrawn(w: Words) -> Text:
    """Confirm that the hulpvraag is gone."""
    said = w("Je hulpvraag is ingetrokken. Je kunt hier altijd opnieuw om hulp vragen.")
    return compose(w, "👍 " + said, buttons=((Button("📋 " + w("Menu"), "menu"),),))


def given_back(w: Words, naam: str, hulpvraag_id: int, somebody: bool) -> Text:
    """Tell that the sleutelpersoon gave it back, honestly about whether somebody else is there now."""
    said = w("{naam} kan je nu niet verder helpen.").format(naam=escape(naam))
    return compose(w, f"🔄 {said} {next_step(w, somebody)}", buttons=((withdraw_button(w, hulpvraag_id),),))


def next_step(w: Words, somebody: bool) -> str:
    """Say what happens now, honestly about whether somebody else is there."""
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


def closed_silent(w: Words) -> Text:
    """Tell that a silent conversation ended by itself."""
    said = w("Het gesprek is gestopt, omdat het lang stil was.") + " " + w("Nu geef ik weer antwoord op je vragen.")
    return compose(w, "🏁 " + said, buttons=((human(w),), (Button("📋 " + w("Menu"), "menu"),)))


def nothing_open(w: Words) -> Text:
    """For /afsluiten without anything open."""
    return compose(w, "🙂 " + w("Er is geen gesprek om af te sluiten."))


def from_sleutelpersoon(naam: str, text: str) -> str:
    """Return a relayed text with the first name of the one who wrote it."""
    return f"💬 <b>{escape(naam)}:</b> {escape(text)}"


def unreachable(w: Words, naam: str, hulpvraag_id: int, somebody: bool) -> Text:
    """Tell that the sleutelpersoon is gone, and that the hulpvraag waits again."""
    said = w("{naam} is niet meer bereikbaar.").format(naam=escape(naam))
    return compose(w, f"🔄 {said} {next_step(w, somebody)}", buttons=((withdraw_button(w, hulpvraag_id),),))


def not_relayed(w: Words) -> Text:
    """For a message that cannot be passed on (contact, poll, sticker…)."""
    return compose(w, "🙂 " + w("Dit kan ik niet doorgeven. Stuur tekst, een spraakbericht, een foto of een bestand."))
