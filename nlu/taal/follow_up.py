"""Questions that go on from what was said before, told by how they open or end, in all sixteen languages."""

from functools import cache
from pathlib import Path
from typing import Final

import yaml

from nlu.taal.normalise import fold

_FILE: Final = Path(__file__).with_name("follow_up.yml")
LONGEST: Final = 8


def goes_on(text: str) -> bool:
    """Whether a short text opens or ends as a question that goes on from the one before it."""
    words = fold(text).strip("?!. ").split()
    if not 0 < len(words) <= LONGEST:
        return False
    openings, alone, endings, longest = _lists()
    opens = any(" ".join(words[:length]) in openings for length in range(1, min(longest, len(words) - 1) + 1))
    return opens or words[0] in alone or (len(words[-1]) > 1 and words[-1].endswith(endings))


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], int]:
    """The openings of all languages, those that may stand alone, the endings, and the words of the longest opening."""
    files: dict[str, dict[str, list[str]]] = yaml.safe_load(_FILE.read_text("utf-8"))
    parts = ("opent", "alleen", "eindigt")
    opening, alone, ending = ([fold(each) for file in files.values() for each in file.get(part, [])] for part in parts)
    longest = max(len(each.split()) for each in opening)
    return frozenset(opening), frozenset(alone), tuple(ending), longest
