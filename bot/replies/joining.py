"""How somebody becomes a sleutelpersoon through an invitation."""

from collections.abc import Iterable, Mapping

from bot.domain.outgoing import Button, Text
from bot.domain.people import ROLLEN, Sleutelpersoon
from bot.i18n import Words, own_name
from bot.replies.layout import compose, escape, grid, languages

ROL_EMOJI = {"verbinder": "🤝", "vertaler": "🗣️", "voorlichter": "💡", "coordinator": "🧭"}


def invitation(w: Words, link: str, until: str) -> Text:
    """Give the beheerder a link for one person."""
    said = w("Stuur deze link naar één persoon. De link werkt één keer, tot {datum}.").format(datum=until)
    return compose(w, "💌 " + said, escape(link))


def invalid(w: Words) -> Text:
    """For an invitation that does not work (any more)."""
    return compose(w, "⌛ " + w("Deze uitnodiging is al gebruikt of verlopen. Vraag de beheerder om een nieuwe."))


def welcome(w: Words) -> Text:
    """Welcome, and ask the first name."""
    said = w("Fijn dat je sleutelpersoon wilt zijn! Hoe is je voornaam? Alleen die zien nieuwkomers.")
    return compose(w, "🔑 " + said)


def name_wrong(w: Words) -> Text:
    """For a name that cannot be used."""
    return compose(w, "🙂 " + w("Typ alleen je voornaam, hoogstens 30 letters."))


def talen(w: Words, chosen: Iterable[str]) -> Text:
    """Ask the languages."""
    done = Button("➡️ " + w("Klaar"), "klaar:talen")
    said = w("In welke talen kun je helpen? Kies er één of meer.")
    return compose(w, "🌍 " + said, buttons=(*languages("kan", chosen), (done,)))


def gemeenten(w: Words, chosen: Iterable[str], names: Mapping[str, str]) -> Text:
    """Ask the gemeenten."""
    ticked = set(chosen)
    rows = grid([Button(("✅ " if slug in ticked else "") + name, f"in:{slug}") for slug, name in names.items()])
    done = Button("➡️ " + w("Klaar"), "klaar:gemeenten")
    return compose(w, "📍 " + w("In welke gemeenten kun je helpen? Kies er één of meer."), buttons=(*rows, (done,)))


def rollen(w: Words, chosen: Iterable[str]) -> Text:
    """Ask the roles, in plain words."""
    ticked = set(chosen)
    plain = {
        "verbinder": w("verbinder: ik weet wie kan helpen"),
        "vertaler": w("vertaler: ik help met taal en brieven"),
        "voorlichter": w("voorlichter: ik leg uit hoe het werkt"),
    }
    rows = tuple(
        (Button(("✅ " if rol in ticked else "") + f"{ROL_EMOJI[rol]} {said}", f"als:{rol}"),)
        for rol, said in plain.items()
    )
    done = Button("➡️ " + w("Klaar"), "klaar:rollen")
    return compose(w, "🧩 " + w("Wat wil je doen? Kies één of meer."), buttons=(*rows, (done,)))


def choose_one(w: Words) -> str:
    """For 'done' with nothing chosen."""
    return "☝️ " + w("Kies er eerst minstens één.")


def joined(w: Words, who: Sleutelpersoon, names: Mapping[str, str]) -> Text:
    """Sum up and say how it goes on."""
    lines = [
        "🌍 " + ", ".join(own_name(taal) for taal in sorted(who.talen)),
        "📍 " + ", ".join(names.get(slug, slug) for slug in sorted(who.gemeenten)),
        "🧩 " + ", ".join(rol for rol in ROLLEN if rol in who.rollen),
    ]
    said = w("Welkom, {naam}! Je bent nu beschikbaar. Hulpvragen komen hier binnen.").format(naam=escape(who.naam))
    how = w("/wachtrij toont wie wacht. Met /afwezig krijg je even geen hulpvragen.")
    return compose(w, "🔑 " + said, "\n".join(lines), how)
