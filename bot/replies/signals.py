"""What is read about signals to the gemeente, by who gives them and by who answers them."""

from collections.abc import Mapping, Sequence

from bot.domain.outgoing import Button, Rows, Text
from bot.domain.redacting import MASK
from bot.domain.signals import Action, Signal
from bot.i18n import Words
from bot.replies.layout import column, compose, escape, grid, shorten
from bot.replies.nieuwkomer import THEMA_EMOJI, thema_name

ELSE = "anders"
REGION = "regio"
ACTION_EMOJI = {Action.CHANGE: "🔧", Action.LOOK: "🔎", Action.CANNOT: "🚫"}


def _about(w: Words, thema: str | None) -> str:
    return f"{THEMA_EMOJI[thema]} {thema_name(w, thema)}" if thema else "💡 " + w("Iets anders")


def _place(w: Words, gemeente: str | None, names: Mapping[str, str]) -> str:
    return "📍 " + (names.get(gemeente, gemeente) if gemeente else w("Hele regio"))


def _facts(w: Words, signal: Signal, names: Mapping[str, str]) -> str:
    """Return number, thema, gemeente and how many people say so."""
    place = _place(w, signal.gemeente, names)
    return f"📣 <b>#{signal.id}</b> · {_about(w, signal.thema)}\n{place} · 👥 {signal.count}"


def _quoted(text: str, limit: int = 1000) -> str:
    return f"<blockquote>{escape(shorten(text, limit))}</blockquote>"


def _stop(w: Words) -> Button:
    return Button("❌ " + w("Annuleer"), "signaal:stop")


def themas(w: Words, known: Sequence[str], others: int) -> Text:
    """Ask what a signal is about; `others` signals can be looked at first."""
    said = w("Zie je iets dat niet goed gaat bij een gemeente? Een brief die niemand begrijpt, of lang wachten?")
    told = w("Vertel het. De gemeente leest je signaal en geeft antwoord. Waar gaat het over?")
    rows = [Button(_about(w, thema), f"signaal:thema:{thema}") for thema in known]
    listed = Button("📋 " + w("Signalen van anderen") + f": {others}", "signaal:lijst:0")
    last = ((Button(_about(w, None), f"signaal:thema:{ELSE}"),), *(((listed,),) if others else ()))
    return compose(w, "📣 <b>" + w("Signaal voor de gemeente") + f"</b>\n{said}", told, buttons=(*grid(rows), *last))


def gemeenten(w: Words, thema: str | None, own: Mapping[str, str]) -> Text:
    """Ask of which gemeente it is."""
    rows = grid([Button(naam, f"signaal:plek:{slug}") for slug, naam in own.items()])
    region = Button("🗺️ " + w("Hele regio"), f"signaal:plek:{REGION}")
    asked = "📍 " + w("In welke gemeente zie je dit?")
    return compose(w, _about(w, thema), asked, buttons=(*rows, (region,), (_stop(w),)))


def write(w: Words, thema: str | None, gemeente: str | None, names: Mapping[str, str]) -> Text:
    """Ask for the signal itself."""
    asked = w("Wat zie je? Typ het in één bericht, als het kan in het Nederlands.")
    private = w("Schrijf geen namen. De gemeente ziet ook jouw naam niet.")
    here = w("Wat je nu typt, is je signaal. Het gaat niet naar een nieuwkomer.")
    head = f"{_about(w, thema)}\n{_place(w, gemeente, names)}"
    return compose(w, head, "✍️ " + asked, f"🔒 {private}\n{here}", buttons=((_stop(w),),))


def too_long(w: Words, most: int) -> Text:
    """For a signal that nobody reads to its end."""
    return compose(w, "✂️ " + w("Maak je signaal korter dan {n} tekens.").format(n=most), buttons=((_stop(w),),))


def type_it(w: Words) -> Text:
    """For a file where a text was asked for."""
    said = w("Typ het in woorden. Een foto, een bestand of een spraakbericht bewaar ik hier niet.")
    return compose(w, "✍️ " + said)


def preview(w: Words, thema: str | None, gemeente: str | None, text: str, names: Mapping[str, str]) -> Text:
    """Show a signal as the gemeente will read it."""
    head = f"{_about(w, thema)}\n{_place(w, gemeente, names)}"
    masked = w("Nummers, adressen en e-mailadressen heb ik weggehaald.") if MASK in text else ""
    asked = "👁️ " + w("Dit gaat naar de gemeente, zonder je naam. Klopt het?")
    send, again = Button("📤 " + w("Verstuur"), "signaal:stuur"), Button("✏️ " + w("Typ opnieuw"), "signaal:opnieuw")
    return compose(w, asked, head, _quoted(text), masked, buttons=((send,), (again, _stop(w))))


def given(w: Words, signal_id: int) -> Text:
    """Confirm that it is with the gemeente."""
    said = w("Dank je wel! Signaal {id} is bij de gemeente. Het antwoord komt hier.").format(id=f"#{signal_id}")
    more = w("Andere sleutelpersonen kunnen je signaal steunen.")
    listed = Button("📋 " + w("Alle signalen"), "signaal:lijst:0")
    return compose(w, f"📣 {said} {more}", buttons=((listed,),))


def stopped(w: Words) -> Text:
    """Confirm that nothing was sent."""
    return compose(w, "👍 " + w("Goed, ik heb niets verstuurd."))


def nothing_ready(w: Words) -> str:
    """For a button without a signal that waits."""
    return "⌛ " + w("Er staat geen signaal klaar. Begin opnieuw met /signaal.")


def _pages(verb: str, page: int, count: int, size: int) -> Rows:
    back = [Button("⬅️", f"{verb}:{page - 1}")] if page else []
    onward = [Button("➡️", f"{verb}:{page + 1}")] if (page + 1) * size < count else []
    return ((*back, *onward),) if back or onward else ()


def open_signals(
    w: Words, shown: Sequence[Signal], me: int, names: Mapping[str, str], page: int, count: int, size: int
) -> Text:
    """Show signals that wait for an answer, each to be supported once."""
    parts = [f"{_facts(w, signal, names)}\n{_quoted(signal.text, 400)}" for signal in shown]
    support = w("Steun ik ook")
    marks = ["✅" if me in signal.concerned else "👍" for signal in shown]
    rows = column(
        Button(f"{mark} {support} #{signal.id}", f"signaal:steun:{signal.id}:{page}")
        for mark, signal in zip(marks, shown, strict=True)
    )
    head = "📋 <b>" + w("Signalen zonder antwoord") + "</b>"
    told = "" if shown else w("Er is nu geen signaal dat op antwoord wacht.")
    return compose(w, head, *parts, told, buttons=(*rows, *_pages("signaal:lijst", page, count, size)))


def supported(w: Words) -> str:
    """Confirm support."""
    return "👍 " + w("Je steunt dit signaal. Je hoort het antwoord ook.")


def supported_before(w: Words) -> str:
    """For supporting a second time."""
    return "✅ " + w("Je steunt dit signaal al.")


def own(w: Words) -> str:
    """For supporting the own signal."""
    return "✅ " + w("Dit is je eigen signaal.")


def over(w: Words) -> str:
    """For a signal that was answered meanwhile, or is gone."""
    return "⌛ " + w("De gemeente gaf al antwoord op dit signaal.")


def held(w: Words, given_count: int, supported_count: int, letters: int) -> Text:
    """Say what is held of who advises."""
    given_line = w.plural("{n} signaal dat je gaf", "{n} signalen die je gaf", given_count)
    supported_line = w.plural("{n} signaal dat je steunt", "{n} signalen die je steunt", supported_count)
    read_line = w.plural("{n} brief die je las", "{n} brieven die je las", letters)
    return compose(w, f"📣 {given_line}\n👍 {supported_line}\n📝 {read_line}")


def _action(w: Words, action: str) -> str:
    said = {
        Action.CHANGE: w("De gemeente gaat dit veranderen."),
        Action.LOOK: w("De gemeente zoekt uit wat er aan de hand is."),
        Action.CANNOT: w("De gemeente kan dit niet veranderen."),
    }
    return f"{ACTION_EMOJI[Action(action)]} {said[Action(action)]}"


def answered(w: Words, signal: Signal, names: Mapping[str, str]) -> Text:
    """Bring the answer to who gave the signal or supports it."""
    head = "📬 <b>" + w("De gemeente gaf antwoord op signaal {id}").format(id=f"#{signal.id}") + "</b>"
    done = _action(w, signal.action) if signal.action else ""
    place = f"{_about(w, signal.thema)}\n{_place(w, signal.gemeente, names)}"
    return compose(w, head, f"{place}\n{_quoted(signal.text, 400)}", done, f"💬 {escape(signal.answer or '')}")


def new(w: Words, signal: Signal, names: Mapping[str, str]) -> Text:
    """Tell a beheerder of a new signal; a reply is the answer."""
    head = "📣 <b>" + w("Nieuw signaal van een sleutelpersoon") + "</b>"
    return compose(w, head, f"{_facts(w, signal, names)}\n{_quoted(signal.text)}", _how(w))


def _how(w: Words) -> str:
    return "↩️ " + w("Antwoord op dit bericht. Daarna kies je wat de gemeente doet.")


def overview(
    w: Words, shown: Sequence[Signal], names: Mapping[str, str], page: tuple[int, int, int], done: bool
) -> Text:
    """List signals for a beheerder, those that wait or those that are `done`; `page` is (page, count, size)."""
    lines = [f"{_facts(w, signal, names)}\n{escape(shorten(signal.text, 120))}" for signal in shown]
    rows = grid([Button(f"📖 #{signal.id}", f"signalen:lees:{signal.id}") for signal in shown], 4)
    kind, other = ("klaar", "open") if done else ("open", "klaar")
    label = "📋 " + w("Signalen zonder antwoord") if done else "📬 " + w("Signalen met antwoord")
    head = "📬 <b>" + w("Signalen met antwoord") if done else "📣 <b>" + w("Signalen zonder antwoord")
    told = "" if shown else w("Er is hier nu niets.")
    more = _pages(f"signalen:lijst:{kind}", *page)
    switch = Button(label, f"signalen:lijst:{other}:0")
    return compose(w, head + "</b>", *lines, told, buttons=(*rows, *more, (switch,)))


def read(w: Words, signal: Signal, names: Mapping[str, str]) -> Text:
    """Show one signal to a beheerder, with the answer if there is one."""
    about = f"{_facts(w, signal, names)}\n🕘 {w.moment(signal.created_at)}\n{_quoted(signal.text)}"
    if signal.answer is None:
        return compose(w, about, _how(w))
    said = _action(w, signal.action) if signal.action else ""
    change = "↩️ " + w("Een nieuw antwoord op dit bericht komt weer bij iedereen die dit zag.")
    return compose(w, about, said, f"💬 {escape(signal.answer)}", change)


def changed_meanwhile(w: Words, typed: str) -> Text:
    """Say that another beheerder was first; the own words come back."""
    said = "👥 " + w("Iemand anders gaf intussen antwoord op dit signaal. Jouw antwoord is niet verstuurd:")
    return compose(w, said, f"<pre>{escape(typed)}</pre>")


def answer_preview(w: Words, signal: Signal, text: str) -> Text:
    """Show an answer before it goes to everybody concerned, and ask what the gemeente does."""
    people = len(signal.concerned)
    to = w.plural("Dit gaat naar {n} sleutelpersoon.", "Dit gaat naar {n} sleutelpersonen.", people)
    asked = w("Wat doet de gemeente met het signaal? Druk op een knop, dan verstuur ik het antwoord.")
    rows = [
        Button("🔧 " + w("We veranderen het"), f"signalen:doe:{Action.CHANGE}"),
        Button("🔎 " + w("We zoeken het uit"), f"signalen:doe:{Action.LOOK}"),
        Button("🚫 " + w("We kunnen dit niet veranderen"), f"signalen:doe:{Action.CANNOT}"),
        Button("❌ " + w("Annuleer"), "signalen:doe:niets"),
    ]
    head = "👁️ " + w("Je antwoord op signaal {id}:").format(id=f"#{signal.id}")
    return compose(w, f"{head}\n{_quoted(text, 3000)}", f"👥 {to} {asked}", buttons=column(rows))


def sent(w: Words, signal: Signal) -> Text:
    """Confirm that the answer is on its way."""
    people = len(signal.concerned)
    if not people:
        return compose(w, "📬 " + w("Opgeslagen. Wie het signaal gaf, gebruikt de bot niet meer."))
    said = w.plural("Verstuurd naar {n} sleutelpersoon.", "Verstuurd naar {n} sleutelpersonen.", people)
    return compose(w, "📬 " + said)


def answer_too_long(w: Words, most: int) -> Text:
    """For an answer that does not fit one message."""
    return compose(w, "✂️ " + w("Maak je antwoord korter dan {n} tekens.").format(n=most))
