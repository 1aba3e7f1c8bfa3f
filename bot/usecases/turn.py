"""One turn of a conversation: who speaks, what came in, and the house that can look things up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.domain.effects import ChangePerson, Incoming, Plan
from bot.domain.outgoing import AnswerPress, Edit, Outgoing, Send, Text
from bot.domain.people import Person
from bot.i18n import Words, words
from bot.interpreter import Interpreter
from bot.storage import Store


@dataclass(frozen=True)
class House:
    """What every verb may use; `gemeenten` is slug → name, `username` and `bot_id` are the bot's own."""

    store: Store
    interpreter: Interpreter
    gemeenten: Mapping[str, str]
    username: str = ""
    bot_id: int = 0


@dataclass(frozen=True)
class Turn:
    """The person is settled at the door and passed in."""

    house: House
    person: Person
    incoming: Incoming

    @property
    def now(self) -> datetime:
        """The moment of this turn."""
        return self.incoming.now

    @property
    def store(self) -> Store:
        """What is remembered; verbs only read."""
        return self.house.store

    @property
    def w(self) -> Words:
        """The sentences of the person's own language."""
        return words(self.person.taal)

    @property
    def replied_ref(self) -> str:
        """The name of our message that this one replies to, '' when it replies to none or to one without a name."""
        at = self.incoming.reply_to
        return (self.store.outbox.ref_at(self.incoming.chat_id, at) or "") if at else ""

    def showing(self, text: Text, ref: str | None) -> Plan:
        """Return a plan that says something by which a reply to it is known."""
        return Plan(outgoing=(Send(self.incoming.chat_id, text, ref),))

    def said(self, *texts: Text) -> tuple[Outgoing, ...]:
        """Return the texts as messages to the person who speaks."""
        return tuple(Send(self.incoming.chat_id, text) for text in texts)

    def say(self, *texts: Text) -> Plan:
        """Return a plan that only says something."""
        return Plan(outgoing=self.said(*texts))

    def change(self, **changes: object) -> Plan:
        """Return a plan that changes the person who speaks."""
        return Plan(effects=(ChangePerson(self.person, changes),))

    def notice(self, text: str = "", alert: bool = False) -> Plan:
        """Return a plan that answers the pressed button, if there is one."""
        if self.incoming.callback_id is None:
            return Plan()
        return Plan(outgoing=(AnswerPress(self.incoming.callback_id, text[:200], alert),))

    def replace_pressed(self, text: Text) -> Plan:
        """Return a plan that replaces the message whose button was pressed."""
        return Plan(outgoing=(Edit(self.incoming.chat_id, text, self.incoming.message_id),))

    def everywhere(self, ref: str, wording: Callable[[Words], Text]) -> Plan:
        """Return a plan that replaces what was sent under a name, in every chat and in the language of each."""
        edits = []
        for chat_id in self.store.outbox.chats_with(ref):
            person = self.store.people.at(chat_id) or self.person
            edits.append(Edit(chat_id, wording(words(person.taal)), ref=ref))
        return Plan(outgoing=tuple(edits))

    def as_person(self, **changes: Any) -> "Turn":
        """Return this turn with the person as he will be, for wording that follows a change."""
        return replace(self, person=replace(self.person, **changes))


def on_behalf(house: House, person: Person, now: datetime) -> Turn:
    """Return a turn in which something is done for a person who said nothing himself."""
    return Turn(house, person, Incoming(0, person.telegram_id, now))
