"""Take out of a question what points to a person, before it is stored."""

import re

MASK = "▮▮▮"
_PATTERNS = (
    re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # e-mail
    re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){8,10}\b", re.IGNORECASE),  # IBAN
    re.compile(r"\b[vV][- ]?(?:nummer|number|nr)?[-.: ]*\d{6,10}\b"),  # V-number
    re.compile(r"(?<![\d.,])[+(]?\d(?:[\d\s().-]*\d){6,}(?!\d)"),  # BSN, phone, any number of seven digits or more
    re.compile(r"\b\d{4}\s?[A-Za-z]{2}\b(?=\s|[,.;!?]|$)"),  # postcode
    re.compile(
        r"\b[A-ZÀ-Ýa-zà-ÿ][\w'’.-]*(?:straat|laan|weg|plein|dijk|pad|hof|kade|gracht|singel|steeg|dreef|plantsoen|park)"
        r"\s+\d+\s?[a-zA-Z]?\b",
        re.IGNORECASE,
    ),  # street and house number
)
_DATE = re.compile(r"\d{1,2}[-./ ]\d{1,2}[-./ ]\d{2,4}|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def redact(text: str) -> str:
    """Return the text with BSN, V-number, phone, e-mail, IBAN, postcode and street address masked.

    Numbers of fewer than seven digits (amounts, years) and dates stay: an answer may turn on them.
    """
    plain = text.translate(_DIGITS)
    for pattern in _PATTERNS:
        plain = pattern.sub(lambda found: found.group(0) if _DATE.fullmatch(found.group(0)) else MASK, plain)
    return plain
