"""Sending: what arrives, and what Telegram refuses."""

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyKeyboardMarkup, ReplyKeyboardRemove
from telegram.error import BadRequest, Forbidden

from bot.simulator.driver import Phone
from tests.simulator.room import AMINA, Room, run

PHOTO = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x02\x00\x00\x00\x02"


def test_text_with_buttons_and_reply() -> None:
    async def scene(here: Room) -> None:
        asked = await here.amina.say("Wat kost het examen?")
        buttons = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="nuttig:ja:1")]])
        sent = await here.bot.send_message(
            AMINA, "Dat staat op <a href='https://inburgeren.nl'>de site</a>", "HTML",
            reply_to_message_id=asked.id, reply_markup=buttons,
        )
        assert sent.reply_to_message is not None
        assert sent.reply_to_message.text == "Wat kost het examen?"
        assert sent.reply_markup == buttons
        assert sent.entities[0].type == MessageEntity.TEXT_LINK
        shown = await here.amina.until("de site")
        assert (shown.reply_to, shown.data(), shown.labels()) == (asked.id, ["nuttig:ja:1"], ["Ja"])

    run(scene)


def test_reply_keyboard_comes_and_goes() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "Kies", reply_markup=ReplyKeyboardMarkup([["ja", "nee"]]))
        keyboard = (await here.desk.get(f"chats/{AMINA}"))["keyboard"]
        assert keyboard["keyboard"] == [[{"text": "ja"}, {"text": "nee"}]]
        await here.bot.send_message(AMINA, "Goed", reply_markup=ReplyKeyboardRemove())
        assert (await here.desk.get(f"chats/{AMINA}"))["keyboard"] is None

    run(scene)


def test_explicit_entities() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, "vet", entities=[MessageEntity("bold", 0, 3)])
        assert (await here.amina.until("vet")).html == "<b>vet</b>"

    run(scene)


def test_files_arrive_and_can_be_sent_again_by_id() -> None:
    async def scene(here: Room) -> None:
        voice = await here.bot.send_voice(AMINA, b"OggS", caption="<i>luister</i>", parse_mode="HTML", duration=4)
        photo = await here.bot.send_photo(AMINA, PHOTO, filename="x.png")
        document = await here.bot.send_document(AMINA, b"inhoud", filename="brief.txt")
        assert voice.voice is not None
        assert photo.photo
        assert document.document is not None
        assert voice.voice.to_dict()["duration"] == 4
        assert (voice.caption, voice.caption_entities[0].type) == ("luister", "italic")
        assert (photo.photo[-1].width, document.document.file_name) == (2, "brief.txt")
        again = await here.bot.send_voice(AMINA, voice.voice.file_id)
        assert again.voice is not None
        assert again.voice.file_unique_id == voice.voice.file_unique_id
        kinds = [one.kind for one in await here.amina.messages() if one.by == "bot"]
        assert kinds == ["voice", "photo", "document", "voice"]

    run(scene)


def test_a_location() -> None:
    async def scene(here: Room) -> None:
        sent = await here.bot.send_location(AMINA, 51.9, 6.3)
        assert sent.location is not None
        assert sent.location.latitude == 51.9
        with pytest.raises(BadRequest, match="Wrong latitude"):
            await here.bot.send_location(AMINA, 151.9, 6.3)

    run(scene)


def test_typing_shows_on_the_phone() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_chat_action(AMINA, "typing")
        assert (await here.desk.get(f"chats/{AMINA}"))["action"] == "typing"
        await here.desk.skip(6)
        assert (await here.desk.get(f"chats/{AMINA}"))["action"] == ""
        with pytest.raises(BadRequest, match="Wrong parameter action"):
            await here.bot.send_chat_action(AMINA, "dancing")

    run(scene)


@pytest.mark.parametrize(
    ("text", "mode", "sentence"),
    [
        ("", None, "Message text is empty"),
        (" \n ", None, "Message text is empty"),
        ("<b> </b>", "HTML", "Text must be non-empty"),
        ("é" * 4097, None, "Message is too long"),
        ("😀" * 2049, None, "Message is too long"),
        ("<b>x", "HTML", "Can't parse entities: can't find end tag"),
        ("x", "Markdown", "Unsupported parse_mode"),
    ],
)
def test_refused_texts(text: str, mode: str | None, sentence: str) -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(BadRequest) as refusal:
            await here.bot.send_message(AMINA, text, parse_mode=mode)
        assert sentence.lower() in refusal.value.message.lower()

    run(scene)


def test_lengths_count_after_the_markup_is_read() -> None:
    async def scene(here: Room) -> None:
        await here.bot.send_message(AMINA, f"<b>{'x' * 4096}</b>", parse_mode="HTML")
        await here.bot.send_document(AMINA, b"x", caption=f"<i>{'x' * 1024}</i>", parse_mode="HTML")
        with pytest.raises(BadRequest, match="caption is too long"):
            await here.bot.send_document(AMINA, b"x", caption="x" * 1025)
        await here.desk.strict(lengths=False)
        await here.bot.send_message(AMINA, "x" * 5000)

    run(scene)


def test_nobody_before_start() -> None:
    async def scene(here: Room) -> None:
        for chat in (AMINA, 999):
            with pytest.raises(BadRequest, match="Chat not found"):
                await here.bot.send_message(chat, "Hallo")
        await here.desk.strict(start_first=False)
        await here.bot.send_message(AMINA, "Hallo")

    run(scene, started=False)


def test_blocked_and_gone_people() -> None:
    async def scene(here: Room) -> None:
        await here.amina.block()
        with pytest.raises(Forbidden, match="bot was blocked by the user"):
            await here.bot.send_message(AMINA, "Hallo")
        await here.amina.unblock()
        await here.bot.send_message(AMINA, "Hallo")
        await here.desk.post("accounts", {"id": AMINA, "first_name": "Amina", "deactivated": True})
        with pytest.raises(Forbidden, match="user is deactivated"):
            await here.bot.send_message(AMINA, "Hallo")

    run(scene)


def test_a_reply_to_nothing() -> None:
    async def scene(here: Room) -> None:
        with pytest.raises(BadRequest, match="Message to be replied not found"):
            await here.bot.send_message(AMINA, "Hallo", reply_to_message_id=4000)
        sent = await here.bot.send_message(AMINA, "x", reply_to_message_id=4000, allow_sending_without_reply=True)
        assert sent.reply_to_message is None

    run(scene)


def test_refused_files() -> None:
    async def scene(here: Room) -> None:
        document = (await here.bot.send_document(AMINA, b"x")).document
        assert document is not None
        refused: list[tuple[bytes | str, str]] = [
            (b"", "File must be non-empty"),
            (b"no picture", "Image_process_failed"),
            ("nonsense", "Wrong file identifier"),
            ("https://example.org/x.png", "Failed to get http url content"),
            (document.file_id, "Can't use file of type document as photo"),
        ]
        for content, sentence in refused:
            with pytest.raises(BadRequest) as refusal:
                await here.bot.send_photo(AMINA, content)
            assert sentence.lower() in refusal.value.message.lower()

    run(scene)


def test_too_fast() -> None:
    async def scene(here: Room) -> None:
        await here.desk.strict(limits=True)
        answers = [await here.raw("sendMessage", chat_id=AMINA, text=str(number)) for number in range(8)]
        refused = answers[-1]
        seconds = refused["parameters"]["retry_after"]
        assert (refused["ok"], refused["error_code"]) == (False, 429)
        assert refused["description"] == f"Too Many Requests: retry after {seconds}"
        await here.desk.skip(seconds)
        await here.bot.send_message(AMINA, "rustig")
        await here.desk.strict(limits=False)
        for number in range(8):
            await here.bot.send_message(AMINA, str(number))

    run(scene)


def test_chats_keep_their_own_ids() -> None:
    async def scene(here: Room) -> None:
        async with Phone(here.address, 102, "Mohammed", "nl") as mohammed:
            await mohammed.start()
            first = await here.bot.send_message(AMINA, "een")
            second = await here.bot.send_message(102, "twee")
            assert first.message_id == (await here.amina.until("een")).id
            assert second.message_id == (await mohammed.until("twee")).id
            assert first.message_id != second.message_id
            assert (await mohammed.last()).seq > (await here.amina.last()).seq

    run(scene)
