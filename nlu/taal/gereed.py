"""Reads the word lists and rules before the first message needs them: about a second, once."""

from nlu.taal.crisis import crisis
from nlu.taal.herkennen import identify
from nlu.taal.menselijk import asks_for_human
from nlu.taal.vervolg import goes_on

_ONE_PER_SCRIPT = "een brief كتاب книга መጽሐፍ"


def prepare() -> None:
    """Load everything that recognising a text needs; safe to call from a thread, and more than once."""
    for word in _ONE_PER_SCRIPT.split():
        identify(f"{word} {word}")
    crisis(_ONE_PER_SCRIPT)
    asks_for_human(_ONE_PER_SCRIPT)
    goes_on(_ONE_PER_SCRIPT)
