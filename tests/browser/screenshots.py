"""Makes the picture of the README, docs/chat.png: an answer about the sample reports with a source open beside it.

Run by `make screenshots`.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.browser.reader import ARGUMENTS, reading
from tests.browser.serving import ROOT, served

QUESTION = "What did inspectors say about care leavers in Saltmere?"


def main() -> None:
    """Ask a question on the sample reports, open its first source, and keep the picture."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        sys.exit("No Chromium was found: install one, on Debian with apt-get install chromium.")
    picture = ROOT / "docs" / "chat.png"
    picture.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        with Library(Settings(data=Path(folder))) as library:
            ingest([ROOT / "corpus" / "samples" / name for name in _samples()], library)
        with served(ROOT / "ui" / "app.py", Path(folder)) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
            with reading(browser, address, width=1280, height=800) as reader:
                reader.ask(QUESTION)
                reader.open(1)
                reader.page.mouse.move(0, 0)
                reader.page.screenshot(path=str(picture))


def _samples() -> list[str]:
    return sorted(path.name for path in (ROOT / "corpus" / "samples").glob("*.pdf"))


if __name__ == "__main__":
    main()
