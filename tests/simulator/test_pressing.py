"""Buttons and their answers."""

import pytest
from telegram import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from telegram.error import BadRequest

from bot.simulator.errors import Refused
from tests.simulator.room import AMINA, Room, run

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Ja, graag", callback_data="mens:ja")]])


async def _query(here: Room) -> CallbackQuery:
    updates = await here.bot.get_updates(timeout=5)
    query = updates[-1].callback_query
    assert query is not None
    return query


def test_a_press_by_label_or_data_is_told_and_answered() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "Een mens?", reply_markup=BUTTONS)
        for button in ("Ja, graag", "mens:ja"):
            pressed = await here.amina.press(button)
            query = await _query(here)
            assert isinstance(query.message, Message)
            assert (query.data, query.from_user.id, query.message.message_id) == ("mens:ja", AMINA, pressed.id)
            assert query.message.reply_markup == sent.reply_markup
            await query.answer("Komt eraan", show_alert=True)
            assert await here.amina.toast() == "Komt eraan"

    run(scene)


def test_an_answer_comes_once_and_soon() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "Een mens?", reply_markup=BUTTONS)
        await here.amina.press("mens:ja")
        first = await _query(here)
        await first.answer()
        await here.amina.press("mens:ja")
        late = await _query(here)
        await here.desk.skip(61)
        for query in (first.id, late.id, "12345"):
            with pytest.raises(BadRequest, match="Query is too old and response timeout expired"):
                await here.bot.answer_callback_query(query)
        await here.desk.strict(old_queries=False)
        await late.answer()

    run(scene)


def test_an_answer_is_short() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "Een mens?", reply_markup=BUTTONS)
        await here.amina.press("mens:ja")
        query = await _query(here)
        answer = await here.raw("answerCallbackQuery", callback_query_id=query.id, text="x" * 201)
        assert answer["description"] == "Bad Request: MESSAGE_TOO_LONG"

    run(scene)


def test_a_button_of_a_deleted_message() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "Een mens?", reply_markup=BUTTONS)
        await here.bot.delete_message(AMINA, sent.message_id)
        await here.amina.press("mens:ja", message_id=sent.message_id)
        query = await _query(here)
        assert query.message is not None
        assert not query.message.is_accessible

    run(scene)


def test_no_such_button() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_message(AMINA, "Een mens?", reply_markup=BUTTONS)
        body = {"message_id": sent.message_id, "data": "iets:anders"}
        with pytest.raises(Refused, match="has no button iets:anders"):
            await here.desk.post(f"accounts/{AMINA}/press", body)
        with pytest.raises(AssertionError, match=r"Amina waited 0 s for a button 'iets:anders'[\s\S]*Een mens"):
            await here.amina.press("iets:anders", timeout=0)

    run(scene)
