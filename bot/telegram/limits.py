"""Telegram's limits as buckets of permits that fill with time."""

import math
from dataclasses import dataclass


@dataclass
class Bucket:
    """Gives at most `burst` permits at once and `rate` a second; moments are seconds of any steady clock."""

    rate: float
    burst: float
    filled: float = 0.0
    at: float = -math.inf  # so long ago that it is full

    def wait(self, now: float) -> float:
        """Return how many seconds until a permit is there; 0.0 when there is one now."""
        return max(0.0, (1.0 - self._level(now)) / self.rate)

    def take(self, now: float) -> None:
        """Use one permit."""
        self.filled, self.at = self._level(now) - 1.0, now

    def _level(self, now: float) -> float:
        return min(self.burst, self.filled + (now - self.at) * self.rate)


class Limits:
    """30 a second in all, 1 a second a chat with bursts of 3."""

    def __init__(self, overall: float = 30.0, per_chat: float = 1.0, burst: float = 3.0) -> None:
        self._overall = Bucket(overall, overall)
        self._per_chat, self._burst = per_chat, burst
        self._chats: dict[int, Bucket] = {}

    def overall_wait(self, now: float) -> float:
        """Return how long everything has to wait."""
        return self._overall.wait(now)

    def chat_wait(self, chat_id: int, now: float) -> float:
        """Return how long a chat has to wait."""
        return self._chats[chat_id].wait(now) if chat_id in self._chats else 0.0

    def take(self, chat_id: int, now: float) -> None:
        """Use a permit for a message to a chat; chats that are quiet are forgotten."""
        self._overall.take(now)
        self._chats.setdefault(chat_id, Bucket(self._per_chat, self._burst)).take(now)
        if len(self._chats) > 1000:
            full = [chat for chat, bucket in self._chats.items() if bucket.wait(now) == 0.0 and chat != chat_id]
            for chat in full:
                del self._chats[chat]
