"""A real browser, and the chat running for it: once on the stand-ins, once on sample reports with all that is real."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.browser.reader import ARGUMENTS, PATIENCE
from tests.browser.serving import ROOT, served

SAMPLES = ("saltmere--childrens-services--2019-08-02.pdf", "eldermarsh--childrens-services--2023-08-07.pdf")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without one the tests are skipped, but in CI they fail."""
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if chromium is None:
        reason = "No Chromium was found: install one, on Debian with apt-get install chromium."
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        expect.set_options(timeout=PATIENCE)
        found = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def fake_chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the page on the stand-ins of tests/fakes.py."""
    with served(Path(__file__).with_name("fake_app.py"), tmp_path_factory.mktemp("fakes")) as address:
        yield address


@pytest.fixture(scope="session")
def empty_chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the chat on an empty library."""
    with served(ROOT / "ui" / "app.py", tmp_path_factory.mktemp("empty")) as address:
        yield address


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with two sample reports."""
    data = tmp_path_factory.mktemp("samples")
    with Library(Settings(data=data)) as library:
        ingest([ROOT / "corpus" / "samples" / name for name in SAMPLES], library)
    return data


@pytest.fixture(scope="session")
def chat(sample_data: Path) -> Iterator[str]:
    """The address of the chat on two sample reports."""
    with served(ROOT / "ui" / "app.py", sample_data) as address:
        yield address
