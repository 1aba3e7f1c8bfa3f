"""Earlier versions of a text: what differs, and going back."""

import difflib
from datetime import datetime

from bot.content.errors import Unknown
from bot.content.translations import name_of
from bot.domain.answers import Answered
from bot.domain.content_effects import PublishAnswer
from bot.storage import Store


def differences(old: str, new: str) -> list[str]:
    """Return the lines that differ: '− ' before what went, '+ ' before what came."""
    marks = {"-": "−", "+": "+"}
    lines = difflib.ndiff(old.splitlines(), new.splitlines())
    return [f"{marks[line[0]]} {line[2:]}" for line in lines if line[0] in marks and line[2:].strip()]


def versions(store: Store, topic: str, taal: str, variant: str) -> list[Answered]:
    """Return every version of a text, the newest first; raises Unknown when there is none."""
    found = store.answers.versions(topic, taal, variant)
    if not found:
        raise Unknown(f"{name_of(topic, variant)} has no text in {taal}.")
    return found


def told(found: list[Answered]) -> str:
    """Return the versions of a text as lines, each with what it changed."""
    lines = []
    for new, old in zip(found, [*found[1:], None], strict=True):
        about = f"{new.id}\t{new.created_at:%Y-%m-%d %H:%M} UTC\t{new.status}\t{new.author}"
        lines.append("\n".join([about, *(f"  {line}" for line in differences(old.text if old else "", new.text))]))
    return "\n".join(lines)


def back(store: Store, number: int, author: str) -> PublishAnswer:
    """Return what makes an earlier version the current one again; raises Unknown.

    A translation keeps the status that it had; a Dutch text brings back the translations of then.
    """
    old = store.answers.version(number)
    if old is None:
        raise Unknown(f"There is no version {number}; see: sleutelbot faq versions TOPIC.")
    status = old.status if old.taal != "nl" and old.status in ("draft", "reviewed") else "edited"
    return PublishAnswer(old.topic, old.taal, old.variant, old.text, author, status=status)


def go_back(store: Store, number: int, author: str, now: datetime) -> Answered:
    """Make an earlier version the current one; return it."""
    new = back(store, number, author)
    with store.database.transaction():
        store.answers.publish(new, now)
    found = store.answers.text(new.topic, new.taal, new.variant)
    assert found is not None
    return found
