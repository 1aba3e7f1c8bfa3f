"""Questions that go on from the one before."""

import pytest

from nlu.taal.follow_up import goes_on


@pytest.mark.parametrize(
    "text",
    [
        "en wat kost dat?", "And for my wife?", "what about my kids", "وكم بيكلف؟", "ولزوجتي؟", "طيب وقديش المدة",
        "ንሰበይተይከ?",
        "و چقدر طول می‌کشه؟", "ولی برای خانمم؟", "peki ya eşim?", "iyo xaaskayga?",
        "û ji bo jina min?", "ئەی بۆ ژنەکەم؟",
        "او زما د مېرمن لپاره؟", "ለሚስቴስ?", "et pour ma femme ?", "а для жены?",
        "а скільки це коштує?", "¿y cuánto cuesta?",
    ],
)  # fmt: skip
def test_it_goes_on(text: str) -> None:
    assert goes_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "hoeveel kost het examen?", "DUO", "en", "", "?", "My teacher says I will not manage the level",
        "كم يكلف الامتحان؟", "вид на жительство", "ሕጂ ዘድልየኒ ሓገዝ",
        "en toen kreeg ik een brief van DUO waarin stond dat ik te laat ben met inburgeren",
    ],
)  # fmt: skip
def test_it_stands_alone(text: str) -> None:
    assert not goes_on(text)
