"""Who speaks, settled once at the door, and the one way in which a verb is carried out."""

import asyncio
import inspect
from collections.abc import Awaitable, Callable, Coroutine
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from telegram import Message, MessageEntity, Update
from telegram.ext import Application, CallbackContext

from bot.domain.effects import Incoming, Plan, Voice
from bot.domain.outgoing import Typing
from bot.domain.people import Attachment, Person
from bot.i18n import negotiate
from bot.replies import unreadable
from bot.storage.errors import Stale
from bot.storage.outbox import Ephemeral
from bot.usecases.flooding import admitted
from bot.usecases.turn import House, Turn

Verb = Callable[..., Plan | Awaitable[Plan]]
GATHER_AGAIN = 20
BUSY_AFTER = 1.0
KINDS = (
    "voice", "audio", "photo", "document", "video_note", "animation", "video", "location", "contact", "poll", "sticker",
)  # fmt: skip


@dataclass(frozen=True)
class Door:
    """What the handlers need: the house, what wakes the outbox, and what sends at once."""

    house: House
    wake: Callable[[], None]
    send_now: Callable[[list[Ephemeral]], None]


def handler(verb: Verb, name: str = "") -> Callable[[Update, "Context"], Coroutine[Any, Any, None]]:
    """Return a verb as python-telegram-bot calls it, `name` being the command; a flood does not get through."""
    guarded = admitted(verb, name)

    async def handle(update: Update, context: Context) -> None:
        await context.carry_out(guarded)

    return handle


def only(role: str, verb: Verb) -> Verb:
    """Return a verb for people with a role (a field of Person); for anybody else it does not exist."""

    def carried(turn: Turn, *arguments: str) -> Plan | Awaitable[Plan]:
        if getattr(turn.person, role):
            return verb(turn, *arguments)
        return old_button(turn) if turn.incoming.callback_id else turn.say(unreadable.unknown_command(turn.w))

    return carried


def old_button(turn: Turn, *arguments: str) -> Plan:
    """Answer a button that nobody knows (any more)."""
    return turn.notice(unreadable.old_button(turn.w))


current_row: ContextVar[int | None] = ContextVar("current_row", default=None)


class Context(CallbackContext[Any, dict[Any, Any], dict[Any, Any], dict[Any, Any]]):
    """The context of one update: it can carry out a verb for the person who speaks."""

    heard: Update

    @classmethod
    def from_update(cls, update: object, application: Application[Any, Any, Any, Any, Any, Any]) -> "Context":
        """Keep the update, so that handlers need not pass it on."""
        context = super().from_update(update, application)
        assert isinstance(update, Update)
        context.heard = update
        return context

    @property
    def door(self) -> Door:
        """The wired house."""
        door = self.application.bot_data["door"]
        assert isinstance(door, Door)
        return door

    async def carry_out(self, verb: Verb, *arguments: str) -> None:
        """Gather, decide, apply; gather again when the world changed in between. Raises Stale when it never settles."""
        row = current_row.get()
        store = self.door.house.store
        for _ in range(GATHER_AGAIN):
            if row is not None and not store.inbox.is_new(row):
                return
            turn = Turn(self.door.house, self.person(), incoming(self.heard, row or 0, datetime.now(UTC)))
            try:
                made = verb(turn, *arguments)
                plan = await self._patiently(made, turn.incoming.chat_id) if inspect.isawaitable(made) else made
                now = store.apply(plan, turn.now, row)
            except Stale:
                continue
            self.door.send_now(now)
            self.door.wake()
            return
        raise Stale("the world kept changing")

    async def _patiently(self, made: Awaitable[Plan], chat_id: int) -> Plan:
        """Wait for a plan; show that the bot is busy when understanding takes long."""
        shown: list[Ephemeral] = [Typing(chat_id)]
        busy = asyncio.get_running_loop().call_later(BUSY_AFTER, self.door.send_now, shown)
        try:
            return await made
        finally:
            busy.cancel()

    def person(self) -> Person:
        """Return the person who speaks, making him known when he is new."""
        user = self.heard.effective_user
        assert user is not None
        store = self.door.house.store
        return store.people.meet(user.id, negotiate(user.language_code) or "nl", datetime.now(UTC))


def incoming(update: Update, row: int, now: datetime) -> Incoming:
    """Return what came in, as a value."""
    message, query, user = update.effective_message, update.callback_query, update.effective_user
    assert user is not None
    found = message if isinstance(message, Message) else None
    place = query.message if query else found
    return Incoming(
        ref=row,
        chat_id=user.id,
        now=now,
        message_id=place.message_id if place else None,
        text=(found.text or found.caption or "") if found and not query else "",
        callback_id=query.id if query else None,
        reply_to=found.reply_to_message.message_id if found and found.reply_to_message and not query else None,
        phone_taal=user.language_code,
        attachment=attachment(found) if found else None,
        voice=voice(found) if found else None,
        mention=bool(found and not query and mentions(found)),
        hidden_link=bool(found and any(e.type == MessageEntity.TEXT_LINK for e in found.caption_entities)),
        reply_album=found.reply_to_message.media_group_id if found and found.reply_to_message and not query else None,
        sent_at=(found.edit_date or found.date) if found and not query else None,
    )


def mentions(message: Message) -> bool:
    """Return whether a text, or what is written under a file, links to somebody's account."""
    entities = (*message.entities, *message.caption_entities)
    return any(entity.type == MessageEntity.TEXT_MENTION for entity in entities)


def attachment(message: Message) -> Attachment | None:
    """Return the place and kind of a message that is not text, or None."""
    kind = next((name for name in KINDS if getattr(message, name, None)), None)
    return Attachment(message.chat_id, message.message_id, kind, message.media_group_id) if kind else None


def voice(message: Message) -> Voice | None:
    """Return the voice message that a message holds, or None."""
    if message.voice is None:
        return None
    lasts = message.voice.duration
    return Voice(message.voice.file_id, lasts if isinstance(lasts, int) else round(lasts.total_seconds()))
