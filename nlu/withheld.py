"""Which examples the encoder is never shown while it learns, so that a model can be judged by them."""

import hashlib
from collections.abc import Sequence

_ONE_IN = 8


def withheld(text: str) -> bool:
    """Whether a text is one of the eighth that is kept apart; it depends on the text alone and never changes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()[0] % _ONE_IN == 0


def judges(texts: Sequence[str]) -> list[bool]:
    """For each text whether a model is judged by it: those that are withheld, or all when none of so few is."""
    marks = [withheld(text) for text in texts]
    return marks if any(marks) else [True] * len(marks)
