"""What a beheerder reads about questions that got no good answer, and teaches the bot."""

from collections.abc import Sequence

from bot.domain.outgoing import Button, Text
from bot.i18n import Words, own_name
from bot.replies.layout import column, compose, escape, shorten


def _following(w: Words, ref: int | None) -> tuple[Button, ...]:
    return (Button("➡️ " + w("Volgende"), f"gemist:lees:{ref}"),) if ref is not None else ()


def read(
    w: Words, ref: int, question: str, taal: str, topics: Sequence[tuple[str, str, str]], waiting: int,
    following: int | None,
) -> Text:  # fmt: skip
    """Show a question with the topics, as (id, emoji, title), under which it may belong; `waiting` counts all."""
    head = "🎓 <b>" + w("Vraag zonder goed antwoord") + f"</b> · 🌍 {own_name(taal)}"
    many = w.plural("Er wacht {n} vraag.", "Er wachten {n} vragen.", waiting)
    careful = "🔒 " + w("Staat er iets persoonlijks in? Gebruik de vraag dan niet.")
    asked = w("Bij welk antwoord hoort deze vraag? De bot leert hem bij de volgende training.")
    how = w("Staat het er niet bij? Antwoord op dit bericht met een woord, dan zoek ik verder.")
    rows = column(Button(f"{emoji} {shorten(title)}", f"gemist:leer:{ref}:{i}") for i, emoji, title in topics)
    dismiss = Button("🗑️ " + w("Niet gebruiken"), f"gemist:nee:{ref}")
    body = f"❓ {escape(question)}"
    return compose(
        w, f"{head}\n{many}", body, careful, f"{asked} ↩️ {how}", buttons=(*rows, (dismiss, *_following(w, following)))
    )


def settled(w: Words, question: str, topic: str | None, title: str | None, following: int | None) -> Text:
    """Confirm what became of a question; `topic` and its `title` say where it was put, if anywhere."""
    onward = column(_following(w, following))
    body = f"❓ {escape(question)}"
    if topic is None:
        return compose(w, "🗑️ " + w("Deze vraag gebruiken we niet."), body, buttons=onward)
    said = w("Deze vraag hoort nu bij „{onderwerp}”.").format(onderwerp=escape(title or topic))
    change = Button("✏️ " + w("Antwoord bekijken of veranderen"), f"faq:{topic}")
    return compose(w, "✅ " + said, body, buttons=((change,), *onward))


def none_left(w: Words) -> Text:
    """Nothing waits any more."""
    return compose(w, "🎉 " + w("Er zijn nu geen vragen zonder goed antwoord."))


def settled_before(w: Words) -> str:
    """For a question that was settled or removed meanwhile."""
    return "⌛ " + w("Deze vraag is al behandeld of verwijderd.")


def over(w: Words) -> Text:
    """For a word that was typed under a question that was settled or removed meanwhile."""
    return compose(w, settled_before(w))
