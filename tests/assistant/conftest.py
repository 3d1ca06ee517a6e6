"""What the tests of answering share: the sample reports, read once and embedded once, and answers kept once given."""

import hashlib
from collections.abc import Callable, Iterator

import pytest
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.embedder import Embedder
from corpus.library import Library
from corpus.report import Report
from corpus.settings import Settings
from ingest import facts, paragraphs, read
from ingest.pipeline import ingest
from tests.assistant.invented import FENNIMOOR, WICKERSEA
from tests.conftest import SAMPLES

Ask = Callable[[str], Answer]


@pytest.fixture(scope="session")
def reports() -> tuple[Report, ...]:
    """The sample reports with their facts, read without a library: enough to understand questions."""
    found = []
    for path in sorted(SAMPLES.glob("*.pdf")):
        content = path.read_bytes()
        report_id = hashlib.sha256(content).hexdigest()[:16]
        document = read.read(content, path.name)
        found.append(facts.find(document, paragraphs.find(document, report_id), report_id, path.name))
    return tuple(sorted(found, key=lambda report: (report.council or "", str(report.when))))


@pytest.fixture(scope="session")
def reranker() -> Reranker:
    """The packaged cross-encoder, loaded once."""
    return Reranker()


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Library]:
    """A library of the sample reports, with the packaged embedder."""
    with Library(Settings(data=tmp_path_factory.mktemp("samples")), embedder) as library:
        ingest([SAMPLES / path.name for path in sorted(SAMPLES.glob("*.pdf"))], library)
        yield library


@pytest.fixture(scope="session")
def searcher(samples: Library, reranker: Reranker) -> Searcher:
    """What searches the sample reports."""
    return Searcher(samples, reranker)


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder, reranker: Reranker) -> Iterator[Searcher]:
    """What searches two reports that explain terms and say things twice."""
    folder = tmp_path_factory.mktemp("invented")
    (folder / "fennimoor.md").write_text(FENNIMOOR, encoding="utf-8")
    (folder / "wickersea.md").write_text(WICKERSEA, encoding="utf-8")
    with Library(Settings(data=folder / "library"), embedder) as library:
        ingest([folder / "fennimoor.md", folder / "wickersea.md"], library)
        yield Searcher(library, reranker)


@pytest.fixture(scope="session")
def chain(samples: Library, reranker: Reranker) -> Runnable[Asked, Answer]:
    """The chain over the sample reports."""
    return build_chain(samples, reranker)


@pytest.fixture(scope="session")
def ask(chain: Runnable[Asked, Answer]) -> Ask:
    """Answers a question that stands alone; a question asked before is not answered anew."""
    answers: dict[str, Answer] = {}

    def ask_(question: str) -> Answer:
        if question not in answers:
            answers[question] = chain.invoke(Asked(question))
        return answers[question]

    return ask_
