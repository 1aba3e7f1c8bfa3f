"""A vertaler reviews: good, a better text, skip; two vertalers at once; what is missing; what a reader sees."""

from pathlib import Path

from bot.simulator.driver import Bubble
from tests.conversation.town import Town, in_town


def _draft(bubble: Bubble) -> bool:
    return any(data.startswith("vert:goed:") for data in bubble.data())


def _good(bubble: Bubble) -> str:
    return next(data for data in bubble.data() if data.startswith("vert:goed:"))


def _of(bubble: Bubble, town: Town) -> dict[str, object]:
    dutch_id, taal = _good(bubble).split(":")[2:4]
    row = town.store.database.row("SELECT topic, variant FROM answer WHERE id = ?", (int(dutch_id),))
    assert row is not None
    found = town.store.answers.text(row["topic"], taal, row["variant"])
    assert found is not None
    return {name: getattr(found, name) for name in ("topic", "variant", "status", "author", "text")}


def test_a_text_that_is_called_good_loses_its_draft_line(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "tr")
        await amina.say("/vertalingen")
        shown = await amina.until(_draft)
        before = _of(shown, town)
        await amina.press(_good(shown))
        following = await amina.until(lambda bubble: _draft(bubble) and bubble.id != shown.id)
        after = _of(shown, town)
        assert (before["status"], after["status"], after["author"]) == ("draft", "reviewed", "Amina (vertaler)")
        assert after["text"] == before["text"]
        assert _good(following) != _good(shown)

    in_town(tmp_path, play)


def test_a_reply_is_the_new_text_and_readers_see_it_without_the_draft_line(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        town.store.database.execute(
            "UPDATE answer SET status = 'reviewed' WHERE taal = 'tr' AND (topic <> 'gp' OR variant <> '')"
        )
        amina = await town.sleutelpersoon(201, "Amina", "tr")
        reader = await town.nieuwkomer(taal="tr")
        await reader.press("thema:life")
        await reader.press("onderwerp:gp")
        await reader.until("Bunu bilgisayar çevirdi")
        await amina.say("/vertalingen")
        shown = await amina.until(_draft)
        dutch = town.store.answers.text("gp", "nl", "")
        assert dutch is not None
        await amina.say("Önce <b>huisarts</b> ara. <kapot>", reply_to=shown.id)
        await amina.until("kan zo niet")
        await amina.say("Önce <b>huisarts</b> ara.", reply_to=shown.id)
        await amina.until("Dit staat wel in het Nederlands")
        await amina.press("vzet:nee")
        await amina.until("Er is niets veranderd")
        await amina.say("Önce <b>huisarts</b> ara.", reply_to=shown.id)
        await amina.until("Dit staat wel in het Nederlands")
        await amina.press("vzet:ja")
        await amina.until("Opgeslagen")
        await reader.press("thema:life")
        await reader.press("onderwerp:gp")
        answer = await reader.until("Önce huisarts ara.")
        assert "bilgisayar" not in answer.text

    in_town(tmp_path, play)


def test_two_vertalers_get_different_texts_and_never_overwrite_each_other(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "tr")
        bilal = await town.sleutelpersoon(202, "Bilal", "tr")
        await amina.say("/vertalingen")
        first = await amina.until(_draft)
        await bilal.say("/vertalingen")
        second = await bilal.until(_draft)
        assert _good(first) != _good(second)
        town.store.database.execute("DELETE FROM review")
        await bilal.press(_good(second).replace("goed", "sla"))
        same = await bilal.until(lambda bubble: _draft(bubble) and _good(bubble) == _good(first))
        await amina.press(_good(first))
        await amina.until(lambda bubble: _draft(bubble) and bubble.id != first.id)
        await bilal.say("Benim metnim", reply_to=same.id)
        told = await bilal.until("niet kwijt")
        assert "Benim metnim" in told.text
        assert _of(first, town)["author"] == "Amina (vertaler)"

    in_town(tmp_path, play)


def test_a_skipped_text_does_not_come_back_soon_and_an_old_button_is_answered(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "tr,so")
        await amina.say("/vertalingen")
        await amina.until("Vertalingen nakijken")
        await amina.press("vtaal:so")
        shown = await amina.until(lambda bubble: _draft(bubble) and ":so:" in _good(bubble))
        await amina.press(_good(shown).replace("goed", "sla"))
        following = await amina.until(lambda bubble: _draft(bubble) and bubble.id > shown.id)
        assert _good(following) != _good(shown)
        await amina.press("vtaal:so")
        again = await amina.until(lambda bubble: _draft(bubble) and bubble.id > following.id)
        assert _good(again) == _good(following)

    in_town(tmp_path, play)


def test_whoever_does_not_translate_is_told_so(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        nl_only = await town.sleutelpersoon(201, "Henk", "nl")
        await nl_only.say("/vertalingen")
        await nl_only.until("Alleen een vertaler kan teksten nakijken")

    in_town(tmp_path, play)


def test_a_forgotten_vertaler_leaves_his_texts_without_his_name(tmp_path: Path) -> None:
    async def play(town: Town) -> None:
        amina = await town.sleutelpersoon(201, "Amina", "tr")
        await amina.say("/vertalingen")
        shown = await amina.until(_draft)
        await amina.press(_good(shown))
        await amina.until(lambda bubble: _draft(bubble) and bubble.id != shown.id)
        await amina.say("/verwijder")
        await amina.press("verwijder:ja")
        await amina.until("We bewaren niets meer van jou")
        assert _of(shown, town)["author"] == "vertaler"

    in_town(tmp_path, play)
