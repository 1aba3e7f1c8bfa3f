"""What the roles of a sleutelpersoon are called."""

from bot.i18n import Words


def rollen(w: Words) -> dict[str, str]:
    """Return each role as others see it."""
    return {
        "verbinder": w("verbinder"),
        "vertaler": w("vertaler"),
        "voorlichter": w("voorlichter"),
        "coordinator": w("coördinator"),
    }
