"""Which variant of an answer fits whom."""

from bot.domain.answers import Topic, variant_order
from bot.domain.people import Person

TOPIC = Topic(
    "duo_loan", "money", "💶", (), "2026-11-23", True, True, (),
    ("doelgroep=gezinsmigrant", "doelgroep=statushouder", "gemeente=aalten", "wet=2013"),
)  # fmt: skip


def test_a_gemeente_comes_first_then_the_old_law_then_the_doelgroep() -> None:
    person = Person(1, 1, "nl", 1, gemeente="aalten", doelgroep="gezinsmigrant", wet="2013")
    assert variant_order(TOPIC, person) == ["gemeente=aalten", "wet=2013", "doelgroep=gezinsmigrant", ""]
    assert variant_order(TOPIC, Person(1, 1, "nl", 1, doelgroep="statushouder")) == ["doelgroep=statushouder", ""]
    assert variant_order(TOPIC, Person(1, 1, "nl", 1)) == [""]


def test_doelgroep_is_asked_before_wet_and_a_gemeente_never() -> None:
    assert TOPIC.traits().depends_on == ("doelgroep", "wet")
