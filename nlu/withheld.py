"""Which examples the encoder is never shown while it learns, so that a model can be judged by them."""

import hashlib

_ONE_IN = 8


def withheld(text: str) -> bool:
    """Whether a text is one of the eighth that is kept apart; it depends on the text alone and never changes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[0] % _ONE_IN == 0
