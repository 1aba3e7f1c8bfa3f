"""Starting and ending the simulator."""

import asyncio

import pytest
from telegram.error import InvalidToken

from bot.simulator.errors import PortTaken
from bot.simulator.server import serve
from tests.simulator.room import Room, bot_at, run


def test_a_bot_and_a_phone_talk() -> None:
    async def scene(here: Room) -> None:
        said = await here.amina.say("Hallo")
        updates = await here.bot.get_updates(offset=None, timeout=5)
        message = updates[-1].effective_message
        assert message is not None
        assert (message.text, message.message_id) == ("Hallo", said.id)
        await here.bot.send_message(message.chat_id, "Dag <b>Amina</b>", parse_mode="HTML")
        answer = await here.amina.until("Dag")
        assert answer.html == "Dag <b>Amina</b>"

    run(scene)


def test_a_taken_port_is_one_sentence() -> None:
    async def scene() -> None:
        async with serve() as address:
            port = int(address.rsplit(":", 1)[1])
            with pytest.raises(PortTaken, match=f"port {port} on 127.0.0.1"):
                async with serve(port=port):
                    pass

    asyncio.run(scene())


@pytest.mark.parametrize("token", ["7000000001:another-token-of-another-bot-00000", "nonsense"])
def test_another_token_is_refused(token: str) -> None:
    async def scene() -> None:
        async with serve() as address:
            with pytest.raises(InvalidToken):
                async with bot_at(address, token):
                    pass

    asyncio.run(scene())
