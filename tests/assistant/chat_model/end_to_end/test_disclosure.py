"""What leaves the machine is said before it does, and logged when it does."""

import logging

import pytest

from assistant.chat_model.disclosure import disclose
from corpus.settings import Settings
from tests.assistant.chat_model.end_to_end.conftest import KEY, QUESTION, Model
from tests.assistant.chat_model.models import given, truthful


def test_a_model_elsewhere_is_named_with_its_host() -> None:
    said = disclose(Settings(chat_model="openai:test", chat_url="https://models.example/v1"))
    assert "question" in said
    assert "paragraphs" in said
    assert "models.example" in said
    assert "api.anthropic.com" in disclose(Settings(chat_model="anthropic:test"))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(chat_model="ollama:test"),
        Settings(chat_model="openai:test", chat_url="http://127.0.0.1:8080/v1"),
        Settings(chat_model="openai:test", chat_url="http://localhost:1234/v1", local_only=True),
    ],
)
def test_a_model_on_this_machine_says_that_nothing_leaves_it(settings: Settings) -> None:
    assert "nothing leaves this machine" in disclose(settings).lower()


def test_without_a_chat_model_there_is_nothing_to_say() -> None:
    assert disclose(Settings()) == ""


def test_each_call_is_one_line_of_the_log_without_words_or_keys(
    model: Model, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    with caplog.at_level(logging.INFO, "assistant.chat_model"):
        model.answer(truthful)
    lines = [record.getMessage() for record in caplog.records if record.name == "assistant.chat_model"]
    sent = [line for line in lines if "openai" in line]
    assert len(sent) == len(model.server.requests) > 0
    assert all(str(len(QUESTION)) in line for line in sent)
    ids = {paragraph.id for report in model.library.reports for paragraph in model.library.paragraphs(report.id)}
    assert len(ids & set(sent[-1].split())) == len(given(model.server.requests[-1].messages))
    assert not any(secret in line for line in lines for secret in (KEY[:20], QUESTION, "Saltmere"))
