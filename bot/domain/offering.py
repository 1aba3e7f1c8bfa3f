"""To whom a hulpvraag is offered, and in which order: pure rules, time is an argument."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from bot.domain.dialects import ALL as DIALECTS
from bot.domain.hulpvraag import Hulpvraag
from bot.domain.people import Person, Sleutelpersoon
from bot.domain.rooster import GENDERS, LocalTime


class Wave(IntEnum):
    """How far a hulpvraag is offered: those who match wholly, the same language in the region, everybody who can.

    In the last wave nobody took it, and the coordinator is asked to find somebody.
    """

    WHOLE = 0
    REGION = 1
    ALL = 2
    COORDINATOR = 3


ELSEWHERE = "niet_uit_gemeente"
WISHES = (*GENDERS, ELSEWHERE)


@dataclass(frozen=True)
class Candidate:
    """A sleutelpersoon with how many hulpvragen he has open and wants to have open at most.

    `spent` is how much of this week he helped, `week` how many hours he wants to at most, 0 without limit.
    """

    person: Person
    open: int
    most_open: int
    spent: timedelta = timedelta()
    week: int = 0

    @property
    def who(self) -> Sleutelpersoon:
        """What he told of himself."""
        assert self.person.sleutelpersoon is not None
        return self.person.sleutelpersoon

    @property
    def week_is_over(self) -> bool:
        """Whether he spent the hours that he wanted to."""
        return 0 < self.week <= self.spent / timedelta(hours=1)


def can_take(person: Person, hulpvraag: Hulpvraag) -> bool:
    """Return whether a hulpvraag can be offered to a person at all: he is there, speaks the language, is another.

    Whoever the nieuwkomer does not want never gets it, and never learns why; nor who is kept apart by a report.
    """
    who = person.sleutelpersoon
    return (
        who is not None and who.available and person.reachable and person.greeted_at is not None
        and who.speaks(hulpvraag.taal) and person.id != hulpvraag.nieuwkomer_id
        and person.id not in hulpvraag.skipped | hulpvraag.never
    )  # fmt: skip


def wave_of(candidate: Candidate, hulpvraag: Hulpvraag, now: LocalTime) -> Wave | None:
    """Return the first wave in which somebody who can take a hulpvraag is asked, None while he rests.

    Whoever has his hands full or spent his hours, or is not as the nieuwkomer wished, waits for the wave of everybody.
    What is urgent does not wait until somebody wakes or his next week begins.
    """
    if not hulpvraag.urgent and not candidate.who.rooster.open_at(now):
        return None
    full = candidate.open >= candidate.most_open or (candidate.week_is_over and not hulpvraag.urgent)
    if full or not _as_wished(candidate.who, hulpvraag):
        return Wave.ALL
    near = hulpvraag.gemeente in candidate.who.gemeenten
    able = hulpvraag.rol is None or hulpvraag.rol in candidate.who.rollen
    return Wave.WHOLE if near and able else Wave.REGION


def _as_wished(who: Sleutelpersoon, hulpvraag: Hulpvraag) -> bool:
    """Return whether somebody is as the nieuwkomer wished; who told nothing of himself is no woman and no man,
    and speaks no dialect.
    """
    if any(who.rooster.gender != wish for wish in hulpvraag.wishes & set(GENDERS)):
        return False
    if not hulpvraag.wishes & DIALECTS <= who.rooster.dialects:
        return False
    return ELSEWHERE not in hulpvraag.wishes or who.rooster.lives_in != hulpvraag.gemeente


def ordered(candidates: Iterable[Candidate], hulpvraag: Hulpvraag, now: LocalTime) -> list[tuple[Wave, Person]]:
    """Return who can take a hulpvraag now with his wave, the least loaded first within a wave."""
    able = [each for each in candidates if can_take(each.person, hulpvraag)]
    waves = [(wave, each) for each in able if (wave := wave_of(each, hulpvraag, now)) is not None]
    waves.sort(key=lambda pair: (pair[0], pair[1].open / pair[1].most_open, pair[1].person.id))
    return [(wave, each.person) for wave, each in waves]


def first_wave(found: Iterable[tuple[Wave, Person]]) -> Wave:
    """Return the wave to begin with: the first that has anybody, for nobody waits for an empty one."""
    return min((wave for wave, _ in found), default=Wave.ALL)
