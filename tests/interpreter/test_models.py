"""The models on disk: which is good enough, which is used, and which go."""

import json
import os
from pathlib import Path

import pytest

from bot.domain.understanding import Thresholds
from bot.interpreter import models

FLOORS = "held_out:\n  totaal: {top1: 0.8}\n  nl: {top1: 0.7, top3: 0.9}\n  ti: {top1: 0.6}\ndevelopment: {}\n"


def made(folder: Path, name: str, top1: float, age: int = 0) -> Path:
    """Make a model of that quality, so many seconds old."""
    row = {"sure": 0.6, "suggest": 0.1, "off_topic": 0.2, "crisis": 0.3, "held_out": {"top1": top1, "top3": top1 + 0.1}}
    facts = {"default": row, "held_out": {"top1": top1}, "languages": {"nl": row}}
    (folder / f"{name}.json").write_text(json.dumps(facts), "utf-8")
    model = folder / f"{name}.tar.gz"
    model.touch()
    os.utime(model, (model.stat().st_atime, model.stat().st_mtime - age))
    return model


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    """Return a file of floors; Tigrinya, which the models here lack, is one of them."""
    path = tmp_path / "floors.yml"
    path.write_text(FLOORS, "utf-8")
    return path


def test_every_figure_below_its_floor_is_named(tmp_path: Path, floors: Path) -> None:
    assert models.below_floors(made(tmp_path, "good", 0.85), floors) == ["ti: top1 is None, the floor is 0.6"]
    weak = models.below_floors(made(tmp_path, "weak", 0.75), floors)
    assert "totaal: top1 is 0.75, the floor is 0.8" in weak
    assert "nl: top3 is 0.85, the floor is 0.9" in weak
    assert len(weak) == 3


def test_thresholds_come_with_their_model_and_an_older_one_has_a_default_for_danger(tmp_path: Path) -> None:
    made(tmp_path, "good", 0.9)
    assert models.thresholds(tmp_path, "good.tar.gz")["nl"] == Thresholds(0.6, 0.1, 0.2, 0.3)
    facts = json.loads((tmp_path / "good.json").read_text("utf-8"))
    del facts["languages"]["nl"]["crisis"]
    (tmp_path / "good.json").write_text(json.dumps(facts), "utf-8")
    assert models.thresholds(tmp_path, "good.tar.gz")["nl"].crisis == models.DEFAULT.crisis
    assert models.thresholds(tmp_path, "ghost.tar.gz") == {}


def test_the_last_three_are_kept(tmp_path: Path) -> None:
    for age, name in enumerate(["d", "c", "b", "a"]):
        made(tmp_path, name, 0.9, age=age)
    assert [model.name[0] for model in models.by_age(tmp_path)] == ["a", "b", "c", "d"]
    models.touch(tmp_path / "a.tar.gz")
    models.keep_newest(tmp_path)
    assert [model.name[0] for model in models.by_age(tmp_path)] == ["c", "d", "a"]
    assert not (tmp_path / "b.json").exists()


def test_loading_is_marked_and_a_forgotten_mark_counts_no_more(tmp_path: Path) -> None:
    assert not models.is_loading(tmp_path)
    with models.loading(tmp_path):
        assert models.is_loading(tmp_path)
    assert not models.is_loading(tmp_path)
    mark = tmp_path / models.LOADING
    mark.touch()
    os.utime(mark, (mark.stat().st_atime, mark.stat().st_mtime - models.LOADING_SECONDS - 1))
    assert not models.is_loading(tmp_path)


def test_the_way_back_is_remembered_until_the_model_is_used_again(tmp_path: Path) -> None:
    old, new = made(tmp_path, "old", 0.9), made(tmp_path, "new", 0.9)
    models.use_instead(old, new)
    assert json.loads((tmp_path / models.INSTEAD).read_text("utf-8")) == {"new.tar.gz": "old.tar.gz"}
    models.use_instead(new, new)
    assert json.loads((tmp_path / models.INSTEAD).read_text("utf-8")) == {}
