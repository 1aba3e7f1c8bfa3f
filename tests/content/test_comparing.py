"""What a translation lost of its Dutch, and what it may write in its own way."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.content.comparing import Lost, lost
from bot.content.names import lacking, names
from bot.content.numbers import counted, plain

AMOUNTS = st.integers(0, 9_999_999)
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
MONTHS = [("januari", "يناير"), ("juli", "ژوئیه"), ("december", "ታሕሳስ")]
WORDS = st.text(st.characters(codec="ascii", categories=["Ll"]), min_size=1, max_size=8)


def kinds(dutch: str, translation: str, words: bool = True) -> list[tuple[str, str]]:
    return [(each.kind, each.text) for each in lost(dutch, translation, words)]


@given(AMOUNTS, st.sampled_from([*",. \u00a0\u202f٬", ""]), st.sampled_from(["{} €", "€{}", "{} يورو"]))
def test_an_amount_may_be_written_as_the_language_does(amount: int, thousands: str, form: str) -> None:
    dutch = f"Dat kost € {amount:,}.".replace(",", ".")
    written = form.format(f"{amount:,}".replace(",", thousands))
    for digits in ({}, ARABIC, PERSIAN):
        assert kinds(dutch, f"– {written} –".translate(digits)) == []


@given(AMOUNTS, AMOUNTS)
def test_another_amount_is_a_lost_one(one: int, other: int) -> None:
    found = kinds(f"Dat kost € {one}.", f"It costs € {other}.")
    assert found == ([] if one == other else [("amount", f"€ {one}")])


@given(st.integers(0, 9999), st.integers(0, 99))
def test_decimals_may_have_a_point_or_a_comma(whole: int, cents: int) -> None:
    dutch = f"Je betaalt € {whole},{cents:02}."
    assert kinds(dutch, f"You pay €{whole}.{cents:02}") == []
    assert kinds(dutch, f"تدفع {whole}٫{cents:02} يورو".translate(ARABIC)) == []


def test_an_amount_without_its_euro_is_lost() -> None:
    assert kinds("De lening is € 10.000.", "The loan is 10,000.") == [("amount", "€ 10.000")]
    assert kinds("Dat was 90 euro.", "Це було 90 євро.") == []
    assert kinds("Van € 257 tot € 1.084.", "من 257 إلى 1.084 يورو.") == []


@given(st.integers(1, 31), st.integers(1990, 2050), st.sampled_from(MONTHS))
def test_a_date_is_there_by_its_day_and_year(day: int, year: int, months: tuple[str, str]) -> None:
    dutch, month = f"Dat geldt sinds {day} {months[0]} {year}.", months[1]
    for written in (f"{day} {month} {year}", f"{month} {day}, {year}", f"{year} {month} {day}".translate(PERSIAN)):
        assert kinds(dutch, f"… {written} …") == []
    assert kinds(dutch, f"… {month} {year} …") == [("date", f"{day} {months[0]} {year}")]
    assert kinds(dutch, f"{day}\n{year}") == [("date", f"{day} {months[0]} {year}")], "on two lines it is no date"


@given(st.lists(st.integers(0, 999), max_size=6), st.randoms())
def test_numbers_may_change_places_but_none_may_go(numbers: list[int], chance: Random) -> None:
    dutch = "; ".join(f"{number} keer" for number in numbers)
    shuffled = list(numbers)
    chance.shuffle(shuffled)
    assert kinds(dutch, " / ".join(map(str, shuffled))) == []
    for number in set(numbers):
        rest = list(numbers)
        rest.remove(number)
        assert kinds(dutch, " / ".join(map(str, rest))) == [("number", str(number))]


@given(st.lists(WORDS | st.sampled_from(["<b>x</b>", "€ 50", "0800-8020", "DUO", "ind.nl", "3 mei 2027", "1.000"])))
def test_nothing_is_lost_of_a_text_in_itself_but_that_it_is_dutch(parts: list[str]) -> None:
    text = " ".join(parts)
    assert [each for each in lost(text, text) if each.kind != "dutch"] == []


@pytest.mark.parametrize(
    ("dutch", "translation", "found"),
    [
        ("Bel 0800-8020.", "Call 0800 8020.", []),
        ("Bel 0800-8020.", "اتصل بـ \u2068۰۸۰۰-۸۰۲۰\u2069", []),
        ("Bel 0800-8020.", "Call 0800-8021.", [("phone", "0800-8020")]),
        ("Bel 0900-2354354.", "Call 0900-235 43 54.", []),
        ("Kijk op inburgeren.nl.", "ንinburgeren.nl፡ ርኣዩ", []),
        ("Kijk op ind.nl.", "See bind.nl", [("link", "ind.nl")]),
        ("Kijk op https://duo.nl/inburgeren.", "See https://duo.nl/", [("link", "https://duo.nl/inburgeren")]),
        ("Typ /mijngegevens nu.", "Type /mydata now.", [("link", "/mijngegevens")]),
        ("<b>Let op!</b>", "<b>Beware!", [("tag", "</b>")]),
        ("Let op!", "<i>Beware!</i>", [("extra", "<i>"), ("extra", "</i>")]),
        ("Niveau B1 of A2.", "Level B2 or A2.", [("name", "B1")]),
        ("5 &lt; 6", "5 &lt; ٦", []),
    ],
)
def test_what_must_stay_is_found(dutch: str, translation: str, found: list[tuple[str, str]]) -> None:
    assert kinds(dutch, translation) == found


def test_a_line_that_was_left_in_dutch_is_found() -> None:
    dutch = "<b>Wie beslist?</b> Dat doet altijd de gemeente.\n• Stichting Leergeld\nDUO"
    left = "<b>Wie beslist?</b> Dat doet altijd de gemeente.\n• Stichting Leergeld\nDUO"
    assert lost(dutch, left) == [Lost("dutch", "Wie beslist?  Dat doet altijd de gemeente.")]
    assert lost(dutch, "<b>Who decides?</b> The gemeente.\n• Stichting Leergeld\nDUO") == []


def test_names_may_have_endings_and_other_capitals_but_not_be_another_word() -> None:
    assert lacking("De gemeente vraagt DUO.", "Gemeente'niz DUO'ya sorar; የgemeente") == []
    assert lacking("De inburgering", "İnburgering") == []
    assert lacking("De MAP en de IND", "a map of India") == ["IND", "MAP"]
    assert lacking("In de B1-route", "B1 only") == ["B1-route"]
    assert lacking("Twee gemeenten, één statushouder.", "zwei gemeente, statushouders") == []


def test_a_word_of_the_law_may_be_translated_where_it_explains_and_in_titles() -> None:
    assert lacking("Het PIP (je plan van de gemeente)", "PIP (خطتك)") == []
    assert lacking("Krijg ik een boete van de gemeente?", "هل تعطيني البلدية غرامة؟", words=False) == []
    assert lacking("Krijg ik een boete van DUO?", "هل آخذ غرامة؟", words=False) == ["DUO"]
    assert kinds("De gemeente beslist", "Belediye karar verir") == [("name", "gemeente")]


def test_no_name_stands_twice_in_the_list() -> None:
    forms = [form for each in names() for form in each]
    assert len(forms) == len(set(forms)) > 80


def test_digits_in_names_are_no_numbers() -> None:
    assert counted(plain("B1 of NT2, 1.000 of ١٬٠٠٠: 1,5")) == {"1000": 2, "1.5": 1}
