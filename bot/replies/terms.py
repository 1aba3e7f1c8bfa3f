"""A word of the office, explained."""

from collections.abc import Sequence

from bot.domain.answers import Answered
from bot.domain.outgoing import Text
from bot.domain.terms import Term
from bot.i18n import Words, direction
from bot.replies.answers import not_up_to_date
from bot.replies.layout import compose, escape, human, topic_buttons


def meaning(term: Term, texts: Sequence[Answered]) -> str:
    """Return the explanation as HTML, one line for each language that it comes in."""
    marks = ["" if direction(text.taal) == "rtl" else "\u200e" for text in texts]
    said = [f"{mark}{escape(text.text)}" for mark, text in zip(marks, texts, strict=True)]
    return f"📖 <b>{escape(term.word)}</b>\n" + "\n".join(said)


def explained(w: Words, term: Term, texts: Sequence[Answered], more: Sequence[tuple[str, str, str]]) -> Text:
    """Explain a word; `more` is the topic that says more, as (id, emoji, title)."""
    rows = topic_buttons(more)
    return compose(w, meaning(term, texts), doubt(w, texts), buttons=(*rows, (human(w),)))


def before(w: Words, term: Term, texts: Sequence[Answered], reply: Text) -> Text:
    """Return a reply with the explanation of a word above it."""
    return Text(compose(w, meaning(term, texts)).html + "\n\n" + reply.html, reply.buttons)


def doubt(w: Words, texts: Sequence[Answered]) -> str:
    """Return whose words these are when no person reviewed them, or nothing."""
    if any(text.status == "draft" for text in texts):
        return "<i>🤖 " + w("Vertaald door een computer, nog niet nagekeken door een mens.") + "</i>"
    if outdated := [text for text in texts if text.status == "outdated"]:
        return f"<i>⏳ {not_up_to_date(w, outdated[0])}</i>"
    return ""


def which(w: Words, known: Sequence[str]) -> Text:
    """Ask for a word, and list those that are known."""
    asked = "📖 " + w("Welk woord uit je brief wil je begrijpen? Typ het, ook met fouten.")
    return compose(w, asked, "\u200e" + escape(" · ".join(known)), buttons=((human(w),),))


def unknown(w: Words) -> Text:
    """Say that the word is not known, and what to do."""
    said = w("Dat woord ken ik nog niet. Stuur /woord voor de lijst, of vraag een mens wat er in je brief staat.")
    return compose(w, "🤷 " + said, buttons=((human(w),),))
