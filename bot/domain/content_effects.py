"""What is to be remembered of the content: texts, reviews, recordings, changes of the law, examples."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class PublishAnswer:
    """A new version of an answer, live at once.

    `expected` is the version that was read (0: there was none), when nobody else's may be overwritten; `reviewer` is
    the person who reviewed it.
    """

    topic: str
    taal: str
    variant: str
    text: str
    author: str
    minor: bool = False
    status: str = "edited"
    expected: int | None = None
    reviewer: int | None = None


@dataclass(frozen=True)
class ShowForReview:
    """Remember that a text was shown to a vertaler, or that he skipped it."""

    topic: str
    variant: str
    taal: str
    person_id: int
    skipped: bool = False


@dataclass(frozen=True)
class KeepRecording:
    """A voice message becomes the spoken form of a text; `answer_id` is the version that was read aloud."""

    topic: str
    taal: str
    variant: str
    answer_id: int
    seconds: int
    bot_id: int
    file_id: str
    person_id: int


@dataclass(frozen=True)
class RemoveRecording:
    """Take the recording of a text away."""

    topic: str
    taal: str
    variant: str


@dataclass(frozen=True)
class AnnounceLawChange:
    """From a day on the answers of some topics are in doubt; `id` was free when gathered."""

    id: int
    starts_on: date
    topics: tuple[str, ...]
    author: str


@dataclass(frozen=True)
class EndLawChange:
    """A change holds no longer for some topics; with none left it is over."""

    id: int
    topics: tuple[str, ...]


@dataclass(frozen=True)
class ConfirmValid:
    """The answer of a topic was checked on a day and is still valid."""

    topic: str
    on: date
    author: str


@dataclass(frozen=True)
class AddExample:
    """Teach that a text in `taal` means `topic`; the text holds no personal data."""

    taal: str
    topic: str
    text: str
    author: str


@dataclass(frozen=True)
class SettleQuestion:
    """A question that got no good answer was looked at by a beheerder; it is named by its ref."""

    ref: int


ContentEffect = (
    PublishAnswer | ShowForReview | KeepRecording | RemoveRecording | AnnounceLawChange | EndLawChange | ConfirmValid
    | AddExample | SettleQuestion
)  # fmt: skip
