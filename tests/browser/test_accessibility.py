"""Nobody is shut out: axe finds nothing in any state, and nothing is lost on a narrow screen."""

from itertools import pairwise
from typing import Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import reading

SCHEMES = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_in_any_state(browser: Browser, fake_chat: str, scheme: Literal["light", "dark"]) -> None:
    """First visit, answered, source open, reading on, nothing found, failed."""
    with reading(browser, fake_chat, scheme=scheme) as reader:
        found = {"first visit": reader.violations()}
        reader.ask("How are caseloads?")
        found["answered"] = reader.violations()
        reader.open(1)
        found["source open"] = reader.violations()
        reader.page.get_by_role("button", name="Next paragraph").click()
        expect(reader.page.locator(".source .aside").first).to_contain_text("Not cited")
        found["reading on"] = reader.violations()
        reader.ask("nothing")
        found["nothing found"] = reader.violations()
        reader.page.get_by_role("textbox").fill("broken")
        reader.page.keyboard.press("Enter")
        expect(reader.page.locator(".problem")).to_be_visible()
        found["failed"] = reader.violations()
    assert [state for state in found if found[state]] == [], found


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_an_empty_library(
    browser: Browser, empty_chat: str, scheme: Literal["light", "dark"]
) -> None:
    with reading(browser, empty_chat, scheme=scheme) as reader:
        assert reader.violations() == []


@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_narrow_screen(browser: Browser, fake_chat: str, width: int) -> None:
    """320 pixels are what is left of 1280 at 400 % (WCAG 2.2, 1.4.10)."""
    with reading(browser, fake_chat, width=width, height=600) as reader:
        reader.ask("hostile")
        reader.ask("long")
        reader.open(1)
        assert reader.page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert reader.page.locator("[data-testid=stMain]").evaluate("main => main.scrollWidth") <= width
        assert reader.violations() == []


def test_headings_are_in_order(browser: Browser, fake_chat: str) -> None:
    with reading(browser, fake_chat) as reader:
        reader.ask("How are caseloads?")
        reader.open(1)
        levels = [
            int(tag[1]) for tag in reader.page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(h => h.tagName)")
        ]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
