"""The command line with a chat model: what leaves the machine, for whom it writes, what it did."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.chat_model.models import truthful
from tests.chat_server import ChatServer, serving
from tests.conftest import SAMPLES
from ui.cli import main

QUESTION = "What did inspectors say about caseloads in Saltmere?"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with a sample report."""
    folder = tmp_path_factory.mktemp("data")
    with Library(Settings(data=folder)) as library:
        ingest([SAMPLES / "saltmere--childrens-services--2019-08-02.pdf"], library)
    return folder


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[ChatServer]:
    """A chat model on this machine, which the environment names."""
    with serving(truthful) as found:
        monkeypatch.setenv("INSPECTION_CHAT_MODEL", "openai:test")
        monkeypatch.setenv("INSPECTION_CHAT_URL", found.url)
        yield found


def ask(data: Path, *options: str) -> Result:
    """What `inspection ask` prints."""
    return CliRunner().invoke(main, ["ask", QUESTION, "--data", str(data), *options])


def test_what_leaves_the_machine_is_told_beside_the_answer(data: Path, server: ChatServer) -> None:
    done = ask(data, "--json")
    assert "nothing leaves this machine" in done.stderr
    form = json.loads(done.stdout)
    assert form["writing"]["model"] == "openai:test"
    assert form["writing"]["dropped"] == 0
    assert len(server.requests) > 0


@pytest.mark.parametrize(("reader", "told"), [("staff", "prepares for the next inspection"), ("trainer", "trains")])
def test_the_model_is_told_for_whom_it_writes(data: Path, server: ChatServer, reader: str, told: str) -> None:
    assert ask(data, "--reader", reader).exit_code == 0
    assert told in str(server.requests[-1].messages[0])


def test_without_a_chat_model_nothing_is_told_of_one(data: Path) -> None:
    done = ask(data, "--json")
    assert done.stderr == ""
    assert "writing" not in json.loads(done.stdout)
