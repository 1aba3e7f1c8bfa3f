"""Character n-grams: typos stay near, and what was learned comes back from disk."""

from pathlib import Path

import numpy as np

from nlu.char_ngrams import CharNgrams

TEXTS = ["huurtoeslag aanvragen", "huur te hoog", "examen kosten", "prijs van het examen", "zorgtoeslag", "leerroute"]


def test_a_typo_stays_near_its_word() -> None:
    ngrams = CharNgrams(dimensions=5).fit(TEXTS)
    typo, right, other = ngrams.vectors(["hurtoeslag", "huurtoeslag", "examen"])
    assert typo @ right > typo @ other


def test_an_empty_text_is_all_zeros() -> None:
    assert not CharNgrams(dimensions=5).fit(TEXTS).vectors([""]).any()


def test_what_was_learned_comes_back_from_disk(tmp_path: Path) -> None:
    ngrams = CharNgrams(dimensions=5).fit(TEXTS)
    ngrams.save(tmp_path)
    loaded = CharNgrams.load(tmp_path)
    assert np.allclose(loaded.vectors(TEXTS), ngrams.vectors(TEXTS), atol=1e-2)
