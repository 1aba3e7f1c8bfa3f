"""Copying messages from chat to chat."""

import pytest
from telegram.error import BadRequest

from bot.simulator.driver import Phone
from tests.simulator.room import AMINA, Room, run

SAMIRA = 201


def test_a_copy_carries_words_and_file_but_not_the_sender() -> None:
    async def scene(here: Room) -> None:
        async with Phone(here.address, SAMIRA, "Samira", "nl") as samira:
            await samira.start()
            photo = await here.amina.photo(caption="mijn brief 😀")
            copy = await here.bot.copy_message(SAMIRA, AMINA, photo.id)
            shown = await samira.until("mijn brief")
            assert (shown.id, shown.kind, shown.by) == (copy.message_id, "photo", "bot")
            assert shown.media == photo.media
            await here.bot.copy_message(SAMIRA, AMINA, photo.id, caption="<b>brief</b>", parse_mode="HTML")
            assert (await samira.until("brief")).forwarded is None
            assert (await samira.last()).html == "<b>brief</b>"

    run(scene)


def test_a_copy_can_be_a_reply() -> None:
    async def scene(here: Room) -> None:
        first, second = await here.amina.say("een"), await here.amina.say("twee")
        await here.bot.copy_message(AMINA, AMINA, second.id, reply_to_message_id=first.id)
        assert (await here.amina.until("twee")).reply_to == first.id

    run(scene)


def test_several_at_once_skip_what_is_gone() -> None:
    async def scene(here: Room) -> None:
        said = [await here.amina.say(word) for word in ("een", "twee", "drie")]
        await here.amina.erase(said[1].id)
        copies = await here.bot.copy_messages(AMINA, AMINA, [one.id for one in said])
        assert len(copies) == 2
        assert [one.text for one in await here.amina.messages()][-2:] == ["een", "drie"]

    run(scene)


def test_albums_stay_albums_and_what_is_left_alone_is_none() -> None:
    async def scene(here: Room) -> None:
        async with Phone(here.address, SAMIRA, "Samira", "nl") as samira:
            await samira.start()
            first, other = await here.amina.album(3, "mijn brief"), await here.amina.album(2)
            loose = await here.amina.photo()
            await here.amina.erase(other[0].id)
            wanted = [*(one.id for one in first), *(one.id for one in other), loose.id]
            copies = await here.bot.copy_messages(SAMIRA, AMINA, wanted)
            shown = [one for one in await samira.messages() if one.by == "bot"]
            assert [one.id for one in shown] == [copy.message_id for copy in copies]
            assert [one.text for one in shown] == ["mijn brief", "", "", "", ""]
            groups = [one.album for one in shown]
            assert len(set(groups[:3])) == 1
            assert groups[0] not in {None, first[0].album}
            assert groups[3:] == [None, None]

    run(scene)


def test_refused_copies() -> None:
    async def scene(here: Room) -> None:
        said = [await here.amina.say(word) for word in ("een", "twee")]
        with pytest.raises(BadRequest, match="Message to copy not found"):
            await here.bot.copy_message(AMINA, AMINA, 4000)
        with pytest.raises(BadRequest, match="Chat not found"):
            await here.bot.copy_message(AMINA, 999, 1)
        with pytest.raises(BadRequest, match="strictly increasing"):
            await here.bot.copy_messages(AMINA, AMINA, [said[1].id, said[0].id])
        with pytest.raises(BadRequest, match="There are no messages to copy"):
            await here.bot.copy_messages(AMINA, AMINA, [4000])
        many = {"chat_id": AMINA, "from_chat_id": AMINA, "message_ids": list(range(1, 102))}
        answer = await here.raw("copyMessages", **many)
        assert answer["description"] == "Bad Request: too many message identifiers specified"

    run(scene)
