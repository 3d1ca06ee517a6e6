"""A reader at the chat in a real browser: asks, waits for the answer, opens sources, goes from page to page."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import Literal, get_args
from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, expect

PATIENCE = 30_000  # milliseconds: the first question loads the models
LONG = 90_000  # milliseconds: a first visit opens the library, and the machine may be busy otherwise
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
RULES = {"rules": {"target-size": {"enabled": True}}}  # the one of WCAG 2.2 that axe leaves out unless it is asked for
FOUND = """options => axe.run(options).then(found => found.violations.map(
    each => `${each.id}: ${each.nodes.map(node => node.html.slice(0, 120)).join(" | ")}`))"""
"""What axe finds wrong, in words. All that it finds right stays in the page: it is hundreds of kilobytes a time."""
PROBED = re.compile(r"/\w+/_stcore/(health|host-config)$")
IS_DRAWN = """() => !document.querySelector("[data-stale=true], [data-testid=stSkeleton]")
    && document.querySelector("[data-test-script-state=notRunning], .busy, progress") !== null"""
"""Whether all of the page has come, fields that load late too, and nothing of the one before is left; or else it says
itself that it is at work."""
IS_STILL = """() => document.getAnimations().every(
    each => each.playState !== "running" || each.effect.getTiming().iterations === Infinity)"""
"""Whether nothing fades any more: what Streamlit is about to draw anew is pale for a moment."""
IS_IN = "scheme => getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === scheme"
"""Whether the page has heeded the colour scheme."""
IS_SEEN = """() => {
    const focused = document.activeElement, box = focused.getBoundingClientRect();
    if (focused === document.body) return true;
    return box.width > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight
        && getComputedStyle(focused).visibility === "visible";
}"""
"""Whether what has the focus is somewhere that can be seen."""


Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = get_args(Scheme)


@dataclass
class Reader:
    """A page of the chat, what its console complained of, and the addresses outside this machine that it asked for."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)

    def begin(self, question: str) -> None:
        """Ask, and do not wait."""
        self.page.get_by_role("textbox", name="Ask about the inspection reports").fill(question)
        self.page.keyboard.press("Enter")

    def ask(self, question: str) -> None:
        """Ask, and wait for the finished answer."""
        before = self.page.locator("section.turn[aria-labelledby]").count()
        self.begin(question)
        expect(self.page.locator("section.turn[aria-labelledby]")).to_have_count(before + 1, timeout=PATIENCE)
        expect(self.page.locator(".busy")).to_have_count(0, timeout=PATIENCE)
        self.wait_until_drawn()

    def open(self, number: int) -> None:
        """Open a source of the last answer by its number after a sentence."""
        self.page.locator("section.turn").last.locator(f"button.cite:text-is('{number}')").first.click()
        expect(self.page.locator(".source h2")).to_have_text(f"Source {number}")
        self.wait_for_source()

    def wait_for_source(self) -> None:
        """Wait until a source is there with its page."""
        expect(self.page.locator(".source")).to_be_visible(timeout=PATIENCE)
        self.wait_until_drawn()
        self.page.wait_for_function("[...document.querySelectorAll('.page img')].every(i => i.complete)")

    def link(self, name: str) -> Locator:
        """The link to another page."""
        return self.page.get_by_role("navigation", name="App pages").get_by_role("link", name=name, exact=True)

    def go(self, name: str) -> None:
        """Go to another page by its link, and wait until it is there."""
        self.link(name).click()
        expect(self.link(name)).to_have_attribute("aria-current", "page")
        expect(self.page).to_have_title(re.compile(f"^{name}"))
        expect(self.page.locator("h1")).to_be_visible()
        self.wait_until_drawn()

    def wait_until_drawn(self) -> None:
        """Wait until all of the page has come: what is not there then will not come by itself."""
        self.page.wait_for_function(IS_DRAWN, timeout=LONG)

    def turn(self, scheme: Scheme) -> None:
        """Turn the reader's system to light or dark, and wait until the page, in the state it is in, has followed."""
        self.page.emulate_media(color_scheme=scheme)
        self.page.wait_for_function(IS_IN, arg=scheme)

    def tab_to(self, wanted: Locator, *, most: int = 60) -> None:
        """Press the Tab key until something has the focus, so often at most. Wherever it stops can be seen."""
        for _press in range(most):
            self.page.keyboard.press("Tab")
            assert self.page.evaluate(IS_SEEN), self.page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
            if wanted.evaluate("element => element === document.activeElement"):
                return
        raise AssertionError(f"The keyboard does not reach {wanted} in {most} steps.")

    def violations(self) -> list[str]:
        """What axe finds wrong with the page as it is now."""
        self.wait_until_drawn()
        self.page.evaluate("document.fonts.ready")
        self.page.wait_for_function(IS_STILL)
        if self.page.evaluate("!('axe' in window)"):
            self.page.evaluate(AXE_SCRIPT)
        found: list[str] = self.page.evaluate(FOUND, RULES)
        return found

    def violations_in_light_and_dark(self) -> list[str]:
        """What axe finds wrong with the page as it is now in each colour scheme. Leaves it dark."""
        found = []
        for scheme in SCHEMES:
            self.turn(scheme)
            found += [f"{scheme}: {wrong}" for wrong in self.violations()]
        return found


@contextmanager
def reading(browser: Browser, address: str, width: int = 1440, height: int = 900) -> Iterator[Reader]:
    """A reader who has the chat open. Nobody's console complains and nothing leaves the machine."""
    with closing(browser.new_context(viewport={"width": width, "height": height})) as context:
        reader = Reader(context.new_page())
        reader.page.set_default_timeout(PATIENCE)
        reader.page.on("console", lambda said: _listen(reader, said))
        reader.page.on("pageerror", lambda error: reader.complaints.append(str(error)))
        reader.page.on("request", lambda request: _note(reader, request.url))
        reader.page.goto(address)
        expect(reader.page.locator("h1")).to_be_visible(timeout=LONG)
        reader.wait_until_drawn()
        yield reader
        assert reader.complaints == []
        assert reader.outside == []


def _listen(reader: Reader, said: ConsoleMessage) -> None:
    # Streamlit first looks for its server below the address of the page, such as /reports, and only then at its root.
    if said.type == "error" and not PROBED.search(str(said.location.get("url"))):
        reader.complaints.append(said.text)


def _note(reader: Reader, address: str) -> None:
    where = urlsplit(address)
    if where.scheme not in ("data", "blob") and where.hostname != "127.0.0.1":
        reader.outside.append(address)
