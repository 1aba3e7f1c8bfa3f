"""The report of an evaluation: one HTML page with a picture, to read and to keep."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader

from bot.commandline import calibration
from bot.commandline.evaluation import Outcome

PICTURE = "calibration.png"
PAGE = "report.html"
CONFUSIONS = 40


def confusions(outcomes: Sequence[Outcome]) -> list[tuple[str, str, int]]:
    """Return (asked, taken for, times) of what was not right, the commonest first."""
    taken = Counter(("|".join(sorted(o.row.named)), o.first or o.besluit) for o in outcomes if not o.right)
    return [(asked, got, times) for (asked, got), times in taken.most_common(CONFUSIONS)]


def write(folder: Path, figures: dict[str, Any], outcomes: Sequence[Outcome], files: Sequence[str]) -> Path:
    """Write the page and its picture into a folder; returns the path of the page. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    steps = calibration.steps(outcomes)
    calibration.draw(steps, folder / PICTURE)
    pages = Environment(loader=FileSystemLoader(Path(__file__).with_name("pages")), autoescape=True)
    page = pages.get_template("evaluation.html").render(
        files=files,
        made=datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        figures=figures,
        names=list(figures["totaal"]),
        steps=steps,
        error=calibration.error(steps),
        confusions=confusions(outcomes),
        wrong=[o for o in outcomes if not o.right],
        picture=PICTURE,
    )
    (folder / PAGE).write_text(page, "utf-8")
    return folder / PAGE
