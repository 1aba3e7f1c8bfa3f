"""Deciding: danger first, then the wish for a human; an unsure answer is offered, never given."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.deciding import (
    Answer,
    AskWhoYouAre,
    Crisis,
    HandOver,
    SmallTalk,
    Suggest,
    TopicTraits,
    Unknown,
    decide,
    leans_on_context,
    worrying,
)
from bot.domain.people import Person
from bot.domain.understanding import Candidate, CrisisKind, Language, Thresholds, Understanding, in_context, reply_taal

TRAITS = {
    "exam_cost": TopicTraits(),
    "duo_loan": TopicTraits(("doelgroep", "wet")),
    "work": TopicTraits(("doelgroep",)),
    "gp": TopicTraits(),
}
THRESHOLDS = Thresholds(sure=0.6, suggest=0.2, off_topic=0.4, crisis=0.2)
SOMEBODY = Person(1, 1, "nl", 1)


def understood(*candidates: tuple[str, float], crisis: CrisisKind | None = None, human: bool = False) -> Understanding:
    """Return an understanding with these candidates."""
    made = tuple(Candidate(*candidate) for candidate in candidates)
    return Understanding(Language("nl"), made, THRESHOLDS, crisis, human, "rasa")


def test_sure_answers_and_unsure_suggests_at_most_three() -> None:
    assert decide(understood(("exam_cost", 0.8)), SOMEBODY, TRAITS) == Answer("exam_cost", 0.8)
    many = understood(("exam_cost", 0.4), ("gp", 0.3), ("work", 0.1), ("duo_loan", 0.05))
    assert decide(many, SOMEBODY, TRAITS) == Suggest(("exam_cost", "gp", "work"), 0.4)
    assert isinstance(decide(understood(("exam_cost", 0.1)), SOMEBODY, TRAITS), Unknown)
    assert isinstance(decide(understood(), SOMEBODY, TRAITS), Unknown)


def test_what_the_answer_depends_on_is_asked_one_at_a_time() -> None:
    loan = understood(("duo_loan", 0.9))
    assert decide(loan, SOMEBODY, TRAITS) == AskWhoYouAre("duo_loan", "doelgroep", 0.9)
    migrant = Person(1, 1, "nl", 1, doelgroep="gezinsmigrant")
    assert decide(loan, migrant, TRAITS) == AskWhoYouAre("duo_loan", "wet", 0.9)
    unsure = Person(1, 1, "nl", 1, doelgroep="onbekend", wet="onbekend")
    assert decide(loan, unsure, TRAITS) == Answer("duo_loan", 0.9)


def test_off_topic_small_talk_and_a_human() -> None:
    assert isinstance(decide(understood(("buiten_bereik", 0.9), ("gp", 0.3)), SOMEBODY, TRAITS), Unknown)
    assert isinstance(decide(understood(("gp", 0.5), ("buiten_bereik", 0.4)), SOMEBODY, TRAITS), Unknown)
    assert decide(understood(("gp", 0.7), ("buiten_bereik", 0.3)), SOMEBODY, TRAITS) == Answer("gp", 0.7)
    assert decide(understood(("groet", 0.9)), SOMEBODY, TRAITS) == SmallTalk("groet", 0.9)
    assert isinstance(decide(understood(("mens", 0.5)), SOMEBODY, TRAITS), HandOver)
    assert isinstance(decide(understood(("exam_cost", 0.9), human=True), SOMEBODY, TRAITS), HandOver)


@given(
    st.lists(st.tuples(st.sampled_from([*TRAITS, "mens", "groet", "buiten_bereik"]), st.floats(0, 1)), max_size=6),
    st.booleans(),
)
def test_danger_comes_before_everything(candidates: list[tuple[str, float]], human: bool) -> None:
    ordered = sorted(candidates, key=lambda item: -item[1])
    assert decide(understood(*ordered, crisis="geweld", human=human), SOMEBODY, TRAITS) == Crisis("geweld")


def test_danger_that_is_not_ruled_out_is_worrying() -> None:
    doubtful = understood(("gp", 0.9), ("crisis", 0.05))
    assert worrying(doubtful, decide(doubtful, SOMEBODY, TRAITS))
    assert not worrying(doubtful, Crisis("gevaar"))
    assert not worrying(doubtful, HandOver(1.0))
    assert not worrying(replace(doubtful, source="search"), Answer("gp", 0.9))
    assert not worrying(understood(("gp", 0.9), ("crisis", 0.01)), Answer("gp", 0.9))


@given(st.lists(st.tuples(st.sampled_from(list(TRAITS)), st.floats(0, 1)), min_size=1, max_size=6))
def test_nothing_is_answered_below_the_threshold(candidates: list[tuple[str, float]]) -> None:
    ordered = sorted(candidates, key=lambda item: -item[1])
    decision = decide(understood(*ordered), SOMEBODY, TRAITS)
    if isinstance(decision, Answer | AskWhoYouAre):
        assert decision.confidence >= THRESHOLDS.sure
        assert decision.topic == ordered[0][0]


def test_the_reply_follows_a_surely_recognised_language_that_says_something() -> None:
    assert reply_taal("ar", Language("en")) == "en"
    assert reply_taal("ar", Language("nl", carries=False)) == "ar"
    assert reply_taal("ar", Language(None, ("en", "nl"))) == "ar"
    assert reply_taal("fa_AF", Language("fa")) == "fa_AF"


def test_a_question_that_goes_on_is_read_after_the_topic_before_it() -> None:
    alone = replace(understood(("gp", 0.4), ("exam_cost", 0.35)), goes_on=True)
    after = understood(("duo_loan", 0.5), ("exam_cost", 0.4), ("gp", 0.02))
    assert leans_on_context(alone, decide(alone, SOMEBODY, TRAITS))
    best = in_context(alone, after).candidates[0]
    assert best.intent == "exam_cost"
    assert best.confidence > 0.9
    off_topic_alone = replace(understood(("buiten_bereik", 0.9), ("exam_cost", 0.05)), goes_on=True)
    after = understood(("duo_loan", 0.9), ("exam_cost", 0.05))
    assert in_context(off_topic_alone, after).candidates[0].intent == "duo_loan"
    assert in_context(off_topic_alone, after, before="duo_loan").candidates[0].intent == "exam_cost"
    assert not leans_on_context(understood(("gp", 0.4)), Suggest(("gp",), 0.4))
    assert not leans_on_context(replace(alone, source="search"), Suggest(("gp",), 0.4))
    assert not leans_on_context(replace(alone, crisis="geweld"), Crisis("geweld"))


@given(
    st.lists(st.tuples(st.sampled_from(sorted(TRAITS)), st.floats(0, 1)), max_size=4),
    st.lists(st.tuples(st.sampled_from(sorted(TRAITS)), st.floats(0, 1)), max_size=4),
)
def test_two_readings_together_stay_shares(alone: list[tuple[str, float]], after: list[tuple[str, float]]) -> None:
    candidates = in_context(understood(*alone), understood(*after)).candidates
    shares = [candidate.confidence for candidate in candidates]
    assert shares == sorted(shares, reverse=True)
    assert not shares or abs(sum(shares) - 1) < 1e-6 or sum(shares) == 0
