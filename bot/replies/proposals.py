"""What is read about proposals for the answers, by the sleutelpersoon who makes one and the beheerder who weighs it."""

from collections.abc import Iterable, Sequence

from bot.domain.endings import Proposal
from bot.domain.outgoing import Button, Text
from bot.domain.redacting import MASK
from bot.i18n import Words, own_name
from bot.replies import teaching
from bot.replies.layout import compose, escape, grid

VERB = "voorstel"


def _stop(w: Words) -> Button:
    return Button("❌ " + w("Annuleer"), "leer:stop")


def ask_question(w: Words) -> Text:
    """Ask for one question that the bot should know."""
    asked = w("Welke vraag moet ik kunnen beantwoorden? Typ hem zoals een nieuwkomer hem stelt.")
    how = w("In het Nederlands of in een taal die je spreekt. Schrijf geen namen en nummers.")
    here = w("Wat je nu typt, gaat niet naar een nieuwkomer.")
    return compose(w, "💡 " + asked, f"🔒 {how} {here}", buttons=((_stop(w),),))


def ask_answer(w: Words, question: str) -> Text:
    """Ask for the answer, which may be left out."""
    asked = w("Weet je ook het antwoord? Typ het, of sla het over.")
    without = Button("⏭️ " + w("Zonder antwoord"), "leer:zonder")
    return compose(w, f"❓ {escape(question)}", "💬 " + asked, buttons=((without,), (_stop(w),)))


def too_long(w: Words, most: int) -> Text:
    """For a question or an answer that is too long."""
    return compose(w, "✂️ " + w("Maak het korter dan {n} tekens.").format(n=most), buttons=((_stop(w),),))


def type_it(w: Words) -> Text:
    """For a file where a text was asked for."""
    said = w("Typ het in woorden. Een foto, een bestand of een spraakbericht bewaar ik hier niet.")
    return compose(w, "✍️ " + said, buttons=((_stop(w),),))


def _both(question: str, answer: str | None) -> str:
    return f"❓ {escape(question)}" + (f"\n💬 {escape(answer)}" if answer else "")


def preview(w: Words, question: str, answer: str | None, taal: str, talen: Iterable[str]) -> Text:
    """Show a proposal as the beheerder will read it; the language of the question can be set right."""
    masked = w("Nummers, adressen en e-mailadressen heb ik weggehaald.") if MASK in question + (answer or "") else ""
    send = Button("📤 " + w("Stuur aan de beheerder"), "leer:stuur")
    again = Button("✏️ " + w("Typ opnieuw"), "leer:opnieuw")
    others = [Button(("☑️ " if each == taal else "🌍 ") + own_name(each), f"leer:taal:{each}") for each in talen]
    asked = "👁️ " + w("Dit gaat naar de beheerder. Klopt het, en klopt de taal van de vraag?")
    return compose(w, asked, _both(question, answer), masked, buttons=(*grid(others, 3), (send,), (again, _stop(w))))


def proposed(w: Words) -> Text:
    """Confirm that it is with the beheerder."""
    return compose(w, "📤 " + w("Dank je wel! Je voorstel is bij de beheerder. Je hoort hier wat ermee gebeurt."))


def stopped(w: Words) -> Text:
    """Confirm that nothing was sent."""
    return compose(w, "👍 " + w("Goed, ik heb niets verstuurd."))


def nothing_ready(w: Words) -> str:
    """For a button without a proposal that waits."""
    return "⌛ " + w("Er staat geen voorstel klaar.")


def held(w: Words, count: int) -> Text:
    """Say what is held of who proposed."""
    return compose(w, "💡 " + w.plural("{n} voorstel voor de antwoorden", "{n} voorstellen voor de antwoorden", count))


def new(w: Words, number: int) -> Text:
    """Tell a beheerder that there is a proposal."""
    read = Button("📖 " + w("Bekijk"), f"{VERB}:lees:{number}")
    return compose(w, "💡 " + w("Een sleutelpersoon stelt iets voor bij de antwoorden."), buttons=((read,),))


def read(
    w: Words, proposal: Proposal, topics: Sequence[tuple[str, str, str]], waiting: int, following: int | None
) -> Text:
    """Show a proposal with the topics, as (id, emoji, title), under which it may belong; `waiting` counts all."""
    head = "💡 <b>" + w("Voorstel {id}").format(id=f"#{proposal.id}") + f"</b> · 🌍 {own_name(proposal.taal)}"
    many = w.plural("Er wacht {n} voorstel.", "Er wachten {n} voorstellen.", waiting)
    body = _both(proposal.question, proposal.answer)
    buttons = teaching.choices(w, VERB, proposal.id, topics, following)
    return compose(w, f"{head}\n{many}", body, teaching.asked(w), buttons=buttons)


def none_open(w: Words) -> Text:
    """Nothing waits any more."""
    return compose(w, "🎉 " + w("Er zijn nu geen voorstellen."))


def settled_before(w: Words) -> str:
    """For a proposal that was settled meanwhile."""
    return "⌛ " + w("Dit voorstel is al behandeld.")


def over(w: Words) -> Text:
    """For a word that was typed under a proposal that was settled meanwhile."""
    return compose(w, settled_before(w))


def settled(w: Words, proposal: Proposal, title: str | None, following: int | None) -> Text:
    """Confirm to the beheerder what became of a proposal; `title` is that of the topic where it was put."""
    body = _both(proposal.question, proposal.answer)
    if proposal.topic is None:
        return teaching.left(w, VERB, w("Dit voorstel gebruiken we niet."), body, following)
    return teaching.placed(w, VERB, proposal.topic, title, body, following)


def accepted(w: Words, proposal: Proposal, title: str) -> Text:
    """Tell who proposed that it is used."""
    said = w("Dank je wel! De beheerder zette je vraag bij „{onderwerp}”. De bot leert hem.")
    return compose(w, "💡 " + said.format(onderwerp=escape(title)), _both(proposal.question, None))


def dismissed(w: Words, proposal: Proposal) -> Text:
    """Tell who proposed that it is not used."""
    said = w("De beheerder heeft je voorstel gelezen en gebruikt het nu niet. Dank je wel dat je meedenkt!")
    return compose(w, "💡 " + said, _both(proposal.question, None))
