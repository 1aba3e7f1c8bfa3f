"""Numbers as sixteen languages write them: 1.000, 1,000, 1 000 and ١٬٠٠٠ are one number."""

import re
import unicodedata
from collections import Counter

MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
EURO = re.compile(r"€|euro|avro|yuuro|يورو|یورو|یۆرۆ|ዩሮ|евро|євро", re.IGNORECASE)
_OTHER_DIGIT = re.compile(r"[^\D0-9]")
_SPACE = "[ \u00a0\u2009\u202f]"
_GROUPED = re.compile(rf"(?<![A-Za-z0-9.,])[0-9]{{1,3}}(?:{_SPACE}[0-9]{{3}})+(?:[.,][0-9]{{1,2}})?(?![0-9])")
# A digit that follows a Latin letter is part of a name: B1, NT2.
_NUMBER = re.compile(r"(?<![A-Za-z0-9])[0-9]+(?:[.,:٫٬][0-9]+)*")
_THOUSANDS = re.compile(r"[.,٬](?=[0-9]{3}(?![0-9]))")


def plain(text: str) -> str:
    """Return a text with Latin digits and without marks of direction."""
    return _OTHER_DIGIT.sub(lambda found: str(unicodedata.decimal(found.group())), MARKS.sub("", text))


def counted(text: str) -> Counter[str]:
    """Return how often each number stands in a plain text: '1.000' as 1000, '1,5' as 1.5, '1 000' as all it can be."""
    grouped = (re.sub(_SPACE, "", each) for each in _GROUPED.findall(text))
    return Counter(canonical(each) for each in (*_NUMBER.findall(text), *grouped))


def canonical(number: str) -> str:
    """Return a number without signs between thousands, and with a point before its decimals."""
    return re.sub(r"[.,:٫٬]", ".", _THOUSANDS.sub("", number))
