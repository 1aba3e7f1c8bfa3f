"""What a coordinator (or a beheerder) reads of reports and blocks."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.outgoing import Button, Text
from bot.domain.reports import Report, Verdict
from bot.i18n import Words, dutch_day
from bot.replies.complaints import reasons
from bot.replies.layout import column, compose, escape, shorten

QUOTE = 240
SHOWN = 20


def _head(w: Words, report: Report) -> str:
    number, about = f"#{report.hulpvraag_id}", report.id
    return "🛑 <b>" + w("Melding {nummer} bij hulpvraag {id}").format(nummer=about, id=number) + "</b>"


def _parties(w: Words, report: Report, naam: str) -> str:
    helper = w("sleutelpersoon {naam}").format(naam=escape(naam)) if naam else w("een sleutelpersoon die weg is")
    other = w("de nieuwkomer van hulpvraag {id}").format(id=f"#{report.hulpvraag_id}")
    by, about = (helper, other) if report.by_helper else (other, helper)
    lines = [f"{w('Van')}: {by}", f"{w('Over')}: {about}", f"{w('Wat')}: <b>{reasons(w)[report.reason]}</b>"]
    return "\n".join(lines)


def read(w: Words, report: Report, naam: str) -> Text:
    """Show a report with the last words of the one it is about, and ask what is to be done."""
    quoted = "\n".join(f"• {escape(shorten(' '.join(text.split()), QUOTE))}" for text in report.words)
    said = w("De laatste woorden daarvan (alleen jij leest dit, tot er besloten is):") if quoted else ""
    none = "" if quoted else w("Er zijn geen woorden bewaard.")
    rows = column((
        Button("🤝 " + w("Geen fout"), f"melding:{report.id}:{Verdict.NO_FAULT}"),
        Button("⚠️ " + w("Waarschuwen"), f"melding:{report.id}:{Verdict.WARN}"),
        Button("⛔ " + w("Blokkeren"), f"melding:{report.id}:{Verdict.BLOCK}"),
    ))  # fmt: skip
    quote = f"{said}\n<blockquote>{quoted}</blockquote>" if quoted else none
    hear = w("Beiden horen wat je besluit, zonder jouw naam.")
    return compose(w, f"{_head(w, report)}\n{_parties(w, report, naam)}", quote, f"👉 {hear}", buttons=rows)


def verdicts(w: Words) -> dict[str, str]:
    """Return what can be decided, in words."""
    return {
        Verdict.NO_FAULT: w("geen fout"),
        Verdict.WARN: w("waarschuwing"),
        Verdict.BLOCK: w("blokkade"),
    }


def decided(w: Words, report: Report, naam: str, blocked: bool) -> Text:
    """Show what was decided and by whom (a beheerder has no name here); a block can be lifted."""
    by = escape(naam) if naam else w("een beheerder of een coördinator die weg is")
    said = w("Besluit: {besluit}. Door: {naam}.").format(besluit=verdicts(w)[report.verdict or ""], naam=by)
    rows = ((_lift(w, report.reported_id or 0),),) if blocked else ()
    return compose(w, _head(w, report), "⚖️ " + said, buttons=rows)


def decided_before(w: Words, naam: str) -> str:
    """For deciding what is decided."""
    return w("{naam} heeft al besloten.").format(naam=naam) if naam else w("Er is al besloten.")


def _lift(w: Words, person_id: int, label: str = "") -> Button:
    return Button(f"🔓 {label or w('Blokkade opheffen')}", f"deblok:{person_id}")


def moved(w: Words, report: Report) -> Text:
    """Replace a report that is shown again below."""
    return compose(w, _head(w, report), "⬇️")


def gone(w: Words) -> Text:
    """For a report that went with the data of a person."""
    return compose(w, "🗑️ " + w("Deze melding is er niet meer: iemand heeft zijn gegevens verwijderd."))


def overdue(w: Words, report: Report) -> Text:
    """Remind of a report that nobody decided on."""
    said = w("Melding {nummer} wacht nog op een besluit.").format(nummer=report.id)
    back = w("De hulpvraag staat weer in de wachtrij, zodat niemand blijft wachten.") if report.by_helper else ""
    return compose(w, f"⏰ {said} {back}", buttons=((_open(w, report),),))


def _open(w: Words, report: Report) -> Button:
    label = w("Melding {nummer} bij hulpvraag {id}").format(nummer=report.id, id=f"#{report.hulpvraag_id}")
    return Button(f"🛑 {label}", f"melding:{report.id}")


def listed(w: Words, reports: Sequence[Report], blocks: Sequence[tuple[int, str, datetime]]) -> Text:
    """Show what waits for a decision, and who is blocked until when, as (person id, name or '', moment)."""
    lines = [f"• {naam or w('nieuwkomer')} {number}: {w.date(dutch_day(until))}" for number, naam, until in blocks]
    waits = w.plural("{n} melding wacht op een besluit.", "{n} meldingen wachten op een besluit.", len(reports))
    until = "⛔ <b>" + w("Geblokkeerd tot:") + "</b>\n" + escape("\n".join(lines)) if lines else ""
    buttons = [_open(w, report) for report in reports[:SHOWN]]
    buttons += [_lift(w, number, f"{naam or w('nieuwkomer')} {number}") for number, naam, _ in blocks[:SHOWN]]
    return compose(w, "🛑 " + waits if reports else "", until, buttons=column(buttons))


def unblocked(w: Words) -> str:
    """Confirm that a block is lifted."""
    return "🔓 " + w("De blokkade is opgeheven.")


def helper_blocked(w: Words, naam: str, until: datetime) -> Text:
    """Tell a beheerder that a sleutelpersoon was taken out of the offers."""
    said = w("Sleutelpersoon {naam} is na een klacht geblokkeerd tot {dag} en krijgt geen hulpvragen.")
    how = w("Voorgoed stoppen kan met: {opdracht}").format(opdracht="<code>sleutelbot sleutelpersoon remove</code>")
    return compose(w, "⛔ " + said.format(naam=escape(naam), dag=w.date(dutch_day(until))), how)
