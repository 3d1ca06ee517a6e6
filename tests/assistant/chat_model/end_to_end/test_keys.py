"""A key goes to its server, in its header, and nowhere else."""

import logging
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest
from tests.assistant.chat_model.end_to_end.conftest import KEY
from tests.assistant.chat_model.models import truthful
from tests.builders import markdown
from tests.chat_server import Behaviour, ChatServer, Messages, Raw, Refusal
from ui.cli import main

OTHER_KEY = "sk-other-fedcba9876543210fedcba9876543210"
"""The provider's own, which no other server may get."""
QUESTION = "Do social workers in Fennimoor carry lanterns at night?"
TELLING = {
    "refused": Refusal(401, "invalid_api_key", f"Incorrect API key provided: {KEY}. See our site."),
    "echoed by the server": Refusal(
        500, "server_error", f"Bad header Authorization: Bearer {KEY}", {"Retry-After": "0.01"}
    ),
    "echoed in a bad request": Refusal(400, "bad_request", f"api_key={KEY} is not allowed here"),
}


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library with one report."""
    folder = tmp_path_factory.mktemp("keys")
    (folder / "fennimoor.md").write_bytes(markdown())
    with Library(Settings(data=folder / "data")) as library:
        ingest([folder / "fennimoor.md"], library)
    return folder / "data"


@pytest.fixture
def run(
    server: ChatServer,
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    loopback: list[str],
    caplog: pytest.LogCaptureFixture,
) -> object:
    """Runs a command with a key in the environment, against a server that behaves so."""
    caplog.set_level(logging.DEBUG)

    def run_(behaviour: Behaviour, *command: str, url: str = server.url) -> Result:
        server.behaviour = behaviour
        server.requests.clear()
        monkeypatch.setenv("OPENAI_API_KEY", OTHER_KEY)
        monkeypatch.setenv("INSPECTION_CHAT_KEY", KEY)
        monkeypatch.setenv("INSPECTION_CHAT_MODEL", "openai:test")
        monkeypatch.setenv("INSPECTION_CHAT_URL", url)
        result = CliRunner().invoke(main, [*command, "--data", str(data)])
        assert loopback == []
        return result

    return run_


def nowhere(result: Result, data: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The keys, and their halves, stand in no output, no log and no file."""
    for half in (KEY[:20], OTHER_KEY[:20]):
        assert half not in result.output + result.stderr
        assert half not in caplog.text
        assert not any(
            half in str(vars(record)) for record in caplog.records if record.name.startswith(("assistant", "ui"))
        )
        for path in data.rglob("*"):
            if path.is_file():
                assert half.encode() not in path.read_bytes(), path


@pytest.mark.parametrize("refusal", TELLING.values(), ids=TELLING)
def test_a_key_that_the_server_repeats_is_shown_nowhere(
    run: object, data: Path, caplog: pytest.LogCaptureFixture, refusal: Refusal
) -> None:
    result = run(lambda _messages: refusal, "ask", QUESTION)  # type: ignore[operator]  # the fixture's function
    assert result.exit_code == 0, result.output
    assert "lanterns" in result.output
    nowhere(result, data, caplog)


def test_a_key_is_sent_in_its_header_and_not_in_the_words(
    run: object, data: Path, caplog: pytest.LogCaptureFixture, server: ChatServer
) -> None:
    result = run(truthful, "ask", QUESTION, "--json")  # type: ignore[operator]
    assert server.requests[-1].headers["authorization"] == f"Bearer {KEY}"
    assert KEY not in str(server.requests[-1].body)
    assert not any(OTHER_KEY in str(request) for request in server.requests)
    nowhere(result, data, caplog)


def test_a_model_that_says_the_key_is_not_believed(run: object, data: Path, caplog: pytest.LogCaptureFixture) -> None:
    def says(_messages: Messages) -> list[str]:
        return [f"Social workers carry lanterns and the key {KEY} on the marsh at night [1]."]

    nowhere(run(says, "ask", QUESTION), data, caplog)  # type: ignore[operator]


def test_garbled_bytes_with_the_key_are_shown_nowhere(
    run: object, data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    garbled = [Raw(f"data: {{{KEY}\n\n".encode())]
    nowhere(run(lambda _messages: garbled, "ask", QUESTION), data, caplog)  # type: ignore[operator]


@pytest.mark.parametrize("behaviour", [truthful, *(lambda _messages, r=r: r for r in TELLING.values())])
def test_the_doctor_says_what_it_found_without_the_key(
    run: object, data: Path, caplog: pytest.LogCaptureFixture, behaviour: Behaviour
) -> None:
    result = run(behaviour, "doctor")  # type: ignore[operator]
    line = next(line for line in result.output.splitlines() if "chat model" in line)
    assert line.startswith("ok" if behaviour is truthful else "PROBLEM"), line
    nowhere(result, data, caplog)


def test_the_doctor_says_that_no_server_answers(run: object, data: Path, caplog: pytest.LogCaptureFixture) -> None:
    result = run(truthful, "doctor", url="http://127.0.0.1:9/v1")  # type: ignore[operator]
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    nowhere(result, data, caplog)
