"""How the control desk shows chats, messages and counters to the page and to tests."""

from collections import Counter
from dataclasses import asdict
from typing import Any

from bot.simulator.entities import Json
from bot.simulator.methods.commands import shown
from bot.simulator.render import as_html
from bot.simulator.station import Call, Station
from bot.simulator.world import Chat, Message


def bubble(station: Station, message: Message) -> Json:
    """One message as a phone shows it."""
    file = next((part for part in (message.media.get(message.kind),) if part), None)
    reference = file[-1] if isinstance(file, list) else file
    return {
        "id": message.id,
        "chat": message.chat,
        "by": "bot" if message.sender is station.world.bot else "person",
        "sender": message.sender.id,
        "kind": message.kind,
        "text": message.text,
        "html": as_html(message.text, message.entities),
        "entities": message.entities,
        "buttons": message.buttons or [],
        "keyboard": message.keyboard,
        "reply_to": message.reply_to,
        "forwarded": message.origin,
        "media": reference,
        "album": message.media.get("media_group_id"),
        "edited": message.edited is not None,
        "deleted": message.deleted,
        "date": message.date,
        "seq": message.seq,
        "changed": message.changed,
    }


def conversation(station: Station, chat: Chat, after: int) -> Json:
    """What changed in a chat since `after`, and how the phone stands now."""
    account = station.world.accounts.get(chat.id)
    news = [message for message in chat.messages.values() if message.changed > after]
    return {
        "seq": station.world.seq,
        "changed": chat.changed,
        "messages": [bubble(station, message) for message in sorted(news, key=lambda one: one.seq)],
        "toasts": [asdict(toast) for toast in chat.toasts if toast.seq > after],
        "keyboard": chat.keyboard,
        "action": chat.action if chat.action_until > station.clock() else "",
        "commands": shown(station, chat.id, account.language_code) if account else [],
        "opened": chat.opened,
        "blocked": bool(account and account.blocked),
        "deactivated": bool(account and account.deactivated),
    }


def call(one: Call) -> Json:
    """One call of the bot."""
    return asdict(one)


def counters(station: Station) -> dict[str, Any]:
    """Figures over everything since the start."""
    sent = [message for chat in station.world.chats.values() for message in chat.messages.values()]
    return {
        "seq": station.world.seq,
        "calls": Counter(one.method for one in station.calls),
        "codes": Counter(str(one.code) for one in station.calls if not one.ok and not one.fault.startswith("cut")),
        "faults": station.faults.injected,
        "updates": station.updates.made,
        "pending": len(station.updates.pending),
        "by_bot": sum(message.sender is station.world.bot for message in sent),
        "by_people": sum(message.sender is not station.world.bot for message in sent),
    }
