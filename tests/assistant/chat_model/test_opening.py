"""A chat model is opened by its name, on this machine where that is wanted, and a slip is told in one line."""

import sys

import pytest

from assistant.chat_model.opening import PROVIDERS, host_of, is_local, open_chat_model
from corpus.errors import ModelProblem
from corpus.settings import Settings

KEYS = [key for provider in PROVIDERS.values() for key in provider.keys]


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*KEYS, "AZURE_OPENAI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("name", "url", "local"),
    [
        ("ollama:llama3", None, True),
        ("ollama:llama3", "http://10.0.0.7:11434", False),
        ("openai:x", None, False),
        ("openai:x", "http://localhost:8080/v1", True),
        ("openai:x", "http://[::1]:8080/v1", True),
        ("openai:x", "http://127.0.0.1.evil.example/v1", False),
        ("anthropic:x", "http://localhost:1", False),
        ("azure_openai:x", None, False),
        ("google_genai:x", None, False),
    ],
)
def test_a_model_is_local_where_its_server_is_this_machine(name: str, url: str | None, *, local: bool) -> None:
    assert is_local(Settings(chat_model=name, chat_url=url)) is local


def test_no_model_is_local() -> None:
    assert is_local(Settings())


def test_where_a_local_model_is_wanted_another_is_refused_in_one_sentence() -> None:
    with pytest.raises(ModelProblem, match=r"openai:x is not on this machine and INSPECTION_LOCAL_ONLY forbids"):
        open_chat_model(Settings(chat_model="openai:x", local_only=True))


@pytest.mark.parametrize("name", [name for name, provider in PROVIDERS.items() if provider.keys])
def test_a_missing_key_is_named(name: str) -> None:
    with pytest.raises(ModelProblem, match=f"needs a key: set {PROVIDERS[name].keys[0]}"):
        open_chat_model(Settings(chat_model=f"{name}:x"))


@pytest.mark.parametrize(
    ("name", "package"),
    [
        ("ollama", "langchain_ollama"),
        ("anthropic", "langchain_anthropic"),
        ("azure_openai", "langchain_openai"),
        ("google_genai", "langchain_google_genai"),
    ],
)
def test_a_missing_package_names_its_extra(name: str, package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    for key in KEYS:
        monkeypatch.setenv(key, "sk-secret")
    with pytest.raises(ModelProblem) as raised:
        open_chat_model(Settings(chat_model=f"{name}:x"))
    assert f"'inspection-assistant[{PROVIDERS[name].extra}]'" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_an_unknown_provider_is_told_in_a_plain_line() -> None:
    with pytest.raises(ModelProblem, match=r"nobody:model cannot be used: name one of .* remove INSPECTION_CHAT_MODEL"):
        open_chat_model(Settings(chat_model="nobody:model"))


def test_the_client_is_told_the_address_that_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://evil.example/v1")
    settings = Settings(chat_model="openai:x")
    model = open_chat_model(settings)
    assert host_of(settings) in str(getattr(model, "openai_api_base", ""))
    assert (getattr(model, "temperature", None), getattr(model, "max_retries", None)) == (0, 2)
    assert getattr(model, "request_timeout", None) == 60
