"""What a sleutelpersoon reads: offers, the queue, conversations, availability."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.domain.hulpvraag import Hulpvraag
from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words, own_name
from bot.replies.hulpvraag import kinds_of_help, wishes
from bot.replies.layout import compose, escape, shorten
from bot.replies.nieuwkomer import thema_name
from bot.replies.wished import wished

SHOWN = 20
QUESTION = 1500


def _facts(w: Words, hulpvraag: Hulpvraag, names: Mapping[str, str], now: datetime) -> str:
    """Return language, gemeente, thema and waiting time: never the words of the question."""
    place = names.get(hulpvraag.gemeente) or w("Ergens anders")
    thema = thema_name(w, hulpvraag.thema) if hulpvraag.thema else w("onderwerp nog niet bekend")
    since = w.since(hulpvraag.created_at, now)
    asked = [hulpvraag.rol] if hulpvraag.rol else []
    known = {**kinds_of_help(w), **wishes(w), **wished(w)}
    wanted = [known[name] for name in (*asked, *sorted(hulpvraag.wishes)) if name in known]
    head = "⏰ <b>" + w("Het heeft haast") + "</b>\n" if hulpvraag.urgent else ""
    lines = [f"{head}🌍 {own_name(hulpvraag.taal)}", f"📍 {place}", f"📂 {thema}", *(f"🤲 {one}" for one in wanted)]
    return "\n".join([*lines, f"⏳ {w('wacht')}: {since}"])


def offer(w: Words, hulpvraag: Hulpvraag, names: Mapping[str, str], now: datetime) -> Text:
    """Offer a hulpvraag."""
    head = "🙋 <b>" + w("Nieuwe hulpvraag {id}").format(id=f"#{hulpvraag.id}") + "</b>"
    take = Button("✋ " + w("Neem aan"), f"neem:{hulpvraag.id}")
    skip = Button("➡️ " + w("Sla over"), f"sla:{hulpvraag.id}")
    return compose(w, f"{head}\n{_facts(w, hulpvraag, names, now)}", buttons=((take, skip),))


def nobody_took(w: Words, hulpvraag: Hulpvraag, names: Mapping[str, str], now: datetime) -> Text:
    """Ask a coordinator to find somebody for a hulpvraag that nobody took."""
    head = "🧭 <b>" + w("Niemand nam hulpvraag {id} aan").format(id=f"#{hulpvraag.id}") + "</b>"
    how = w("Kun jij iemand vragen? Je kunt hem ook zelf aannemen of overdragen in /wachtrij.")
    take = Button("✋ " + w("Neem aan"), f"neem:{hulpvraag.id}")
    return compose(w, f"{head}\n{_facts(w, hulpvraag, names, now)}", how, buttons=((take,),))


def lapsed(w: Words, hulpvraag_id: int) -> Text:
    """Tell that a claim lapsed, without reproach."""
    said = w("Je gaf nog geen antwoord op hulpvraag {id}. Ik heb hem teruggezet in de wachtrij, zodat niemand wacht.")
    return compose(w, "⌛ " + said.format(id=f"#{hulpvraag_id}"))


def ends_soon(w: Words, hulpvraag_id: int, left: timedelta) -> Text:
    """Give notice that a silent conversation ends."""
    said = w("Het is lang stil in hulpvraag {id}. Als niemand iets stuurt, stopt het gesprek over {tijd}.")
    return compose(w, "⏳ " + said.format(id=f"#{hulpvraag_id}", tijd=w.lasting(left)))


def taken(w: Words, hulpvraag_id: int, naam: str) -> Text:
    """Replace an offer that somebody else took."""
    return compose(
        w, "✔️ " + w("Hulpvraag {id} is aangenomen door {naam}.").format(id=f"#{hulpvraag_id}", naam=escape(naam))
    )


def gone(w: Words, hulpvraag_id: int) -> Text:
    """Replace an offer that is no longer needed."""
    return compose(w, "✔️ " + w("Hulpvraag {id} is niet meer nodig.").format(id=f"#{hulpvraag_id}"))


def skipped(w: Words, hulpvraag_id: int) -> Text:
    """Confirm a skip without asking why."""
    said = w("Hulpvraag {id} overgeslagen. Je vindt hem nog in /wachtrij.").format(id=f"#{hulpvraag_id}")
    return compose(w, "👌 " + said)


def claimed(w: Words, hulpvraag: Hulpvraag, names: Mapping[str, str], now: datetime, files: int) -> Text:
    """Show the claimer the question and what he can do."""
    head = "✅ <b>" + w("Jij helpt nu bij hulpvraag {id}").format(id=f"#{hulpvraag.id}") + "</b>"
    if hulpvraag.question:
        asked = (
            "❓ "
            + w("De laatste vraag:")
            + f" <blockquote>{escape(shorten(hulpvraag.question, QUESTION))}</blockquote>"
        )
    else:
        asked = "❓ " + w("De vraag is nog niet bekend; ik heb de nieuwkomer gevraagd om hem te stellen.")
    sent = w.plural("Er komt {n} bestand mee.", "Er komen {n} bestanden mee.", files) if files else ""
    how = w("Wat je typt, gaat naar de nieuwkomer. Die ziet alleen je voornaam. Schrijf in de taal van de nieuwkomer.")
    return compose(w, f"{head}\n{_facts(w, hulpvraag, names, now)}", asked, sent, how, buttons=_case(w, hulpvraag.id))


def _case(w: Words, hulpvraag_id: int) -> Rows:
    back = Button("↩️ " + w("Geef terug"), f"geef:{hulpvraag_id}")
    close = Button("🏁 " + w("Sluit af"), f"sluit:{hulpvraag_id}")
    return ((back, close),)


def active(w: Words, hulpvraag: Hulpvraag, names: Mapping[str, str], now: datetime) -> Text:
    """Confirm which hulpvraag the next messages go to."""
    head = "🎯 <b>" + w("Je schrijft nu in hulpvraag {id}").format(id=f"#{hulpvraag.id}") + "</b>"
    return compose(w, f"{head}\n{_facts(w, hulpvraag, names, now)}", buttons=_case(w, hulpvraag.id))


def which(w: Words, own: Sequence[Hulpvraag], over: int | None = None) -> Text:
    """Ask for which open hulpvraag a message is meant; `over` is one that it cannot go to any more."""
    rows = tuple((Button(f"#{h.id} {own_name(h.taal)}", f"actief:{h.id}"),) for h in own[:SHOWN])
    ended = w("Hulpvraag {id} is voorbij; je bericht is niet doorgegeven.").format(id=f"#{over}") if over else ""
    said = w("Je hebt meer open hulpvragen. Kies er één, of antwoord op een bericht. Stuur je bericht daarna opnieuw.")
    choose = w("Kies de hulpvraag waarin je wilt schrijven. Stuur je bericht daarna opnieuw.") if over else said
    return compose(w, f"⌛ {ended}" if ended else "", "🤔 " + choose if own else "", buttons=rows)


def queue(
    w: Words, own: Sequence[Hulpvraag], waiting: Sequence[Hulpvraag], active_id: int | None,
    names: Mapping[str, str], now: datetime,
) -> Text:  # fmt: skip
    """Show the own open hulpvragen and the queue, with their buttons."""
    lines: list[str] = []
    rows: list[tuple[Button, ...]] = []
    for item in own[:SHOWN]:
        mark = "🎯" if item.id == active_id else "💬"
        lines.append(f"{mark} <b>#{item.id}</b> {_line(w, item, names, now)}")
        label = f"{mark} #{item.id}"
        rows.append((Button(label, f"actief:{item.id}"), Button("🏁 " + w("Sluit af"), f"sluit:{item.id}")))
    if len(own) > SHOWN:
        lines.append("… " + w.plural("en nog {n} hulpvraag", "en nog {n} hulpvragen", len(own) - SHOWN))
    mine = "<b>" + w("Jouw hulpvragen:") + "</b>\n" + "\n".join(lines) if lines else ""
    open_lines = [f"⏳ <b>#{item.id}</b> {_line(w, item, names, now)}" for item in waiting]
    rows += [(Button(f"✋ {w('Neem aan')} #{item.id}", f"neem:{item.id}"),) for item in waiting]
    rest = "<b>" + w("Wachtrij:") + "</b>\n" + ("\n".join(open_lines) or w("Er wacht nu niemand."))
    return compose(w, mine, rest, buttons=tuple(rows))


def _line(w: Words, item: Hulpvraag, names: Mapping[str, str], now: datetime) -> str:
    place = names.get(item.gemeente) or w("Ergens anders")
    return f"{own_name(item.taal)} · {place} · {w.since(item.created_at, now)}"


def to_sleutelpersoon(hulpvraag_id: int, text: str) -> str:
    """Return a relayed text with the number of its hulpvraag instead of a name."""
    return f"🙋 <b>#{hulpvraag_id}:</b> {escape(text)}"


def caption(hulpvraag_id: int) -> str:
    """Return the caption of a relayed file."""
    return f"🙋 #{hulpvraag_id}"


def given_back(w: Words, hulpvraag_id: int) -> Text:
    """Confirm giving back."""
    return compose(w, "↩️ " + w("Hulpvraag {id} staat weer in de wachtrij.").format(id=f"#{hulpvraag_id}"))


def closed(w: Words, hulpvraag_id: int, by_self: bool) -> Text:
    """Tell that a hulpvraag ended."""
    said = (
        w("Hulpvraag {id} is afgesloten. Dank je wel!")
        if by_self
        else w("De nieuwkomer heeft hulpvraag {id} afgesloten.")
    )
    return compose(w, "🏁 " + said.format(id=f"#{hulpvraag_id}"))


def closed_silent(w: Words, hulpvraag_id: int) -> Text:
    """Tell that a silent hulpvraag ended by itself."""
    said = w("Hulpvraag {id} is afgesloten, omdat het lang stil was. Dank je wel voor je hulp!")
    return compose(w, "🏁 " + said.format(id=f"#{hulpvraag_id}"))


def no_longer(w: Words) -> Text:
    """For somebody whose role was taken away."""
    said = w("Je bent geen sleutelpersoon meer. Wat je nu typt, is een vraag aan mij en gaat naar niemand anders.")
    return compose(w, "🔑 " + said)


def lost(w: Words, hulpvraag_id: int) -> Text:
    """Tell that the nieuwkomer cannot be reached (blocked the bot) or removed his data."""
    said = w("De nieuwkomer van hulpvraag {id} is niet meer bereikbaar. Je bericht kwam niet aan.")
    return compose(w, "⚠️ " + said.format(id=f"#{hulpvraag_id}"))


def withdrawn_while_talking(w: Words, hulpvraag_id: int) -> Text:
    """Tell that the hulpvraag stopped because the nieuwkomer removed his data."""
    return compose(w, "🏁 " + w("Hulpvraag {id} is gestopt.").format(id=f"#{hulpvraag_id}"))


def available(w: Words, waiting: int) -> Text:
    """Confirm being available."""
    now = w.plural("Er wacht {n} hulpvraag.", "Er wachten {n} hulpvragen.", waiting)
    return compose(w, "🟢 " + w("Je bent beschikbaar. Nieuwe hulpvragen komen hier binnen."), now)


def absent(w: Words, still_open: int) -> Text:
    """Confirm being absent; what was claimed stays."""
    rest = (
        w.plural("Je hebt nog {n} open hulpvraag.", "Je hebt nog {n} open hulpvragen.", still_open)
        if still_open
        else ""
    )
    return compose(w, "🌙 " + w("Je bent afwezig. Je krijgt geen nieuwe hulpvragen. Terug? Typ /beschikbaar."), rest)


def not_yours(w: Words, naam: str | None) -> str:
    """For a button of a hulpvraag that somebody else has, or that is over."""
    return w("{naam} heeft deze hulpvraag al.").format(naam=naam) if naam else w("Deze hulpvraag is al voorbij.")


def crisis_protocol(w: Words, hulpvraag_id: int) -> Text:
    """Warn the sleutelpersoon that danger was recognised, with what to do."""
    head = w("In hulpvraag {id} lijkt iemand in gevaar.").format(id=f"#{hulpvraag_id}")
    said = w("Ik heb de nummers gestuurd: 112, 113 en Veilig Thuis 0800-2000. Bel bij direct gevaar zelf ook 112.")
    return compose(w, f"🚨 <b>{head}</b> {said}")
