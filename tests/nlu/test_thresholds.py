"""Thresholds: as low as rare mistakes allow, apart per language, and sensible without figures."""

import numpy as np
import pytest

from nlu.calibration import HeldOut
from nlu.thresholds import DEFAULT, WRONG, Judged, Thresholds, choose, figures, judge


def judged(topics: int, right_from: float, off_from: float, off: int = 200) -> Judged:
    """Topics that are right from some confidence on, and texts that are off-topic by at least so much."""
    sure = np.linspace(0, 1, topics)
    everything = topics + off
    return Judged(
        confidence=np.concatenate([sure, np.full(off, 0.2)]),
        off_share=np.concatenate([np.zeros(topics), np.linspace(off_from, 1, off)]),
        crisis_share=np.linspace(0, 0.1, everything),
        right=np.concatenate([sure >= right_from, np.zeros(off, dtype=bool)]),
        in_three=np.concatenate([sure >= right_from / 2, np.zeros(off, dtype=bool)]),
        topic=np.arange(everything) < topics,
        off_topic=np.arange(everything) >= topics,
        danger=np.zeros(everything, dtype=bool),
    )


def test_answers_start_where_mistakes_become_rare() -> None:
    some = judged(1000, right_from=0.6, off_from=0.3)
    chosen = choose(some)
    assert 0.53 < chosen.sure < 0.6
    wrong = figures(some, chosen)["wrong"]
    assert wrong is not None
    assert WRONG / 2 < wrong <= 2 * WRONG


def test_off_topic_starts_where_nine_of_ten_are_caught() -> None:
    some = judged(1000, right_from=0.6, off_from=0.1)
    chosen = choose(some)
    assert 0.15 < chosen.off_topic < 0.22
    caught = figures(some, chosen)["oos_caught"]
    assert caught is not None
    assert caught >= 0.88


def test_suggestions_start_where_they_begin_to_hold_the_right_topic() -> None:
    assert choose(judged(1000, right_from=0.2, off_from=0.3)).suggest < 0.13
    assert choose(judged(1000, right_from=0.6, off_from=0.3)).suggest > 0.25


def test_a_language_with_few_examples_leans_on_the_whole() -> None:
    whole = Thresholds(sure=0.5, suggest=0.2, off_topic=0.3, crisis=0.2)
    few = choose(judged(6, right_from=0.9, off_from=0.9, off=1), whole)
    assert np.allclose(few, whole, atol=0.1)


def test_without_any_figures_the_defaults_hold() -> None:
    assert choose(judged(0, 0, 0, off=0)) == DEFAULT


@pytest.mark.parametrize("right_from", [0.0, 0.3, 1.1])
@pytest.mark.parametrize("off_from", [0.0, 0.99])
def test_sure_is_never_below_suggest(right_from: float, off_from: float) -> None:
    chosen = choose(judged(300, right_from, off_from))
    assert 0 < chosen.suggest <= chosen.sure < 1
    assert 0 < chosen.off_topic < 1


def test_an_off_topic_text_counts_as_caught_when_nothing_is_shown_for_it() -> None:
    some = judged(0, 0, off_from=0.0, off=10)
    assert figures(some, Thresholds(sure=0.5, suggest=0.3, off_topic=0.9, crisis=0.9))["oos_caught"] == 1
    assert figures(some, Thresholds(sure=0.5, suggest=0.1, off_topic=0.5, crisis=0.9))["oos_caught"] == 0.5


def test_danger_is_shown_from_where_almost_nobody_else_is_alarmed() -> None:
    many = judged(20_000, right_from=0.5, off_from=0.5, off=0)
    assert 0.09 < choose(many).crisis < 0.15
    alarming = many._replace(danger=many.crisis_share > 0.05)
    assert choose(alarming).crisis < choose(many).crisis


def test_off_topic_is_no_candidate_and_small_talk_no_topic() -> None:
    names = ["buiten_bereik", "exam_costs", "groet", "crisis"]
    held_out = HeldOut(
        truth=np.array([1, 0, 2]),
        ranked=np.array([[0, 1, 2, 3], [0, 2, 1, 3], [2, 1, 0, 3]]),
        confidence=np.array([[0.6, 0.3, 0.1, 0.0], [0.9, 0.06, 0.03, 0.01], [0.8, 0.1, 0.1, 0.0]]),
    )
    found = judge(held_out, names)
    assert found.confidence.tolist() == [0.3, 0.06, 0.8]
    assert found.off_share.tolist() == [0.6, 0.9, 0.1]
    assert found.crisis_share.tolist() == [0.0, 0.01, 0.0]
    assert found.danger.tolist() == [False, False, False]
    assert found.right.tolist() == [True, False, True]
    assert found.topic.tolist() == [True, False, False]
    assert found.off_topic.tolist() == [False, True, False]
