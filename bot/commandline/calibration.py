"""Is the bot as sure as it is right? Figures and a picture."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bot.commandline.evaluation import Outcome

STEPS = 10


class Step(NamedTuple):
    """Outcomes of about the same confidence: how many, how sure on average, and the share that was right (0..1)."""

    questions: int
    confidence: float
    right: float


def steps(outcomes: Sequence[Outcome]) -> list[Step]:
    """Return the outcomes on questions about topics in ten steps of confidence; empty steps are left out."""
    judged = [o for o in outcomes if o.topics and o.first]
    parts: dict[int, list[Outcome]] = {}
    for outcome in judged:
        parts.setdefault(min(int(outcome.confidence * STEPS), STEPS - 1), []).append(outcome)
    return [_step(parts[index]) for index in sorted(parts)]


def _step(part: Sequence[Outcome]) -> Step:
    count = len(part)
    return Step(count, sum(o.confidence for o in part) / count, sum(o.hit for o in part) / count)


def error(found: Sequence[Step]) -> float | None:
    """Return the expected calibration error: how far confidence and truth lie apart on average (0..1)."""
    total = sum(step.questions for step in found)
    apart = sum(step.questions * abs(step.confidence - step.right) for step in found)
    return round(apart / total, 4) if total else None


def draw(found: Sequence[Step], path: Path) -> None:
    """Draw how often the bot is right at each confidence; points on the diagonal are honest."""
    from matplotlib.figure import Figure  # half a second that only a report is worth

    figure = Figure(figsize=(6, 6), layout="constrained")
    axes = figure.add_subplot()
    axes.plot([0, 1], [0, 1], linestyle="--", color="grey", label="honest")
    most = max((step.questions for step in found), default=1)
    sizes = [30 + 270 * step.questions / most for step in found]
    axes.scatter([step.confidence for step in found], [step.right for step in found], s=sizes, label="the bot")
    for step in found:
        axes.annotate(str(step.questions), (step.confidence, step.right), textcoords="offset points", xytext=(0, -18))
    axes.set(xlabel="confidence", ylabel="share that was right", xlim=(0, 1.02), ylim=(0, 1.05))
    axes.legend(loc="upper left")
    figure.savefig(path, dpi=120)
