"""The letter groups in the repository are those of the py3langid that is installed."""

import lzma

from nlu.taal.distilling import distil
from nlu.taal.letter_groups import FILE, NEIGHBOURS, fit


def test_the_file_is_what_the_model_gives() -> None:
    assert lzma.decompress(FILE.read_bytes()) == distil(), "run python -m nlu.taal.distilling"


def test_the_best_language_is_nought() -> None:
    scores = fit("ik wil graag een afspraak maken", "latin")
    assert scores["nl"] == 0.0
    assert all(score < 0 for name, score in scores.items() if name != "nl")
    assert set(scores) == {*NEIGHBOURS["latin"].ours, *NEIGHBOURS["latin"].others}
