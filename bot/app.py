"""The composition root: settings in, a wired bot out; the handlers in their order stand on this page."""

import asyncio
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from telegram import Bot
from telegram.error import BadRequest
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)  # fmt: skip

from bot.content.gemeenten import gemeenten
from bot.content.seeds import seed
from bot.interpreter import Reader
from bot.interpreter.child import RasaChild
from bot.interpreter.rasa import Rasa
from bot.interpreter.recognition import prepare
from bot.settings import AUDIO, SettingError, Settings, require_token
from bot.storage import Store
from bot.storage.errors import Stale
from bot.telegram import beheerder, buttons, failures, nieuwkomer, sleutelpersoon
from bot.telegram.context import Context, Door, Verb, handler, only
from bot.telegram.dispatch import Dispatcher
from bot.telegram.intake import ALLOWED, Intake, persist, poll, watch
from bot.telegram.limits import Limits
from bot.telegram.outbox import Outbox, Outcome
from bot.telegram.patience import when_it_works
from bot.telegram.voices import Voices
from bot.usecases import hearing
from bot.usecases.danger import watched
from bot.usecases.people import privacy
from bot.usecases.queue.timekeeping import Timekeeper
from bot.usecases.talk import taking_back
from bot.usecases.turn import House, on_behalf
from bot.web.door import WEBHOOK
from bot.web.door import door as web_door
from bot.web.serving import bind, serve

TelegramApplication = Application[Any, Context, Any, Any, Any, Any]
PURGE_EVERY = 3600.0
CLOCK_EVERY = 10.0

# Groups and channels are left in peace: everything below is for private chats alone.
PRIVATE = filters.ChatType.PRIVATE
NEW = PRIVATE & filters.UpdateType.MESSAGE
COMMANDS: dict[str, Verb] = {
    **nieuwkomer.COMMANDS,
    **{name: only("sleutelpersoon", verb) for name, verb in sleutelpersoon.COMMANDS.items()},
    **{name: only("beheerder", verb) for name, verb in beheerder.COMMANDS.items()},
}
HANDLERS: tuple[BaseHandler[Any, Any, Any], ...] = (
    # Commands come first: inside a conversation they work and are never passed on.
    *(CommandHandler(name, handler(watched(verb), name), NEW) for name, verb in COMMANDS.items()),
    # A command that nobody took is told so, instead of being understood as a question.
    MessageHandler(NEW & filters.COMMAND, handler(watched(nieuwkomer.unknown_command))),
    CallbackQueryHandler(buttons.press),
    # An edit changes the copy in a conversation; elsewhere it gets one sentence.
    MessageHandler(PRIVATE & filters.UpdateType.EDITED_MESSAGE, handler(watched(hearing.edited))),
    MessageHandler(NEW & filters.TEXT, handler(watched(hearing.text))),
    # Whatever is left in a private chat is a file, a sticker or the like; notices of Telegram itself are none.
    MessageHandler(NEW & ~filters.StatusUpdate.ALL, handler(watched(nieuwkomer.file))),
    ChatMemberHandler(nieuwkomer.membership, ChatMemberHandler.MY_CHAT_MEMBER),
)


def telegram_application(token: str, api_url: str) -> TelegramApplication:
    """Return python-telegram-bot's application without its Updater: intake and outbox are our own."""
    builder: Any = ApplicationBuilder().token(token).base_url(f"{api_url}/bot").base_file_url(f"{api_url}/file/bot")
    builder = builder.updater(None).context_types(ContextTypes(context=Context))
    application: TelegramApplication = builder.connection_pool_size(64).pool_timeout(30).build()
    application.add_handlers(list(HANDLERS))
    application.add_error_handler(failures.keep)
    return application


class Service:
    """The whole bot, running until `run` is cancelled; `now` tells what time the clock has."""

    def __init__(
        self, settings: Settings, store: Store, limits: Limits | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:  # fmt: skip
        self.settings, self.store, self.now = settings, store, now
        self.reader = Reader(store.search, settings.data / "models")
        self.application = telegram_application(require_token(settings), settings.api_url)
        self.listening = bind(settings.web_host, settings.web_port)
        self.voices = Voices(self.application.bot, store, settings.data / AUDIO)
        self.outbox = Outbox(self.application.bot, store, self.voices, self.unreachable, self.settled, limits)
        self.dispatcher = Dispatcher(self.application, store)

    @property
    def bot(self) -> Bot:
        """The Bot API."""
        bot = self.application.bot
        assert isinstance(bot, Bot)
        return bot

    async def run(self) -> None:
        """Run everything; raises SettingError when Telegram refuses the token."""
        seed(self.store, datetime.now(UTC))
        try:
            await self._run()
        finally:
            await self.application.shutdown()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.to_thread(prepare))
            await persist(self.application.initialize)
            self.house = House(self.store, self.reader, gemeenten(), self.bot.username, self.bot.id)
            self.application.bot_data["door"] = Door(self.house, self.outbox.wake, self.outbox.send_now)
            self.timekeeper = Timekeeper(self.house)
            intake = Intake(self.bot.id, self.store, self.dispatcher.wake, self.timekeeper.heard, self.now)
            secret = await self._arrival(intake)
            web = web_door(self.store, lambda: self.reader.source, intake, secret)
            for part in (self.dispatcher.run(), self.outbox.run(), self.voices.run(), serve(web, self.listening)):
                group.create_task(part)
            group.create_task(poll(self.bot, intake) if secret is None else watch(self.bot, intake))
            # Only now: Rasa takes both cores while it loads, and the menus need not wait for it.
            group.create_task(self._understand())
            group.create_task(self._purge())
            group.create_task(self._clock())

    async def _arrival(self, intake: Intake) -> str | None:
        """Set the webhook and return its secret, or remove it and return None: then updates are polled."""
        public = self.settings.public_url
        if public is None:
            await persist(self.bot.delete_webhook)
            return None
        secret = self.store.kept.get("webhook_secret") or secrets.token_urlsafe(32)
        self.store.kept.set("webhook_secret", secret)

        async def announce() -> None:
            try:
                await self.bot.set_webhook(f"{public}{WEBHOOK}", secret_token=secret, allowed_updates=ALLOWED)
            except BadRequest as error:
                raise SettingError(f"Telegram does not take SLEUTELBOT_PUBLIC_URL {public} ({error}).") from None

        await persist(announce)
        return secret

    async def _understand(self) -> None:
        """Use the Rasa that was given, or keep one of our own running."""
        if self.settings.rasa_url:
            await self.reader.follow(Rasa(self.settings.rasa_url))
        else:
            await RasaChild(self.settings.data, self.settings.data / "models", self.reader.use).run()

    async def _purge(self) -> None:
        while True:
            await when_it_works(lambda: privacy.purge(self.store, datetime.now(UTC)))
            await asyncio.sleep(PURGE_EVERY)

    async def _clock(self) -> None:
        """Do what is due; a moment that was missed while the bot was away is made up for at once."""
        while True:
            if await when_it_works(self.timekeeper.keep):
                self.outbox.wake()
            await asyncio.sleep(CLOCK_EVERY)

    def unreachable(self, chat_id: int) -> None:
        """Tell the other side of an open hulpvraag that this person cannot be reached."""
        person = self.store.people.at(chat_id)
        if person is None:
            return
        with suppress(Stale):
            now = datetime.now(UTC)
            plan = privacy.lost(on_behalf(self.house, person, now))
            self.store.apply(plan, now)
            self.outbox.wake()

    def settled(self, outcome: Outcome) -> None:
        """Tell who said something what became of it, when that is news."""
        queued = outcome.queued
        ref, album = queued.payload.get("ref") or "", queued.payload.get("album")
        what = taking_back.Settled(
            queued.method, ref, outcome.reason, queued.chat_id, album, outcome.pieces, outcome.lost
        )
        plan = taking_back.told(self.store, what)
        if plan.outgoing:
            self.store.apply(plan, datetime.now(UTC))

    def close(self) -> None:
        """Close what was opened."""
        self.listening.close()
        self.store.close()
