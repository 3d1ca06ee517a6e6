"""What tests share: a real embedder, and an empty library whose vectors can be foretold."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from corpus.embedder import Embedder
from corpus.library import Library
from corpus.settings import PREFIX, Settings
from tests.fakes import WordBuckets

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The settings of whoever runs the tests stay out of them, and so does their library."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        monkeypatch.delenv(name)
    monkeypatch.setenv(f"{PREFIX}DATA", str(tmp_path / "data"))


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    """The packaged embedder, loaded once."""
    return Embedder()


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[Callable[..., Library]]:
    """Opens the library in the test's data folder, as often as it is called; the one before is closed."""
    opened: list[Library] = []

    def open_(embedder: Embedder | None = None) -> Library:
        for before in opened:
            before.close()
        opened[:] = [Library(Settings(data=tmp_path / "data"), embedder or WordBuckets())]
        return opened[0]

    yield open_
    for last in opened:
        last.close()


@pytest.fixture
def library(open_library: Callable[..., Library]) -> Library:
    """An empty library that embeds by word buckets."""
    return open_library()
