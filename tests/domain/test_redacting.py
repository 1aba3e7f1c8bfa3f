"""What points to a person is masked; what an answer may turn on stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.redacting import MASK, redact


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("mijn bsn is 123456782", "123456782"),
        ("bel me op 06-12345678 aub", "12345678"),
        ("bel +31 6 1234 5678", "1234 5678"),
        ("V-nummer 2801234567", "2801234567"),
        ("v1234567", "1234567"),
        ("mail naar samira.ali@example.org", "samira.ali"),
        ("ik woon Dorpsstraat 12a in Aalten", "Dorpsstraat 12a"),
        ("postcode 7121 AB", "7121 AB"),
        ("NL91 ABNA 0417 1643 00", "0417"),
        ("رقمي ١٢٣٤٥٦٧٨٢", "123456782"),
        ("stuur een bericht aan @samira_ali", "samira_ali"),
        ("ik ben @samira, wie helpt?", "samira"),
        ("https://t.me/samira_ali is mijn account", "samira_ali"),
        ("t.me/+AbCdEf123", "AbCdEf"),
        ("telegram.me/samira", "samira"),
        ("06.123.456.78 euro", "123.456"),
        ("€ 123456782", "123456782"),
        ("2025 2026 123456782", "123456782"),
    ],
)
def test_what_points_to_a_person_is_masked(text: str, secret: str) -> None:
    masked = redact(text)
    assert secret not in masked
    assert MASK in masked


@pytest.mark.parametrize(
    "text",
    [
        "een boete van 250 euro",
        "wet van 1 januari 2022",
        "sinds 01-07-2025",
        "2022-01-01 begon het",
        "800 uur les en 3 jaar",
        "10.000 euro lenen",
        "een huis van € 1.250.000",
        "€1.250.000,00 lenen",
        "1.250.000 euro is te veel",
        "het loon in 2025 2026",
        "schooljaar 2025-2026",
        "@ 3 uur",
    ],
)
def test_amounts_years_and_dates_stay(text: str) -> None:
    assert redact(text) == text


@given(st.integers(min_value=10_000_000, max_value=9_999_999_999), st.text(alphabet="abc ", max_size=10))
def test_no_long_number_survives_wherever_it_stands(number: int, before: str) -> None:
    assert str(number) not in redact(f"{before} {number} en verder")


@given(st.text(max_size=200))
def test_redacting_twice_changes_nothing_more(text: str) -> None:
    assert redact(redact(text)) == redact(text)
