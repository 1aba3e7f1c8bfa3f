"""What is to be remembered of advice to the gemeente: signals, and letters that are read before they are sent."""

from dataclasses import dataclass

from bot.domain.letters import Reading


@dataclass(frozen=True)
class GiveSignal:
    """Keep a signal to the gemeente (without personal data), with an id that was free when gathered."""

    id: int
    person_id: int
    thema: str | None
    gemeente: str | None
    text: str


@dataclass(frozen=True)
class SupportSignal:
    """A person says that he sees the same."""

    id: int
    person_id: int


@dataclass(frozen=True)
class AnswerSignal:
    """What the gemeente says and does, provided that it was answered `answers` times when it was gathered."""

    id: int
    answers: int
    text: str
    action: str


@dataclass(frozen=True)
class OpenLetter:
    """Put a draft letter before its first readers, with an id that was free when gathered."""

    id: int
    person_id: int
    paragraphs: tuple[str, ...]
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class ChangeLetter:
    """Keep changed and new readings of a letter, or end it, provided that its version is still the one gathered."""

    id: int
    version: int
    readings: tuple[Reading, ...] = ()
    ended: bool = False


AdviceEffect = GiveSignal | SupportSignal | AnswerSignal | OpenLetter | ChangeLetter
