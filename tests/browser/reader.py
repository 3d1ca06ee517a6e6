"""A reader at the chat in a real browser: asks, waits for the answer, opens sources."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, expect

PATIENCE = 30_000  # milliseconds: the first question loads the models
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@dataclass
class Reader:
    """A page of the chat, what its console complained of, and the addresses outside this machine that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Ask, and wait for the finished answer."""
        before = self.page.locator("section.turn[aria-labelledby]").count()
        self.page.get_by_role("textbox").fill(question)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("section.turn[aria-labelledby]")).to_have_count(before + 1, timeout=PATIENCE)
        expect(self.page.locator(".busy")).to_have_count(0, timeout=PATIENCE)

    def open(self, number: int) -> None:
        """Open a source of the last answer by its number after a sentence."""
        self.page.locator("section.turn").last.locator(f"button.cite:text-is('{number}')").first.click()
        self.wait_for_source()

    def wait_for_source(self) -> None:
        """Wait until a source is there with its page."""
        expect(self.page.locator(".source")).to_be_visible(timeout=PATIENCE)
        self.page.wait_for_function("[...document.querySelectorAll('.page img')].every(i => i.complete)")

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        self.page.evaluate("document.fonts.ready")
        found: dict[str, Any] = Axe().run(self.page)
        return [f"{each['id']}: {[node['html'][:120] for node in each['nodes']]}" for each in found["violations"]]


@contextmanager
def reading(
    browser: Browser, address: str, width: int = 1440, height: int = 900, scheme: Literal["light", "dark"] = "light"
) -> Iterator[Reader]:
    """A reader who has the chat open. Nobody's console complains and nothing leaves the machine."""
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    reader = Reader(context.new_page())
    reader.page.set_default_timeout(PATIENCE)
    reader.page.on("console", lambda said: _listen(reader, said))
    reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
    reader.page.on("request", lambda request: _note(reader, request.url))
    reader.page.goto(address)
    expect(reader.page.locator("h1")).to_be_visible(timeout=PATIENCE)
    yield reader
    assert reader.complaints == []
    assert reader.outside == []
    context.close()


def _listen(reader: Reader, said: ConsoleMessage) -> None:
    if said.type == "error":
        reader.complaints.append(said.text)


def _note(reader: Reader, address: str) -> None:
    where = urlsplit(address)
    if where.scheme not in ("data", "blob") and where.hostname != "127.0.0.1":
        reader.outside.append(address)
