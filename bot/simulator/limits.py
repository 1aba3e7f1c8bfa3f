"""Telegram's flood limits: a bucket of calls for the bot as a whole and one for each chat."""

import math
from collections import defaultdict
from dataclasses import dataclass


@dataclass
class Bucket:
    """Fills at `rate` a second up to `burst`."""

    rate: float
    burst: float
    level: float
    at: float = 0.0

    def wait(self, now: float, wanted: float) -> float:
        """Seconds until `wanted` can be taken; 0 when it can be now."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        return max(0.0, (wanted - self.level) / self.rate)


class Limits:
    """Wider than what Telegram advises, so that a bot that keeps to the advice is never refused for a late packet."""

    def __init__(self, overall: tuple[float, float] = (30, 40), a_chat: tuple[float, float] = (1, 5)) -> None:
        self._overall = Bucket(*overall, level=overall[1])
        self._chats: dict[int, Bucket] = defaultdict(lambda: Bucket(*a_chat, level=a_chat[1]))

    def refuse(self, chat: int, now: float, wanted: int = 1) -> int | None:
        """Seconds to wait, in whole ones, when the call comes too soon; otherwise it is counted."""
        buckets = (self._overall, self._chats[chat])
        wait = max(bucket.wait(now, wanted) for bucket in buckets)
        if wait > 0:
            return max(1, math.ceil(wait))
        for bucket in buckets:
            bucket.level -= wanted
        return None
