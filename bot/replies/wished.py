"""Whom a nieuwkomer would like beside what everybody may wish: a dialect by country, and not somebody he met."""

from collections.abc import Iterable

from bot.domain import dialects as spoken
from bot.domain.outgoing import Button, Rows, Text
from bot.domain.wishes import NOT, Asked, Met
from bot.i18n import Words
from bot.replies.layout import column, compose, escape
from bot.replies.rollen import rollen


def dialects(w: Words) -> dict[str, str]:
    """Return the name of each dialect."""
    return {
        "ar_syr": w("Arabisch: Syrië, Libanon"),
        "ar_irq": w("Arabisch: Irak"),
        "ar_mar": w("Arabisch: Marokko, Algerije"),
        "ar_egy": w("Arabisch: Egypte"),
        "ar_sdn": w("Arabisch: Soedan"),
        "ti_eri": w("Tigrinya: Eritrea"),
        "ti_eth": w("Tigrinya: Ethiopië"),
        "so_maxaa": w("Somalisch: Maxaa"),
        "so_maay": w("Somalisch: Maay"),
        "fa_irn": w("Perzisch: Iran"),
        "fa_dari": w("Perzisch: Afghanistan (Dari)"),
        "fa_haz": w("Perzisch: Hazaragi"),
    }


def wished(w: Words) -> dict[str, str]:
    """Return the wish for each dialect."""
    return {name: w("Liefst {dialect}").format(dialect=said) for name, said in dialects(w).items()}


def more_choices(w: Words, asked: Asked) -> Rows:
    """Return a button for each dialect of the language, and for each who helped before."""
    of_taal = spoken.of(frozenset({w.taal}))
    ways = [
        Button(f"{'✅' if name in asked.wishes else '🗣️'} {said}", f"hulp:{name}")
        for name, said in wished(w).items()
        if name in of_taal
    ]
    return (*column(ways), *column(_not(w, one, one.id in asked.avoided) for one in asked.met))


def _not(w: Words, one: Met, chosen: bool) -> Button:
    """Return the button that keeps a hulpvraag from somebody, or lets him have it again."""
    roles = ", ".join(said for name, said in rollen(w).items() if name in one.rollen)
    named = w("Niet {naam}").format(naam=one.naam)
    return Button(f"{'✅' if chosen else '🚫'} {named} ({roles})", f"hulp:{NOT}{one.id}")


def avoided(w: Words, asked: Asked) -> str:
    """Say who of those he met does not get it, and that nobody sees that."""
    return not_to(w, [one.naam for one in asked.met if one.id in asked.avoided])


def not_to(w: Words, names: Iterable[str]) -> str:
    """Say to whom a hulpvraag does not go, a line each."""
    said = w("Niet aan {naam}. Niemand ziet dat je dit koos.")
    return "\n".join("🚫 " + said.format(naam=escape(naam)) for naam in names)


def held(w: Words, names: Iterable[str]) -> Text:
    """Show whom the own open hulpvraag does not go to."""
    return compose(w, "🔒 <b>" + w("Dit bewaren we van je:") + "</b>", not_to(w, names))
