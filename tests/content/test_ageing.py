"""Which answers must be checked against their sources again."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.content.ageing import due
from bot.domain.answers import Topic

CHECKED = date(2026, 11, 23)
LASTING = Topic("pip", "start", "📄", ("Wet inburgering 2021",), CHECKED.isoformat(), False, False, ())
VOLATILE = replace(LASTING, id="fine_duo", volatile=True)
DAYS = st.integers(0, 2000)


@given(DAYS)
def test_what_changes_often_keeps_90_days_and_the_rest_365(days: int) -> None:
    found = {each.topic: each.days for each in due([LASTING, VOLATILE], CHECKED + timedelta(days))}
    wanted = {"fine_duo": days - 90, "pip": days - 365}
    assert found == {topic: over for topic, over in wanted.items() if over > 0}


@given(st.lists(DAYS, max_size=8), DAYS)
def test_the_longest_overdue_comes_first_and_time_makes_nothing_fresh(ages: list[int], later: int) -> None:
    made = [replace(VOLATILE, id=f"t{i}", peildatum=str(CHECKED - timedelta(age))) for i, age in enumerate(ages)]
    now, then = due(made, CHECKED), due(made, CHECKED + timedelta(later))
    assert [each.days for each in now] == sorted((each.days for each in now), reverse=True)
    assert {each.topic for each in now} <= {each.topic for each in then}
