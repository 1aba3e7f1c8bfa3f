"""Questions written apart from the examples: read with the place of mistakes, and any topic they name is right."""

from pathlib import Path

import numpy as np
import pytest

from nlu.development import Question, judge_questions, load_questions
from nlu.examples import BrokenExamples, load_examples
from nlu.taal.languages import TALEN

ROOT = Path(__file__).resolve().parents[2] / "nlu"


def test_two_questions_a_topic_judge_the_bot_and_one_helps_to_choose() -> None:
    topics = {example.intent for example in load_examples(ROOT / "data") if example.taal == "nl"}
    for taal in TALEN:
        judging = [each for each in load_questions(ROOT / "development", "rapport") if each.taal == taal]
        named = {topic for each in judging for topic in each.named}
        assert topics - {"dank"} <= named, taal
        assert len(judging) >= 200, taal
        assert len([each for each in load_questions(ROOT / "development") if each.taal == taal]) >= 100, taal


def test_no_question_is_an_example() -> None:
    learned = {(example.taal, example.text.casefold()) for example in load_examples(ROOT / "data")}
    questions = load_questions(ROOT / "development") + load_questions(ROOT / "development", "rapport")
    assert not [each for each in questions if (each.taal, each.text.casefold()) in learned]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "nl.tsv").write_text("taal\ttekst\tonderwerpen\tbron\nnl\tdokter\tgp\n", encoding="utf-8")
    with pytest.raises(BrokenExamples, match=r"nl\.tsv:2: expected taal, tekst, onderwerpen and bron"):
        load_questions(tmp_path)


def test_any_topic_that_is_named_is_right() -> None:
    intents = ["buiten_bereik", "crisis", "gp", "work"]
    questions = [
        Question("nl", "a", frozenset({"gp", "work"})),
        Question("nl", "b", frozenset({"buiten_bereik"})),
        Question("nl", "c", frozenset({"crisis"})),
    ]
    shares = np.array([[0.1, 0.0, 0.2, 0.7], [0.6, 0.0, 0.3, 0.1], [0.1, 0.5, 0.4, 0.0]])
    found = judge_questions(shares, intents, questions)
    assert found.right.tolist() == [True, False, True]
    assert found.confidence.tolist() == [0.7, 0.3, 0.5]
    assert found.off_share.tolist() == [0.1, 0.6, 0.1]
    assert found.crisis_share.tolist() == [0.0, 0.0, 0.5]
    assert found.topic.tolist() == [True, False, False]
    assert found.danger.tolist() == [False, False, True]
