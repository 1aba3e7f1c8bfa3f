"""The methods of the Bot API that the simulator knows, one room for each family of calls."""

from collections.abc import Callable
from typing import Any

from bot.simulator.methods import commands, copying, editing, facts, pressing, sending
from bot.simulator.params import Params
from bot.simulator.station import Station

Method = Callable[[Station, Params], Any]

METHODS: dict[str, Method] = {
    name.lower(): method
    for name, method in {
        "getMe": facts.get_me,
        "getChat": facts.get_chat,
        "getFile": facts.get_file,
        "sendMessage": sending.send_message,
        "sendPhoto": sending.send_photo,
        "sendVoice": sending.send_voice,
        "sendDocument": sending.send_document,
        "sendLocation": sending.send_location,
        "sendChatAction": sending.send_chat_action,
        "copyMessage": copying.copy_message,
        "copyMessages": copying.copy_messages,
        "editMessageText": editing.edit_text,
        "editMessageCaption": editing.edit_caption,
        "editMessageReplyMarkup": editing.edit_buttons,
        "deleteMessage": editing.delete_message,
        "deleteMessages": editing.delete_messages,
        "answerCallbackQuery": pressing.answer,
        "setMyCommands": commands.set_commands,
        "getMyCommands": commands.get_commands,
        "deleteMyCommands": commands.delete_commands,
    }.items()
}

LIMITED = frozenset(name for name in METHODS if name.startswith(("send", "copy", "edit"))) - {"sendchataction"}
