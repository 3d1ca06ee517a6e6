"""What stays on this machine and what may leave it."""

import pytest

from assistant.chat_model.opening import is_local, open_chat_model
from corpus.errors import ModelProblem
from corpus.settings import Settings
from tests.assistant.chat_model.end_to_end.conftest import KEY, Model
from tests.assistant.chat_model.models import truthful
from tests.chat_server import ChatServer, Refusal, serving

HERE = ("http://127.0.0.1:8080/v1", "http://localhost:1234/v1", "http://[::1]:8080/v1", "http://127.8.8.8/v1")
ELSEWHERE = (
    "https://api.openai.com/v1",
    "http://192.168.1.7:8080/v1",
    "http://10.0.0.1/v1",
    "http://0.0.0.0:8080/v1",
    "http://127.0.0.1.evil.example/v1",
    "http://localhost.evil.example/v1",
    "http://localhost@evil.example/v1",
    "http://evil.example/127.0.0.1",
    "http://evil.example#@127.0.0.1/",
    "http://evil.example\\@127.0.0.1/v1",
    "http://notlocalhost/v1",
)


@pytest.mark.parametrize("url", HERE)
def test_a_server_on_this_machine_is_local(url: str) -> None:
    settings = Settings(chat_model="openai:test", chat_url=url, local_only=True)
    assert is_local(settings)
    assert open_chat_model(settings) is not None


@pytest.mark.parametrize("url", ELSEWHERE)
def test_local_only_forbids_any_other_server(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with pytest.raises((ModelProblem, ValueError)) as raised:  # some are no address that the settings take
        open_chat_model(Settings(chat_model="openai:test", chat_url=url, local_only=True))
    if isinstance(raised.value, ModelProblem):
        assert "INSPECTION_LOCAL_ONLY" in str(raised.value)
        assert "\n" not in str(raised.value)


@pytest.mark.parametrize("name", ["openai:test", "anthropic:test", "azure_openai:test", "google_genai:test"])
def test_local_only_forbids_the_providers_own_servers(name: str) -> None:
    with pytest.raises(ModelProblem, match="INSPECTION_LOCAL_ONLY"):
        open_chat_model(Settings(chat_model=name, local_only=True))


def test_another_variable_cannot_lead_a_local_model_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_BASE_URL", "http://evil.example/v1")
    monkeypatch.setenv("OPENAI_API_BASE", "http://evil.example/v1")
    assert not is_local(Settings(chat_model="openai:test"))
    assert is_local(Settings(chat_model="openai:test", chat_url=HERE[0]))


@pytest.mark.parametrize("variable", ["OPENAI_BASE_URL", "OPENAI_API_BASE", "HTTP_PROXY", "ALL_PROXY", "http_proxy"])
def test_neither_a_proxy_nor_another_address_gets_what_a_local_model_is_sent(
    model: Model, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    with serving(truthful) as other:
        monkeypatch.setenv(variable, other.url)
        answer = model.written_anew(truthful, local_only=True)[-1]
        assert other.requests == []
    assert answer.writing is not None


def test_a_local_server_that_redirects_leads_nowhere(model: Model) -> None:
    away = Refusal(307, "moved", "Moved.", {"Location": "http://192.0.2.1/v1/chat/completions"})
    answer = model.written_anew(lambda _messages: away, local_only=True)[-1]
    assert answer.writing is None
    assert answer.claims


def test_no_key_is_needed_for_a_server_of_ones_own(model: Model, server: ChatServer) -> None:
    assert model.written_anew(truthful)[-1].writing is not None
    assert "sk-" not in server.requests[-1].headers.get("authorization", "")


def test_a_missing_key_names_its_variable_and_an_unknown_provider_the_known_ones() -> None:
    with pytest.raises(ModelProblem, match="OPENAI_API_KEY"):
        open_chat_model(Settings(chat_model="openai:test"))
    with pytest.raises(ModelProblem, match="name one of"):
        open_chat_model(Settings(chat_model="nobody:test"))
