"""What a nieuwkomer reads before, around and after the answers."""

from collections.abc import Mapping, Sequence

from bot.domain.outgoing import Button, Rows, Text
from bot.domain.people import ROLLEN, Person, Sleutelpersoon
from bot.i18n import Words, own_name, words
from bot.replies.layout import column, compose, escape, grid, human, languages, shorten, topic_buttons

THEMA_EMOJI = {
    "basics": "🧭", "duty": "📜", "start": "✉️", "routes": "🛤️", "exams": "📝", "money": "💶", "rules": "⚖️",
    "life": "🏠", "residence": "🪪", "daily": "🧺", "help": "🤝",
}  # fmt: skip


def thema_name(w: Words, thema: str) -> str:
    """Return the name of a thema."""
    return {
        "basics": w("Wat is inburgeren?"),
        "duty": w("Moet ik inburgeren?"),
        "start": w("Brief, plan en tijd"),
        "routes": w("Leerroutes en lessen"),
        "exams": w("Examens"),
        "money": w("Geld en cursus"),
        "rules": w("Boete, ontheffing en bezwaar"),
        "life": w("Wonen, werk en gezondheid"),
        "residence": w("Verblijf en gezin"),
        "daily": w("Elke dag"),
        "help": w("Hulp en rechten"),
    }[thema]


def welcome(w: Words) -> str:
    """Return who speaks here and, in two sentences, what is kept and who can read it."""
    return (
        "👋 " + w("Welkom bij Sleutelbot. Stel hier je vraag over inburgeren en leven in Nederland.")
        + "\n\n🔒 "
        + w("We bewaren je taal, je gemeente en je vragen, maar halen nummers, adressen en e-mailadressen daaruit.")
        + " "
        + w("De beheerders van de bot kunnen die vragen lezen; een sleutelpersoon leest pas mee als jij hulp vraagt.")
    )  # fmt: skip


def greeting(taal: str | None) -> Text:
    """Greet in the phone's language, or in Dutch and English when that is none of ours, and offer all sixteen."""
    spoken = [words(taal)] if taal else [words("nl"), words("en")]
    parts = [part for w in spoken for part in (welcome(w),)]
    asked = " / ".join(dict.fromkeys(w("Kies je taal:") for w in spoken))
    return compose(spoken[0], *parts, "🌍 " + asked, buttons=languages())


def choose_taal(w: Words) -> Text:
    """Offer all languages."""
    return compose(w, "🌍 " + w("Kies je taal:"), buttons=languages())


def taal_chosen(w: Words) -> str:
    """Confirm the language."""
    return "✅ " + w("Vanaf nu praat ik deze taal met je.")


def menu(w: Words, themas: Sequence[str], before: str = "") -> Text:
    """Return the menu: every thema, and a human."""
    rows = grid([Button(f"{THEMA_EMOJI[t]} {thema_name(w, t)}", f"thema:{t}") for t in themas])
    asked = "✍️ " + w("Typ je vraag in je eigen woorden, of kies een onderwerp.")
    return compose(w, before, asked, buttons=(*rows, (human(w),)))


def thema(w: Words, name: str, topics: Sequence[tuple[str, str, str]]) -> Text:
    """Return the topics of a thema, given as (id, emoji, title)."""
    rows = topic_buttons(topics)
    back = Button("⬅️ " + w("Terug naar het menu"), "menu")
    head = f"{THEMA_EMOJI[name]} <b>{thema_name(w, name)}</b>"
    return compose(w, head, w("Kies je vraag:"), buttons=(*rows, (back, human(w))))


def suggestions(w: Words, topics: Sequence[tuple[str, str, str]], ref: int, extra: Rows = ()) -> Text:
    """Offer up to three topics, given as (id, emoji, title), and 'none of these'."""
    rows = topic_buttons(topics)
    none = Button("❌ " + w("Geen van deze"), f"geen:{ref}")
    return compose(w, "🤔 " + w("Bedoel je een van deze vragen?"), buttons=(*rows, (none, human(w)), *extra))


def unknown(w: Words, again: bool, extra: Rows = ()) -> Text:
    """Say honestly that nothing fits, and offer a human; after the second time say so first."""
    first = (
        w("Ik begrijp je vraag weer niet. Het is beter dat een mens je helpt.")
        if again
        else w("Daar heb ik geen goed antwoord op. Vraag het anders, of praat met een sleutelpersoon uit de buurt.")
    )
    back = Button("📋 " + w("Menu"), "menu")
    return compose(w, "🤷 " + first, buttons=((human(w),), (back,), *extra))


def switch(message_taal: str) -> Rows:
    """Return the button that switches for good to the language of the message."""
    return ((Button("🌍 " + own_name(message_taal), f"taal:{message_taal}"),),)


def which_taal(w: Words, close: Sequence[str]) -> Text:
    """Ask which of a few languages a message was in."""
    rows = grid([Button(own_name(taal), f"taal:{taal}") for taal in close])
    return compose(w, "🌍 " + w("In welke taal wil je antwoord?"), buttons=rows)


def doelgroep_names(w: Words) -> dict[str, str]:
    """Return each doelgroep in plain words."""
    return {
        "statushouder": w("Ik kreeg asiel (statushouder), of ik ben familie van een statushouder"),
        "gezinsmigrant": w("Ik kwam voor mijn partner of familie (gezinsmigrant)"),
        "onbekend": w("Ik weet het niet"),
    }


def doelgroep(w: Words) -> Text:
    """Ask the doelgroep, because the answer depends on it."""
    emoji = {"statushouder": "🛡️", "gezinsmigrant": "👪", "onbekend": "❓"}
    rows = column(Button(f"{emoji[name]} {said}", f"doelgroep:{name}") for name, said in doelgroep_names(w).items())
    return compose(w, "👤 " + w("Het antwoord is niet voor iedereen hetzelfde. Wat past bij jou?"), buttons=rows)


def wet_names(w: Words) -> dict[str, str]:
    """Return each law in plain words: by when the duty began."""
    return {
        "2021": w("Op of na 1 januari 2022 (nieuwe wet)"),
        "2013": w("Vóór 1 januari 2022 (oude wet)"),
        "onbekend": w("Ik weet het niet"),
    }


def wet(w: Words) -> Text:
    """Ask which law applies, because the answer depends on it."""
    emoji = {"2021": "🆕", "2013": "📜", "onbekend": "❓"}
    rows = column(Button(f"{emoji[name]} {said}", f"wet:{name}") for name, said in wet_names(w).items())
    asked = w("Wanneer begon jouw plicht om in te burgeren? Dat staat in de brief van DUO.")
    return compose(w, "📅 " + asked, buttons=rows)


def small_talk(w: Words, kind: str) -> Text:
    """Answer a greeting or thanks."""
    said = (
        w("Graag gedaan! Heb je nog een vraag? Typ hem gerust.")
        if kind == "dank"
        else w("Hallo! Wat wil je weten over inburgeren of leven in Nederland?")
    )
    return compose(
        w, ("🙏 " if kind == "dank" else "👋 ") + said, buttons=((Button("📋 " + w("Menu"), "menu"), human(w)),)
    )


def crisis_lines(w: Words, kind: str = "gevaar") -> str:
    """Return the numbers: what fits the danger first, all of them always."""
    lines = {
        "gevaar": "🚨 " + w("Is er nu gevaar? Bel <b>112</b> (politie, ambulance, brandweer). Gratis, dag en nacht."),
        "zelfdoding": "💔 " + w("Denk je aan de dood? Bel <b>113</b> of <b>0800-0113</b>. Gratis, dag en nacht."),
        "geweld": "🏠 " + w("Word je geslagen of bedreigd? Bel Veilig Thuis: <b>0800-2000</b>. Gratis, dag en nacht."),
    }
    order = ["gevaar", *(name for name in (kind, "geweld", "zelfdoding") if name != "gevaar")]
    return "\n".join(lines[name] for name in dict.fromkeys(order))


def crisis(w: Words, kind: str) -> Text:
    """Show the numbers at once, and offer a human."""
    alone = w("Je bent niet alleen. Wil je met een mens praten?")
    return compose(w, crisis_lines(w, kind), "🤝 " + alone, buttons=((human(w),),))


def helped(w: Words) -> str:
    """Thank for a thumb up."""
    return "🙏 " + w("Fijn. Dank je!")


def not_helped(w: Words, topics: Sequence[tuple[str, str, str]]) -> Text:
    """After a thumb down: related topics and a human, at once."""
    rows = topic_buttons(topics)
    said = w("Jammer. Misschien helpt een van deze antwoorden, of praat met een mens.")
    return compose(w, "🤔 " + said, buttons=(*rows, (human(w),)))


def my_data(w: Words, person: Person, questions: int, hulpvraag: bool, names: Mapping[str, str]) -> Text:
    """Show everything that is held on a person; `names` gives gemeenten by slug."""
    lines = [
        f"🌍 {w('Taal')}: {own_name(person.taal)}",
        f"📍 {w('Gemeente')}: {_place(w, person.gemeente, names)}",
        f"👤 {w('Doelgroep')}: {_chosen(w, doelgroep_names(w), person.doelgroep)}",
        f"📅 {w('Wet')}: {_chosen(w, wet_names(w), person.wet)}",
        "💬 " + w.plural("{n} vraag, zonder nummers en adressen", "{n} vragen, zonder nummers en adressen", questions),
    ]
    if person.last_question:
        lines.append(f"❓ {w('Je laatste vraag')}: {escape(shorten(person.last_question, 300))}")
    if files := len(person.attachments):
        lines.append("📎 " + w.plural("{n} bestand dat je stuurde", "{n} bestanden die je stuurde", files))
    if hulpvraag:
        lines.append("🙋 " + w("Je hebt een open hulpvraag bij een sleutelpersoon."))
    if person.sleutelpersoon:
        lines += _as_sleutelpersoon(w, person.sleutelpersoon, names)
    lines.append("🔢 " + w("En het nummer van je Telegram-account, om je te kunnen antwoorden."))
    delete = Button("🗑️ " + w("Verwijder alles"), "verwijder")
    return compose(w, "🔒 <b>" + w("Dit bewaren we van je:") + "</b>", "\n".join(lines), buttons=((delete,),))


def _place(w: Words, slug: str | None, names: Mapping[str, str]) -> str:
    return w("nog niet bekend") if slug is None else names.get(slug) or w("Ergens anders")


def _chosen(w: Words, names: Mapping[str, str], value: str | None) -> str:
    return names.get(value or "", w("nog niet bekend"))


def _as_sleutelpersoon(w: Words, who: Sleutelpersoon, names: Mapping[str, str]) -> list[str]:
    """Return what is held on a sleutelpersoon beside that."""
    return [
        f"🔑 {w('Je bent sleutelpersoon onder de naam')} {escape(who.naam)}",
        "🗣️ " + ", ".join(own_name(taal) for taal in sorted(who.talen)),
        "🗺️ " + ", ".join(_place(w, slug, names) for slug in sorted(who.gemeenten)),
        "🧩 " + ", ".join(rol for rol in ROLLEN if rol in who.rollen),
    ]


def confirm_delete(w: Words) -> Text:
    """Ask the one confirmation."""
    yes, no = Button("🗑️ " + w("Ja, verwijder alles"), "verwijder:ja"), Button("↩️ " + w("Nee"), "verwijder:nee")
    asked = w("Weet je het zeker? We verwijderen alles van jou. Een open hulpvraag stopt dan ook.")
    return compose(w, "⚠️ " + asked, buttons=((yes,), (no,)))


def deleted(w: Words) -> Text:
    """Confirm that nothing is kept any more."""
    said = w("Klaar. We bewaren niets meer van jou. Wil je later weer vragen stellen? Druk dan op /start.")
    return compose(w, "✅ " + said)


def kept(w: Words) -> str:
    """Confirm that nothing was removed."""
    return "👍 " + w("Goed. We verwijderen niets.")
