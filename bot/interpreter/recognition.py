"""What is recognised in the bot's own process, without Rasa: language, danger, the wish for a human."""

from bot.domain.understanding import CrisisKind, Language
from nlu.taal.asking_human import asks_for_human
from nlu.taal.crisis import crisis
from nlu.taal.follow_up import goes_on
from nlu.taal.identifying import carries_language, identify
from nlu.taal.ready import prepare

__all__ = ["asks_for_human", "danger", "goes_on", "prepare", "recognise"]


def recognise(text: str) -> Language:
    """Return the language of a text, or the ones that it may be."""
    found = identify(text)
    close = found.candidates if found.verdict == "close" else ()
    return Language(found.taal, close, carries_language(text))


def danger(text: str) -> CrisisKind | None:
    """Return which danger a text tells of, or None."""
    found = crisis(text)
    return found.kind if found else None
