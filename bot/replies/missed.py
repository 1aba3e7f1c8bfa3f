"""What a beheerder reads about questions that got no good answer, and teaches the bot."""

from collections.abc import Sequence

from bot.domain.outgoing import Text
from bot.i18n import Words, own_name
from bot.replies import teaching
from bot.replies.layout import compose, escape

VERB = "gemist"


def read(
    w: Words, ref: int, question: str, taal: str, topics: Sequence[tuple[str, str, str]], waiting: int,
    following: int | None,
) -> Text:  # fmt: skip
    """Show a question with the topics, as (id, emoji, title), under which it may belong; `waiting` counts all."""
    head = "🎓 <b>" + w("Vraag zonder goed antwoord") + f"</b> · 🌍 {own_name(taal)}"
    many = w.plural("Er wacht {n} vraag.", "Er wachten {n} vragen.", waiting)
    careful = "🔒 " + w("Staat er iets persoonlijks in? Gebruik de vraag dan niet.")
    buttons = teaching.choices(w, VERB, ref, topics, following)
    return compose(w, f"{head}\n{many}", f"❓ {escape(question)}", careful, teaching.asked(w), buttons=buttons)


def settled(w: Words, question: str, topic: str | None, title: str | None, following: int | None) -> Text:
    """Confirm what became of a question; `topic` and its `title` say where it was put, if anywhere."""
    body = f"❓ {escape(question)}"
    if topic is None:
        return teaching.left(w, VERB, w("Deze vraag gebruiken we niet."), body, following)
    return teaching.placed(w, VERB, topic, title, body, following)


def none_left(w: Words) -> Text:
    """Nothing waits any more."""
    return compose(w, "🎉 " + w("Er zijn nu geen vragen zonder goed antwoord."))


def settled_before(w: Words) -> str:
    """For a question that was settled or removed meanwhile."""
    return "⌛ " + w("Deze vraag is al behandeld of verwijderd.")


def over(w: Words) -> Text:
    """For a word that was typed under a question that was settled or removed meanwhile."""
    return compose(w, settled_before(w))
