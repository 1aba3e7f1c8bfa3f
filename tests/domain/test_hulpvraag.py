"""The steps of a hulpvraag, and the diagram that people read."""

import re

import pytest

from bot.domain.hulpvraag import OPEN, STEPS, State, Step, after
from bot.settings import PROJECT

ARROW = re.compile(r"^ +(\w+) --> (\w+): (\w+)$", re.MULTILINE)


def test_the_diagram_shows_the_steps_and_no_others() -> None:
    drawn = {
        (State(before), Step(step)): State(later)
        for before, later, step in ARROW.findall((PROJECT / "docs" / "hulpvraag.md").read_text("utf-8"))
    }
    assert drawn == STEPS


def test_a_withdrawn_hulpvraag_stays_so_and_a_closed_one_can_only_be_reopened() -> None:
    assert all(after(State.WITHDRAWN, step) is None for step in Step)
    assert {step for step in Step if after(State.CLOSED, step)} == {Step.REOPEN}


@pytest.mark.parametrize("state", sorted(OPEN))
def test_the_nieuwkomer_can_always_end_it(state: State) -> None:
    assert after(state, Step.CLOSE if state is State.CLAIMED else Step.WITHDRAW) not in (None, *OPEN)
