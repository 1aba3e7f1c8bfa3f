"""Topics and answers, and which variant of an answer a person gets."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.deciding import TopicTraits
from bot.domain.people import Person

TITLE = "title"
GENERAL = ""
# A gemeente's own text, instead of the shared one or beside it.
REPLACES, ADDS = "gemeente=", "aanvulling="


@dataclass(frozen=True)
class Topic:
    """What is known of a topic in every language; `variants` are keys such as doelgroep=statushouder."""

    id: str
    thema: str
    emoji: str
    sources: tuple[str, ...]
    peildatum: str
    volatile: bool
    human: bool
    related: tuple[str, ...]
    variants: tuple[str, ...] = ()

    def traits(self) -> TopicTraits:
        """Return what deciding needs: doelgroep is asked before wet; a gemeente's own text is never asked for."""
        names = {variant.partition("=")[0] for variant in self.variants}
        return TopicTraits(tuple(name for name in ("doelgroep", "wet") if name in names), self.human)


@dataclass(frozen=True)
class Answered:
    """One text of a topic in one language; `status` is source, draft, reviewed, outdated or edited.

    `id` is the number of this version, 0 for a text that is not kept; `outdated_at` tells since when the Dutch is
    another.
    """

    topic: str
    taal: str
    variant: str
    text: str
    status: str
    author: str
    created_at: datetime
    id: int = 0
    outdated_at: datetime | None = None


def variant_order(topic: Topic, person: Person) -> list[str]:
    """Return the variants that fit a person, the best first and the general text last.

    The old law goes before the doelgroep: who falls under it is governed by other rules altogether.
    """
    wishes = [REPLACES + (person.gemeente or ""), f"wet={person.wet}" if person.wet == "2013" else ""]
    wishes += [f"doelgroep={person.doelgroep}", f"wet={person.wet}"]
    return [*dict.fromkeys(wish for wish in wishes if wish in topic.variants), GENERAL]
