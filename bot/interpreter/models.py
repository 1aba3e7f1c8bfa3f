"""The trained models in SLEUTELBOT_DATA/models, with the thresholds that were chosen for each."""

import asyncio
import json
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import structlog
import yaml

from bot.domain.understanding import Thresholds
from bot.interpreter.errors import TrainingFailed
from bot.settings import PROJECT

log = structlog.get_logger()
KEPT = 3
INSTEAD = "instead.json"
LOADING = "loading"
LOADING_SECONDS = 600.0
FLOORS = PROJECT / "nlu" / "floors.yml"
DEFAULT = Thresholds(sure=0.6, suggest=0.12, off_topic=0.25, crisis=0.2)


def facts_of(models: Path, name: str) -> Path:
    """Return where the thresholds and figures of a model stand, by its file name."""
    return models / f"{name.removesuffix('.tar.gz')}.json"


def thresholds(models: Path, name: str | None) -> dict[str, Thresholds]:
    """Return taal → thresholds of a model by its file name, and '' → those for other languages; else empty."""
    if not name or not facts_of(models, name).exists():
        return {}
    facts = json.loads(facts_of(models, name).read_text("utf-8"))
    return {
        taal: Thresholds(row["sure"], row["suggest"], row["off_topic"], row.get("crisis", DEFAULT.crisis))
        for taal, row in _rows(facts)
    }


def _rows(facts: dict[str, Any]) -> list[tuple[str, dict[str, float]]]:
    return [("", facts["default"]), *facts["languages"].items()]


def by_age(models: Path) -> list[Path]:
    """Return the models, the one that was trained or activated last at the end."""
    return sorted(models.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)


def keep_newest(models: Path) -> None:
    """Remove all but the last three models."""
    for old in by_age(models)[:-KEPT]:
        discard(old)


def below_floors(model: Path, floors: Path = FLOORS) -> list[str]:
    """Return which figures of a model lie below the floors of a file (taal → figure → least), as sentences."""
    facts = json.loads(facts_of(model.parent, model.name).read_text("utf-8"))
    broken = []
    for taal, least in yaml.safe_load(floors.read_text("utf-8"))["held_out"].items():
        row = facts if taal == "totaal" else facts["languages"].get(taal, {})
        reached = row.get("held_out", {})
        for name, floor in least.items():
            if reached.get(name) is None or reached[name] < floor:
                broken.append(f"{taal}: {name} is {reached.get(name)}, the floor is {floor}")
    return broken


def discard(model: Path) -> None:
    """Remove a model with its facts."""
    model.unlink()
    facts_of(model.parent, model.name).unlink(missing_ok=True)


def touch(model: Path) -> None:
    """Make a model the newest."""
    os.utime(model)


def added(models: Path) -> Path:
    """Return where the examples that were added in use lie for the training."""
    return models / "added"


@contextmanager
def loading(models: Path) -> Iterator[None]:
    """Let the bot know that a model is being loaded, so that it waits longer for Rasa; see `is_loading`."""
    mark = models / LOADING
    mark.touch()
    try:
        yield
    finally:
        mark.unlink(missing_ok=True)


def is_loading(models: Path) -> bool:
    """Return whether a model is being loaded; a mark that was left behind ten minutes ago counts no more."""
    try:
        return time.time() - (models / LOADING).stat().st_mtime < LOADING_SECONDS
    except FileNotFoundError:
        return False


async def fitting(models: Path) -> Path:
    """Return the model to start with: that of today's examples, or the one that somebody went back to from it.

    While that of today is too weak it is the newest other one; raises TrainingFailed when none is above the floors.
    """
    wanted = await train(models, quiet=True)
    instead = models / _instead(models).get(wanted.name, wanted.name)
    if instead.exists():
        wanted = instead
    broken = below_floors(wanted)
    if not broken:
        return wanted
    others = [model for model in by_age(models) if facts_of(models, model.name).exists() and not below_floors(model)]
    if not others:
        raise TrainingFailed(f"The model is too weak to be used: {'; '.join(broken)}.")
    log.error("the model of these examples is too weak, an older one is used", reason="; ".join(broken))
    return others[-1]


def use_instead(model: Path, of: Path) -> None:
    """Remember, also over a restart, that one model is used instead of another; of itself: that it is used again."""
    chosen = _instead(model.parent) | {of.name: model.name}
    passing = (model.parent / INSTEAD).with_suffix(".new")
    passing.write_text(json.dumps({a: b for a, b in chosen.items() if a != b}), "utf-8")
    passing.replace(model.parent / INSTEAD)


def _instead(models: Path) -> dict[str, str]:
    try:
        found: dict[str, str] = json.loads((models / INSTEAD).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return found


async def train(models: Path, quiet: bool = False) -> Path:
    """Train in a process of its own, or find the model that fits already; raises TrainingFailed with what it said.

    The examples in `added` are learned beside those of the repository.
    """
    models.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "nlu.train", "--data", str(PROJECT / "nlu" / "data"), "--out", str(models)]
    command += ["--extra", str(added(models)), "--development", str(PROJECT / "nlu" / "development")]
    command += ["--parent-pid", str(os.getpid())]
    process = await asyncio.create_subprocess_exec(
        *command, cwd=PROJECT, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE if quiet else None,
    )  # fmt: skip
    try:
        out, err = await process.communicate()
    except asyncio.CancelledError:
        process.kill()
        await process.wait()
        raise
    if process.returncode != 0:
        said = (err or b"").decode("utf-8", "replace").strip().splitlines()
        raise TrainingFailed(said[-1] if said else f"The training ended with exit code {process.returncode}.")
    return Path(out.decode("utf-8").strip().splitlines()[-1])
