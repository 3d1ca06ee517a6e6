"""Settings come from the environment, are bounded, and a slip is told in one line."""

from pathlib import Path

import pytest

from corpus.errors import WrongUse
from corpus.settings import Settings, read_settings


def test_without_settings_the_defaults_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("INSPECTION_DATA")
    settings = read_settings()
    assert (settings.embedder, settings.reranker) == ("all-MiniLM-L6-v2", "ms-marco-MiniLM-L-12-v2")
    assert settings.chat_model is settings.chat_url is settings.chroma_url is settings.database_url is None
    assert not settings.local_only
    assert settings.data.name == "inspection-assistant"


def test_the_environment_is_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    monkeypatch.setenv("INSPECTION_CHAT_MODEL", "ollama:llama3:8b")
    settings = read_settings()
    assert (settings.data, settings.chat_model) == (tmp_path, "ollama:llama3:8b")


def test_the_folder_of_the_command_line_wins_over_the_environment(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path / "environment"))
    assert read_settings(tmp_path / "command line").data == tmp_path / "command line"


def test_an_empty_variable_counts_as_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTION_CHAT_MODEL", "")
    monkeypatch.setenv("INSPECTION_DATA", "")
    assert read_settings().chat_model is None
    assert read_settings().data.name == "inspection-assistant"


@pytest.mark.parametrize("name", ["INSPECTION_X", "INSPECTION_EMBEDER", "inspection_dta"])
def test_an_unknown_variable_is_named_in_one_line_with_those_there_are(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "1")
    with pytest.raises(WrongUse, match=rf"^{name} is not a setting: .*INSPECTION_EMBEDDER.*\.$") as raised:
        read_settings()
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INSPECTION_CHAT_MODEL", "gpt"),
        ("INSPECTION_CHAT_URL", "localhost:8080"),
        ("INSPECTION_CHAT_URL", "http://key@localhost:8080/v1"),
        ("INSPECTION_CHAT_URL", "http://evil.example#@127.0.0.1/"),
        ("INSPECTION_LOCAL_ONLY", "perhaps"),
        ("INSPECTION_CHROMA_URL", "localhost:8000"),
        ("INSPECTION_CHROMA_URL", "http://localhost:8000/path"),
        ("INSPECTION_CHROMA_URL", "file:///etc"),
    ],
)
def test_a_value_out_of_bounds_is_named_in_one_line(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongUse, match=f"^{name} cannot be used: ") as raised:
        read_settings()
    assert "\n" not in str(raised.value)


def test_a_key_is_shown_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTION_CHAT_KEY", "verysecretword")
    settings = read_settings()
    assert settings.chat_key is not None
    assert settings.chat_key.get_secret_value() == "verysecretword"
    shown = (repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump()), str(vars(settings)))
    assert not any("verysecretword" in each for each in shown)


def test_a_slip_beside_a_key_does_not_show_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INSPECTION_CHAT_KEY", "verysecretword")
    monkeypatch.setenv("INSPECTION_CHAT_URL", "nowhere")
    with pytest.raises(WrongUse) as raised:
        read_settings()
    assert "verysecretword" not in str(raised.value)


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())
