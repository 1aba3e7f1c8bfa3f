"""Editing and deleting."""

from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from tests.simulator.room import AMINA, Room, run

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="mens:ja")]])


def test_text_changes_and_buttons_go_with_it() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "oud", reply_markup=BUTTONS)
        edited = await here.bot.edit_message_text("<b>nieuw</b>", AMINA, sent.message_id, parse_mode="HTML")
        assert isinstance(edited, Message)
        assert edited.edit_date is not None
        shown = await here.amina.until("nieuw")
        assert (shown.id, shown.edited, shown.html, shown.buttons) == (sent.message_id, True, "<b>nieuw</b>", [])

    run(scene)


def test_buttons_change_alone() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "vraag", reply_markup=BUTTONS)
        await here.bot.edit_message_reply_markup(AMINA, sent.message_id)
        shown = await here.amina.until("vraag")
        assert (shown.buttons, shown.edited) == ([], False)

    run(scene)


def test_caption_changes() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_document(AMINA, b"x", caption="oud")
        await here.bot.edit_message_caption(AMINA, sent.message_id, caption="nieuw")
        assert (await here.amina.until("nieuw")).kind == "document"
        with pytest.raises(BadRequest, match="There is no text in the message to edit"):
            await here.bot.edit_message_text("tekst", AMINA, sent.message_id)

    run(scene)


def test_nothing_new_is_refused_unless_allowed() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "<b>zo</b>", "HTML", reply_markup=BUTTONS)
        again: dict[str, Any] = {"chat_id": AMINA, "message_id": sent.message_id, "reply_markup": BUTTONS}
        with pytest.raises(BadRequest, match="Message is not modified: specified new message content"):
            await here.bot.edit_message_text("<strong>zo</strong> ", parse_mode="HTML", **again)
        with pytest.raises(BadRequest, match="Message is not modified"):
            await here.bot.edit_message_reply_markup(**again)
        await here.desk.strict(unchanged=False)
        await here.bot.edit_message_reply_markup(AMINA, sent.message_id, reply_markup=BUTTONS)

    run(scene)


def test_what_cannot_be_edited() -> None:
    async def scene(here: Room) -> None:
        said = await here.amina.say("van mij")
        with pytest.raises(BadRequest, match="Message can't be edited"):
            await here.bot.edit_message_text("x", AMINA, said.id)
        with pytest.raises(BadRequest, match="Message to edit not found"):
            await here.bot.edit_message_text("x", AMINA, 4000)
        answer = await here.raw("editMessageText", chat_id=AMINA, message_id=said.id, text="")
        assert answer["description"] == "Bad Request: message text is empty"
        sent = await here.bot.send_message(AMINA, "x")
        keys = {"keyboard": [["ja"]]}
        answer = await here.raw("editMessageReplyMarkup", chat_id=AMINA, message_id=sent.message_id, reply_markup=keys)
        assert answer["description"] == "Bad Request: inline keyboard expected"

    run(scene)


def test_deleted_messages_are_gone() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "weg ermee")
        said = await here.amina.say("en dit ook")
        await here.bot.delete_message(AMINA, sent.message_id)
        assert (await here.amina.gone(sent.message_id)).text == "weg ermee"
        await here.bot.delete_messages(AMINA, [said.id, 4000])
        assert [one.text for one in await here.amina.messages()] == ["/start"]
        for lost in (sent.message_id, 4000):
            with pytest.raises(BadRequest, match="Message to delete not found"):
                await here.bot.delete_message(AMINA, lost)

    run(scene)


def test_after_two_days_nothing_can_be_deleted() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "oud")
        await here.desk.skip(49 * 3600)
        with pytest.raises(BadRequest, match="Message can't be deleted for everyone"):
            await here.bot.delete_message(AMINA, sent.message_id)

    run(scene)
