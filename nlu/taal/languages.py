"""The sixteen languages, by the codes that name them everywhere."""

from typing import Final

TALEN: Final = (
    "nl", "en", "ar", "ti", "fa", "fa_AF", "tr", "so", "ku", "ckb", "ps", "am", "fr", "ru", "uk", "es",
)  # fmt: skip
