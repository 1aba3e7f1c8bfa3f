"""Dialects that matter for understanding each other, as a nieuwkomer would name them: by country."""

DIALECTS = {
    "ar": ("ar_syr", "ar_irq", "ar_mar", "ar_egy", "ar_sdn"),
    "ti": ("ti_eri", "ti_eth"),
    "so": ("so_maxaa", "so_maay"),
    "fa": ("fa_irn", "fa_dari", "fa_haz"),
    "fa_AF": ("fa_irn", "fa_dari", "fa_haz"),
}
ALL = frozenset(dialect for some in DIALECTS.values() for dialect in some)


def of(talen: frozenset[str]) -> tuple[str, ...]:
    """Return the dialects of some languages, each once; Persian and Dari have the same ones."""
    return tuple(dict.fromkeys(dialect for taal in sorted(talen) for dialect in DIALECTS.get(taal, ())))
