"""The rooster of a sleutelpersoon: days, hours, how much, and what he tells of himself."""

from collections.abc import Mapping
from datetime import timedelta

from bot.domain import dialects
from bot.domain.outgoing import Button, Rows, Text
from bot.domain.people import Sleutelpersoon
from bot.i18n import Words
from bot.replies.layout import compose, escape, grid
from bot.replies.wished import dialects as named

# Hours that can be chosen with one press: of a day, and of a week (0: no limit).
HOURS = ("0-24", "8-22", "9-17", "17-22")
WEEKS = ("1", "2", "4", "8", "16", "0")


def rooster(
    w: Words, who: Sleutelpersoon, most_open: int, gemeenten: Mapping[str, str], hours: int = 0,
    spent: timedelta = timedelta(),
) -> Text:  # fmt: skip
    """Show what holds, with a button for each change; what is chosen is ticked.

    `most_open` and `hours` (a week, 0 without limit) are what holds for him, `spent` how much of this week he helped.
    """
    mine = who.rooster
    head = f"🗓️ <b>{w('Wanneer mag ik je vragen?')}</b>"
    quiet = w("Buiten deze tijden krijg je geen nieuwe hulpvragen, behalve als het haast heeft.")
    many = w("Hoeveel hulpvragen tegelijk:") + f" <b>{mine.most_open or most_open}</b>"
    wish = w("Soms wil een nieuwkomer liever een vrouw, of niet iemand uit zijn eigen gemeente.")
    asked = w("Wil je dat invullen? Niemand ziet het; ik gebruik het alleen om te kiezen wie ik vraag.")
    spoken = dialects.of(who.talen)
    dialect = "🗣️ " + w("Welk dialect spreek je goed? Daar vraagt een nieuwkomer soms om.") if spoken else ""
    buttons = (*_times(w, who), *_self(w, who, gemeenten), *_dialects(w, who, spoken))
    about_self = f"🤲 {wish} {asked} {escape(w('Waar woon je?'))}"
    return compose(w, f"{head}\n{quiet}", many, _a_week(w, hours, spent), about_self, dialect, buttons=buttons)


def _a_week(w: Words, hours: int, spent: timedelta) -> str:
    counted = w("Ik tel de tijd tussen je berichten in een gesprek. Alleen jij ziet dit.")
    over = w("Zijn je uren op, dan vraag ik je alleen nog als er niemand anders is of als het haast heeft.")
    return f"{w('Hoeveel uur per week:')} <b>{_limit(w, hours)}</b>\n{week(w, hours, spent)}\n{counted} {over}"


def _limit(w: Words, hours: int) -> str:
    return w.plural("{n} uur", "{n} uur", hours) if hours else w("geen grens")


def week(w: Words, hours: int, spent: timedelta) -> str:
    """Return how much of the week is used, as „2 van 4 uur”."""
    # Rounded down, so that it says „4 van 4” only when the hours are spent.
    used = w.amount(spent // timedelta(minutes=6) / 10)
    if not hours:
        return "⏱️ " + w("Deze week hielp je (in uren): {gebruikt}").format(gebruikt=used)
    return "⏱️ " + w("Deze week: {gebruikt} van {uren}").format(gebruikt=used, uren=_limit(w, hours))


def _times(w: Words, who: Sleutelpersoon) -> Rows:
    """Return the buttons of days, hours, holidays, how many at once and hours a week."""
    mine, names = who.rooster, w.weekdays()
    days = [Button(_ticked(number in mine.days, name), f"rooster:dag:{number}") for number, name in enumerate(names)]
    now, always = f"{mine.begin}-{mine.end}", {"0-24": w("altijd")}
    hours = [Button(_ticked(each == now, always.get(each, f"{each} h")), f"rooster:uren:{each}") for each in HOURS]
    free = Button(_ticked(mine.holidays_off, w("Niet op feestdagen")), "rooster:vrij")
    fewer, more = Button("➖", "rooster:max:min"), Button("➕", "rooster:max:plus")
    chosen = "" if mine.week is None else str(mine.week)
    weeks = [Button(_ticked(each == chosen, _limit(w, int(each))), f"rooster:week:{each}") for each in WEEKS]
    return (*grid(days, 7), *grid(hours, 4), (free,), (fewer, more), *grid(weeks, 3))


def _self(w: Words, who: Sleutelpersoon, gemeenten: Mapping[str, str]) -> Rows:
    """Return the buttons of what he tells of himself."""
    mine = who.rooster
    told = {"vrouw": w("Ik ben een vrouw"), "man": w("Ik ben een man")}
    self_ = [Button(_ticked(mine.gender == name, said), f"rooster:ik:{name}") for name, said in told.items()]
    lives = [Button(_ticked(mine.lives_in == slug, naam), f"rooster:woont:{slug}") for slug, naam in gemeenten.items()]
    return (tuple(self_), *grid(lives, 2))


def _dialects(w: Words, who: Sleutelpersoon, spoken: tuple[str, ...]) -> Rows:
    names = named(w)
    return grid([
        Button(_ticked(each in who.rooster.dialects, names[each]), f"rooster:dialect:{each}") for each in spoken
    ])  # fmt: skip


def _ticked(chosen: bool, label: str) -> str:
    return f"✅ {label}" if chosen else label


def held(w: Words, days: int, told: bool) -> Text:
    """Show what is held of it."""
    counted = w.plural(
        "Hoe lang je hielp op {n} dag, om je uren te tellen. Na acht weken gaat dat weg.",
        "Hoe lang je hielp op {n} dagen, om je uren te tellen. Na acht weken gaat dat weg.",
        days,
    )
    filled_in = "🗓️ " + w("Wat je invulde in /rooster: je tijden, en wat je over jezelf vertelde.") if told else ""
    lines = filter(None, ("⏱️ " + counted if days else "", filled_in))
    return compose(w, "🔒 <b>" + w("Dit bewaren we van je:") + "</b>", "\n".join(lines))
