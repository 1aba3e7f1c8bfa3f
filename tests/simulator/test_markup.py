"""Telegram's HTML, read and refused as Telegram does."""

import pytest

from bot.simulator.errors import ApiError
from bot.simulator.markup import parsed
from bot.simulator.render import as_html


@pytest.mark.parametrize(
    ("source", "text", "kinds"),
    [
        ("plain", "plain", []),
        ("<b>bold</b> and <i>slanted</i>", "bold and slanted", ["bold", "italic"]),
        ("<b>one <i>in</i> other</b>", "one in other", ["bold", "italic"]),
        ("<strong>a</strong><em>b</em>", "ab", ["bold", "italic"]),
        ("<ins>c</ins><u>d</u><del>e</del><s>f</s>", "cdef", ["underline"] * 2 + ["strikethrough"] * 2),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", ["spoiler", "spoiler"]),
        ("<code>1 &lt; 2 &amp;&amp; 3 &gt; 2</code>", "1 < 2 && 3 > 2", ["code"]),
        ("&quot;&#8364;&#x20AC;&quot; &euro; &nbsp;", '"€€" &euro; &nbsp;', []),
        ('<a href="https://duo.nl/?a=1&amp;b=2">DUO</a>', "DUO", ["text_link"]),
        ("<a href='tg://user?id=5'>x</a>", "x", ["text_link"]),
        ('<a href="not a link">x</a>', "x", []),
        ("<blockquote expandable>long</blockquote>", "long", ["expandable_blockquote"]),
        ("<B>upper</b>", "upper", ["bold"]),
        ("<b></b>rest", "rest", []),
        ("<pre>a <b>b</b></pre>", "a b", ["pre"]),
        ("a > b", "a > b", []),
        ("  <b>  blanks </b>  ", "blanks", ["bold"]),
    ],
)
def test_what_is_read(source: str, text: str, kinds: list[str]) -> None:
    read, entities = parsed(source)
    assert (read, [entity["type"] for entity in entities]) == (text, kinds)


def test_offsets_are_utf16_units() -> None:
    text, entities = parsed("😀 <b>سلام</b> 👩‍👧")
    assert text == "😀 سلام 👩‍👧"
    assert entities == [{"type": "bold", "offset": 3, "length": 4}]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("<div>x</div>", 'Unsupported start tag "div" at byte offset 0'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unclosed start tag at byte offset 2'),
        ("a <3> b", 'Unsupported start tag "3" at byte offset 2'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_what_is_refused(source: str, sentence: str) -> None:
    with pytest.raises(ApiError) as refusal:
        parsed(source)
    assert refusal.value.description == f"Bad Request: can't parse entities: {sentence}"


@pytest.mark.parametrize(
    "source",
    [
        "<b>one <i>in</i> other</b>",
        '<a href="https://duo.nl/?a=1&amp;b=2">DUO</a> 1 &lt; 2',
        "😀<b>سلام</b><i>x</i>",
        "<b><i>both</i></b>",
    ],
)
def test_written_back_it_is_the_same(source: str) -> None:
    assert as_html(*parsed(source)) == source
