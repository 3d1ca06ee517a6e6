"""Every provider works through its own client, and fails in the reports' own sentences and one plain line."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from threading import Thread
from typing import Any

import pytest
from langchain_core.tracers.langchain import wait_for_all_tracers
from langsmith.utils import get_env_var, tracing_is_enabled
from pydantic import SecretStr

from assistant.answer import Answer
from assistant.chat_model.disclosure import disclose
from assistant.chat_model.opening import PROVIDERS, host_of
from tests.assistant.chat_model.attacks import letters
from tests.assistant.chat_model.end_to_end.conftest import KEY, QUESTION, Model
from tests.assistant.chat_model.end_to_end.test_failures import after_a_sentence, is_told_plainly
from tests.assistant.chat_model.models import given, pieces, plan, truthful
from tests.chat_server import (
    OUT_OF_ORDER,
    TOO_MANY,
    WRONG_KEY,
    Behaviour,
    Cut,
    Full,
    Messages,
    Pause,
    Piece,
    Raw,
    Refusal,
    Stop,
    Thought,
    serving,
)

PACKAGES = {
    "openai": "langchain_openai",
    "azure_openai": "langchain_openai",
    "ollama": "langchain_ollama",
    "anthropic": "langchain_anthropic",
    "google_genai": "langchain_google_genai",
}
OWN_KEYS = (*(key for provider in PROVIDERS.values() for key in provider.keys), "OLLAMA_API_KEY")
OWN_KEY = "sk-own-fedcba9876543210fedcba9876543210"
ADDRESSES = (
    "OPENAI_BASE_URL OPENAI_API_BASE AZURE_OPENAI_ENDPOINT ANTHROPIC_BASE_URL ANTHROPIC_API_URL OLLAMA_HOST "
    "GOOGLE_GEMINI_BASE_URL GOOGLE_VERTEX_BASE_URL LANGSMITH_GATEWAY LANGSMITH_GATEWAY_URL"
).split()
PROXIES = "HTTP_PROXY HTTPS_PROXY ALL_PROXY http_proxy https_proxy all_proxy OPENAI_PROXY ANTHROPIC_PROXY".split()


@dataclass(frozen=True)
class Asked:
    """One provider's model at the tests' server, and how it is asked."""

    provider: str
    model: Model

    @property
    def chosen(self) -> dict[str, Any]:
        """The settings that choose it."""
        server = self.model.server
        return {
            "chat_model": f"{self.provider}:test",
            "chat_url": server.url if self.provider == "openai" else server.root,
        }

    def answers(self, behaviour: Behaviour, seconds: float = 5.0, **settings: object) -> list[Answer]:
        """The growing Answers to QUESTION where it waits so long."""
        return self.model.written_anew(behaviour, seconds, **{**self.chosen, **settings})


@pytest.fixture(params=PACKAGES)
def asked(request: pytest.FixtureRequest, model: Model, monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Each provider whose package is installed."""
    pytest.importorskip(PACKAGES[request.param])
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    return Asked(request.param, model)


def thinking(how: Callable[[str], list[Piece]]) -> Behaviour:
    """Tells the truth after thoughts."""

    def behave(messages: Messages) -> Iterator[Piece]:
        yield from how("Secretly, the council is splendid [1]. The budget doubled [1].")
        yield from truthful(messages)

    return behave


FAILURES: dict[str, tuple[Behaviour, str]] = {
    "wrong key": (lambda _messages: WRONG_KEY, "its key was refused"),
    "wrong key, Google's way": (
        lambda _messages: Refusal(400, "INVALID_ARGUMENT", f"API key not valid: {KEY}. Please pass a valid API key."),
        "its key was refused",
    ),
    "rate limit": (lambda _messages: TOO_MANY, "takes no more questions"),
    "server error": (lambda _messages: OUT_OF_ORDER, "failed with status 500"),
    "no such model": (lambda _messages: Refusal(404, "not_found", "model 'test' not found"), "does not know the model"),
    "time-out": (lambda _messages: [Pause(1.5)], "nothing came for"),
    "time-out in the middle": (after_a_sentence(Pause(1.5)), "nothing came for"),
    "connection closed": (lambda _messages: [Cut()], "the connection was cut"),
    "cut in the middle": (after_a_sentence(Cut()), "the connection was cut"),
    "stops in the middle": (after_a_sentence(Stop()), "stopped in the middle of a sentence"),
    "grown too long": (after_a_sentence(Full()), "stopped in the middle of a sentence"),
    "no JSON": (lambda _messages: [Raw(b"data: {no\n\n")], ""),
    "empty": (lambda _messages: [], "said nothing"),
    "thoughts alone": (lambda _messages: [Thought("What do they want?")], "said nothing"),
    "thoughts without an end": (lambda _messages: ["<think>What do they want?"], "said nothing"),
    "thoughts without a beginning": (lambda _messages: ["They want this.</think> So."], "could not be told from"),
}


def test_an_answer_is_streamed_proven_and_counted(asked: Asked) -> None:
    *growing, answer = asked.model.answers(truthful, **asked.chosen)
    [written] = asked.model.written
    assert any(not claim.proven for each in growing for claim in each.claims)
    assert len(growing) > 4
    assert answer.claims
    assert all(claim.proven and claim.citations for claim in answer.claims)
    assert answer.writing is not None
    assert answer.writing.model == f"{asked.provider}:test"
    if asked.provider != "openai":  # other makes of server may refuse to count, so that one is not asked
        sent = " ".join(message["content"] for message in written.messages)
        said = "".join(str(piece) for piece in truthful(written.messages))
        assert (answer.writing.tokens_in, answer.writing.tokens_out) == (len(sent.split()), len(said.split()))
    assert answer.writing.tokens_in > 500
    assert answer.writing.tokens_out > 20


@pytest.mark.parametrize(("behaviour", "told"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_told_in_one_line_without_the_key(
    asked: Asked, behaviour: Behaviour, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in OWN_KEYS:
        monkeypatch.setenv(name, OWN_KEY)
    answer = asked.answers(behaviour, 0.7 if "nothing came" in told else 5.0, chat_key=SecretStr(KEY))[-1]
    is_told_plainly(answer, asked.model.extractive())
    assert told in answer.note
    assert not any(key[:12] in answer.note for key in (KEY, OWN_KEY))


def test_no_server_is_told_plainly(asked: Asked) -> None:
    answer = asked.answers(truthful, chat_url="http://127.0.0.1:9")[-1]  # discard: nothing listens there
    is_told_plainly(answer, asked.model.extractive())
    assert "no server answers at its address" in answer.note


@pytest.mark.parametrize(
    "how",
    [
        lambda words: [Thought(words)],
        lambda words: pieces(f"<think>\n{words}\n</think>\n\n", 3),
        lambda words: pieces(f"<THINKING>{words}</THINKING>", 1),
    ],
    ids=["apart", "between marks", "in letters"],
)
def test_thoughts_are_never_shown(asked: Asked, how: Callable[[str], list[Piece]]) -> None:
    answers = asked.answers(thinking(how))
    assert not any(
        word in claim.text for each in answers for claim in each.claims for word in ("Secretly", "budget", "<", "think")
    )
    said = plan(asked.model.written[-1].messages)
    assert answers[-1].writing is not None
    assert answers[-1].writing.dropped == 0
    shown = [letters(claim.text) for claim in answers[-1].claims]
    assert all(any(letters(each.text) in text for text in shown) for each in said)


def test_a_server_of_ones_own_gets_its_own_key_and_no_other(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*OWN_KEYS, "ANTHROPIC_AUTH_TOKEN", "AZURE_OPENAI_AD_TOKEN"):
        monkeypatch.setenv(name, OWN_KEY)
    for key in (KEY, None):
        asked.answers(truthful, chat_key=SecretStr(key) if key else None)
        [sent] = asked.model.server.requests
        assert OWN_KEY not in str(sent)
        assert any(KEY in value for value in sent.headers.values()) is (key is not None)
        assert KEY not in sent.path + str(sent.body)


def test_no_variable_sends_a_server_of_ones_own_more_than_its_key(
    asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_ORG_ID", "OPENAI_ORGANIZATION", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, OWN_KEY)
    for name in ("OPENAI_CUSTOM_HEADERS", "ANTHROPIC_CUSTOM_HEADERS"):
        monkeypatch.setenv(name, f"X-Company: {OWN_KEY}\nAuthorization: Bearer {OWN_KEY}")
    assert asked.answers(truthful, chat_key=SecretStr(KEY))[-1].claims
    [sent] = asked.model.server.requests
    assert OWN_KEY not in str(sent)
    assert not any("company" in name or "organization" in name or "project" in name for name in sent.headers)


@pytest.mark.parametrize("variables", [ADDRESSES, PROXIES], ids=["addresses", "proxies"])
def test_no_variable_leads_words_elsewhere(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, variables: Sequence[str]
) -> None:
    with serving(truthful) as other:
        for name in variables:
            monkeypatch.setenv(name, other.root)
        assert asked.answers(truthful)[-1].writing is not None
        assert other.paths == []


@pytest.mark.parametrize("variable", ["GOOGLE_GENAI_USE_VERTEXAI", "GOOGLE_GENAI_USE_ENTERPRISE"])
def test_googles_other_service_is_not_asked_instead(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, loopback: list[str], variable: str
) -> None:
    """Google's client looks for another path then; it does so at the address that was disclosed, in vain."""
    monkeypatch.setenv(variable, "true")
    monkeypatch.setenv("GOOGLE_CLOUD_PROJECT", "other")
    monkeypatch.setenv("GOOGLE_CLOUD_LOCATION", "global")
    assert asked.answers(truthful)[-1].claims
    assert loopback == []


def test_the_providers_own_server_is_the_one_that_is_disclosed(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, loopback: list[str]
) -> None:
    for name in OWN_KEYS:
        monkeypatch.setenv(name, OWN_KEY)
    with serving(truthful) as other:
        for name in ADDRESSES:
            monkeypatch.setenv(name, other.root)
        monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://ours.openai.azure.com")
        asked.answers(truthful, chat_url=None)
        settings = asked.model.library.settings
        assert other.paths == []
    tried = {attempt.split()[-1] for attempt in loopback}
    assert tried == (set() if asked.provider == "ollama" else {host_of(settings)})
    assert host_of(settings) in disclose(settings) or asked.provider == "ollama"
    loopback.clear()


def test_a_proxy_sees_nothing_but_the_name_of_the_host(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in OWN_KEYS:
        monkeypatch.setenv(name, OWN_KEY)
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://ours.openai.azure.com")
    with serving(truthful) as other:
        for name in PROXIES:
            monkeypatch.setenv(name, other.root)
        assert asked.answers(truthful, chat_url=None)[-1].claims
        assert other.paths == []


def test_a_server_that_points_elsewhere_leads_nowhere(asked: Asked) -> None:
    with serving(truthful) as other:
        away = Refusal(307, "moved", "Moved.", {"Location": f"{other.root}/v1/chat/completions"})
        answer = asked.answers(lambda _messages: away)[-1]
        assert other.paths == []
    assert "points to another one, which is not asked" in answer.note


def test_no_log_holds_the_key(asked: Asked, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        asked.answers(truthful, chat_key=SecretStr(KEY))
        asked.answers(lambda _messages: WRONG_KEY, chat_key=SecretStr(KEY))
    assert caplog.records
    assert KEY not in caplog.text
    assert not any(KEY in str(vars(record)) for record in caplog.records)


@pytest.mark.parametrize("chosen", ["openai:test", None], ids=["with a model", "without"])
def test_nothing_is_sent_to_langsmith(model: Model, monkeypatch: pytest.MonkeyPatch, chosen: str | None) -> None:
    with serving(truthful) as other:
        for name in ("LANGSMITH", "LANGCHAIN"):
            monkeypatch.setenv(f"{name}_TRACING", "true" if name == "LANGSMITH" else "")
            monkeypatch.setenv(f"{name}_TRACING_V2", "true")
            monkeypatch.setenv(f"{name}_API_KEY", KEY)
            monkeypatch.setenv(f"{name}_ENDPOINT", other.root)
        get_env_var.cache_clear()  # type: ignore[attr-defined]  # its overloads hide its cache
        assert model.answer(truthful, QUESTION, chat_model=chosen).claims
        wait_for_all_tracers()
        enabled: list[bool | str] = []
        thread = Thread(target=lambda: enabled.append(tracing_is_enabled()))
        thread.start()
        thread.join()
        assert other.paths == []
    get_env_var.cache_clear()  # type: ignore[attr-defined]
    assert enabled == [False]
    assert bool([each for each in model.server.requests if given(each.messages)]) is (chosen is not None)
