"""Example people for a demonstration; nobody of this name is meant."""

from bot.simulator.station import Person

EXAMPLES = (
    Person(1001, "Amina", "nieuwkomer", "ar"),
    Person(1002, "Dawit", "nieuwkomer", "ti"),
    Person(1003, "Oksana", "nieuwkomer", "uk"),
    Person(1004, "Farid", "nieuwkomer", "fa"),
    Person(1005, "Elif", "nieuwkomer", "tr"),
    Person(2001, "Samira", "sleutelpersoon", "nl"),
    Person(2002, "Yonas", "sleutelpersoon", "nl"),
    Person(2003, "Iryna", "sleutelpersoon", "nl"),
    Person(3001, "Ingrid", "beheerder", "nl"),
)
