"""What people do, as the updates that the bot receives."""

import asyncio

import pytest
from telegram import Chat, ChatMember, MessageEntity, MessageOriginHiddenUser, Update

from bot.simulator.driver import Phone
from bot.simulator.errors import Refused
from tests.simulator.room import AMINA, Room, run


async def _updates(here: Room, count: int) -> list[Update]:
    return list(await here.bot.get_updates(timeout=5))[-count:]


def test_a_deep_link_opens_the_chat() -> None:
    async def scene(here: Room) -> None:
        await here.amina.start("uitnodiging_7")
        (update,) = await _updates(here, 1)
        message = update.message
        assert message is not None
        assert message.text == "/start uitnodiging_7"
        assert (message.entities[0].type, message.entities[0].length) == (MessageEntity.BOT_COMMAND, 6)
        assert message.from_user is not None
        assert (message.from_user.id, message.from_user.language_code) == (AMINA, "ar")
        assert (message.chat.id, message.chat.type) == (AMINA, Chat.PRIVATE)
        with pytest.raises(Refused, match="at most 64"):
            await here.amina.start("x" * 65)

    run(scene, started=False)


def test_texts_replies_forwards_and_edits() -> None:
    async def scene(here: Room) -> None:
        first = await here.amina.say("سلام")
        await here.amina.say("nog iets", reply_to=first.id)
        await here.amina.forward("doorgestuurd", "Karim")
        await here.amina.edit(first.id, "مرحبا")
        _, reply, forward, edit = await _updates(here, 4)
        assert reply.message is not None
        assert reply.message.reply_to_message is not None
        assert reply.message.reply_to_message.message_id == first.id
        assert forward.message is not None
        assert isinstance(forward.message.forward_origin, MessageOriginHiddenUser)
        assert edit.edited_message is not None
        assert (edit.edited_message.message_id, edit.edited_message.text) == (first.id, "مرحبا")
        assert edit.edited_message.edit_date is not None

    run(scene)


def test_a_text_too_long_comes_in_pieces() -> None:
    async def scene(here: Room) -> None:
        await here.amina.say("😀" * 5000)
        pieces = [one.message.text or "" for one in await _updates(here, 3) if one.message]
        assert "".join(pieces) == "😀" * 5000
        assert [len(piece) for piece in pieces] == [2048, 2048, 904]

    run(scene)


def test_everything_that_can_be_sent() -> None:
    async def scene(here: Room) -> None:
        sent = [await here.amina.voice(), await here.amina.photo(caption="brief"), await here.amina.document()]
        sent += [await here.amina.location(), await here.amina.contact(), await here.amina.sticker()]
        messages = [one.message for one in await _updates(here, 6) if one.message]
        assert [one.message_id for one in messages] == [one.id for one in sent]
        voice, photo, document, location, contact, sticker = messages
        assert voice.voice is not None
        assert voice.voice.to_dict()["duration"] == 3
        assert (photo.caption, photo.photo[-1].height) == ("brief", 860)
        assert document.document is not None
        assert document.document.mime_type == "application/pdf"
        assert location.location is not None
        assert contact.contact is not None
        assert sticker.sticker is not None

    run(scene)


def test_an_album_and_what_is_rarer() -> None:
    async def scene(here: Room) -> None:
        await here.amina.album(2, "twee bladzijden")
        await here.amina.share("dice", {"emoji": "🎲", "value": 3})
        first, second, dice = [one.message for one in await _updates(here, 3)]
        assert first is not None
        assert second is not None
        assert dice is not None
        assert first.media_group_id == second.media_group_id is not None
        assert (first.caption, second.caption) == ("twee bladzijden", None)
        assert dice.dice is not None
        await here.bot.copy_message(AMINA, AMINA, first.message_id)
        assert (await here.amina.last()).text == "twee bladzijden"

    run(scene)


def test_blocking_is_told_and_silences_the_phone() -> None:
    async def scene(here: Room) -> None:
        await here.amina.block()
        await here.amina.block()
        with pytest.raises(Refused, match="Amina has blocked the bot"):
            await here.amina.say("hallo?")
        await here.amina.unblock()
        changes = [one.my_chat_member for one in await _updates(here, 2) if one.my_chat_member]
        states = [(one.old_chat_member.status, one.new_chat_member.status) for one in changes]
        assert states == [(ChatMember.MEMBER, ChatMember.BANNED), (ChatMember.BANNED, ChatMember.MEMBER)]

    run(scene)


def test_groups_and_channels() -> None:
    async def scene(here: Room) -> None:
        group, channel = await here.desk.group(-1001), await here.desk.group(-1002, "Nieuws", "channel")
        await here.amina.say_in_group(group, "hallo groep")
        await here.amina.say_in_group(channel, "bericht")
        in_group, post = await _updates(here, 2)
        assert in_group.message is not None
        assert (in_group.message.chat.type, in_group.message.chat.id) == (Chat.SUPERGROUP, -1001)
        assert post.channel_post is not None
        assert post.channel_post.from_user is None
        with pytest.raises(Refused, match="There is no group -5"):
            await here.amina.say_in_group(-5, "x")
        with pytest.raises(Refused, match="negative id"):
            await here.desk.group(5)

    run(scene)


def test_any_update_at_all() -> None:
    async def scene(here: Room) -> None:
        await here.desk.update("poll_answer", {"poll_id": "1", "option_ids": [], "option_persistent_ids": []})
        assert (await here.raw("getUpdates"))["result"][-1]["poll_answer"]["poll_id"] == "1"

    run(scene)


def test_what_a_phone_cannot_do() -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(Refused, match="press START first"):
            await here.amina.say("hallo")
        await here.amina.start()
        sent = await here.bot.send_message(AMINA, "van de bot")
        with pytest.raises(Refused, match="no empty text"):
            await here.amina.say("  ")
        with pytest.raises(Refused, match="has no message"):
            await here.amina.edit(sent.message_id, "x")
        with pytest.raises(Refused, match="no message 4000 to reply to"):
            await here.amina.say("x", reply_to=4000)
        with pytest.raises(Refused, match="no message 4000 to delete"):
            await here.amina.erase(4000)
        with pytest.raises(Refused, match="A phone cannot fly"):
            await here.desk.post(f"accounts/{AMINA}/fly", {})
        with pytest.raises(Refused, match="Nobody has id 5"):
            await here.desk.post("accounts/5/say", {"text": "x"})
        with pytest.raises(Refused, match="needs a positive id"):
            await here.desk.post("accounts", {"id": 0})
        with pytest.raises(Refused, match="There is no chat 5"):
            await here.desk.get("chats/5")
        with pytest.raises(Refused, match="A number was expected"):
            await here.desk.get("chats/me")
        with pytest.raises(Refused, match="Sending needs a file"):
            await here.desk.post(f"accounts/{AMINA}/send", {"kind": "photo"})

    run(scene, started=False)


def test_order_over_all_chats() -> None:
    async def scene(here: Room) -> None:
        async with Phone(here.address, 102, "Mohammed", "nl") as mohammed:
            await mohammed.start()
            await asyncio.gather(here.amina.say("een"), mohammed.say("twee"))
            sent = [*await here.amina.messages(), *await mohammed.messages()]
            assert len({one.seq for one in sent}) == len(sent)
            ids = [one.update_id for one in await here.bot.get_updates()]
            assert ids == list(range(ids[0], ids[0] + len(ids)))

    run(scene)
