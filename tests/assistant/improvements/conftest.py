"""A library of one invented council's inspections, read and embedded once."""

from collections.abc import Callable, Iterator

import pytest

from assistant.improvements.improvement import Improvement
from assistant.improvements.listed import listed
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.embedder import Embedder
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.improvements.invented import REPORTS

Item = Callable[[str, str], Improvement]


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder, reranker: Reranker) -> Iterator[Searcher]:
    """What searches the invented inspections."""
    folder = tmp_path_factory.mktemp("followed")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Library(Settings(data=folder / "library"), embedder) as library:
        ingest([folder / name for name in REPORTS], library)
        yield Searcher(library, reranker)


@pytest.fixture
def item(followed: Searcher) -> Item:
    """Finds what a report asked for by words of it."""

    def find(file: str, words: str) -> Improvement:
        asked = listed(followed.library.report(file), followed.library)
        return next(each for each in asked if words in each.text)

    return find
