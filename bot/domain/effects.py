"""What is to be remembered: values that storage carries out in one transaction."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.advice_effects import AdviceEffect
from bot.domain.care_effects import CareEffect
from bot.domain.content_effects import ContentEffect
from bot.domain.endings import EndingEffect
from bot.domain.flooding import KeepFlow
from bot.domain.hulpvraag import Before
from bot.domain.outgoing import Outgoing
from bot.domain.people import Attachment, Person
from bot.domain.reports import ReportEffect
from bot.domain.talk_effects import TalkEffect


@dataclass(frozen=True)
class ChangePerson:
    """Set fields of a person, provided that he is still as he was gathered."""

    person: Person
    changes: dict[str, Any]


@dataclass(frozen=True)
class LogQuestion:
    """Keep a question, redacted, with what was decided; `ref` is the id that its buttons carry."""

    ref: int
    person_id: int
    taal: str
    text: str
    decision: str
    topic: str | None
    confidence: float


@dataclass(frozen=True)
class RateAnswer:
    """Keep whether an answer helped."""

    ref: int
    helpful: bool


@dataclass(frozen=True)
class OpenHulpvraag:
    """Make a hulpvraag with an id that was free when gathered."""

    id: int
    nieuwkomer_id: int
    taal: str
    gemeente: str
    thema: str | None
    question: str | None
    attachments: tuple[Attachment, ...]
    rol: str | None = None
    urgent: bool = False
    wishes: frozenset[str] = frozenset()
    wave: int = 0
    talk: tuple[Before, ...] = ()
    avoided: frozenset[int] = frozenset()


@dataclass(frozen=True)
class ChangeHulpvraag:
    """Set fields of a hulpvraag, provided that its version is still the one gathered."""

    id: int
    version: int
    changes: dict[str, Any]


@dataclass(frozen=True)
class Unchanged:
    """Nothing to remember, but what is sent holds only while a hulpvraag is as it was gathered."""

    hulpvraag_id: int
    version: int


@dataclass(frozen=True)
class NoteSaid:
    """Somebody said something in a conversation that is as it was gathered."""

    hulpvraag_id: int
    version: int
    person_id: int


@dataclass(frozen=True)
class Attach:
    """Add a file to an open hulpvraag, for the one who claims it."""

    hulpvraag_id: int
    attachment: Attachment


@dataclass(frozen=True)
class Skip:
    """Remember that a sleutelpersoon passed a hulpvraag on."""

    hulpvraag_id: int
    person_id: int


@dataclass(frozen=True)
class KeepMessage:
    """Keep a relayed text until the hulpvraag ends, so that it survives deletion."""

    hulpvraag_id: int
    from_person: int
    chat_id: int
    message_id: int
    text: str


@dataclass(frozen=True)
class Invite:
    """Keep an invitation (only the hash of its secret)."""

    secret_hash: str
    by_person: int
    expires_at: datetime


@dataclass(frozen=True)
class UseInvitation:
    """Mark an invitation as used, provided that nobody used it meanwhile."""

    secret_hash: str
    person_id: int


@dataclass(frozen=True)
class Forget:
    """Remove everything held on a person."""

    person_id: int
    telegram_id: int


Effect = (
    ChangePerson | LogQuestion | RateAnswer | OpenHulpvraag | ChangeHulpvraag | Unchanged | NoteSaid | Attach | Skip
    | KeepMessage | Invite | UseInvitation | Forget | AdviceEffect
    | ContentEffect | TalkEffect | EndingEffect | KeepFlow | CareEffect | ReportEffect
)  # fmt: skip


@dataclass(frozen=True)
class Plan:
    """The outcome of one message: what to remember and what to send, all or nothing."""

    effects: tuple[Effect, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()

    def __add__(self, other: "Plan") -> "Plan":
        return Plan(self.effects + other.effects, self.outgoing + other.outgoing)

    def merged(self) -> "Plan":
        """Return the plan with all changes of one person in one effect, the later ones winning."""
        changed: dict[int, ChangePerson] = {}
        for effect in self.effects:
            if isinstance(effect, ChangePerson):
                before = changed.get(effect.person.id, ChangePerson(effect.person, {}))
                changed[effect.person.id] = ChangePerson(before.person, before.changes | effect.changes)
        rest = tuple(effect for effect in self.effects if not isinstance(effect, ChangePerson))
        return Plan((*changed.values(), *rest), self.outgoing)


@dataclass(frozen=True)
class Voice:
    """A voice message: the id under which this bot can fetch and send it, and how long it lasts."""

    file_id: str
    seconds: int


@dataclass(frozen=True)
class Incoming:
    """One message or button press at the door: `ref` is the id of its inbox row.

    `mention` tells that the text links to the account of somebody who has no user name, `hidden_link` that words link
    to an address that cannot be read; `reply_album` is the album of the message that this one replies to. `sent_at` is
    what Telegram says, which knows it better than the bot after a pause of either (not of a button press).
    """

    ref: int
    chat_id: int
    now: datetime
    message_id: int | None = None
    text: str = ""
    callback_id: str | None = None
    reply_to: int | None = None
    phone_taal: str | None = None
    attachment: Attachment | None = None
    voice: Voice | None = None
    mention: bool = False
    hidden_link: bool = False
    reply_album: str | None = None
    sent_at: datetime | None = None
