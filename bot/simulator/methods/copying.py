"""Calls that copy messages from one chat to another, without a trace of where they came from."""

from itertools import count, pairwise

from bot.simulator.entities import Json
from bot.simulator.errors import bad_request
from bot.simulator.methods.sending import deliver
from bot.simulator.methods.shared import LONGEST_CAPTION, Said, known_chat, message_in, open_chat, said
from bot.simulator.objects import WITH_CAPTION
from bot.simulator.params import Params
from bot.simulator.station import Station
from bot.simulator.world import Message

_MOST = 100
_groups = count(13_900_000_000_000_001, 6151)


def _words(station: Station, params: Params, source: Message) -> Said:
    if source.kind in WITH_CAPTION and "caption" in params.values:
        return said(station, params, "caption", LONGEST_CAPTION)
    return Said(source.text, source.entities)


def _alone(source: Message) -> Json:
    return {name: value for name, value in source.media.items() if name != "media_group_id"}


def copy_message(station: Station, params: Params) -> Json:
    """copyMessage: returns the MessageId of the copy."""
    chat = open_chat(station, params)
    source = message_in(station, params, known_chat(station, params, "from_chat_id"), "copy")
    if source.kind == "service":
        raise bad_request("message can't be copied")
    copy = deliver(station, params, chat, source.kind, _words(station, params, source), _alone(source))
    return {"message_id": copy.id}


def copy_messages(station: Station, params: Params) -> list[Json]:
    """copyMessages: returns the MessageIds; messages that are gone are skipped, albums stay albums."""
    chat = open_chat(station, params)
    origin = known_chat(station, params, "from_chat_id")
    wanted = params.nested("message_ids", "message identifiers")
    if not isinstance(wanted, list) or not wanted:
        raise bad_request("message identifiers are not specified")
    if len(wanted) > _MOST:
        raise bad_request("too many message identifiers specified")
    if any(later <= earlier for earlier, later in pairwise(wanted)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    found = [station.world.seen(origin, int(identity)) for identity in wanted]
    sources = [source for source in found if source and source.kind != "service"]
    if not sources:
        raise bad_request("there are no messages to copy")
    bare = Params({})
    grouped = _grouped(sources)
    copies = [
        deliver(station, bare, chat, one.kind, Said(one.text, one.entities), media)
        for one, media in zip(sources, grouped, strict=True)
    ]
    return [{"message_id": copy.id} for copy in copies]


def _grouped(sources: list[Message]) -> list[Json]:
    """What each copy holds: pieces of one album stay an album, under a name of its own; one piece alone is none."""
    albums = [source.media.get("media_group_id") for source in sources]
    names = {album: str(next(_groups)) for album in albums if album and albums.count(album) > 1}
    return [
        _alone(source) | ({"media_group_id": names[album]} if album in names else {})
        for source, album in zip(sources, albums, strict=True)
    ]
