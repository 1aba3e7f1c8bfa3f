"""What somebody who waits for a human can do meanwhile."""

from bot.i18n import Words


def tips(w: Words, rol: str | None, urgent: bool) -> str:
    """Return what can be done while one waits, as a list; the kind of help tells what is of use."""
    letter = w("Gaat het om een brief? Maak een foto van elke bladzijde, met goed licht, en stuur die hier.")
    deadline = w("Kijk of er een datum in de brief staat, en schrijf die op. Is die dichtbij? Wacht dan niet op mij.")
    place = w("Schrijf op bij wie je al bent geweest en wat je daar hoorde. Dat scheelt vragen.")
    question = w("Schrijf alvast hier wat je wilt weten, in je eigen woorden. Een spraakbericht mag ook.")
    chosen = {"vertaler": (letter, deadline), "verbinder": (place, deadline)}.get(rol or "", (question, letter))
    lines = [f"• {tip}" for tip in chosen]
    if urgent:
        lines.append("• " + w("Is er gevaar? Bel 112. Heb je vandaag een afspraak? Bel daar zelf, of ga erheen."))
    return "🕐 <b>" + w("Dit kun je intussen doen:") + "</b>\n" + "\n".join(lines)

