"""The updates that wait for the bot, and how they are handed out and confirmed."""

from collections.abc import Callable

from bot.simulator.entities import Json

_UNASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})


class Updates:
    """A queue with Telegram's rules: an update stays until a higher offset confirms it."""

    def __init__(self, ring: Callable[[], None], twice: Callable[[], bool]) -> None:
        self._ring = ring
        self._twice = twice
        self._next = 684_000_001
        self.pending: list[Json] = []
        self._again: list[Json] = []
        self.allowed: list[str] = []
        self.made = 0

    def wants(self, kind: str) -> bool:
        """Whether the bot asked for this kind of update."""
        return kind in self.allowed if self.allowed else kind not in _UNASKED

    def add(self, kind: str, body: Json) -> int | None:
        """Queues an update and returns its id, or None when the bot does not want that kind."""
        if not self.wants(kind):
            return None
        update = {"update_id": self._next, kind: body}
        self._next += 1
        self.made += 1
        self.pending.append(update)
        self._ring()
        return self._next - 1

    def forget(self) -> None:
        """Drops everything that waits."""
        self.pending.clear()
        self._again.clear()

    def confirm(self, offset: int) -> None:
        """Drops what lies below the offset; a negative offset keeps that many from the end."""
        if offset < 0:
            done, self.pending = self.pending[:offset], self.pending[offset:]
        else:
            done = [update for update in self.pending if update["update_id"] < offset]
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        self._again += [update for update in done if offset > 0 and self._twice()]

    def take(self, limit: int) -> list[Json]:
        """The updates to hand out now; those that a fault delivers twice come back first, once."""
        again, self._again = self._again, []
        return again + self.pending[: max(limit - len(again), 0)]

    def waiting(self) -> bool:
        """Whether there is anything to hand out."""
        return bool(self.pending or self._again)
