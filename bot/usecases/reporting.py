"""Figures and open work for a beheerder."""

from datetime import timedelta

from bot.domain.effects import Plan
from bot.replies import beheerder as wording
from bot.replies.layout import escape
from bot.usecases.finding import labels
from bot.usecases.turn import Turn

DAYS = 30


def overview(turn: Turn) -> Plan:
    """Show the state of the house and what asks for attention."""
    hulpvragen, inbox, outbox = (part.counts() for part in (turn.store.hulpvragen, turn.store.inbox, turn.store.outbox))
    people = turn.store.people.sleutelpersonen()
    counted = {
        "waiting": hulpvragen.get("waiting", 0),
        "claimed": hulpvragen.get("claimed", 0),
        "sleutelpersonen": len(people),
        "available": len([p for p in people if p.sleutelpersoon and p.sleutelpersoon.available and p.reachable]),
        "people": turn.store.people.count(),
        "inbox_failed": inbox.get("failed", 0),
        "outbox_failed": outbox.get("failed", 0),
        "different": int(turn.store.kept.get("seeds_different") or 0),
    }
    asked = [f"{row['text'][:120]} ({row['taal']})" for row in turn.store.questions.unanswered()]
    wrong = tuple(row["topic"] for row in turn.store.questions.unanswered() if row["topic"])
    buttons = [
        (i, f"{emoji} {title}") for i, emoji, title in labels(turn.store, tuple(dict.fromkeys(wrong)), turn.person.taal)
    ]
    return turn.say(wording.overview(turn.w, counted, [escape(item) for item in asked], buttons[:3]))


def figures(turn: Turn) -> Plan:
    """Show what was asked in the last thirty days."""
    counted = turn.store.questions.figures(turn.now - timedelta(days=DAYS))
    titles = turn.store.answers.titles("nl") | turn.store.answers.titles(turn.person.taal)
    return turn.say(wording.figures(turn.w, DAYS, counted, titles))
