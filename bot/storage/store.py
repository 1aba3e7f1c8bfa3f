"""The port Store: everything that is remembered, and the one way to change it together with what is sent."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from bot.domain.advice_effects import (
    AdviceEffect,
    AnswerSignal,
    ChangeLetter,
    GiveSignal,
    OpenLetter,
    SupportSignal,
)
from bot.domain.care_effects import CareEffect
from bot.domain.content_effects import (
    AddExample,
    AnnounceLawChange,
    ConfirmValid,
    ContentEffect,
    EndLawChange,
    KeepRecording,
    PublishAnswer,
    RemoveRecording,
    SettleQuestion,
    ShowForReview,
)
from bot.domain.effects import (
    Attach,
    ChangeHulpvraag,
    ChangePerson,
    Effect,
    Forget,
    Invite,
    KeepMessage,
    LogQuestion,
    NoteSaid,
    OpenHulpvraag,
    Plan,
    RateAnswer,
    Skip,
    Unchanged,
    UseInvitation,
)
from bot.domain.endings import EndingEffect
from bot.domain.flooding import KeepFlow
from bot.domain.outgoing import Send, fitting
from bot.domain.reports import ReportEffect
from bot.domain.talk_effects import TalkEffect
from bot.storage.answers import Answers
from bot.storage.care import Care
from bot.storage.database import Database
from bot.storage.endings import Endings
from bot.storage.errors import Stale
from bot.storage.examples import Examples
from bot.storage.flows import Flows
from bot.storage.hulpvragen import Hulpvragen
from bot.storage.inbox import Inbox
from bot.storage.kept import Kept
from bot.storage.law_changes import LawChanges
from bot.storage.letters import Letters
from bot.storage.outbox import Ephemeral, Outbox, split
from bot.storage.people import People
from bot.storage.questions import Invitations, Questions
from bot.storage.recordings import Recordings
from bot.storage.reports import Reports
from bot.storage.reviews import Reviews
from bot.storage.search import Search
from bot.storage.signals import Signals
from bot.storage.talks import Talks
from bot.storage.traces import Traces


class Store:
    """Opens the database; raises DatabaseUnreadable or DatabaseNewer."""

    def __init__(self, path: Path, beheerders: Collection[int] = ()) -> None:
        self.database = Database(path)
        self.inbox = Inbox(self.database)
        self.outbox = Outbox(self.database)
        self.people = People(self.database, beheerders)
        self.hulpvragen = Hulpvragen(self.database)
        self.questions = Questions(self.database)
        self.invitations = Invitations(self.database)
        self.answers = Answers(self.database)
        self.reviews = Reviews(self.database)
        self.recordings = Recordings(self.database)
        self.law_changes = LawChanges(self.database)
        self.signals = Signals(self.database)
        self.letters = Letters(self.database)
        self.talks = Talks(self.database)
        self.endings = Endings(self.database)
        self.care = Care(self.database)
        self.reports = Reports(self.database)
        self.examples = Examples(self.database)
        self.flows = Flows(self.database)
        self.search = Search(self.database)
        self.kept = Kept(self.database)
        self.traces = Traces(self.database)

    def apply(self, plan: Plan, now: datetime, inbox_id: int | None = None) -> list[Ephemeral]:
        """Carry out a plan in one transaction and mark its inbox row done; return what is sent at once, unstored.

        Raises Stale, with nothing changed, when what was gathered no longer holds or the update was handled already.
        """
        durable, ephemeral = split(plan.outgoing)
        with self.database.transaction():
            if inbox_id is not None and not self.inbox.is_new(inbox_id):
                raise Stale(f"update {inbox_id} was handled already")
            for effect in plan.merged().effects:
                self._apply(effect, now)
            for outgoing in durable:
                for piece in fitting(outgoing) if isinstance(outgoing, Send) else (outgoing,):
                    self.outbox.put(piece, now)
            if inbox_id is not None:
                self.inbox.done(inbox_id)
        return ephemeral

    def _apply(self, effect: Effect, now: datetime) -> None:
        match effect:
            case ChangePerson():
                self.people.change(effect.person, effect.changes)
            case Forget():
                self.people.forget(effect.person_id, effect.telegram_id)
            case Invite():
                self.invitations.keep(effect, now)
            case UseInvitation():
                self.invitations.use(effect, now)
            case LogQuestion():
                self.questions.log(effect, now)
            case RateAnswer():
                self.questions.rate(effect.ref, effect.helpful)
            case OpenHulpvraag() | ChangeHulpvraag() | Unchanged() | NoteSaid() | Attach() | Skip() | KeepMessage():
                self._apply_to_hulpvraag(effect, now)
            case GiveSignal() | SupportSignal() | AnswerSignal() | OpenLetter() | ChangeLetter():
                self._apply_to_advice(effect, now)
            case TalkEffect():
                self.talks.apply(effect, now)
            case EndingEffect():
                self.endings.apply(effect, now)
            case KeepFlow():
                self.flows.keep(effect)
            case CareEffect():
                self.care.apply(effect, now)
            case ReportEffect():
                self.reports.apply(effect, now)
            case _:
                self._apply_to_content(effect, now)

    def _apply_to_advice(self, effect: AdviceEffect, now: datetime) -> None:
        match effect:
            case GiveSignal():
                self.signals.give(effect, now)
            case SupportSignal():
                self.signals.support(effect)
            case AnswerSignal():
                self.signals.answer(effect, now)
            case OpenLetter():
                self.letters.put(effect, now)
            case ChangeLetter():
                self.letters.change(effect, now)

    def _apply_to_hulpvraag(
        self,
        effect: OpenHulpvraag | ChangeHulpvraag | Unchanged | NoteSaid | Attach | Skip | KeepMessage,
        now: datetime,
    ) -> None:
        match effect:
            case OpenHulpvraag():
                self.hulpvragen.open(effect, now)
            case ChangeHulpvraag():
                self.hulpvragen.change(effect, now)
            case Unchanged():
                self.hulpvragen.check(effect)
            case NoteSaid():
                self.hulpvragen.said(effect, now)
                self.care.said(effect, now)
            case Attach():
                self.hulpvragen.attach(effect.hulpvraag_id, effect.attachment)
            case Skip():
                self.hulpvragen.skip(effect.hulpvraag_id, effect.person_id)
            case KeepMessage():
                self.hulpvragen.keep(effect, now)

    def _apply_to_content(
        self,
        effect: ContentEffect,
        now: datetime,
    ) -> None:
        match effect:
            case PublishAnswer():
                self.answers.publish(effect, now)
            case ShowForReview():
                self.reviews.show(effect, now)
            case KeepRecording():
                self.recordings.keep(effect, now)
            case RemoveRecording():
                self.recordings.remove(effect.topic, effect.taal, effect.variant)
            case EndLawChange():
                self.law_changes.end(effect, now)
            case AnnounceLawChange():
                self.law_changes.announce(effect, now)
            case ConfirmValid():
                self.law_changes.confirm(effect, now)
            case AddExample():
                self.examples.add(effect, now)
            case SettleQuestion():
                self.questions.settle(effect.ref)

    def close(self) -> None:
        """Close the database."""
        self.database.close()
