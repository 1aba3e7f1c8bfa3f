"""Thresholds: as low as rare mistakes allow, apart per language, and sensible without figures."""

import numpy as np
import pytest

from nlu.calibration import HeldOut
from nlu.thresholds import DEFAULT, Judged, Thresholds, choose, figures, judge


def judged(topics: int, right_from: float, off_below: float, off: int = 200) -> Judged:
    """Topics that are right from some confidence on, and off-topic texts that stay below another."""
    sure = np.linspace(0, 1, topics)
    far = np.linspace(0, off_below, off)
    return Judged(
        confidence=np.concatenate([sure, far]),
        right=np.concatenate([sure >= right_from, np.zeros(off, dtype=bool)]),
        in_three=np.concatenate([sure >= right_from / 2, np.zeros(off, dtype=bool)]),
        topic=np.arange(topics + off) < topics,
        off_topic=np.arange(topics + off) >= topics,
    )


def test_answers_start_where_mistakes_become_rare() -> None:
    some = judged(1000, right_from=0.6, off_below=0.3)
    chosen = choose(some)
    assert 0.55 < chosen.sure < 0.62
    wrong = figures(some, chosen)["wrong"]
    assert wrong is not None
    assert wrong <= 0.04


def test_suggestions_start_above_what_is_off_topic() -> None:
    some = judged(1000, right_from=0.6, off_below=0.3)
    caught = figures(some, choose(some))["oos_caught"]
    assert caught is not None
    assert caught >= 0.85


def test_a_language_with_few_examples_leans_on_the_whole() -> None:
    whole = Thresholds(sure=0.5, suggest=0.2)
    few = choose(judged(6, right_from=0.9, off_below=0.1, off=1), whole)
    assert abs(few.sure - whole.sure) < 0.1
    assert abs(few.suggest - whole.suggest) < 0.05


def test_without_any_figures_the_defaults_hold() -> None:
    assert choose(judged(0, 0, 0, off=0)) == DEFAULT


@pytest.mark.parametrize("right_from", [0.0, 0.3, 1.1])
def test_sure_is_never_below_suggest(right_from: float) -> None:
    chosen = choose(judged(300, right_from, off_below=0.8))
    assert 0 < chosen.suggest <= chosen.sure < 1


def test_off_topic_is_no_candidate_and_small_talk_no_topic() -> None:
    names = ["buiten_bereik", "exam_costs", "groet"]
    held_out = HeldOut(
        truth=np.array([1, 0, 2]),
        ranked=np.array([[0, 1, 2], [0, 2, 1], [2, 1, 0]]),
        confidence=np.array([[0.6, 0.3, 0.1], [0.9, 0.06, 0.04], [0.8, 0.1, 0.1]]),
    )
    found = judge(held_out, names)
    assert found.confidence.tolist() == [0.3, 0.06, 0.8]
    assert found.right.tolist() == [True, False, True]
    assert found.topic.tolist() == [True, False, False]
    assert found.off_topic.tolist() == [False, True, False]
