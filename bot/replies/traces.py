"""What is held of a person beside what he told: how much of each kind there is."""

from collections.abc import Mapping

from bot.domain.outgoing import Text
from bot.i18n import Words
from bot.replies.layout import compose


def _kinds(w: Words) -> dict[str, str]:
    """Return how each kind is called, by the name that bot.storage.traces gives it."""
    return {
        "asked": "🙋 " + w("Hulpvragen die klaar zijn, zonder woorden"),
        "said": "💬 " + w("Wat je schreef in een gesprek met een mens, tot dat klaar is"),
        "held_back": "✋ " + w("Berichten die wachten tot jij zegt of ze weg mogen"),
        "helped": "🤝 " + w("Hulpvragen waarin je hielp"),
        "passed_on": "⏭️ " + w("Hulpvragen die je niet aannam of teruggaf"),
        "notes": "📝 " + w("Notities die je schreef"),
        "reminders": "🔔 " + w("Herinneringen"),
        "replies": "⚡ " + w("Snelle antwoorden"),
        "shown": "👁️ " + w("Teksten die je kreeg om na te kijken"),
        "reviewed": "✅ " + w("Teksten die je nakeek"),
        "recordings": "🎙️ " + w("Opnames van je stem"),
        "letters": "📄 " + w("Brieven die je liet lezen"),
        "invitations": "✉️ " + w("Uitnodigingen die je maakte of gebruikte"),
        "decided": "⚖️ " + w("Meldingen waarover je besliste"),
    }


def held(w: Words, counts: Mapping[str, int]) -> Text:
    """Show how much there is of each kind."""
    kinds = _kinds(w)
    lines = "\n".join(f"{kinds[name]}: {count}" for name, count in counts.items())
    return compose(w, "🔒 <b>" + w("Dit bewaren we ook van je:") + "</b>", lines)
