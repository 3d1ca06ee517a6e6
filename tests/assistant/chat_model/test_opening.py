"""A chat model is opened by its name, on this machine where that is wanted, and a slip is told in one line."""

import sys

import pytest
from langchain.chat_models import base
from pydantic import SecretStr

from assistant.chat_model.opening import PROVIDERS, host_of, is_local, open_chat_model
from corpus.errors import ModelProblem
from corpus.settings import Settings

KEYS = [key for provider in PROVIDERS.values() for key in provider.keys]


@pytest.fixture(autouse=True)
def _no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*KEYS, "AZURE_OPENAI_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")


@pytest.mark.parametrize(
    ("name", "url", "local"),
    [
        ("ollama:llama3", None, True),
        ("ollama:llama3", "http://10.0.0.7:11434", False),
        ("openai:x", None, False),
        ("openai:x", "http://localhost:8080/v1", True),
        ("openai:x", "http://[::1]:8080/v1", True),
        ("openai:x", "http://127.9.9.9/v1", True),
        ("openai:x", "HTTP://LOCALHOST:8080/v1", True),
        ("openai:x", "http://127.0.0.1.evil.example/v1", False),
        ("openai:x", "http://model.localhost/v1", False),
        ("openai:x", "http://localhost./v1", False),
        ("openai:x", "http://2130706433/v1", False),
        ("openai:x", "http://0.0.0.0:8080/v1", False),
        ("openai:x", "http://[::ffff:127.0.0.1]/v1", False),
        ("openai:x", "http://[1:2]/v1", False),
        ("ollama:gpt-oss:120b-cloud", None, False),
        ("ollama:glm-5:cloud", None, False),
        ("ollama:cloudy:7b", None, True),
        ("anthropic:x", "http://localhost:1", False),
        ("azure_openai:x", None, False),
        ("google_genai:x", None, False),
    ],
)
def test_a_model_is_local_where_its_server_is_this_machine(name: str, url: str | None, *, local: bool) -> None:
    assert is_local(Settings.model_construct(chat_model=name, chat_url=url)) is local


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
    base._get_chat_model_creator.cache_clear()  # LangChain keeps what it has imported before
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://ours.openai.azure.com")
    for key in KEYS:
        monkeypatch.setenv(key, "sk-secret")
    with pytest.raises(ModelProblem) as raised:
        open_chat_model(Settings(chat_model=f"{name}:x"))
    assert f"'inspection-assistant[{PROVIDERS[name].extra}]'" in str(raised.value)
    assert "secret" not in str(raised.value)


def test_an_unknown_provider_is_told_in_a_plain_line() -> None:
    with pytest.raises(ModelProblem, match=r"nobody:model cannot be used: name one of .* remove INSPECTION_CHAT_MODEL"):
        open_chat_model(Settings(chat_model="nobody:model"))


@pytest.mark.parametrize("name", PROVIDERS)
@pytest.mark.parametrize("url", ["http://192.168.1.7:8080/v1", "http://models.example", "http://model.localhost/v1"])
def test_an_address_that_anybody_can_listen_to_is_refused_in_one_sentence(
    name: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for key in KEYS:
        monkeypatch.setenv(key, "sk-secret")
    with pytest.raises(ModelProblem, match=r"words about children .* begins with https://, or one on this") as raised:
        open_chat_model(Settings(chat_model=f"{name}:x", chat_url=url, chat_key=SecretStr("mine-secret")))
    assert "\n" not in str(raised.value)
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize(
    "endpoint", ["http://ours.openai.azure.com", "ours.openai.azure.com", "ftp://127.0.0.1.nip.io"]
)
def test_azures_own_address_is_held_to_the_same(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", endpoint)
    with pytest.raises(ModelProblem, match="that anybody on the way to"):
        open_chat_model(Settings(chat_model="azure_openai:x"))


def test_a_missing_address_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AZURE_OPENAI_API_KEY", "sk-secret")
    with pytest.raises(ModelProblem, match="needs an address: set AZURE_OPENAI_ENDPOINT"):
        open_chat_model(Settings(chat_model="azure_openai:x"))


def test_a_missing_version_of_azures_interface_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_VERSION")
    with pytest.raises(ModelProblem, match="set OPENAI_API_VERSION, such as"):
        open_chat_model(Settings(chat_model="azure_openai:x", chat_url="https://ours.openai.azure.com"))


@pytest.mark.parametrize("name", ["openai", "anthropic"])
def test_a_server_elsewhere_is_opened_over_https(name: str) -> None:
    assert open_chat_model(Settings(chat_model=f"{name}:x", chat_url="https://models.example/v1")) is not None


def test_a_model_that_ollama_passes_on_is_no_local_one() -> None:
    settings = Settings(chat_model="ollama:gpt-oss:120b-cloud", local_only=True)
    assert host_of(settings) == "ollama.com"
    with pytest.raises(ModelProblem, match="INSPECTION_LOCAL_ONLY"):
        open_chat_model(settings)


@pytest.mark.parametrize("name", [name for name, provider in PROVIDERS.items() if provider.keys])
def test_a_providers_own_key_goes_to_the_provider(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    package = {"azure_openai": "openai"}.get(name, name)
    pytest.importorskip(f"langchain_{package}")
    for key in KEYS:
        monkeypatch.setenv(key, f"value of {key}")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://ours.openai.azure.com")
    monkeypatch.setenv("OPENAI_API_VERSION", "2024-10-21")
    model = open_chat_model(Settings(chat_model=f"{name}:x", chat_key=SecretStr("mine")))
    held = next(
        value
        for field in ("openai_api_key", "anthropic_api_key", "google_api_key")
        if isinstance(value := getattr(model, field, None), SecretStr)
    )
    assert held.get_secret_value() == f"value of {PROVIDERS[name].keys[0]}"


def test_a_model_shows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    for settings in (
        Settings(chat_model="openai:x"),
        Settings(chat_model="openai:x", chat_url="https://models.example/v1", chat_key=SecretStr("sk-secret")),
    ):
        assert "secret" not in repr(open_chat_model(settings)) + repr(settings) + str(settings.model_dump())


def test_a_model_that_refuses_a_temperature_is_told_none() -> None:
    """LangChain refuses one for some of Anthropic's models before it asks them, and they refuse it themselves."""
    pytest.importorskip("langchain_anthropic")
    model = open_chat_model(Settings(chat_model="anthropic:claude-sonnet-5-5", chat_url="http://127.0.0.1:9"))
    assert getattr(model, "temperature", 0) is None


def test_the_client_is_told_the_address_that_the_reader_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://evil.example/v1")
    settings = Settings(chat_model="openai:x")
    model = open_chat_model(settings)
    assert host_of(settings) in str(getattr(model, "openai_api_base", ""))
    assert (getattr(model, "temperature", None), getattr(model, "max_retries", None)) == (0, 0)
    assert getattr(model, "request_timeout", None) == 60
