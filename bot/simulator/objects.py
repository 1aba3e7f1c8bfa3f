"""The JSON shapes in which the Bot API speaks of users, chats and messages."""

from bot.simulator.entities import Json
from bot.simulator.world import Account, Chat, Message, World

WITH_CAPTION = frozenset({"photo", "voice", "document", "video", "audio", "animation"})


def _present(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def user(account: Account) -> Json:
    """A User."""
    return _present(
        {
            "id": account.id,
            "is_bot": account.is_bot,
            "first_name": account.first_name,
            "username": account.username,
            "language_code": account.language_code,
        }
    )


def chat(world: World, room: Chat) -> Json:
    """A Chat."""
    if room.kind != "private":
        return {"id": room.id, "title": room.title, "type": room.kind}
    account = world.accounts[room.id]
    return _present(
        {"id": room.id, "first_name": account.first_name, "username": account.username, "type": "private"}
    )


def full_chat(world: World, room: Chat) -> Json:
    """A ChatFullInfo, with the fields that every client insists on."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return chat(world, room) | {
        "accent_color_id": room.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": dict.fromkeys(gifts, True),
    }


def message(world: World, one: Message, with_reply: bool = True) -> Json:
    """A Message; the message it replies to is inside it, one level deep."""
    room = world.chats[one.chat]
    body: Json = {"message_id": one.id}
    if room.kind == "channel":
        body["sender_chat"] = chat(world, room)
    else:
        body["from"] = user(one.sender)
    body |= {"chat": chat(world, room), "date": one.date} | one.media
    text, entities = ("caption", "caption_entities") if one.kind in WITH_CAPTION else ("text", "entities")
    if one.text:
        body |= {text: one.text} | ({entities: one.entities} if one.entities else {})
    if one.edited:
        body["edit_date"] = one.edited
    if one.origin:
        body["forward_origin"] = one.origin
    if one.buttons:
        body["reply_markup"] = {"inline_keyboard": one.buttons}
    replied = world.seen(room, one.reply_to) if with_reply else None
    return body | ({"reply_to_message": message(world, replied, with_reply=False)} if replied else {})
