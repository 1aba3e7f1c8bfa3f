"""What is read about the letter check, by who puts a draft letter forward and by who reads it."""

from collections.abc import Sequence

from bot.domain.letters import READERS, Letter, Reading, done, unclear
from bot.domain.outgoing import Button, Text, units
from bot.i18n import Words
from bot.replies.layout import column, compose, escape, grid, shorten

MESSAGE = 3500
LINES = 15


def write(w: Words, running: Sequence[Letter], most: int) -> Text:
    """Ask a beheerder for the letter; letters that are being read are shown."""
    lines = [_state(w, letter) for letter in running]
    stop = [Button("🏁 " + w("Stop brief {id}").format(id=f"#{each.id}"), f"brief:stop:{each.id}") for each in running]
    head = "📝 <b>" + w("Een brief laten lezen") + "</b>"
    said = w("Drie sleutelpersonen lezen je brief en zeggen wat niet duidelijk is. Je ziet niet wie wat zei.")
    how = w("Plak nu de brief hier, in één of meer berichten, zonder namen. Hij mag {n} tekens lang zijn.")
    now = "<b>" + w("Deze brieven worden nu gelezen:") + "</b>\n" + "\n".join(lines) if lines else ""
    parts = (f"{head}\n{said}", "✍️ " + how.format(n=most), now)
    return compose(w, *parts, buttons=(*column(stop), (_away(w),)))


def _state(w: Words, letter: Letter) -> str:
    first = escape(shorten(letter.paragraphs[0]))
    ready = w("{n} van {m} klaar").format(n=done(letter.readings), m=READERS)
    return f"#{letter.id} · {ready} · {w.moment(letter.created_at)}\n„{first}”"


def _away(w: Words) -> Button:
    return Button("❌ " + w("Annuleer"), "brief:weg")


def collected(w: Words, paragraphs: int, length: int, most: int, masked: bool) -> Text:
    """Show how much of the letter is there; more may come."""
    told = w.plural("De brief heeft {n} alinea.", "De brief heeft {n} alinea's.", paragraphs)
    long = w("Dat zijn {n} van de {m} tekens.").format(n=length, m=most)
    hidden = w("Nummers, adressen en e-mailadressen heb ik weggehaald.") if masked else ""
    more = w("Is dit niet alles? Stuur de rest in een nieuw bericht.")
    ask = Button("👥 " + w("Vraag drie sleutelpersonen"), "brief:vraag")
    again = Button("🔄 " + w("Begin opnieuw"), "brief:opnieuw")
    return compose(w, f"📝 {told} {long}", hidden, more, buttons=((ask,), (again, _away(w))))


def too_long(w: Words, length: int, most: int) -> Text:
    """For more text than a letter may have; what was there before stays."""
    said = w("Samen met dit bericht is de brief {n} tekens. Hij mag {m} tekens lang zijn. Ik nam dit bericht niet mee.")
    return compose(w, "✂️ " + said.format(n=length, m=most))


def nothing_ready(w: Words) -> str:
    """For a button without a letter that waits."""
    return "⌛ " + w("Er staat geen brief klaar. Begin opnieuw met /brief.")


def stopped(w: Words) -> Text:
    """Confirm that nothing was sent."""
    return compose(w, "👍 " + w("Goed, ik heb niets verstuurd."))


def put_forward(w: Words, letter_id: int, readers: int, days: int) -> Text:
    """Confirm, honestly about how many read it now."""
    head = "📬 <b>" + w("Brief {id}").format(id=f"#{letter_id}") + "</b>"
    now = w.plural("{n} sleutelpersoon leest hem nu.", "{n} sleutelpersonen lezen hem nu.", readers)
    fewer = w("Zodra er iemand beschikbaar is, vraag ik die ook.") if readers < READERS else ""
    late = w.plural(
        "Wie na {n} dag niets zegt, wordt vervangen.", "Wie na {n} dagen niets zegt, wordt vervangen.", days
    )
    stop = Button("🏁 " + w("Stop brief {id}").format(id=f"#{letter_id}"), f"brief:stop:{letter_id}")
    return compose(w, head, f"{now} {fewer}", late, buttons=((stop,),))


def nobody_else(w: Words, letter: Letter, readings: tuple[Reading, ...]) -> Text:
    """Tell the beheerder that somebody had no time and that nobody can take over now."""
    head = w("Een lezer van brief {id} heeft geen tijd, en er is nu niemand anders.").format(id=f"#{letter.id}")
    ready = w("{n} van {m} klaar").format(n=done(readings), m=READERS)
    later = w("Zodra er iemand beschikbaar is, vraag ik die.")
    stop = Button("🏁 " + w("Stop brief {id}").format(id=f"#{letter.id}"), f"brief:stop:{letter.id}")
    return compose(w, f"👤 {head} {later}", f"📊 {ready}", buttons=((stop,),))


def text(paragraphs: Sequence[str]) -> list[Text]:
    """Return the letter in numbered paragraphs, in as many messages as it takes."""
    found = [""]
    for number, paragraph in enumerate(paragraphs, 1):
        part = f"\u200e<b>{number}.</b> {escape(paragraph)}"
        joined = f"{found[-1]}\n\n{part}" if found[-1] else part
        found = [*found[:-1], joined] if not found[-1] or units(joined) <= MESSAGE else [*found, part]
    return [Text(piece) for piece in found]


def invited(w: Words) -> Text:
    """Ask a sleutelpersoon to read what follows."""
    head = "📝 <b>" + w("Wil je een brief lezen?") + "</b>"
    said = w("De gemeente wil weten of deze brief duidelijk is. Hij is nog niet verstuurd. Jouw oordeel telt.")
    return compose(w, f"{head}\n{said}")


def mark(w: Words, letter: Letter, reading: Reading) -> Text:
    """Ask which paragraphs are unclear; a press marks one, a second press takes the mark away."""
    numbers = [
        Button(f"{'❗' if number in reading.unclear else ''}{number}", f"lezer:alinea:{letter.id}:{number}")
        for number in range(1, len(letter.paragraphs) + 1)
    ]
    head = "❗ <b>" + w("Welke alinea's zijn niet duidelijk?") + "</b>"
    how = w("Druk op het nummer. Is alles duidelijk? Druk dan meteen op Klaar.")
    more = w("Wil je iets zeggen over de brief? Antwoord op dit bericht. De gemeente ziet niet wie het zei.")
    say = Button("✍️ " + w("Opmerking"), f"lezer:zeg:{letter.id}")
    ready = Button("✅ " + w("Klaar"), f"lezer:klaar:{letter.id}")
    leave = Button("➡️ " + w("Geen tijd"), f"lezer:pas:{letter.id}")
    return compose(w, f"{head}\n{how}", more, buttons=(*grid(numbers, 5), (say, ready), (leave,)))


def remark(w: Words) -> Text:
    """Ask for a remark."""
    here = w("Wat je nu typt, is je opmerking. Het gaat niet naar een nieuwkomer.")
    return compose(w, "✍️ " + w("Wat wil je zeggen over de brief? Schrijf geen namen.") + f"\n{here}")


def remark_kept(w: Words, letter_id: int) -> Text:
    """Confirm a remark."""
    ready = Button("✅ " + w("Klaar"), f"lezer:klaar:{letter_id}")
    said = w("Opgeslagen, zonder je naam. Heb je alles gelezen? Druk op Klaar.")
    return compose(w, "✍️ " + said, buttons=((ready,),))


def remark_too_long(w: Words, most: int) -> Text:
    """For a remark that nobody reads to its end."""
    return compose(w, "✂️ " + w("Maak je opmerking korter dan {n} tekens.").format(n=most))


def thanks(w: Words, letter_id: int) -> Text:
    """Replace the buttons of who is ready."""
    said = w("Dank je wel! Je hebt brief {id} gelezen. De gemeente ziet wat niet duidelijk is, niet wie het zei.")
    return compose(w, "✅ " + said.format(id=f"#{letter_id}"))


def passed(w: Words) -> Text:
    """Replace the buttons of who has no time, without asking why."""
    return compose(w, "👌 " + w("Goed. Ik vraag iemand anders."))


def taken_over(w: Words) -> Text:
    """Replace the buttons of who did not answer in time."""
    return compose(w, "👌 " + w("Iemand anders leest deze brief nu. Je hoeft niets meer te doen."))


def over(w: Words, letter_id: int) -> Text:
    """Replace the buttons of who was not ready when the check ended."""
    said = w("De gemeente weet genoeg over brief {id}. Je hoeft niets meer te doen. Dank je wel!")
    return compose(w, "🏁 " + said.format(id=f"#{letter_id}"))


def not_asked(w: Words) -> str:
    """For a button of a letter that one is not asked to read (any more)."""
    return "🙂 " + w("Deze brief hoef je niet (meer) te lezen.")


def remark_late(w: Words) -> Text:
    """For a remark on a letter that one is not asked to read (any more)."""
    return compose(w, "🙂 " + w("Deze brief hoef je niet (meer) te lezen. Je opmerking is niet opgeslagen."))


def done_before(w: Words) -> str:
    """For a button pressed after being ready."""
    return "✅ " + w("Je bent al klaar met deze brief. Dank je wel!")


def result(w: Words, letter: Letter, readings: tuple[Reading, ...]) -> Text:
    """Show per paragraph how many found it unclear, and the remarks without names."""
    counted = [reading for reading in readings if reading.counts]
    head = "📊 <b>" + w("Brief {id}: dit vinden de lezers").format(id=f"#{letter.id}") + "</b>"
    people = w.plural("{n} sleutelpersoon las de brief.", "{n} sleutelpersonen lazen de brief.", len(counted))
    if not counted:
        return compose(w, head, "👤 " + w("Nog niemand las de brief."))
    lines = [_line(number, part, unclear(readings, number)) for number, part in enumerate(letter.paragraphs, 1)]
    blocks = ["\n".join(lines[i : i + LINES]) for i in range(0, len(lines), LINES)]
    told = "❗ " + w("naast een alinea staat hoeveel lezers hem niet duidelijk vonden")
    # In the order of the alphabet: nobody can see which remarks are of one reader.
    remarks = sorted(remark for reading in counted for remark in reading.remarks)
    said = [f"• {escape(remark)}" for remark in remarks]
    title = "✍️ <b>" + w("Opmerkingen:") + "</b>" if said else ""
    return compose(w, f"{head}\n{people}", told, *blocks, title, *said)


def _line(number: int, paragraph: str, count: int) -> str:
    mark = f"❗{count}" if count else "✅"
    return f"{mark} <b>{number}.</b> {escape(shorten(paragraph))}"
