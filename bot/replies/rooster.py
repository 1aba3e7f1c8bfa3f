"""The rooster of a sleutelpersoon: days, hours, how many at once, and what he tells of himself."""

from collections.abc import Mapping

from bot.domain.outgoing import Button, Text
from bot.domain.people import Sleutelpersoon
from bot.i18n import Words
from bot.replies.layout import compose, escape, grid

# Hours that can be chosen with one press.
HOURS = ("0-24", "8-22", "9-17", "17-22")


def rooster(w: Words, who: Sleutelpersoon, most_open: int, gemeenten: Mapping[str, str]) -> Text:
    """Show what holds, with a button for each change; what is chosen is ticked."""
    mine = who.rooster
    names = w.weekdays()
    days = [Button(_ticked(number in mine.days, name), f"rooster:dag:{number}") for number, name in enumerate(names)]
    now = f"{mine.begin}-{mine.end}"
    always = {"0-24": w("altijd")}
    hours = [Button(_ticked(each == now, always.get(each, f"{each} h")), f"rooster:uren:{each}") for each in HOURS]
    free = Button(_ticked(mine.holidays_off, w("Niet op feestdagen")), "rooster:vrij")
    most = mine.most_open or most_open
    fewer, more = Button("➖", "rooster:max:min"), Button("➕", "rooster:max:plus")
    told = {"vrouw": w("Ik ben een vrouw"), "man": w("Ik ben een man")}
    self_ = [Button(_ticked(mine.gender == name, said), f"rooster:ik:{name}") for name, said in told.items()]
    lives = [Button(_ticked(mine.lives_in == slug, naam), f"rooster:woont:{slug}") for slug, naam in gemeenten.items()]
    head = f"🗓️ <b>{w('Wanneer mag ik je vragen?')}</b>"
    quiet = w("Buiten deze tijden krijg je geen nieuwe hulpvragen, behalve als het haast heeft.")
    many = w("Hoeveel hulpvragen tegelijk:") + f" <b>{most}</b>"
    wish = w("Soms wil een nieuwkomer liever een vrouw, of niet iemand uit zijn eigen gemeente.")
    asked = w("Wil je dat invullen? Niemand ziet het; ik gebruik het alleen om te kiezen wie ik vraag.")
    buttons = (*grid(days, 7), *grid(hours, 4), (free,), (fewer, more), tuple(self_), *grid(lives, 2))
    return compose(w, f"{head}\n{quiet}", many, f"🤲 {wish} {asked} {escape(w('Waar woon je?'))}", buttons=buttons)


def _ticked(chosen: bool, label: str) -> str:
    return f"✅ {label}" if chosen else label
