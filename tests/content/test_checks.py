"""What a text must obey before it can be shown."""

import pytest

from bot.content.checks import broken_html, known_variant, problem

GOOD = ["gewoon", "<b>vet</b> & <i>schuin</i>", '<a href="https://duo.nl">DUO</a>', "5 > 3", "5 &lt; 6"]


@pytest.mark.parametrize("text", GOOD)
def test_what_telegram_takes_is_taken(text: str) -> None:
    assert broken_html(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<b>vet", "<b> is niet afgesloten"),
        ("<b><i>kruis</b></i>", "</b> sluit niets af"),
        ("<h1>groot</h1>", "<h1> kan niet in Telegram"),
        ("3 < 5", "een < die geen tag begint, schrijf je als &lt;"),
        ("<b/>", "een < die geen tag begint, schrijf je als &lt;"),
        ("<!-- stil -->", "een < die geen tag begint, schrijf je als &lt;"),
        ("tot ziens <b", "een < die geen tag begint, schrijf je als &lt;"),
    ],
)
def test_what_telegram_refuses_is_told(text: str, said: str) -> None:
    assert broken_html(text) == said


@pytest.mark.parametrize(
    ("text", "variant", "said"),
    [
        ("  \n", "", "de tekst is leeg"),
        ("a" * 3001, "", "3001 tekens; hoogstens 3000"),
        ("a" * 101, "title", "101 tekens; hoogstens 100"),
        ("twee\nregels", "title", "een titel is één regel zonder < en >"),
        ("a" * 101, "wet=2013", None),
    ],
)
def test_a_text_fits(text: str, variant: str, said: str | None) -> None:
    assert problem(text, variant) == said


def test_variants_are_those_of_the_contract() -> None:
    known = ["doelgroep=statushouder", "doelgroep=gezinsmigrant", "wet=2021", "wet=2013", "gemeente=aalten"]
    assert all(known_variant(variant) for variant in ["", "title", *known])
    unknown = ["doelgroep=onbekend", "wet=1998", "gemeente=anders", "gemeente=", "titel", "taal=nl"]
    assert not any(known_variant(variant) for variant in unknown)
