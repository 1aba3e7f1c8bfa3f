"""Faults that can be switched on: what goes wrong, how often, by seeded chance or by plan."""

import random
from dataclasses import dataclass, field

from bot.simulator.errors import ApiError, Refused

KINDS = ("cut_before", "cut_after", "error_500", "error_502")
_ERRORS = {"error_500": (500, "Internal Server Error"), "error_502": (502, "Bad Gateway")}


@dataclass
class Chances:
    """Probabilities from 0 to 1, the longest delay in seconds, and the methods concerned (none named: all)."""

    seed: int = 1
    cut_before: float = 0.0
    cut_after: float = 0.0
    error_500: float = 0.0
    error_502: float = 0.0
    twice: float = 0.0
    latency: float = 0.0
    methods: list[str] = field(default_factory=list)


@dataclass
class Planned:
    """A fault that is to hit the next calls of a method: a kind of KINDS, or an answer of one's own."""

    method: str
    fault: str
    times: int = 1
    code: int = 400
    description: str = "Bad Request"
    retry_after: int | None = None

    def error(self) -> ApiError:
        """The answer to give, for the fault `answer`."""
        return ApiError(self.code, self.description, {"retry_after": self.retry_after} if self.retry_after else None)


class Faults:
    """Draws for each call what goes wrong with it."""

    def __init__(self) -> None:
        self.chances = Chances()
        self.planned: list[Planned] = []
        self.injected = 0
        self._random = random.Random(1)

    def switch(self, chances: Chances) -> None:
        """Takes new chances and starts the row of random numbers over."""
        self.chances = chances
        self._random = random.Random(chances.seed)

    def plan(self, planned: Planned) -> None:
        """Queues a fault for the next calls of its method. Raises Refused on an unknown kind."""
        if planned.fault not in (*KINDS, "answer"):
            raise Refused(f"There is no fault {planned.fault}: choose one of {', '.join(KINDS)}, answer.")
        self.planned.append(planned)

    def draw(self, method: str) -> str | ApiError | None:
        """`cut_before`, `cut_after`, the error to answer, or None when all goes well."""
        fault = self._from_plan(method) or self._by_chance(method)
        self.injected += fault is not None
        if isinstance(fault, str) and fault in _ERRORS:
            return ApiError(*_ERRORS[fault])
        return fault

    def _from_plan(self, method: str) -> str | ApiError | None:
        for planned in self.planned:
            if planned.method.lower() in {"*", method.lower()}:
                planned.times -= 1
                if planned.times <= 0:
                    self.planned.remove(planned)
                return planned.error() if planned.fault == "answer" else planned.fault
        return None

    def _by_chance(self, method: str) -> str | None:
        if not self._concerns(method):
            return None
        for kind in KINDS:
            if self._random.random() < getattr(self.chances, kind):
                return kind
        return None

    def _concerns(self, method: str) -> bool:
        named = [name.lower() for name in self.chances.methods]
        return not named or method.lower() in named

    def delay(self, method: str) -> float:
        """How long this call is held up, in seconds."""
        if not self.chances.latency or not self._concerns(method):
            return 0.0
        return self._random.uniform(0, self.chances.latency)

    def twice(self) -> bool:
        """Whether an update that was confirmed is to be delivered once more."""
        again = self.chances.twice > 0 and self._random.random() < self.chances.twice
        self.injected += again
        return again
