"""What cannot be understood gets one kind sentence, or is left in peace on purpose."""

from pathlib import Path

from tests.conversation.town import Town, in_town


def test_every_odd_message_in_a_private_chat_gets_an_answer(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        await phone.sticker()
        await phone.until("kan ik niet lezen")
        await phone.location()
        await phone.until("kan ik niet lezen")
        await phone.contact()
        await phone.until("kan ik niet lezen")
        await phone.voice()
        await phone.until(lambda bubble: bubble.data() == ["mens"])
        await phone.say("/bestaatniet")
        await phone.until("commando ken ik niet")
        await phone.say("/wachtrij")
        await phone.until("commando ken ik niet")
        await phone.say("a" * 4000)
        await phone.until("te lang")
        asked = await phone.say("Hoe vind ik een huisarts?")
        await phone.until("Bron")
        await phone.edit(asked.id, "Hoe vind ik een tandarts?")
        await phone.until("opnieuw")
        await phone.forward("Moet ik inburgeren?")
        await phone.until(lambda bubble: "mens" in bubble.data())

    in_town(tmp_path, play)


def test_groups_and_channels_are_left_in_peace(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        desk = await town.desk()
        group = await desk.group(-100500)
        await phone.say_in_group(group, "/start hallo allemaal")
        await phone.say("/menu")
        await phone.until(lambda bubble: "thema:exams" in bubble.data())
        assert not [call for call in await desk.calls("sendMessage") if call["chat_id"] == group]

    in_town(tmp_path, play)


def test_buttons_that_are_over_or_damaged_are_answered(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.nieuwkomer(taal="nl")
        desk = await town.desk()
        for data in (
            "neem:999",
            "onderwerp:bestaat_niet",
            "zomaar",
            "nuttig:ja",
            "nuttig:ja:12345678901234567890123",
            "neem:12345678901234567890123",
            "taal:xx",
            "sluit:x",
            "faqzet:ja",
            "in:x:y:z",
        ):
            sent = await phone.messages()
            button = {"id": data, "chat_instance": "1", "data": data, "from": _user(phone.id)}
            message = {"message_id": sent[-1].id, "date": 1, "chat": {"id": phone.id, "type": "private"}}
            made = len(await desk.calls("answerCallbackQuery"))
            await desk.update("callback_query", button | {"message": message})
            while len(await desk.calls("answerCallbackQuery")) == made:
                last = (await desk.calls())[-1]["seq"]
                await desk.called("answerCallbackQuery", after=last - 5)
        assert town.store.inbox.counts().get("failed", 0) == 0

    in_town(tmp_path, play)


def _user(number: int) -> dict[str, object]:
    return {"id": number, "is_bot": False, "first_name": "Samira", "language_code": "nl"}
