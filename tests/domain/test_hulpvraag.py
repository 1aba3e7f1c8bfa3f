"""The steps of a hulpvraag."""

import pytest

from bot.domain.hulpvraag import OPEN, STEPS, State, Step, after


@pytest.mark.parametrize("state", [state for state in State if state not in OPEN])
def test_nothing_follows_an_end(state: State) -> None:
    assert all(after(state, step) is None for step in Step)


def test_every_open_state_has_a_way_out_for_the_nieuwkomer() -> None:
    assert after(State.WAITING, Step.WITHDRAW) is State.WITHDRAWN
    assert after(State.CLAIMED, Step.CLOSE) is State.CLOSED
    assert {state for state, _ in STEPS} == OPEN
