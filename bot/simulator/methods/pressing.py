"""The answer to a pressed button."""

from bot.simulator.entities import utf16
from bot.simulator.errors import bad_request
from bot.simulator.params import Params
from bot.simulator.station import Station
from bot.simulator.world import Toast

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
_LONGEST = 200


def answer(station: Station, params: Params) -> bool:
    """answerCallbackQuery: once for each query, and soon."""
    query = station.world.queries.get(params.text("callback_query_id"))
    if query is None:
        raise bad_request(_TOO_OLD)
    late = station.clock() - query.date > station.strict.query_seconds
    if station.strict.old_queries and (late or query.answered):
        raise bad_request(_TOO_OLD)
    text = params.text("text")
    if station.strict.lengths and utf16(text) > _LONGEST:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered = True
    chat = station.world.chats[query.chat]
    chat.toasts.append(Toast(station.world.touch(chat), text, params.flag("show_alert")))
    return True
