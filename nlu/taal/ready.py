"""Reads the word lists and rules before the first message needs them: about a second, once."""

from nlu.taal.asking_human import asks_for_human
from nlu.taal.crisis import crisis
from nlu.taal.follow_up import goes_on
from nlu.taal.identifying import identify

_ONE_PER_SCRIPT = "een brief كتاب книга መጽሐፍ"


def prepare() -> None:
    """Load everything that recognising a text needs; safe to call from a thread, and more than once."""
    for word in _ONE_PER_SCRIPT.split():
        identify(f"{word} {word}")
    crisis(_ONE_PER_SCRIPT)
    asks_for_human(_ONE_PER_SCRIPT)
    goes_on(_ONE_PER_SCRIPT)
