"""What helps the one who helps: official answers, earlier hulpvragen, professionals, the protocol, reminders."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.hulpvraag import Hulpvraag, State
from bot.domain.outgoing import Button, Text
from bot.domain.talks import SavedReply
from bot.i18n import Words, dutch_day, own_name
from bot.replies.afterwards import outcomes
from bot.replies.layout import column, compose, escape, shorten, topic_buttons
from bot.replies.nieuwkomer import thema_name

EARLIER = 5
DAYS = (1, 3, 7, 14)
KINDS = ("medisch", "juridisch", "gevaar")
TOPICS = {"medisch": ("gp", "mental_health"), "juridisch": ("legal_help",), "gevaar": ("violence_emergency",)}
Labels = Sequence[tuple[str, str, str]]


def how_to_search(w: Words) -> Text:
    """Explain /faq to a sleutelpersoon."""
    said = w(
        "Typ /faq met een woord erachter, bijvoorbeeld: /faq boete. Dan kun je een antwoord aan de nieuwkomer sturen."
    )
    return compose(w, "🔎 " + said)


def found(w: Words, hulpvraag_id: int, topics: Labels, word: str) -> Text:
    """Show the answers that were found; a button sends one into the conversation."""
    if not topics:
        return compose(
            w, "🤷 " + w("Niets gevonden voor „{woord}”. Probeer een ander woord.").format(woord=escape(word))
        )
    said = w("Kies een antwoord. De nieuwkomer van hulpvraag {id} krijgt het in zijn eigen taal, met de bron.")
    rows = column(
        Button(f"📨 {emoji} {shorten(title)}", f"stuur:{hulpvraag_id}:{topic}") for topic, emoji, title in topics
    )
    return compose(w, "🔎 " + said.format(id=f"#{hulpvraag_id}"), buttons=rows)


def official(w: Words, naam: str, answer: Text) -> Text:
    """Return an official answer as the nieuwkomer gets it from his sleutelpersoon."""
    head = compose(w, f"💬 <b>{escape(naam)}:</b> " + w("Dit antwoord van Sleutelbot past bij je vraag.")).html
    rows = tuple(row for row in answer.buttons if row[0].data.startswith(("nl:", "luister:")))
    return Text(f"{head}\n\n{answer.html}", rows)


def taking_back(w: Words) -> str:
    """Tell under what was sent by a button how it is taken back."""
    return "↩️ " + w("Toch niet? Antwoord op dit bericht met /weg. Dat kan 48 uur lang.")


def answer_sent(w: Words, hulpvraag_id: int, title: str, taal: str, translated: bool) -> Text:
    """Tell the sleutelpersoon what was sent, and honestly in which language."""
    said = w("„{titel}” is naar de nieuwkomer van hulpvraag {id} gestuurd.")
    done = said.format(titel=escape(title), id=f"#{hulpvraag_id}")
    if translated:
        how = w("Taal: {taal}.").format(taal=own_name(taal))
    else:
        how = "⚠️ " + w("Er is nog geen vertaling ({taal}): de nieuwkomer kreeg Nederlands en Engels. Leg het uit.")
        how = how.format(taal=own_name(taal))
    return compose(w, f"📨 {done}\n{how}", taking_back(w))


def earlier(w: Words, count: int, items: Sequence[Hulpvraag]) -> str:
    """Return how many hulpvragen somebody had before, and of the last ones thema, outcome and day; no words."""
    if not items:
        return ""
    named = outcomes(w)
    lines = []
    for item in items:
        thema = thema_name(w, item.thema) if item.thema else w("onderwerp nog niet bekend")
        how = w("ingetrokken") if item.state is State.WITHDRAWN else named.get(item.outcome or "", w("Niet ingevuld"))
        lines.append(f"• {w.date(dutch_day(item.ended_at or item.created_at))} · {thema} · {how}")
    head = w.plural("{n} eerdere hulpvraag:", "{n} eerdere hulpvragen:", count)
    return f"🗂️ <b>{head}</b>\n" + "\n".join(lines)


def kinds(w: Words) -> dict[str, str]:
    """Return each reason why a hulpvraag is for a professional, in a word."""
    return {"medisch": "🩺 " + w("Medisch"), "juridisch": "⚖️ " + w("Juridisch"), "gevaar": "🚨 " + w("Gevaar")}


def which_kind(w: Words, hulpvraag_id: int) -> Text:
    """Ask why a hulpvraag is not for a sleutelpersoon."""
    names = kinds(w)
    said = w("Is dit iets voor een professional? Kies wat. Jullie krijgen allebei de nummers; het gesprek blijft open.")
    return compose(w, "🧑‍⚕️ " + said, buttons=column(Button(names[k], f"nietmij:{hulpvraag_id}:{k}") for k in KINDS))


def _contacts(w: Words, kind: str) -> str:
    """Return the contact points that the answers gp, mental_health, legal_help and violence_emergency name."""
    now = "🚨 " + w("Is er nu gevaar? Bel <b>112</b> (politie, ambulance, brandweer). Gratis, dag en nacht.")
    death = "💔 " + w("Denk je aan de dood? Bel <b>113</b> of <b>0800-0113</b>. Gratis, dag en nacht.")
    home = "🏠 " + w("Word je geslagen of bedreigd? Bel Veilig Thuis: <b>0800-2000</b>. Gratis, dag en nacht.")
    doctor = "👩‍⚕️ " + w("Bel je huisarts. Is het avond, nacht of weekend? Bel dan de huisartsenpost.")
    law = "👩‍⚖️ " + w("Bel Juridisch Loket: <b>0800-8020</b>, maandag tot en met vrijdag. Het eerste advies is gratis.")
    letter = "📅 " + w("Kijk naar de datum in je brief. Wacht niet.")
    lines = {"medisch": (doctor, now, death), "juridisch": (law, letter), "gevaar": (now, home, death)}
    return "\n".join(lines[kind])


def professionals(w: Words, naam: str, kind: str, topics: Labels) -> Text:
    """Tell the nieuwkomer who can help better, without closing the conversation."""
    head = w("{naam} vindt dat een professional je hier beter mee kan helpen:").format(naam=escape(naam))
    stays = w("{naam} blijft bij je: jullie gesprek blijft open.").format(naam=escape(naam))
    rows = topic_buttons(topics)
    return compose(w, "🤝 " + head, _contacts(w, kind), "💬 " + stays, buttons=rows)


def professionals_sent(w: Words, hulpvraag_id: int, kind: str) -> Text:
    """Show the sleutelpersoon what the nieuwkomer got."""
    said = w("De nieuwkomer van hulpvraag {id} kreeg deze nummers. Jij hoeft dit niet op te lossen.")
    stays = w(
        "Het gesprek blijft open. Je kunt ook overdragen met /overdragen; wat je moet doen bij gevaar: /protocol."
    )
    return compose(w, "🤝 " + said.format(id=f"#{hulpvraag_id}"), _contacts(w, kind), stays)


def protocol(w: Words) -> Text:
    """Return what to do when somebody is in danger."""
    steps = [
        w("Is er nu gevaar? Bel zelf 112 en zeg waar het is. Wacht niet op de bot."),
        w("Blijf rustig en luister. Beloof niet dat je het geheim houdt, en zoek het niet zelf uit."),
        w("Geweld thuis: Veilig Thuis 0800-2000, gratis, dag en nacht. Ook jij mag bellen voor advies."),
        w("Gedachten aan de dood: 113 of 0800-0113, gratis, dag en nacht. Vraag er gewoon naar."),
        w("Stuur de nummers: druk op „Niet voor mij” onder de hulpvraag en kies Gevaar."),
        w("Vertel het aan de coördinator; je hoeft dit niet alleen te dragen. Schrijf niet meer op dan nodig is."),
    ]
    listed = "\n".join(f"{i}. {step}" for i, step in enumerate(steps, start=1))
    return compose(w, "🚨 <b>" + w("Als iemand in gevaar is") + "</b>", listed)


def when_to_remind(w: Words, hulpvraag_id: int, at: datetime | None) -> Text:
    """Ask when to remind of a hulpvraag, and tell what is set."""
    now = w("Ik herinner je op {moment}.").format(moment=w.moment(at)) if at else ""
    said = w("Over hoeveel dagen zal ik je aan hulpvraag {id} herinneren? Je kunt ook typen: /herinner 3")
    buttons = [Button(w.plural("{n} dag", "{n} dagen", n), f"herinner:{hulpvraag_id}:{n}") for n in DAYS]
    off = ((Button("🔕 " + w("Niet meer herinneren"), f"herinner:{hulpvraag_id}:0"),),) if at else ()
    return compose(w, f"🔔 {now}", said.format(id=f"#{hulpvraag_id}"), buttons=(tuple(buttons), *off))


def will_remind(w: Words, hulpvraag_id: int, at: datetime | None) -> Text:
    """Confirm a reminder, or that there is none any more."""
    if at is None:
        return compose(w, "🔕 " + w("Ik herinner je niet meer aan hulpvraag {id}.").format(id=f"#{hulpvraag_id}"))
    said = w("Ik herinner je op {moment} aan hulpvraag {id}, als die dan nog open is.")
    return compose(w, "🔔 " + said.format(moment=w.moment(at), id=f"#{hulpvraag_id}"))


def no_such_time(w: Words, most: int) -> Text:
    """For a number of days that cannot be."""
    return compose(w, "🤔 " + w("Typ een aantal dagen van 1 tot {n}, of 0 voor geen herinnering.").format(n=most))


def reminder(w: Words, hulpvraag: Hulpvraag) -> Text:
    """Remind a sleutelpersoon of a hulpvraag."""
    said = w("Je wilde terugkomen op hulpvraag {id} ({taal}).")
    said = said.format(id=f"#{hulpvraag.id}", taal=own_name(hulpvraag.taal))
    write = Button("🎯 " + w("Schrijf hier"), f"actief:{hulpvraag.id}")
    later = Button("🔔 " + w.plural("{n} dag", "{n} dagen", 3), f"herinner:{hulpvraag.id}:3")
    return compose(w, "🔔 " + said, buttons=((write, later),))


def saved(w: Words, items: Mapping[str, Sequence[SavedReply]], hulpvraag: Hulpvraag | None, taal: str) -> Text:
    """List the saved replies; in a conversation each has a button that says when its language is missing."""
    lines = [
        f"• <b>{escape(naam)}</b> ({', '.join(own_name(each.taal) for each in versions)}): "
        + escape(shorten(versions[0].text, 80))
        for naam, versions in items.items()
    ]
    how = w("Bewaren: /snel naam tekst. In een andere taal: /snel naam ar tekst. Weghalen: /snel weg naam.")
    head = "⚡ <b>" + w("Je snelle antwoorden:") + "</b>" if lines else "⚡ " + w("Je hebt nog geen snelle antwoorden.")
    buttons = [
        Button(
            ("📨 " if any(each.taal == taal for each in versions) else "📨 ⚠️ ") + naam,
            f"snel:{hulpvraag.id}:{versions[0].id}",
        )
        for naam, versions in items.items()
        if hulpvraag
    ]
    missing = [naam for naam, versions in items.items() if hulpvraag and all(each.taal != taal for each in versions)]
    doubt = "⚠️ " + w("Nog niet in het {taal}.").format(taal=own_name(taal)) if missing else ""
    return compose(w, head + ("\n" + "\n".join(lines) if lines else ""), doubt, how, buttons=column(buttons))


def reply_saved(w: Words, naam: str, taal: str) -> Text:
    """Confirm a saved reply."""
    return compose(w, "⚡ " + w("„{naam}” is bewaard ({taal}).").format(naam=escape(naam), taal=own_name(taal)))


def sent_before(w: Words) -> str:
    """For a button that was pressed twice in one go: it was said once."""
    return w("Met deze knop heb je dat al gestuurd.")


def reply_removed(w: Words, naam: str) -> Text:
    """Confirm that a saved reply is gone."""
    return compose(w, "🗑️ " + w("„{naam}” is weggehaald.").format(naam=escape(naam)))


def reply_refused(w: Words, longest: int, most: int) -> Text:
    """For a saved reply that cannot be kept."""
    said = w("Dit kan ik niet bewaren: een naam van één woord, hoogstens {n} tekens tekst, hoogstens {m} antwoorden.")
    private = w("Zet er geen eigen nummer, e-mailadres of account in.")
    return compose(w, f"🤔 {said.format(n=longest, m=most)} {private}")


def in_other_taal(w: Words, taal: str) -> str:
    """Say under a saved reply that it is not in the reader's language."""
    return "🈳 " + w("Deze tekst is niet vertaald ({taal}).").format(taal=own_name(taal))


def reply_sent(w: Words, naam: str, hulpvraag_id: int, taal: str, wanted: str) -> Text:
    """Tell what was sent, and honestly in which language."""
    said = w("„{naam}” is gestuurd in hulpvraag {id}.").format(naam=escape(naam), id=f"#{hulpvraag_id}")
    doubt = w("Er is geen versie in het {taal}; ik stuurde {ander} en zei dat erbij.")
    doubt = "⚠️ " + doubt.format(taal=own_name(wanted), ander=own_name(taal)) if taal != wanted else ""
    return compose(w, "📨 " + said, doubt, taking_back(w))
