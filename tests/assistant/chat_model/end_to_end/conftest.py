"""What the tests through the real client share: a server, the chain that asks it, and no way off this machine."""

import os
import re
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.chat_model.opening import SECONDS, open_chat_model
from assistant.chat_model.writing import write
from assistant.conversation import Conversation
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.chat_model.models import given, truthful
from tests.chat_server import Behaviour, ChatServer, Request, serving
from tests.conftest import SAMPLES
from tests.fakes import WordBuckets

_ELSEWHERE = re.compile(
    r"(?:OPENAI|AZURE|ANTHROPIC|GOOGLE|GEMINI|OLLAMA|LANGSMITH|LANGCHAIN)_|\w+_proxy$", re.IGNORECASE
)
KEY = "sk-test-0123456789abcdef0123456789abcdef"
QUESTION = "What did inspectors say about caseloads in Saltmere in 2019?"
"""A question that the sample reports answer in the reports' own sentences."""


@dataclass(frozen=True)
class Model:
    """Asks questions of a chain over the sample reports whose chat model is the server's."""

    server: ChatServer
    searcher: Searcher
    choose: Callable[..., None]
    kept: dict[tuple[str, tuple[str, ...]], Answer]

    def answers(
        self, behaviour: Behaviour, question: str = QUESTION, before: Conversation | None = None, **settings: Any
    ) -> list[Answer]:
        """The growing Answers to a question, the finished one last."""
        return list(self.stream(behaviour, question, before, **settings))

    def stream(
        self, behaviour: Behaviour, question: str = QUESTION, before: Conversation | None = None, **settings: Any
    ) -> Iterator[Answer]:
        """The same, as they come."""
        self.server.behaviour = behaviour
        self.server.requests.clear()
        self.choose(**{"chat_model": "openai:test", "chat_url": self.server.url, **settings})
        yield from build_chain(self.library, self.searcher.reranker).stream(Asked(question, before or Conversation()))

    def answer(
        self, behaviour: Behaviour, question: str = QUESTION, before: Conversation | None = None, **settings: Any
    ) -> Answer:
        """The finished Answer."""
        return self.answers(behaviour, question, before, **settings)[-1]

    @property
    def library(self) -> Library:
        """The sample reports."""
        return self.searcher.library

    def written_anew(self, behaviour: Behaviour, seconds: float = SECONDS, **settings: Any) -> list[Answer]:
        """The growing Answers where the model only writes QUESTION's extractive Answer: quicker than to search anew."""
        extractive = self.extractive()
        self.server.behaviour = behaviour
        self.server.requests.clear()
        self.choose(**{"chat_model": "openai:test", "chat_url": self.server.url, **settings})
        return list(write(extractive, self.searcher, open_chat_model(self.library.settings, seconds)))

    @property
    def written(self) -> list[Request]:
        """The requests for an answer: those that hold paragraphs, unlike those for a plan or a follow-up."""
        return [request for request in self.server.requests if given(request.messages)]

    def extractive(self, question: str = QUESTION, before: Conversation | None = None) -> Answer:
        """The Answer without a chat model; one given before is not made anew."""
        before = before or Conversation()
        asked = question, tuple(turn.asked for turn in before.turns)
        if asked not in self.kept:
            self.choose(chat_model=None, chat_url=None)
            self.kept[asked] = build_chain(self.library, self.searcher.reranker).invoke(Asked(question, before))
        return self.kept[asked]


@pytest.fixture(scope="session")
def server() -> Iterator[ChatServer]:
    """A server on this machine that tells the truth until it is told otherwise."""
    with serving(truthful) as server:
        yield server


@pytest.fixture(scope="session")
def searcher(tmp_path_factory: pytest.TempPathFactory, reranker: Reranker) -> Iterator[Searcher]:
    """What searches the sample reports of one council, by words: enough to ask a model, and quick."""
    with Library(Settings(data=tmp_path_factory.mktemp("saltmere")), WordBuckets()) as library:
        ingest(sorted(SAMPLES.glob("saltmere--*.pdf")), library)
        yield Searcher(library, reranker)


@pytest.fixture(scope="session")
def kept() -> dict[tuple[str, tuple[str, ...]], Answer]:
    """Extractive answers by what was asked, and asked before."""
    return {}


@pytest.fixture
def model(
    server: ChatServer,
    searcher: Searcher,
    monkeypatch: pytest.MonkeyPatch,
    loopback: list[str],
    kept: dict[tuple[str, tuple[str, ...]], Answer],
) -> Iterator[Model]:
    """The sample reports with the server's chat model; nothing may ask beyond this machine."""

    def choose(**settings: Any) -> None:
        held = searcher.library
        monkeypatch.setattr(held, "settings", held.settings.model_copy(update=settings))

    yield Model(server, searcher, choose, kept)
    assert loopback == []


@pytest.fixture
def loopback(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was tried to be reached beyond this machine, each refused."""
    tried: list[str] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_here(address[0]):
            tried.append(f"connect {address}")
            raise OSError("There is no way off this machine.")
        connect(self, address)

    def guarded_look_up(host: Any, *words: Any, **more: Any) -> Sequence[Any]:
        if not _is_here(host):
            tried.append(f"look up {host}")
            raise socket.gaierror("There is no way off this machine.")
        return look_up(host, *words, **more)

    monkeypatch.setattr(socket.socket, "connect", guarded)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)
    return tried


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """The keys, addresses and proxies of whoever runs the tests stay out of them."""
    for name in list(os.environ):
        if _ELSEWHERE.match(name):
            monkeypatch.delenv(name)


def _is_here(host: object) -> bool:
    return host in (None, "", "localhost", "::1") or str(host).startswith("127.")
