"""A town of people who do anything in any order: what every walk through it shares, and its reports."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from bot.domain.effects import Plan
from bot.domain.hulpvraag import Hulpvraag, State, Step
from bot.domain.reports import Reason, Verdict
from bot.usecases.after import complaining, judging
from tests.desk.house import Desk

NIEUWKOMERS, HELPERS, COORDINATORS = (101, 102, 103), (201, 202, 203), (301, 302)
ASKERS, HANDS = st.sampled_from(NIEUWKOMERS), st.sampled_from(HELPERS)
REASONS, VERDICTS = st.sampled_from(tuple(Reason)), st.sampled_from(tuple(Verdict))


class Walk(RuleBasedStateMachine):
    """Three nieuwkomers, three sleutelpersonen, two coordinators (one helps too) and the clock."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.desk = Desk(Path(self.folder.name) / "sleutelbot.db")
        self.desk.store.database.execute("PRAGMA synchronous = OFF")
        for number in NIEUWKOMERS:
            self.desk.nieuwkomer(number)
        for number in HELPERS:
            self.desk.sleutelpersoon(number, f"Helper{number}")
        self.desk.sleutelpersoon(301, "Carla", rollen="coordinator", talen="so")
        self.desk.sleutelpersoon(302, "Dirk", rollen="coordinator,vertaler")
        self.states: dict[int, tuple[State, int]] = {}
        self.allowed: set[Step] = set()
        self.messages = 0

    def teardown(self) -> None:
        """Close the database."""
        self.desk.store.close()
        self.folder.cleanup()

    def _all(self) -> list[Hulpvraag]:
        rows = self.desk.store.database.rows("SELECT id FROM hulpvraag ORDER BY id")
        found = [self.desk.store.hulpvragen.get(row["id"]) for row in rows]
        return [hulpvraag for hulpvraag in found if hulpvraag]

    def _some(self, data: st.DataObject) -> str:
        there = [hulpvraag.id for hulpvraag in self._all()]
        return str(data.draw(st.sampled_from(there))) if there else "1"

    def _do(self, plan: Plan, *allowed: Step) -> None:
        """Carry a plan out, by which a hulpvraag may take these steps and no others."""
        self.allowed = set(allowed)
        self.desk.apply(plan)

    def _lately(self, data: st.DataObject) -> Hulpvraag | None:
        """Return a hulpvraag in which somebody helps or helped, if there is one: those that can be reported."""
        there = [h for h in self._all() if h.sleutelpersoon_id or h.last_helper_id]
        return data.draw(st.sampled_from(there)) if there else None

    @rule(data=st.data(), reason=REASONS, own=st.booleans())
    def report(self, data: st.DataObject, reason: str, own: bool) -> None:
        """A sleutelpersoon presses a report button, his own or one that he should not have."""
        hulpvraag = self._lately(data)
        if hulpvraag is None:
            return
        helper = self.desk.store.people.get(hulpvraag.sleutelpersoon_id or hulpvraag.last_helper_id or 0).telegram_id
        number = helper if own else data.draw(st.sampled_from((*HELPERS, 302)))
        self._do(complaining.pressed(self.desk.turn(number), str(hulpvraag.id), reason), Step.REPORT)

    @rule(data=st.data(), reason=REASONS, own=st.booleans())
    def complain(self, data: st.DataObject, reason: str, own: bool) -> None:
        """A nieuwkomer complains about who helps or helped last, in his own conversation or another's."""
        hulpvraag = self._lately(data)
        if hulpvraag is None:
            return
        asker = self.desk.store.people.get(hulpvraag.nieuwkomer_id).telegram_id
        turn = self.desk.turn(asker if own else data.draw(ASKERS))
        helper = data.draw(st.sampled_from([n for n in (*hulpvraag.helpers, hulpvraag.last_helper_id) if n]))
        self._do(complaining.complained(turn, str(hulpvraag.id), str(helper), reason), Step.GIVE_BACK)

    @rule(number=st.sampled_from((*COORDINATORS, *HELPERS)), data=st.data(), verdict=VERDICTS)
    def decide(self, number: int, data: st.DataObject, verdict: str) -> None:
        """Somebody presses a button under any report."""
        known = self.desk.store.database.rows("SELECT id FROM report ORDER BY id")
        report = data.draw(st.sampled_from([row["id"] for row in known])) if known else 1
        plan = judging.press(self.desk.turn(number), str(report), verdict)
        self._do(plan, Step.DECIDE, Step.BLOCK, Step.GIVE_BACK)

    @rule(number=st.sampled_from(COORDINATORS))
    def lift(self, number: int) -> None:
        """A coordinator lifts a block."""
        for person in self.desk.store.people.blocked(self.desk.now)[:1]:
            self._do(judging.lifted(self.desk.turn(number), str(person.id)))
