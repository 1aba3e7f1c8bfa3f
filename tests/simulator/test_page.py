"""The page with the phones, in a real browser."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, async_playwright, expect
from telegram import Bot, CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup

from bot.simulator.driver import Desk, Phone
from bot.simulator.examples import EXAMPLES
from bot.simulator.server import serve
from tests.simulator.room import bot_at

pytestmark = [pytest.mark.slow, pytest.mark.browser]

AMINA = EXAMPLES[0].id
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
QUESTION = "كم تكلفة امتحان الاندماج؟"
ANSWER = "امتحان <b>Lezen</b> يكلف <b>50 يورو</b>.\nالمصدر: inburgeren.nl"
BUTTONS = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton(label, callback_data=data) for label, data in row]
        for row in ([("نعم", "nuttig:ja:1"), ("لا", "nuttig:nee:1")], [("Nederlands", "nl:exam_costs")])
    ]
)
Scene = Callable[[str, Bot, Browser], Awaitable[None]]


@asynccontextmanager
async def _stage() -> AsyncIterator[tuple[str, Bot, Browser]]:
    async with serve(people=EXAMPLES) as address, bot_at(address) as bot, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        try:
            async with Desk(address) as desk:
                await desk.strict(limits=False)
            yield address, bot, browser
        finally:
            await browser.close()


async def _page(address: str, browser: Browser, width: int, height: int) -> Page:
    page = await browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.on("pageerror", lambda error: pytest.fail(f"The page threw: {error}"))
    await page.goto(address)
    return page


def _play(scene: Scene) -> None:
    async def play() -> None:
        async with _stage() as (address, bot, browser):
            await scene(address, bot, browser)

    asyncio.run(play())


async def _ask(address: str, bot: Bot) -> None:
    async with Phone(address, AMINA, "Amina", "ar") as amina:
        await amina.start()
        asked = await amina.say(QUESTION)
        await bot.send_message(AMINA, ANSWER, "HTML", reply_to_message_id=asked.id, reply_markup=BUTTONS)
        await bot.get_updates(offset=-1)


async def _pressed(bot: Bot) -> CallbackQuery:
    query = (await bot.get_updates(timeout=10))[-1].callback_query
    assert query is not None
    return query


def test_a_conversation_on_three_phones(tmp_path: Path) -> None:
    async def scene(address: str, bot: Bot, browser: Browser) -> None:
        await _ask(address, bot)
        page = await _page(address, browser, 1400, 900)
        phone = page.locator("#phone-nieuwkomer")
        await expect(phone.locator(".message.bot .words")).to_have_css("direction", "rtl")
        await expect(phone.locator(".message.bot .words strong").first).to_have_text("Lezen")
        await phone.get_by_role("button", name="نعم").click()
        query = await _pressed(bot)
        assert query.data == "nuttig:ja:1"
        await page.screenshot(path=tmp_path / "asked.png")
        await query.answer("شكرًا لك!")
        await expect(phone.locator(".toasts p")).to_have_text("شكرًا لك!")
        await phone.get_by_role("button", name="لا", exact=True).click()
        await (await _pressed(bot)).answer("حسنًا", show_alert=True)
        await expect(page.locator("dialog.alert p")).to_have_text("حسنًا")
        await page.get_by_role("button", name="OK", exact=True).click()
        await query.edit_message_text("شكرًا")
        await expect(phone.locator(".message.bot .edited")).to_be_visible()
        await expect(phone.locator(".buttons")).to_have_count(0)
        await page.screenshot(path=tmp_path / "three-phones.png")
        await _write(page, bot)

    _play(scene)


async def _write(page: Page, bot: Bot) -> None:
    beheerder = page.locator("#phone-beheerder")
    await beheerder.get_by_role("button", name="Starten").click()
    await expect(beheerder.locator(".message.person")).to_contain_text("/start")
    await beheerder.get_by_label("Bericht", exact=True).fill("eerste")
    await beheerder.get_by_label("Bericht", exact=True).press("Enter")
    own = beheerder.locator(".message.person").last
    await expect(own.locator(".words")).to_have_text("eerste")
    await own.hover()
    await own.get_by_role("button", name="Bewerken").click()
    await beheerder.get_by_label("Bericht", exact=True).fill("tweede")
    await beheerder.get_by_role("button", name="Versturen").click()
    await expect(own.locator(".words")).to_have_text("tweede")
    updates = await bot.get_updates()
    assert updates[-1].edited_message is not None
    await own.hover()
    await own.get_by_role("button", name="Verwijderen").click()
    await expect(beheerder.locator(".message.person")).to_have_count(1)


def test_one_phone_at_a_time_on_a_narrow_screen(tmp_path: Path) -> None:
    async def scene(address: str, bot: Bot, browser: Browser) -> None:
        await _ask(address, bot)
        page = await _page(address, browser, 390, 844)
        await expect(page.locator(".phone:visible")).to_have_count(1)
        await page.locator("#phone-nieuwkomer .message.bot .bubble").click()
        await expect(page.locator("#phone-nieuwkomer .context-title")).to_have_text("Antwoord op")
        await page.screenshot(path=tmp_path / "narrow.png")
        await page.get_by_role("button", name="Iets meesturen").click()
        await page.get_by_role("button", name="Spraakbericht", exact=True).click()
        await page.get_by_role("button", name="Spraakbericht afspelen").click()
        await expect(page.get_by_role("button", name="Spraakbericht stoppen")).to_be_visible()
        voice = (await bot.get_updates())[-1].message
        assert voice is not None
        assert voice.voice is not None
        assert voice.reply_to_message is not None
        await page.get_by_role("tab", name="Sleutelpersoon").click()
        await expect(page.locator("#phone-sleutelpersoon")).to_be_visible()
        await bot.send_message(AMINA, "nieuw")
        await expect(page.locator("#tab-nieuwkomer .badge")).to_have_text("1")

    _play(scene)


def test_menus_people_and_faults(tmp_path: Path) -> None:
    async def scene(address: str, bot: Bot, browser: Browser) -> None:
        await _ask(address, bot)
        await bot.set_my_commands([("taal", "اختر لغتك")], language_code="ar")
        page = await _page(address, browser, 1100, 800)
        phone = page.locator("#phone-nieuwkomer")
        await phone.get_by_role("button", name="Opdrachten van de bot").click()
        await phone.get_by_role("button", name="/taal").click()
        await expect(phone.locator(".message.person .command").last).to_have_text("/taal")
        await phone.get_by_role("button", name="Bot blokkeren").click()
        await expect(phone.locator(".gate button")).to_have_text("Bot deblokkeren")
        await page.get_by_role("button", name="Storingen").click()
        await page.get_by_role("button", name="Slecht netwerk").click()
        await expect(page.locator("output").first).to_have_text("10%")
        await page.screenshot(path=tmp_path / "faults.png")
        async with Desk(address) as desk:
            assert (await desk.get("settings"))["faults"]["cut_before"] == 0.1
        await page.get_by_role("button", name="Alles uit").click()
        await expect(page.locator("output").first).to_have_text("0%")
        await phone.locator(".whom").select_option(label="Dawit")
        await expect(phone.locator(".message")).to_have_count(0)
        await expect(phone.locator(".tongue")).to_have_value("ti")
        await _invite(page, bot)

    _play(scene)


async def _invite(page: Page, bot: Bot) -> None:
    beheerder, sleutelpersoon = page.locator("#phone-beheerder"), page.locator("#phone-sleutelpersoon")
    await beheerder.get_by_role("button", name="Starten").click()
    await expect(beheerder.locator(".message")).to_have_count(1)
    await bot.send_message(EXAMPLES[-1].id, f"https://t.me/{(await bot.get_me()).username}?start=uitnodiging7")
    await beheerder.get_by_role("link").click()
    await page.locator("dialog.deep-link").get_by_role("button", name="Samira").click()
    await expect(sleutelpersoon.locator(".message .words")).to_have_text("/start uitnodiging7")
