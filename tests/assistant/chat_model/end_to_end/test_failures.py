"""Whatever goes wrong with the model, there is an answer in the reports' own sentences and one plain line why."""

import time
from collections.abc import Iterator

import pytest

from assistant.answer import Answer
from assistant.chat_model import calling
from tests.assistant.chat_model.attacks import letters
from tests.assistant.chat_model.end_to_end.conftest import Model
from tests.assistant.chat_model.models import only_inventing, truthful
from tests.chat_server import (
    OUT_OF_ORDER,
    TOO_LONG,
    TOO_MANY,
    WRONG_KEY,
    Behaviour,
    Cut,
    Messages,
    Pause,
    Piece,
    Raw,
    Refusal,
    Stop,
)


def after_a_sentence(last: Piece) -> Behaviour:
    """Tells the truth for two sentences, and then this."""

    def behave(messages: Messages) -> Iterator[Piece]:
        yield "".join(truthful(messages))[:300]
        yield last

    return behave


def is_told_plainly(answer: Answer, extractive: Answer) -> None:
    """The extractive Answer with one plain line more."""
    assert answer.finished
    assert answer.writing is None
    assert [claim.text for claim in answer.claims] == [claim.text for claim in extractive.claims]
    assert all(claim.proven and claim.citations for claim in answer.claims)
    assert answer.citations == extractive.citations
    told = answer.note.replace(extractive.note, "").strip()
    assert told.endswith(".")
    assert not any(sign in told for sign in ("\n", "Traceback", "{", "<", "Error", "http://", "sk-"))
    assert 20 < len(told) < 300


ONCE, AGAIN = "once", "again"

FAILURES: dict[str, tuple[Behaviour, str]] = {
    "wrong key": (lambda _messages: WRONG_KEY, ONCE),
    "rate limit": (lambda _messages: TOO_MANY, AGAIN),
    "server error": (lambda _messages: OUT_OF_ORDER, AGAIN),
    "context too long": (lambda _messages: TOO_LONG, ONCE),
    "no such model": (lambda _messages: Refusal(404, "model_not_found", "The model does not exist."), ONCE),
    "connection closed": (lambda _messages: [Cut()], AGAIN),
    "empty": (lambda _messages: [], ""),
    "blank": (lambda _messages: ["  \n", "\t "], ""),
    "no JSON": (lambda _messages: [Raw(b"data: {not json at all\n\n")], ""),
    "no text": (lambda _messages: [Raw(b"\xff\xfe\x00\x80\n\n")], ""),
    "another form": (lambda _messages: [Raw(b'data: {"choices": [{"delta": {"content": 7}}]}\n\n')], ""),
    "an error in the stream": (lambda _messages: [Raw(b'data: {"error": {"message": "overloaded"}}\n\n')], ""),
    "garbled letters": (lambda _messages: ["\ufffd\ufffd#\x00\x07 ", "][[[ 】】 ", "\ud83d\ude00" * 3], ""),
    "no marks and no sense": (lambda _messages: ["lorem ipsum dolor sit amet " * 20], ""),
    "stops in the middle": (after_a_sentence(Stop()), ONCE),
    "cut in the middle": (after_a_sentence(Cut()), ONCE),
    "garbled in the middle": (after_a_sentence(Raw(b"data: {oops\n\n")), ONCE),
    "invents everything": (only_inventing, ONCE),
}


@pytest.mark.filterwarnings("ignore:Pydantic serializer warnings")
@pytest.mark.parametrize(("behaviour", "asked"), FAILURES.values(), ids=FAILURES)
def test_a_failure_gives_the_reports_own_sentences_and_one_plain_line(
    model: Model, behaviour: Behaviour, asked: str
) -> None:
    answer = model.written_anew(behaviour)[-1]
    requests = len(model.written)
    is_told_plainly(answer, model.extractive())
    if asked == ONCE:
        assert requests == 1
    elif asked == AGAIN:
        assert requests > 1


def test_a_time_out_is_waited_for_once(model: Model) -> None:
    started = time.monotonic()
    answer = model.written_anew(lambda _messages: [Pause(3)], seconds=1)[-1]
    assert time.monotonic() - started < 1.9
    assert len(model.written) == 1
    is_told_plainly(answer, model.extractive())


def test_a_call_that_failed_late_is_not_made_again(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "_RETRIED_WITHIN", 0.0)
    is_told_plainly(model.written_anew(lambda _messages: OUT_OF_ORDER)[-1], model.extractive())
    assert len(model.written) == 1


def test_an_answer_that_never_ends_is_given_up(model: Model, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "_LONGEST_WAIT", 0.5)

    def drips(_messages: Messages) -> Iterator[Piece]:
        for _ in range(30):
            yield "word "
            yield Pause(0.1)

    answer = model.written_anew(drips)[-1]
    is_told_plainly(answer, model.extractive())
    assert "it had not finished after" in answer.note


def test_no_server_is_told_plainly(model: Model) -> None:
    answer = model.written_anew(truthful, chat_url="http://127.0.0.1:9/v1")[-1]  # discard: nothing listens there
    is_told_plainly(answer, model.extractive())


def test_a_failure_before_the_first_word_is_tried_again(model: Model) -> None:
    def second_time(messages: Messages) -> Iterator[Piece] | Refusal:
        return truthful(messages) if len(model.written) > 1 else OUT_OF_ORDER

    answer = model.written_anew(second_time)[-1]
    assert answer.writing is not None
    assert len(model.written) == 2
    assert answer.text == model.written_anew(truthful)[-1].text


def test_unproven_sentences_of_a_stream_that_stops_do_not_stay(model: Model) -> None:
    answer = model.written_anew(after_a_sentence(Stop()))[-1]
    said = letters("".join(truthful(model.server.requests[-1].messages)))
    extractive = {claim.text for claim in model.extractive().claims}
    assert said
    assert {claim.text for claim in answer.claims} == extractive


def test_different_failures_are_told_differently(model: Model) -> None:
    told = {name: model.written_anew(FAILURES[name][0])[-1].note for name in ("wrong key", "context too long", "empty")}
    assert len(set(told.values())) == len(told)
    assert "key" in told["wrong key"].lower()
