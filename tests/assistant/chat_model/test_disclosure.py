"""What leaves the machine is said in one sentence and logged in one line."""

import logging

import pytest
from langsmith.utils import get_env_var, tracing_is_enabled

from assistant.chat_model.disclosure import disclose, forbid_tracing, log_call
from corpus.settings import Settings
from tests.assistant.chat_model.made import CASELOADS, given


def test_who_is_sent_what_is_said_in_one_sentence() -> None:
    assert disclose(Settings(chat_model="anthropic:x")) == (
        "Your question and the 12 paragraphs found for it are sent to Anthropic (api.anthropic.com); a follow-up also "
        "sends the questions before it. A briefing sends its questions to discuss with the sentences they are about."
    )


@pytest.mark.parametrize(("name", "url"), [("ollama:x", None), ("openai:x", "http://localhost:8080/v1")])
def test_of_a_model_on_this_machine_nothing_leaves(name: str, url: str | None) -> None:
    assert disclose(Settings(chat_model=name, chat_url=url)).endswith("nothing leaves this machine.")


def test_a_model_that_ollama_passes_on_is_said_to_be_elsewhere() -> None:
    for url in (None, "http://localhost:11434"):
        said = disclose(Settings(chat_model="ollama:gpt-oss:120b-cloud", chat_url=url))
        assert "are sent to Ollama (ollama.com)" in said


def test_a_name_that_only_looks_like_this_machine_is_said_to_be_elsewhere() -> None:
    said = disclose(Settings(chat_model="openai:x", chat_url="https://model.localhost/v1"))
    assert "are sent to a server of your choice (model.localhost)" in said


def test_tracing_stays_off_whatever_the_environment_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGSMITH_TRACING", "LANGSMITH_TRACING_V2", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    get_env_var.cache_clear()  # type: ignore[attr-defined]  # its overloads hide its cache
    forbid_tracing()
    assert tracing_is_enabled() is False
    get_env_var.cache_clear()  # type: ignore[attr-defined]  # its overloads hide its cache


def test_without_a_chat_model_there_is_nothing_to_say() -> None:
    assert disclose(Settings()) == ""


def test_a_call_is_logged_without_its_words_and_without_keys(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    caplog.set_level(logging.INFO, logger="assistant.chat_model")
    log_call(Settings(chat_model="openai:x"), "Are there pigeons?", [given(CASELOADS)[0].paragraph])
    assert caplog.messages == [
        "Sent to openai at api.openai.com: a question of 18 characters, paragraphs: salt2019-0000"
    ]
