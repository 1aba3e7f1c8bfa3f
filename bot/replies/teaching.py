"""What a beheerder reads when he puts a question under an answer, wherever the question came from.

`verb` is that of the buttons: `<verb>:lees:<number>` shows a question, `leer` puts it under a topic, `nee` leaves it.
"""

from collections.abc import Sequence

from bot.domain.outgoing import Button, Rows, Text
from bot.i18n import Words
from bot.replies.layout import column, compose, escape, shorten


def _onward(w: Words, verb: str, following: int | None) -> list[Button]:
    return [] if following is None else [Button("➡️ " + w("Volgende"), f"{verb}:lees:{following}")]


def asked(w: Words) -> str:
    """Ask under which answer a question belongs."""
    which = w("Bij welk antwoord hoort deze vraag? De bot leert hem bij de volgende training.")
    how = w("Staat het er niet bij? Antwoord op dit bericht met een woord, dan zoek ik verder.")
    return f"{which} ↩️ {how}"


def choices(
    w: Words, verb: str, number: int, topics: Sequence[tuple[str, str, str]], following: int | None
) -> Rows:
    """Return the topics, as (id, emoji, title), the way to leave it, and that to the one that follows."""
    rows = column(Button(f"{emoji} {shorten(title)}", f"{verb}:leer:{number}:{i}") for i, emoji, title in topics)
    dismiss = Button("🗑️ " + w("Niet gebruiken"), f"{verb}:nee:{number}")
    return (*rows, (dismiss, *_onward(w, verb, following)))


def left(w: Words, verb: str, said: str, body: str, following: int | None) -> Text:
    """Confirm that it is not used, in the words `said`."""
    return compose(w, "🗑️ " + said, body, buttons=column(_onward(w, verb, following)))


def placed(w: Words, verb: str, topic: str, title: str | None, body: str, following: int | None) -> Text:
    """Confirm under which topic it was put; `title` is that of the topic."""
    said = w("Deze vraag hoort nu bij „{onderwerp}”.").format(onderwerp=escape(title or topic))
    change = Button("✏️ " + w("Antwoord bekijken of veranderen"), f"faq:{topic}")
    return compose(w, "✅ " + said, body, buttons=((change,), *column(_onward(w, verb, following))))
