"""With a public address Telegram delivers by webhook; without one it is polled."""

from pathlib import Path

import httpx

from bot.web.door import SECRET_HEADER, WEBHOOK
from tests.conversation.town import Town, in_town


def test_updates_come_by_webhook_with_the_secret_that_telegram_was_told(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        phone = await town.phone(1, "Jan", "nl")
        await phone.start()
        await phone.until("Kies je taal")
        await town.stop()
        desk = await town.desk()
        known = (await desk.counters())["seq"]
        await town.start(public_url="https://bot.example.org")
        told = (await desk.called("setWebhook", after=known))["values"]
        assert told["url"] == f"https://bot.example.org{WEBHOOK}"
        assert town.service is not None
        address = f"http://127.0.0.1:{town.service.listening.getsockname()[1]}{WEBHOOK}"
        sender = {"id": 1, "is_bot": False, "first_name": "Jan", "language_code": "nl"}
        message = {"message_id": 900, "date": 1, "chat": {"id": 1, "type": "private"}, "from": sender}
        said = message | {"text": "/hulp", "entities": [{"type": "bot_command", "offset": 0, "length": 5}]}
        async with httpx.AsyncClient(trust_env=False) as telegram:
            update = {"update_id": 990001, "message": said}
            for secret, status in (("guessed", 403), (told["secret_token"], 200), (told["secret_token"], 200)):
                answer = await telegram.post(address, json=update, headers={SECRET_HEADER: secret}, timeout=20)
                assert answer.status_code == status
        await phone.until("Dit kun je doen")
        assert not [call for call in await desk.calls("getUpdates", after=known) if call["ok"]]
        assert len([b for b in await phone.messages() if "Dit kun je doen" in b.text]) == 1

    in_town(tmp_path, play)
