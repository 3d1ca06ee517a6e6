"""Makes the pictures of the README, in docs/: what each page shows of the sample reports.

Run by `make screenshots`.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import expect, sync_playwright

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.browser.reader import ARGUMENTS, PATIENCE, Reader, reading
from tests.browser.serving import ROOT, served

QUESTIONS = (
    "How have the judgements in Saltmere changed over time?",
    "Do social workers have manageable caseloads in Eldermarsh?",
    "What needs to improve in Corvenshire?",
)


def ask(reader: Reader) -> None:
    """An answer with the first of its sources open beside it."""
    reader.ask("What did inspectors say about care leavers in Saltmere?")
    reader.open(1)


def conversations(reader: Reader) -> None:
    """What was asked before."""
    for question in QUESTIONS:
        reader.page.get_by_role("button", name="New conversation").click()
        expect(reader.page.locator("nav.first")).to_be_visible()
        reader.ask(question)
    reader.go("Conversations")
    expect(reader.page.locator(".kept li")).to_have_count(len(QUESTIONS) + 1)


def improvements(reader: Reader) -> None:
    """What inspectors asked a council for, from an answer that lists it."""
    reader.go("Ask")
    reader.page.get_by_role("button", name="Follow these improvements").last.click()
    expect(reader.link("Improvements")).to_have_attribute("aria-current", "page")
    expect(reader.page.get_by_role("heading", level=2).first).to_be_visible()


def compare(reader: Reader) -> None:
    """Grades by council and year."""
    reader.go("Compare")
    expect(reader.page.locator(".grades").first).to_be_visible()


def briefing(reader: Reader) -> None:
    """A briefing that filled itself, with the source of a key message open beside it."""
    reader.go("Briefings")
    reader.page.get_by_label("Council").click()
    reader.page.get_by_role("option", name="Saltmere").click()
    reader.page.get_by_label("Theme").fill("care leavers")
    reader.page.get_by_role("button", name="Make the briefing").click()
    expect(reader.page.locator("h1")).to_have_text("Care leavers in Saltmere", timeout=90_000)
    reader.page.locator(".briefing button.cite").first.click()
    reader.wait_for_source()


def reports(reader: Reader) -> None:
    """What the library holds."""
    reader.go("Reports")


def report(reader: Reader) -> None:
    """One report, with its text beside its pages."""
    reader.page.get_by_role("button", name="Saltmere, ILACS").first.click()
    expect(reader.page.locator("h1")).to_contain_text("Saltmere")
    expect(reader.page.locator("main img").first).to_be_visible()


PICTURES: dict[str, Callable[[Reader], None]] = {
    "chat": ask,
    "conversations": conversations,
    "improvements": improvements,
    "compare": compare,
    "briefing": briefing,
    "reports": reports,
    "report": report,
}


def main() -> None:
    """Use the chat on the sample reports, and keep a picture of each page."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium was found: install one, on Debian with apt-get install chromium.")
    expect.set_options(timeout=PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        with Library(Settings(data=Path(folder))) as library:
            ingest(sorted((ROOT / "corpus" / "samples").glob("*.pdf")), library)
        with served(ROOT / "ui" / "app.py", Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            with reading(browser, address, width=1440, height=900) as reader:
                for name, show in PICTURES.items():
                    show(reader)
                    reader.page.mouse.move(0, 0)
                    reader.page.wait_for_timeout(1000)  # what fades in has done so
                    reader.page.screenshot(path=str(ROOT / "docs" / f"{name}.png"))


if __name__ == "__main__":
    main()
