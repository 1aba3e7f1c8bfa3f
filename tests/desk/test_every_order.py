"""Whatever everybody does, in whatever order: no illegal state, no lost word, nobody without owner or place."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from bot.domain.hulpvraag import OPEN, STEPS, State, Step
from bot.usecases.after import ending
from bot.usecases.people import privacy
from bot.usecases.queue import availability, claiming, requesting
from bot.usecases.queue.clock import tick
from bot.usecases.talk import talking, together
from bot.usecases.talk.talking import Talk
from tests.desk.walk import ASKERS, HANDS, HELPERS, NIEUWKOMERS, Walk

pytestmark = pytest.mark.slow
WHOM = st.sampled_from(("vertaler", "4", "5", "6"))


class Everybody(Walk):
    """What nieuwkomers, sleutelpersonen, coordinators and the clock do beside reporting."""

    @initialize()
    def begin(self) -> None:
        """Everybody asks, and two of them are helped: so much happens that few walks would come to by themselves."""
        for number in NIEUWKOMERS:
            self.ask(number)
        for number, hulpvraag in ((201, "1"), (302, "2")):
            self._do(claiming.claim(self.desk.turn(number), hulpvraag), Step.CLAIM)

    @rule(number=ASKERS)
    def ask(self, number: int) -> None:
        """A nieuwkomer asks for a human and agrees."""
        self._do(requesting.request(self.desk.turn(number)))
        self._do(requesting.consent(self.desk.turn(number), "ja"))

    @rule(number=st.sampled_from((*HELPERS, 302)), data=st.data())
    def claim(self, number: int, data: st.DataObject) -> None:
        """A sleutelpersoon presses the button of any hulpvraag, old ones too."""
        self._do(claiming.claim(self.desk.turn(number), self._some(data)), Step.CLAIM)

    @rule(number=HANDS, data=st.data())
    def skip(self, number: int, data: st.DataObject) -> None:
        """A sleutelpersoon passes one on."""
        self._do(claiming.skip(self.desk.turn(number), self._some(data)))

    @rule(number=HANDS, data=st.data())
    def give_back(self, number: int, data: st.DataObject) -> None:
        """A sleutelpersoon gives one back."""
        self._do(claiming.give_back(self.desk.turn(number), self._some(data)), Step.GIVE_BACK)

    @rule(number=st.sampled_from((*NIEUWKOMERS, *HELPERS)), data=st.data())
    def close(self, number: int, data: st.DataObject) -> None:
        """Anybody presses a close button."""
        self._do(ending.close(self.desk.turn(number), self._some(data)), Step.CLOSE, Step.WITHDRAW)

    @rule(number=ASKERS, data=st.data())
    def withdraw(self, number: int, data: st.DataObject) -> None:
        """A nieuwkomer presses a withdraw button."""
        self._do(ending.withdraw(self.desk.turn(number), self._some(data)), Step.WITHDRAW, Step.CLOSE)

    @rule(number=st.sampled_from((*NIEUWKOMERS, *HELPERS)))
    def say(self, number: int) -> None:
        """Somebody types; in a conversation it reaches each of the others exactly once."""
        self.messages += 1
        turn = self.desk.turn(number, f"woord {self.messages}", self.messages + 1000)
        current = talking.talk(turn)
        if isinstance(current, Talk):
            self._do(talking.relay(turn, current))
            sql = "SELECT chat_id FROM outbox WHERE payload LIKE ?"
            reached = self.desk.store.database.rows(sql, (f"%woord {self.messages}<%",))
            reached += self.desk.store.database.rows(sql, (f'%woord {self.messages}"%',))
            assert sorted(row["chat_id"] for row in reached) == sorted(to.telegram_id for to in current.others)

    @rule(number=HANDS, whom=WHOM, yes=st.booleans(), data=st.data())
    def ask_along(self, number: int, whom: str, yes: bool, data: st.DataObject) -> None:
        """A sleutelpersoon asks somebody along, and the nieuwkomer says what he thinks of it."""
        some = self._some(data)
        self._do(together.ask(self.desk.turn(number), some, whom))
        hulpvraag = self.desk.store.hulpvragen.get(int(some))
        if hulpvraag is not None:
            asker = self.desk.store.people.get(hulpvraag.nieuwkomer_id).telegram_id
            first, said = str(hulpvraag.sleutelpersoon_id), "ja" if yes else "nee"
            self._do(together.agree(self.desk.turn(asker), some, first, whom, said))

    @rule(number=HANDS, comes=st.booleans(), data=st.data())
    def come_along(self, number: int, comes: bool, data: st.DataObject) -> None:
        """Somebody answers an invitation to help along, if there is one."""
        self._do((together.join if comes else together.decline)(self.desk.turn(number), self._some(data)), Step.JOIN)

    @rule(number=HANDS, there=st.booleans())
    def come_or_go(self, number: int, there: bool) -> None:
        """A sleutelpersoon becomes available or absent."""
        self._do((availability.available if there else availability.absent)(self.desk.turn(number)))

    @rule(minutes=st.integers(1, 60 * 80))
    def wait(self, minutes: int) -> None:
        """Time passes and the clock looks, twice as it would."""
        self.allowed = {Step.LAPSE, Step.CLOSE, Step.DECIDE}
        self.desk.later(minutes=minutes)
        tick(self.desk.house, self.desk.now)
        tick(self.desk.house, self.desk.now)

    @precondition(lambda self: len(self.states) > 2)
    @rule(number=st.sampled_from((*NIEUWKOMERS, *HELPERS, 301)))
    def leave(self, number: int) -> None:
        """Somebody removes all his data, and is a stranger when he comes back."""
        helper = number not in NIEUWKOMERS
        self._do(privacy.delete(self.desk.turn(number), "ja"), Step.GIVE_BACK)
        again = self.desk.sleutelpersoon(number, f"Helper{number}") if helper else self.desk.nieuwkomer(number)
        assert again.active_hulpvraag is None

    @invariant()
    def only_legal_steps(self) -> None:
        """A hulpvraag goes from state to state along the diagram, by the steps of whoever did something, only."""
        for hulpvraag in self._all():
            before, version = self.states.get(hulpvraag.id, (State.WAITING, hulpvraag.version))
            if before is not hulpvraag.state:
                assert hulpvraag.state in {STEPS.get((before, step)) for step in self.allowed}, f"from {before}"
            elif before not in OPEN:
                assert version == hulpvraag.version, "what ended is not changed any more"
            self.states[hulpvraag.id] = (hulpvraag.state, hulpvraag.version)

    @invariant()
    def nobody_is_forgotten(self) -> None:
        """An open hulpvraag has a sleutelpersoon who exists, or a place in the queue; a nieuwkomer has one at most."""
        people = {person.id for person in self.desk.store.people.sleutelpersonen()}
        queue = {hulpvraag.id for hulpvraag in self.desk.store.hulpvragen.waiting()}
        reported = {report.hulpvraag_id for report in self.desk.store.reports.open() if report.expired_at is None}
        open_ones = [hulpvraag for hulpvraag in self._all() if hulpvraag.open]
        assert len({hulpvraag.nieuwkomer_id for hulpvraag in open_ones}) == len(open_ones)
        for hulpvraag in open_ones:
            if hulpvraag.state is State.CLAIMED:
                assert people.issuperset(hulpvraag.helpers)
                assert len(set(hulpvraag.sides)) == len(hulpvraag.sides)
                assert hulpvraag.sleutelpersoon_id is not None
                assert not hulpvraag.apart.intersection(hulpvraag.helpers)
            elif hulpvraag.state is State.HELD:
                assert hulpvraag.id in reported, "somebody decides, or the clock lets it go on"
                assert not hulpvraag.helpers
            else:
                assert hulpvraag.id in queue
                assert not hulpvraag.helpers

    @invariant()
    def ended_ones_hold_no_words(self) -> None:
        """What was said is gone with the end."""
        for hulpvraag in self._all():
            if not hulpvraag.open:
                assert hulpvraag.question is None
                sql = "SELECT count(*) FROM relayed WHERE hulpvraag_id = ?"
                assert self.desk.store.database.value(sql, (hulpvraag.id,)) == 0
                assert not any(report.words for report in self.desk.store.reports.of_hulpvraag(hulpvraag.id))

    @invariant()
    def decided_reports_hold_no_words(self) -> None:
        """What was said is gone with the decision, and who is blocked has no hulpvraag to help with."""
        sql = "SELECT count(*) FROM report WHERE verdict IS NOT NULL AND words IS NOT NULL"
        assert self.desk.store.database.value(sql) == 0
        for person in self.desk.store.people.blocked(self.desk.now):
            assert not self.desk.store.hulpvragen.of_sleutelpersoon(person.id)


TestEverybody = Everybody.TestCase
TestEverybody.settings = settings(
    max_examples=150, stateful_step_count=60, deadline=None, suppress_health_check=list(HealthCheck)
)
