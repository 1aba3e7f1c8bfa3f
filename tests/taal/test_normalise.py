"""One spelling, script by script; and normalising twice changes nothing more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlu.taal.normalise import fold, normalise

SCRIPTS = st.one_of(
    st.text(),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x24F)),
    st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF)),
    st.text(st.sampled_from("هئەویيىكکمنا\u200c\u0654\u0640ێ ـِّ")),
    st.text(st.characters(min_codepoint=0x1200, max_codepoint=0x139F)),
    st.text(st.sampled_from("eéE´'’iİı\u0307\u0301\u200d🏽🇳1٣ .!\n")),
    st.text(st.sampled_from("می نهاأaе")),
)


@given(SCRIPTS)
def test_twice_is_once(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert fold(fold(text)) == fold(text)


@given(SCRIPTS)
def test_no_marks_nor_loose_spaces_are_left(text: str) -> None:
    once = normalise(text)
    assert once == once.strip()
    assert "  " not in once
    assert not set(once) & set("\u200c\u200d\u200e\u200f\u061c\ufe0f\u0640\n\t")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("مَرْحَبًا", "مرحبا"),
        ("مـــدرسة", "مدرسه"),
        ("إلى أين", "الي اين"),
        ("مسؤول", "مسوول"),
        ("كتاب يک", "کتاب يك"),
        ("۱۲۳ و ٤٥٦", "123 و 456"),
        ("می‌خواهم", "می خواهم"),
        ("کتاب‌ها", "کتاب ها"),
        ("خانه‌ام", "خانهام"),
        ("كوردی", "کوردي"),
        ("ھەولێر", "هەولێر"),
        ("ئه‌و کێیە", "ئەو کێیە"),
        ("ګډوډ", "گډوډ"),
        ("ሠላም", "ሰላም"),
        ("ኀይል ሐይል", "ሀይል ሀይል"),
        ("ዓለም", "አለም"),
        ("ፀሐይ", "ጸሀይ"),
        ("ኣይኮነን", "አይኮነን"),
        ("сёстры", "сестры"),
        ("мої\u0301", "мої"),
        ("м’ята", "м'ята"),
        ("IŞIK", "ışık"),
        ("İstanbul", "istanbul"),
        ("Hallooooo", "hallo"),
        ("neeee", "nee"),
        ("veeeel", "veel"),
        ("هههههه", "ه"),
        ("help!!!! 👍🏽🇳🇱", "help!"),
        ("a\u200fb\u202e", "ab"),
        ("l´école", "l'école"),
        ("  a \n\t b  ", "a b"),
    ],
)
def test_spellings_meet(first: str, second: str) -> None:
    assert normalise(first) == normalise(second)


@pytest.mark.parametrize("kept", ["çok güzel", "xwendekarên kurd", "año", "été à noël", "10000", "1000 euro", "ї є ґ"])
def test_what_matters_is_kept(kept: str) -> None:
    assert normalise(kept) == kept


@pytest.mark.parametrize(
    ("hasty", "careful"),
    [("ogretmen cok", "öğretmen çok"), ("cumle", "cümle"), ("خوشك", "خۆشک"), ("ئه‌و", "ئەو"), ("مې", "مي")],
)
def test_fold_meets_the_hasty_typist(hasty: str, careful: str) -> None:
    assert fold(hasty) == fold(careful)
