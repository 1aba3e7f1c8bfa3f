"""Recordings of answers: fetched into the data folder, and sent from there when the bot's token has changed."""

import asyncio
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot
from telegram.error import BadRequest, TelegramError

from bot.storage import Store
from bot.storage.recordings import Recording
from bot.telegram.patience import when_it_works

log = structlog.get_logger()
POLL = 1.0
AGAIN = 60.0


class Voices:
    """Knows where the files of recordings lie."""

    def __init__(self, bot: Bot, store: Store, folder: Path) -> None:
        self._bot, self._store, self._folder = bot, store, folder

    async def play(self, chat_id: int, payload: dict[str, Any]) -> int | None:
        """Send the recording of a text, None when there is none any more. Raises TelegramError."""
        found = self._store.recordings.of(payload["topic"], payload["taal"], payload["variant"])
        if found is None:
            return None
        content: str | bytes = found.file_id
        if found.bot_id != self._bot.id:
            content = self._content(found)
        try:
            sent = await self._bot.send_voice(chat_id, content, caption=payload["caption"] or None)
        except BadRequest:
            # An id that Telegram does not take (any more); the file is always good.
            if isinstance(content, bytes) or found.file is None:
                raise
            sent = await self._bot.send_voice(chat_id, self._content(found), caption=payload["caption"] or None)
        if sent.voice and sent.voice.file_id != found.file_id:
            file_id = sent.voice.file_id
            await when_it_works(lambda: self._store.recordings.sent_as(found.id, self._bot.id, file_id))
        return sent.message_id

    def _content(self, found: Recording) -> bytes:
        """Return the bytes of a recording; raises BadRequest when they are gone, for then it cannot be sent."""
        try:
            return (self._folder / (found.file or "")).read_bytes()
        except OSError as error:
            raise BadRequest(f"the recording of {found.topic} in {found.taal} has no file ({error})") from error

    async def run(self) -> None:
        """Fetch what was recorded, and remove the files of what was replaced; runs until cancelled."""
        while True:
            waiting = await when_it_works(lambda: self._store.recordings.unfetched(self._bot.id))
            fetched = [await self._fetch(found) for found in waiting]
            await when_it_works(self._clear)
            await asyncio.sleep(POLL if all(fetched) else AGAIN)

    async def _fetch(self, found: Recording) -> bool:
        """Write one recording to its file; return whether that worked."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            remote = await self._bot.get_file(found.file_id)
            name = f"{found.id}-{found.topic.replace(':', '_').replace(' ', '_')}-{found.taal}.oga"
            content = bytes(await remote.download_as_bytearray())
            beside = self._folder / f"{name}.new"
            beside.write_bytes(content)
            beside.replace(self._folder / name)
        except (TelegramError, OSError) as error:
            log.warning("recording not fetched", id=found.id, error=type(error).__name__)
            return False
        await when_it_works(lambda: self._store.recordings.fetched(found.id, name))
        return True

    def _clear(self) -> None:
        for file in self._store.recordings.retired():
            (self._folder / file).unlink(missing_ok=True)
        self._store.recordings.forget_retired()
