"""Calls that only look something up."""

from bot.simulator import objects
from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.methods.shared import known_chat
from bot.simulator.params import Params
from bot.simulator.station import Station

_LARGEST = 20 << 20


def get_me(station: Station, params: Params) -> Json:
    """getMe: the bot as a User."""
    abilities = {"can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False}
    more = {"can_connect_to_business": False, "has_main_web_app": False}
    return objects.user(station.world.bot) | abilities | more


def get_chat(station: Station, params: Params) -> Json:
    """getChat: a ChatFullInfo."""
    return objects.full_chat(station.world, known_chat(station, params))


def get_file(station: Station, params: Params) -> Json:
    """getFile: a File with the path to download it from."""
    if not params.text("file_id"):
        raise bad_request("file_id not specified")
    stored = station.files.get(params.text("file_id"))
    if stored is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(stored.content) > _LARGEST:
        raise bad_request("file is too big")
    return stored.reference() | {"file_path": stored.path}
