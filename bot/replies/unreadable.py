"""One kind sentence for what the bot cannot read."""

from bot.domain.outgoing import Button, Text
from bot.i18n import Words
from bot.replies.layout import compose, human

PICTOGRAMS = {"voice": "🎤", "audio": "🎤", "photo": "📷", "document": "📄", "video": "🎬", "video_note": "🎬"}


def attachment(w: Words, kind: str) -> Text:
    """Offer to pass a voice message, photo or document on to a human; the button needs no reading."""
    mark = PICTOGRAMS.get(kind, "📎")
    said = w("Dit kan ik zelf niet lezen of horen. Zal ik het aan een sleutelpersoon geven?")
    return compose(w, f"{mark} {said}", buttons=((Button(f"{mark} ➡️ 🙋 " + w("Ja, aan een mens"), "mens"),),))


def attached(w: Words, kind: str) -> Text:
    """Confirm that a file goes along with the waiting hulpvraag."""
    mark = PICTOGRAMS.get(kind, "📎")
    return compose(w, f"{mark} ✅ " + w("Bewaard. De sleutelpersoon krijgt dit ook."))


def unreadable(w: Words) -> Text:
    """For stickers, locations, contacts, polls and the like."""
    said = w("Dit kan ik niet lezen. Typ je vraag in je eigen woorden, of kies een knop.")
    return compose(w, "🙂 " + said, buttons=((Button("📋 " + w("Menu"), "menu"), human(w)),))


def too_long(w: Words) -> Text:
    """For a text that is longer than a question can be."""
    said = w("Je bericht is te lang voor mij. Stel je vraag in één of twee zinnen.")
    return compose(w, "✂️ " + said, buttons=((human(w),),))


def unknown_command(w: Words) -> Text:
    """For a command that does not exist."""
    said = w("Dat commando ken ik niet. Kijk in /hulp wat je kunt doen.")
    return compose(w, "🤔 " + said, buttons=((Button("📋 " + w("Menu"), "menu"),),))


def edited(w: Words) -> Text:
    """For an edited question: the answer already given does not change by itself."""
    return compose(w, "✏️ " + w("Ik zie dat je iets veranderde. Stuur je vraag opnieuw, dan geef ik nieuw antwoord."))


def old_button(w: Words) -> str:
    """For a button of something that is over."""
    return "⌛ " + w("Deze knop werkt niet meer.")


def failure(w: Words) -> Text:
    """For an update that failed three times: the person is told, nothing is lost silently."""
    said = w("Er ging bij ons iets mis met je bericht. De beheerder ziet het. Probeer het later nog een keer.")
    return compose(w, "🔧 " + said, buttons=((human(w),),))
