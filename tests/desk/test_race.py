"""Twenty sleutelpersonen claim the same hulpvraag at once, each over his own connection: one wins, all are told."""

import threading
from pathlib import Path

import pytest

from bot.domain.effects import OpenHulpvraag, Plan
from bot.domain.hulpvraag import State
from bot.domain.outgoing import AnswerPress
from bot.storage.errors import Stale
from bot.usecases.queue import claiming
from tests.desk.house import Desk

CLAIMERS, ROUNDS = 20, 1000


class _Claimer(threading.Thread):
    """One sleutelpersoon with a connection of his own, who claims whenever the barrier opens."""

    def __init__(self, path: Path, number: int, start: threading.Barrier, end: threading.Barrier) -> None:
        super().__init__()
        self.path, self.number, self.begin, self.ended = path, number, start, end
        self.hulpvraag = 0
        self.told = ""
        self.failed: Exception | None = None

    def run(self) -> None:
        """Claim in every round."""
        desk = Desk(self.path)
        try:
            for _ in range(ROUNDS):
                self.begin.wait()
                self._claim(desk)
                self.ended.wait()
        except Exception as error:
            self.failed = error
            self.begin.abort()
            self.ended.abort()
        finally:
            desk.store.close()

    def _claim(self, desk: Desk) -> None:
        """Gather and apply, again when somebody else was quicker, as the bot's door does."""
        while True:
            try:
                sent = desk.apply(claiming.claim(desk.turn(self.number), str(self.hulpvraag)))
            except Stale:
                continue
            self.told = next(item.notice for item in sent if isinstance(item, AnswerPress))
            return


@pytest.mark.slow
def test_of_twenty_who_claim_at_once_one_wins_and_the_others_hear_who(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "sleutelbot.db")
    desk.store.database.execute("PRAGMA synchronous = OFF")  # the race is about locks, not about the disk
    names = {number: f"Helper{number}" for number in range(200, 200 + CLAIMERS)}
    for number, naam in names.items():
        desk.sleutelpersoon(number, naam)
    asker = desk.nieuwkomer(101)
    begin, end = threading.Barrier(CLAIMERS + 1), threading.Barrier(CLAIMERS + 1)
    claimers = [_Claimer(desk.path, number, begin, end) for number in names]
    for claimer in claimers:
        claimer.start()
    for round_ in range(1, ROUNDS + 1):
        desk.apply(Plan((OpenHulpvraag(round_, asker.id, "nl", "aalten", None, "?", ()),)))
        for claimer in claimers:
            claimer.hulpvraag = round_
        begin.wait()
        end.wait()
        hulpvraag = desk.store.hulpvragen.get(round_)
        assert hulpvraag is not None
        assert hulpvraag.state is State.CLAIMED
        winners = [claimer for claimer in claimers if claimer.told == "✅"]
        assert len(winners) == 1
        assert desk.person(winners[0].number).id == hulpvraag.sleutelpersoon_id
        naam = names[winners[0].number]
        assert {claimer.told for claimer in claimers} == {"✅", f"{naam} heeft deze hulpvraag al."}
        desk.store.database.execute("UPDATE hulpvraag SET state = 'closed'")
        desk.store.database.execute("DELETE FROM outbox")
    for claimer in claimers:
        claimer.join()
    assert [claimer.failed for claimer in claimers] == [None] * CLAIMERS
    desk.store.close()
