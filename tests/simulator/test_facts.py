"""Looking things up: the bot, a chat, a file."""

import pytest
from telegram import File
from telegram.error import BadRequest, InvalidToken

from tests.simulator.room import AMINA, Room, run


def test_the_bot_and_the_chat() -> None:
    async def scene(here: Room) -> None:
        me = await here.bot.get_me()
        assert (me.is_bot, me.first_name) == (True, "Sleutelbot")
        chat = await here.bot.get_chat(AMINA)
        assert (chat.id, chat.type, chat.first_name) == (AMINA, "private", "Amina")
        with pytest.raises(BadRequest, match="Chat not found"):
            await here.bot.get_chat(999)
        assert (await here.raw("getChat"))["description"] == "Bad Request: chat_id is empty"

    run(scene)


def test_a_file_of_a_person_is_downloaded() -> None:
    async def scene(here: Room) -> None:
        sent = await here.amina.voice()
        assert sent.media is not None
        file = await here.bot.get_file(sent.media["file_id"])
        content = await file.download_as_bytearray()
        assert content.startswith(b"OggS")
        assert len(content) == file.file_size
        with pytest.raises(BadRequest, match="Wrong file_id or the file is temporarily unavailable"):
            await here.bot.get_file("nonsense")
        lost = File("x", "x", file_path=f"{here.address}/file/bot{here.bot.token}/voice/file_99.oga")
        lost.set_bot(here.bot)
        with pytest.raises(InvalidToken, match="Not Found"):
            await lost.download_as_bytearray()

    run(scene)


def test_an_unknown_method() -> None:
    async def scene(here: Room) -> None:
        answer = await here.raw("makeCoffee")
        assert answer == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}

    run(scene)
