"""A model is put into a running Rasa; one that misses what is known goes out again, and messages go on meanwhile."""

import asyncio
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.interpreter import models, swapping
from bot.interpreter.errors import TrainingFailed
from bot.interpreter.models import facts_of
from bot.interpreter.rasa import Rasa
from bot.interpreter.swapping import Known, swap
from bot.usecases.queue.desk_rules import set_rule
from tests.conversation.town import Town, in_town

pytestmark = pytest.mark.slow
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
FEWEST = 3
QUESTION = "Hoe meld ik me aan voor het examen?"


def test_every_known_question_names_its_language_and_topic() -> None:
    found = swapping.known()
    assert len({each.taal for each in found}) == 16
    assert all(each.text.strip() for each in found)


def test_a_good_model_stays_and_one_that_misses_what_is_known_goes(tmp_path: Path, model: Path, rasa_url: str) -> None:
    other = tmp_path / "other.tar.gz"
    shutil.copy(model, tmp_path / model.name)
    shutil.copy(model, other)

    async def play() -> None:
        rasa = Rasa(rasa_url)
        try:
            await swap(rasa, tmp_path / model.name)
            await swap(rasa, other)
            assert await rasa.model() == other.name
            impossible = [Known("nl", "gp", QUESTION)]
            with pytest.raises(TrainingFailed, match=r"other\.tar\.gz put back"):
                await swap(rasa, tmp_path / model.name, impossible)
            assert await rasa.model() == other.name
            with pytest.raises(TrainingFailed, match="answered 4"):
                await swap(rasa, tmp_path / "ghost.tar.gz")
            assert await rasa.model() == other.name
            assert not models.is_loading(tmp_path)
        finally:
            await rasa.load(model)
            await rasa.close()

    asyncio.run(play())


def test_no_question_is_lost_while_models_are_swapped(tmp_path: Path, model: Path, rasa_url: str) -> None:
    here = tmp_path / "models" / model.name
    here.parent.mkdir()
    shutil.copy(model, here)
    shutil.copy(facts_of(model.parent, model.name), here.parent)

    async def play(town: Town) -> None:
        await town.stop()
        await town.start(rasa_url=rasa_url)
        set_rule(town.store, "flood_burst", 1000)  # who asks on and on is no flood here
        phone = await town.nieuwkomer(taal="nl")
        rasa = Rasa(rasa_url)
        try:
            swaps = asyncio.create_task(_swaps(rasa, here))
            asked = 0
            while not swaps.done() or asked < FEWEST:
                await phone.say(QUESTION)
                await phone.until("Bron", timeout=60)
                asked += 1
            await swaps
        finally:
            await rasa.load(model)
            await rasa.close()
        assert town.store.questions.figures(LONG_AGO)["decisions"] == {"antwoord": asked}

    in_town(tmp_path, play)


async def _swaps(rasa: Rasa, model: Path) -> None:
    for _ in range(3):
        await swap(rasa, model)
