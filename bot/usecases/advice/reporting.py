"""Figures and open work for a beheerder."""

from datetime import timedelta
from typing import Any

from bot.content.ageing import due
from bot.domain.effects import Plan
from bot.i18n import TALEN, dutch_day, own_name
from bot.replies import beheerder as wording
from bot.usecases.questions.finding import labels
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
        "unreviewed": sum(turn.store.reviews.waiting(TALEN[1:]).values()),
        "due": len(due(turn.store.answers.topics(), dutch_day(turn.now))),
        "changes": len(turn.store.law_changes.open()),
        "signals": turn.store.signals.count_open(),
        "reports": len(turn.store.reports.open()),
        "missed": len(turn.store.questions.to_learn()),
        "proposals": len(turn.store.endings.open_proposals()),
        "different": int(turn.store.kept.get("seeds_different") or 0),
    }
    missed, named = turn.store.questions.unanswered(), wording.decisions(turn.w)
    topics = tuple(dict.fromkeys(row["topic"] for row in missed if row["topic"]))
    titles = {i: f"{emoji} {title}" for i, emoji, title in labels(turn.store, topics, turn.person.taal)}
    asked = [
        f"{_said(row, titles)[:120]} ({own_name(row['taal'])}, {named.get(row['decision'], row['decision'])})"
        for row in missed
    ]
    return turn.say(wording.overview(turn.w, counted, asked, list(titles.items())[:3]))


def _said(row: dict[str, Any], titles: dict[str, str]) -> str:
    """Return the words of a question, or the title of the topic that was chosen by a button."""
    chosen = row["text"] == f"[{row['topic']}]"
    return titles.get(row["topic"], row["text"]) if chosen else str(row["text"])


def figures(turn: Turn) -> Plan:
    """Show what was asked in the last thirty days."""
    since = turn.now - timedelta(days=DAYS)
    counted = turn.store.questions.figures(since)
    titles = turn.store.answers.titles("nl") | turn.store.answers.titles(turn.person.taal)
    return turn.say(wording.figures(turn.w, DAYS, counted, titles, turn.store.endings.figures(since)))
