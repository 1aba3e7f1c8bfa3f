"""What somebody who sends very much reads, and what the other side of his conversation reads."""

from datetime import timedelta

from bot.domain.outgoing import Button, Text
from bot.i18n import Words
from bot.replies.layout import compose, escape


def pause(w: Words, lasts: timedelta) -> Text:
    """Say once, as a reply to the first message that was not read, that nothing is read for a moment."""
    fast = w("Dat gaat snel! Alles tot hier heb ik gelezen.")
    stop = w("Vanaf hier komt niets meer aan, {tijd} lang, ook geen knoppen. Wacht even.").format(tijd=w.lasting(lasts))
    return compose(w, f"🐢 {fast} {stop}", _danger(w))


def mute(w: Words, lasts: timedelta) -> Text:
    """Say once that nothing is read for longer, with the way back."""
    said = w("Er komen nog steeds heel veel berichten. Daarom lees ik {tijd} niets meer.")
    back = w("Ben je een mens? Wacht tien seconden en druk dan op de knop.")
    button = Button("🙋 " + w("Ik ben een mens, ik ga verder"), "verder")
    shown = f"🔇 {said.format(tijd=w.lasting(lasts))} {back}"
    return compose(w, shown, _danger(w), buttons=((button,),))


def _danger(w: Words) -> str:
    always = w("Schrijf je over gevaar, dan lees ik het altijd. /mens en /verwijder werken ook.")
    return "🚨 " + w("Is er gevaar? Bel <b>112</b>.") + " " + always


def on_again(w: Words, missed: int) -> Text:
    """Tell that everything is read again, and how much did not arrive."""
    lost = w.plural(
        "{n} bericht na mijn waarschuwing is niet aangekomen.",
        "{n} berichten na mijn waarschuwing zijn niet aangekomen.",
        missed,
    )
    again = w("Stuur wat belangrijk is opnieuw.")
    return compose(w, "✅ " + w("Ik lees je berichten weer."), f"{lost} {again}")


def dropped_press(w: Words) -> str:
    """For a button that was pressed in a silence."""
    return "🐢 " + w("Dat ging te snel. Wacht even.")


def not_calm(w: Words) -> str:
    """For the way back while messages still stream in."""
    return "🐢 " + w("Wacht tien seconden zonder iets te sturen. Druk dan nog een keer.")


def nothing_wrong(w: Words) -> str:
    """For the way back when nothing stands in it any more."""
    return "✅ " + w("Ik lees je berichten weer.")


def stops(w: Words, who: str) -> Text:
    """Tell the other side that what somebody sends is not passed on for a moment."""
    said = w("Er komen heel veel berichten tegelijk van {wie}. Ik geef ze even niet door.").format(wie=escape(who))
    return compose(w, f"🐢 {said} {w('Je hoort het als het weer kan.')}")


def goes_on(w: Words, who: str, missed: int) -> Text:
    """Tell the other side that messages are passed on again, and how many were not."""
    again = w("Berichten van {wie} geef ik weer door.").format(wie=escape(who))
    lost = w.plural("{n} bericht is niet doorgegeven.", "{n} berichten zijn niet doorgegeven.", missed)
    return compose(w, f"✅ {again} {lost}")
