"""One outgoing value becomes one call of the Bot API."""

import html
import re
from collections.abc import Sequence
from typing import Any

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ChatAction, ParseMode

from bot.domain.outgoing import AnswerPress, Place
from bot.storage.outbox import Ephemeral
from bot.storage.queued import Queued
from bot.telegram.voices import Voices

_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_TAG = re.compile(r"<[^>]*>")


def keyboard(rows: list[list[dict[str, str]]]) -> InlineKeyboardMarkup | None:
    """Return the buttons of a stored text, or None when there are none."""
    if not rows:
        return None
    return InlineKeyboardMarkup([
        [InlineKeyboardButton(b["label"], url=b["url"] or None, callback_data=b["data"] or None) for b in row]
        for row in rows
    ])  # fmt: skip


def words(text: dict[str, Any], plain: bool) -> dict[str, Any]:
    """Return the arguments for a stored text: HTML, or the bare words."""
    if plain:
        return {"text": html.unescape(_TAG.sub("", text["html"])), "reply_markup": keyboard(text["buttons"])}
    return {"text": text["html"], "parse_mode": ParseMode.HTML, "reply_markup": keyboard(text["buttons"])}


def reply(payload: dict[str, Any], target: Place | None, plain: bool) -> ReplyParameters | None:
    """Return where a message replies to, if it does."""
    at = payload.get("reply_to") or (target.message_id if target else None)
    return ReplyParameters(at) if at and not plain else None


async def send(
    bot: Bot, queued: Queued, target: Place | None, voices: Voices, together: Sequence[int] = ()
) -> int | None:
    """Carry out a stored message; return the message id that Telegram gave it. Raises TelegramError.

    `together` are the messages that are deleted in one go.
    """
    payload, chat = queued.payload, queued.chat_id
    match queued.method:
        case "Send":
            answering = reply(payload, target, queued.plain)
            said = words(payload["text"], queued.plain)
            sent = await bot.send_message(chat, reply_parameters=answering, link_preview_options=_NO_PREVIEW, **said)
            return sent.message_id
        case "Copy":
            source = payload["source"]
            answering = reply(payload, target, queued.plain)
            copied = await bot.copy_message(
                chat, source["chat_id"], source["message_id"], caption=payload["caption"], reply_parameters=answering
            )
            return copied.message_id
        case "Play":
            return await voices.play(chat, payload)
        case "Edit":
            at = payload["message_id"] or (target.message_id if target else None)
            if at is not None:
                said = words(payload["text"], queued.plain)
                await bot.edit_message_text(chat_id=chat, message_id=at, link_preview_options=_NO_PREVIEW, **said)
            return None
        case "EditCaption":
            if target is not None:
                await bot.edit_message_caption(chat, target.message_id, caption=payload["caption"])
            return None
        case "Delete":
            if together:
                await bot.delete_messages(chat, together)
            elif target is not None:
                await bot.delete_message(chat, target.message_id)
            return None
        case "Menu":
            commands = [BotCommand(name, description) for name, description in payload["commands"]]
            await bot.set_my_commands(commands, scope=BotCommandScopeChat(chat))
            return None
    raise ValueError(f"unknown outgoing message {queued.method}")


async def copy_together(bot: Bot, rows: Sequence[Queued]) -> list[int]:
    """Copy the pieces of an album as one album; return the ids that Telegram gave them. Raises TelegramError.

    There are less ids than pieces when some of them could not be copied; Telegram does not say which ones.
    """
    sources = [row.payload["source"] for row in rows]
    ids = [source["message_id"] for source in sources]
    return [copied.message_id for copied in await bot.copy_messages(rows[0].chat_id, sources[0]["chat_id"], ids)]


async def send_now(bot: Bot, item: Ephemeral) -> None:
    """Carry out what is worth nothing later. Raises TelegramError."""
    if isinstance(item, AnswerPress):
        await bot.answer_callback_query(item.callback_id, text=item.notice or None, show_alert=item.alert or None)
    else:
        await bot.send_chat_action(item.chat_id, ChatAction.TYPING)
