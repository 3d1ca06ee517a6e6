"""What went wrong is told in plain words, and never with a key."""

import pytest

from assistant.chat_model.failing import is_worth_retrying, scrub, tell


class Answered(Exception):
    """An error as the providers' clients raise it: with the server's status."""

    def __init__(self, status: int, words: str = "no") -> None:
        super().__init__(words)
        self.status_code = status


@pytest.mark.parametrize(
    "text",
    [
        "Incorrect API key provided: sk-abcdef0123456789.",
        "Incorrect API key provided: sk-ab***********6789.",
        "Authorization: Bearer verysecretword",
        "api_key=verysecretword",
        "the key: verysecretword",
        "AIzaSyA-0123456789abcdefghijklmnopqrstu is wrong",
        "0123456789abcdef0123456789abcdef is wrong",
    ],
)
def test_nothing_that_looks_like_a_key_is_told(text: str) -> None:
    said = scrub(text)
    assert "…" in said
    assert not any(part in said for part in ("sk-ab", "verysecret", "AIza", "0123456789abcdef", "6789"))


def test_only_the_first_line_is_told_without_control_characters() -> None:
    assert scrub("\n  It\x1b[31m broke.\nTraceback") == "It [31m broke"
    assert len(scrub("word " * 100)) <= 161


@pytest.mark.parametrize(
    ("status", "words", "told"),
    [
        (401, "no", "its key was refused"),
        (403, "no", "its key was refused"),
        (404, "no", "its server does not know the model"),
        (429, "no", "its server takes no more questions for now"),
        (400, "maximum context length is 4096 tokens", "the paragraphs are more than it can read at once"),
        (503, "no", "its server failed with status 503"),
        (400, "Bad temperature.", "Bad temperature"),
    ],
)
def test_a_servers_status_is_told_in_words(status: int, words: str, told: str) -> None:
    assert tell(Answered(status, words), 60) == told


@pytest.mark.parametrize(
    ("status", "again"), [(401, False), (404, False), (400, False), (504, False), (429, True), (500, True)]
)
def test_what_would_fail_again_is_not_tried_again(status: int, *, again: bool) -> None:
    assert is_worth_retrying(Answered(status)) is again


def test_a_time_out_is_not_tried_again() -> None:
    class APIConnectionError(Exception): ...

    class ReadTimeout(Exception): ...

    wrapped = APIConnectionError("Connection error.")
    wrapped.__cause__ = ReadTimeout()
    assert not is_worth_retrying(TimeoutError())
    assert not is_worth_retrying(wrapped)
    assert is_worth_retrying(ConnectionError())


def test_the_form_of_an_answer_is_not_told() -> None:
    assert scrub("400 INVALID_ARGUMENT. {'error': {'message': 'no'}}") == "400 INVALID_ARGUMENT"


def test_what_caused_an_error_is_asked_where_the_error_says_nothing() -> None:
    """LangChain wraps what Google's client raises in an error without a status."""
    wrapped = RuntimeError("Error calling model")
    wrapped.__cause__ = Answered(429)
    assert tell(wrapped, 60) == "its server takes no more questions for now"
    assert is_worth_retrying(wrapped)


def test_a_connection_that_is_cut_is_told_from_one_that_never_was() -> None:
    class ProtocolError(Exception): ...

    class APIConnectionError(Exception): ...

    cut, absent = APIConnectionError("Connection error."), APIConnectionError("Connection error.")
    cut.__cause__ = ProtocolError("Server disconnected")
    assert tell(cut, 60) == "the connection was cut"
    assert tell(absent, 60) == "no server answers at its address"
    assert is_worth_retrying(cut)


def test_a_server_that_points_elsewhere_is_not_asked_again() -> None:
    assert tell(Answered(307), 60) == "its server points to another one, which is not asked"
    assert not is_worth_retrying(Answered(307))


def test_googles_way_to_refuse_a_key_is_understood() -> None:
    assert tell(Answered(400, "API key not valid. Please pass a valid API key."), 60) == "its key was refused"
