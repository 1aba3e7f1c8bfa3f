"""What the two sides of a reported conversation read, each in his own language."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.outgoing import Button, Text
from bot.domain.reports import Reason, Report, Verdict
from bot.i18n import Words, dutch_day
from bot.replies.answers import contact_lines
from bot.replies.hulpvraag import next_step, withdraw_button
from bot.replies.layout import column, compose, escape
from bot.replies.nieuwkomer import crisis_lines

STOP = "nee"
Contact = Sequence[tuple[str, str]]


def reasons(w: Words) -> dict[str, str]:
    """Return what somebody can have done, in plain words."""
    return {
        Reason.INSULT: w("Schelden, beledigen of haat"),
        Reason.THREAT: w("Bedreigen"),
        Reason.SEXUAL: w("Iets seksueels"),
        Reason.MONEY: w("Vragen om geld of iets terug"),
        Reason.OTHER: w("Iets anders"),
    }


def _reasons(w: Words, verb: str) -> tuple[tuple[Button, ...], ...]:
    emoji = {Reason.INSULT: "🤬", Reason.THREAT: "😨", Reason.SEXUAL: "🚫", Reason.MONEY: "💶", Reason.OTHER: "➡️"}
    chosen = (Button(f"{emoji[Reason(name)]} {said}", f"{verb}:{name}") for name, said in reasons(w).items())
    return (*column(chosen), (Button("❌ " + w("Toch niet melden"), f"{verb}:{STOP}"),))


def what_happened(w: Words, hulpvraag_id: int) -> Text:
    """Ask a sleutelpersoon what the nieuwkomer did."""
    said = w("Wat is er gebeurd in hulpvraag {id}?").format(id=f"#{hulpvraag_id}")
    then = w("Als je kiest, stopt het gesprek meteen. Een coördinator kijkt wat er moet gebeuren.")
    return compose(w, f"🛑 <b>{said}</b>", f"{then} {_danger(w)}", buttons=_reasons(w, f"meld:{hulpvraag_id}"))


def what_he_did(w: Words, naam: str, hulpvraag_id: int, helper_id: int) -> Text:
    """Ask a nieuwkomer what the sleutelpersoon did."""
    said = w("Wat deed {naam}?").format(naam=escape(naam))
    then = w("Als je kiest, kan {naam} je hier niet meer schrijven. Iemand anders leest je klacht, {naam} niet.")
    rows = _reasons(w, f"klacht:{hulpvraag_id}:{helper_id}")
    return compose(w, f"🛑 <b>{said}</b>", f"{then.format(naam=escape(naam))} {_danger(w)}", buttons=rows)


def _danger(w: Words) -> str:
    return w("Ben je in gevaar? Bel <b>112</b>.")


def unnamed(w: Words) -> str:
    """Name a sleutelpersoon who is none any more."""
    return w("de sleutelpersoon")


def which(w: Words, choices: Mapping[str, str]) -> Text:
    """Ask which conversation is meant: button → label."""
    rows = column(Button(label, data) for data, label in choices.items())
    return compose(w, "🛑 " + w("Over welk gesprek gaat het?"), buttons=rows)


def nothing_to_report(w: Words) -> Text:
    """For a report without a conversation."""
    said = w("Er is geen gesprek om te melden. Dat kan tijdens een gesprek en de eerste dagen daarna.")
    return compose(w, "🙂 " + said, _danger(w))


def reported_before(w: Words) -> Text:
    """For reporting the same conversation again."""
    return compose(w, "👌 " + w("Je hebt dit al gemeld. Je hoort hier wat er besloten is."), _danger(w))


def not_reported(w: Words) -> Text:
    """Confirm that nothing was reported."""
    return compose(w, "👌 " + w("Goed, er is niets gemeld."))


def thanks_helper(w: Words, hulpvraag_id: int) -> Text:
    """Thank a sleutelpersoon for a report and say what happens now."""
    said = w("Dank je dat je dit meldt. Je hoeft hier niets meer mee te doen.")
    then = w("Hulpvraag {id} krijg je niet meer. Een coördinator beslist; je hoort hier wat er besloten is.")
    return compose(w, "🛑 " + said, then.format(id=f"#{hulpvraag_id}"), _danger(w) + " /protocol")


def thanks_nieuwkomer(w: Words, naam: str, somebody: bool | None) -> Text:
    """Thank a nieuwkomer for a report; `somebody` tells whether others can help now, None when nothing changes."""
    said = w("Dank je dat je dit zegt. {naam} kan je hier niet meer schrijven.").format(naam=escape(naam))
    then = w("Iemand anders leest je klacht, {naam} niet. Je hoort hier wat er besloten is.")
    on = next_step(w, somebody) if somebody is not None else ""
    return compose(w, "🛑 " + said, then.format(naam=escape(naam)), on, crisis_lines(w))


def stopped(w: Words, naam: str, hulpvraag_id: int) -> Text:
    """Tell a nieuwkomer neutrally that the conversation stopped and that a coordinator looks at it."""
    said = w("Het gesprek met {naam} is gestopt.").format(naam=escape(naam)) if naam else w("Het gesprek is gestopt.")
    looks = w("Een coördinator kijkt nu hoe het verder gaat. Je hulpvraag blijft bewaard. Je hoort het hier.")
    on = w("Je kunt mij intussen gewoon vragen blijven stellen.")
    other = Button("🛑 " + w("Ik wil zelf iets melden"), f"klacht:{hulpvraag_id}")
    buttons = ((withdraw_button(w, hulpvraag_id),), (other,))
    return compose(w, f"⏸️ {said} {looks}", f"{on} {_danger(w)}", buttons=buttons)


def stopped_helper(w: Words, hulpvraag_id: int) -> Text:
    """Tell a sleutelpersoon neutrally that the conversation stopped and that a coordinator looks at it."""
    said = w("Het gesprek in hulpvraag {id} is gestopt. Een coördinator kijkt ernaar; je hoort het hier.")
    return compose(w, "⏸️ " + said.format(id=f"#{hulpvraag_id}"))


def _other_ways(w: Words, gemeente: str, contact: Contact) -> str:
    way = w("Je gemeente kan je ook helpen: bel, of ga langs.")
    return f"🏛️ {way}" + (f"\n{contact_lines(w, gemeente, contact)}" if contact else "")


def looked_at(w: Words, hulpvraag_id: int | None, gemeente: str, contact: Contact) -> Text:
    """For asking for a human while a report is looked at; `hulpvraag_id` is the one that is held, if one is."""
    said = w("Een coördinator kijkt nog naar je vorige gesprek. Daarna kun je weer met een mens praten.")
    on = w("Je kunt mij intussen gewoon vragen blijven stellen.")
    rows = ((withdraw_button(w, hulpvraag_id),),) if hulpvraag_id else ()
    return compose(w, f"⏸️ {said} {on}", _other_ways(w, gemeente, contact), crisis_lines(w), buttons=rows)


def blocked(w: Words, until: datetime, gemeente: str, contact: Contact) -> Text:
    """For asking for a human during a block."""
    said = w("Je kunt tot {dag} niet met een mens praten, omdat een gesprek niet goed ging.")
    on = w("Mij kun je alles blijven vragen.")
    rows = ((Button("📋 " + w("Menu"), "menu"),),)
    kind = f"⏸️ {said.format(dag=w.date(dutch_day(until)))} {on}"
    return compose(w, kind, _other_ways(w, gemeente, contact), f"{_object(w)}\n{crisis_lines(w)}", buttons=rows)


def blocked_helper(w: Words, until: datetime) -> Text:
    """For /beschikbaar during a block."""
    said = w("Je kunt tot {dag} geen hulpvragen aannemen.").format(dag=w.date(dutch_day(until)))
    return compose(w, f"⏸️ {said} {_object(w)}")


def _object(w: Words) -> str:
    return "✋ " + w("Ben je het er niet mee eens? Vertel het je gemeente; die kan het opnieuw laten bekijken.")


def held_up(w: Words, hulpvraag_id: int) -> str:
    """For the button of a hulpvraag that is held."""
    return w("Een coördinator kijkt naar hulpvraag {id}. Hij is nu niet aan te nemen.").format(id=f"#{hulpvraag_id}")


def not_together(w: Words) -> str:
    """For the button of a hulpvraag that a report keeps away from this sleutelpersoon."""
    return w("Deze hulpvraag gaat naar een ander, omdat er een melding is.")


def lifted(w: Words, helper: bool) -> Text:
    """Tell that a block is over before its time."""
    said = w("De blokkade is opgeheven. Je kunt weer met mensen praten.")
    return compose(w, "✅ " + said, w("Wil je weer helpen? Typ /beschikbaar.") if helper else "")


def goes_on(w: Words, somebody: bool) -> Text:
    """Tell a nieuwkomer that his hulpvraag is in the queue although nobody decided yet."""
    return compose(w, "🔄 " + w("Je hulpvraag gaat weer verder.") + " " + next_step(w, somebody))


def outcome_reporter(w: Words, report: Report, somebody: bool | None = None) -> Text:
    """Tell who reported what was decided."""
    told = {
        Verdict.NO_FAULT: w("Er is geen fout gezien. Toch was het goed om het te melden."),
        Verdict.WARN: w("De ander heeft een waarschuwing gekregen."),
        Verdict.BLOCK: w("De ander kan hier voorlopig met niemand meer praten."),
    }
    head = w("Je melding over hulpvraag {id} is bekeken.").format(id=f"#{report.hulpvraag_id}")
    away = w("Jullie komen elkaar hier niet meer tegen.")
    return compose(w, f"⚖️ {head} {told[Verdict(report.verdict or '')]} {away}", _on(w, somebody))


def _on(w: Words, somebody: bool | None) -> str:
    return "🔄 " + next_step(w, somebody) if somebody is not None else ""


def outcome_reported(w: Words, report: Report, until: datetime | None, somebody: bool | None = None) -> Text:
    """Tell whom it was about what was decided, kindly and firmly; `until` is the end of a block."""
    head = w("Een coördinator heeft het gesprek in hulpvraag {id} bekeken.").format(id=f"#{report.hulpvraag_id}")
    if report.verdict == Verdict.NO_FAULT:
        return compose(w, f"⚖️ {head} " + w("Je hebt niets fout gedaan."), _on(w, somebody))
    what = w("Dit mag hier niet: {reden}.").format(reden=f"<b>{reasons(w)[report.reason]}</b>")
    if until is None:
        return compose(w, f"⚠️ {head} {what}", _firm(w, report.by_helper), _on(w, somebody))
    return compose(w, f"⛔ {head} {what}", *_blocked(w, report.by_helper, until), _object(w))


def _firm(w: Words, nieuwkomer: bool) -> str:
    if nieuwkomer:
        return w(
            "De mensen hier helpen je graag, als vrijwilliger. Blijf vriendelijk, ook als je boos of bang bent."
            " Gebeurt het weer, dan kun je een tijd niet met een mens praten."
        )
    return w("Wie hier hulp vraagt, moet zich veilig voelen. Gebeurt het weer, dan kun je hier niet meer helpen.")


def _blocked(w: Words, nieuwkomer: bool, until: datetime) -> tuple[str, ...]:
    day = w.date(dutch_day(until))
    if not nieuwkomer:
        return (w("Je helpt tot {dag} niet meer. Je hulpvragen gaan naar anderen.").format(dag=day),)
    said = w("Je kunt tot {dag} niet met een mens praten.").format(dag=day)
    return (f"{said} {w('Mij kun je alles blijven vragen.')}", crisis_lines(w))


def held(w: Words, until: datetime | None, reports: Sequence[Report], person_id: int) -> Text:
    """Show what is held of reports on somebody, and of a block."""
    lines = []
    if until:
        lines.append("⛔ " + w("Je kunt tot {dag} niet met mensen praten.").format(dag=w.date(dutch_day(until))))
    for report in reports:
        mine = report.reporter_id == person_id
        about = w("Er is een melding over jou, hulpvraag {id}")
        said = w("Jij hebt iets gemeld over hulpvraag {id}") if mine else about
        settled = w("nog niet besloten") if report.open else w("besloten")
        lines.append(f"🛑 {said.format(id=f'#{report.hulpvraag_id}')}: {reasons(w)[report.reason]} ({settled})")
    return compose(w, "\n".join(lines))
