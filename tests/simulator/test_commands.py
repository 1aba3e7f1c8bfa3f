"""The command menu by scope and language."""

from typing import Any

import pytest
from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat
from telegram.error import BadRequest

from tests.simulator.room import AMINA, Room, run


def test_the_nearest_menu_is_shown() -> None:
    async def scene(here: Room) -> None:
        await here.bot.set_my_commands([("start", "begin")])
        await here.bot.set_my_commands([("menu", "kies")], scope=BotCommandScopeAllPrivateChats())
        assert await here.amina.commands() == ["menu"]
        await here.bot.set_my_commands([("taal", "لغة")], scope=BotCommandScopeAllPrivateChats(), language_code="ar")
        assert await here.amina.commands() == ["taal"]
        await here.bot.set_my_commands([("mens", "x"), ("hulp", "y")], scope=BotCommandScopeChat(AMINA))
        assert await here.amina.commands() == ["mens", "hulp"]
        await here.bot.delete_my_commands(scope=BotCommandScopeChat(AMINA))
        assert await here.amina.commands() == ["taal"]

    run(scene)


def test_what_was_set_is_read_back_exactly() -> None:
    async def scene(here: Room) -> None:
        await here.bot.set_my_commands([("/taal", "kies een taal")], language_code="nl")
        read = await here.bot.get_my_commands(language_code="nl")
        assert [(one.command, one.description) for one in read] == [("taal", "kies een taal")]
        assert await here.bot.get_my_commands() == ()
        await here.bot.set_my_commands([], language_code="nl")
        assert await here.bot.get_my_commands(language_code="nl") == ()

    run(scene)


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"commands": [{"command": "Taal", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "taal", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": [{"command": "taal", "description": "x"}] * 101}, "BOT_COMMANDS_TOO_MUCH"),
        ({"commands": ["taal"]}, "can't parse BotCommand: Expected an Object"),
        ({}, "can't parse commands list JSON object"),
        ({"commands": [], "language_code": "ckb"}, "invalid language code specified"),
        ({"commands": [], "scope": {"type": "chat", "chat_id": 999}}, "chat not found"),
        ({"commands": [], "scope": {"type": "mars"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"commands": [], "scope": "[]"}, "can't parse BotCommandScope: Can't find field \"type\""),
    ],
)
def test_refused_menus(values: dict[str, Any], sentence: str) -> None:
    async def scene(here: Room) -> None:
        assert (await here.raw("setMyCommands", **values))["description"] == f"Bad Request: {sentence}"

    run(scene)


def test_no_menu_for_who_never_started() -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(BadRequest, match="Chat not found"):
            await here.bot.set_my_commands([("start", "x")], scope=BotCommandScopeChat(AMINA))

    run(scene, started=False)
