"""The command menu: set, read and removed for each scope and language, and which one a phone shows."""

import re
from typing import Any

from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.params import Params
from bot.simulator.station import Station

_PLAIN = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
_MOST = 100


def _key(station: Station, params: Params) -> tuple[str, str]:
    scope = params.nested("scope", "BotCommandScope")
    scope = {"type": "default"} if scope is None else scope
    language = params.text("language_code")
    if not isinstance(scope, dict) or "type" not in scope:
        raise bad_request("can't parse BotCommandScope: Can't find field \"type\"")
    if language and not re.fullmatch("[a-z]{2}", language):
        raise bad_request("invalid language code specified")
    return _scope(station, scope), language


def _scope(station: Station, scope: Json) -> str:
    kind = str(scope["type"])
    if kind in _PLAIN:
        return kind
    if kind not in {"chat", "chat_administrators", "chat_member"}:
        raise bad_request("can't parse BotCommandScope: Unsupported type specified")
    try:
        identity = int(scope.get("chat_id", 0))
    except ValueError:
        identity = 0
    chat = station.world.chats.get(identity)
    if chat is None or (station.strict.start_first and not chat.opened):
        raise bad_request("chat not found")
    return f"{kind}:{identity}"


def _command(raw: Any) -> Json:
    if not isinstance(raw, dict) or "command" not in raw or "description" not in raw:
        raise bad_request("can't parse BotCommand: Expected an Object")
    name, description = str(raw["command"]).removeprefix("/"), str(raw["description"]).strip()
    if not re.fullmatch("[a-z0-9_]{1,32}", name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(description) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _tell_phones(station: Station, scope: str) -> None:
    for chat in station.world.chats.values():
        if scope in {*_PLAIN, f"chat:{chat.id}"}:
            station.world.touch(chat)


def set_commands(station: Station, params: Params) -> bool:
    """setMyCommands: at most a hundred; an empty list takes the menu away."""
    raw = params.nested("commands", "commands list")
    if not isinstance(raw, list):
        raise bad_request("can't parse commands list JSON object")
    if len(raw) > _MOST:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key, commands = _key(station, params), [_command(one) for one in raw]
    station.world.commands.pop(key, None)
    if commands:
        station.world.commands[key] = commands
    _tell_phones(station, key[0])
    return True


def get_commands(station: Station, params: Params) -> list[Json]:
    """getMyCommands: exactly what was set for this scope and language."""
    return station.world.commands.get(_key(station, params), [])


def delete_commands(station: Station, params: Params) -> bool:
    """deleteMyCommands: the phones fall back to a wider scope."""
    key = _key(station, params)
    station.world.commands.pop(key, None)
    _tell_phones(station, key[0])
    return True


def shown(station: Station, chat_id: int, language: str | None) -> list[Json]:
    """The menu on one phone: the chat before all private chats before the default, the phone's language first."""
    for scope in (f"chat:{chat_id}", "all_private_chats", "default"):
        for code in ((language or "")[:2], ""):
            commands = station.world.commands.get((scope, code))
            if commands:
                return commands
    return []
