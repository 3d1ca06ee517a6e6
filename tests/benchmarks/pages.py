"""How long the first page and a citation take in a real browser, on sample reports, beside what was promised."""

import shutil
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.browser.reader import ARGUMENTS, reading
from tests.browser.serving import ROOT, served

_FIRST = 5.0  # seconds from when the program says where the chat is until a question can be typed
_CITATION = 0.7  # seconds from the press of a number until its page stands there
_QUESTION = "What did inspectors say about care leavers in Saltmere?"
_ROUNDS = 3


def main() -> None:
    """Print seconds, and their ratio to what was promised: under 1 is quicker."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        data = Path(folder) / "data"
        with Library(Settings(data=data)) as library:
            ingest([ROOT / "corpus" / "samples"], library)
            library.open_indexes()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=ARGUMENTS)
        _tell("first page", [_first(browser, data) for _round in range(_ROUNDS)], _FIRST)
        _tell("citation", _citations(browser, data), _CITATION)
        browser.close()


def _first(browser: Browser, data: Path) -> float:
    with served(ROOT / "ui" / "app.py", data) as address:
        started = time.monotonic()
        with reading(browser, address) as reader:
            expect(reader.page.get_by_role("textbox", name="Ask")).to_be_editable()
            return time.monotonic() - started


def _citations(browser: Browser, data: Path) -> list[float]:
    taken = []
    with served(ROOT / "ui" / "app.py", data) as address, reading(browser, address) as reader:
        reader.ask(_QUESTION)
        rows = reader.page.locator("section.turn button.source-row")
        for at in [*range(rows.count())] * _ROUNDS:
            label = rows.nth(at).locator(".label").inner_text()
            started = time.monotonic()
            rows.nth(at).click()
            expect(reader.page.locator(".source .where")).to_have_text(label)
            reader.wait_for_source()
            taken.append(time.monotonic() - started)
    return taken


def _tell(what: str, taken: list[float], promised: float) -> None:
    middle = statistics.median(taken)
    print(f"{what}: median {middle:.2f} s, most {max(taken):.2f} s; of what was promised {middle / promised:.2f}")
