"""Answers grow as the model writes them, unproven until they are checked."""

from collections.abc import Iterator
from threading import Event

from assistant.conversation import Conversation, Turn
from tests.assistant.chat_model.attacks import letters
from tests.assistant.chat_model.end_to_end.conftest import QUESTION, Model
from tests.assistant.chat_model.models import MOST, both, given, odd_marks, plan, reworded, truthful
from tests.chat_server import Messages, Piece


def test_the_first_words_are_shown_before_the_model_has_finished(model: Model) -> None:
    seen = Event()
    waited: list[bool] = []

    def slow(messages: Messages) -> Iterator[Piece]:
        if not given(messages):  # it is asked for a plan
            return
        words = "".join(truthful(messages))
        half = len(words) // 2
        yield words[:half]
        waited.append(seen.wait(5))
        yield words[half:]

    for answer in model.stream(slow):
        if answer.claims and waited == []:
            seen.set()
    assert waited == [True]


def test_sentences_grow_unproven_and_end_proven(model: Model) -> None:
    *growing, last = model.written_anew(truthful)
    assert any(claim for answer in growing for claim in answer.claims if not claim.proven)
    assert all(not answer.finished for answer in growing)
    assert last.finished
    assert last.claims
    assert all(claim.proven and claim.citations for claim in last.claims)


def test_what_grows_is_only_what_the_model_has_said_so_far(model: Model) -> None:
    *growing, _last = model.written_anew(truthful)
    lengths = [len("".join(claim.text for claim in answer.claims)) for answer in growing if answer.claims]
    assert lengths == sorted(lengths)


def test_the_answer_is_in_the_models_words_and_tells_what_it_took(model: Model) -> None:
    answer = model.answer(truthful)
    said = plan(model.server.requests[-1].messages)
    # The reports' own best sentence may follow what the model says, and hold one of its sentences.
    shown = [letters(claim.text) for claim in answer.claims]
    assert all(any(letters(one.text) in text for text in shown) for one in said)
    assert len(shown) <= len(said) + 1
    assert answer.status == "in the reports"
    assert answer.writing is not None
    assert answer.writing.model == "openai:test"
    assert answer.writing.tokens_in > 0
    assert answer.writing.tokens_out > 0
    assert (answer.writing.dropped, answer.writing.reattached) == (0, 0)
    assert 0 < answer.writing.seconds <= answer.seconds


def test_each_sentence_keeps_the_paragraph_it_was_copied_from(model: Model) -> None:
    for behaviour in (truthful, odd_marks):
        answer = model.written_anew(behaviour)[-1]
        by_number = {citation.number: letters(citation.paragraph.text) for citation in answer.citations}
        assert answer.claims
        assert all(
            any(letters(claim.text) in by_number[number] for number in claim.citations) for claim in answer.claims
        ), behaviour
        assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_marks_of_every_form_leave_the_words(model: Model) -> None:
    answer = model.written_anew(odd_marks)[-1]
    assert 0 <= len(answer.claims) - len(plan(model.server.requests[-1].messages)) <= 1
    assert not any(mark in claim.text for claim in answer.claims for mark in "[]【】")


def test_what_is_invented_goes_and_what_is_miscited_is_put_right(model: Model) -> None:
    answer = model.written_anew(both)[-1]
    said = plan(model.server.requests[-1].messages, invents=True, miscites=True)
    invented = [one for one in said if one.kind not in ("true", "miscited")]
    miscited = [one for one in said if one.kind == "miscited"]
    shown = [letters(claim.text) for claim in answer.claims]
    texts = {citation.number: letters(citation.paragraph.text) for citation in answer.citations}
    assert invented
    assert miscited
    assert not any(letters(one.text) in text for one in invented for text in shown)
    for one in miscited:
        claim = next(claim for claim, text in zip(answer.claims, shown, strict=True) if letters(one.text) in text)
        assert any(letters(one.source) in texts[number] for number in claim.citations)
    assert answer.writing is not None
    assert (answer.writing.dropped, answer.writing.reattached) == (len(invented), len(miscited))
    assert "left out: no source supports" in answer.note


def test_true_sentences_in_other_words_are_kept(model: Model) -> None:
    answer = model.written_anew(reworded)[-1]
    said = plan(model.server.requests[-1].messages)
    assert len(answer.claims) >= 0.75 * len(said)


def test_the_model_is_given_the_question_numbered_paragraphs_and_no_ids(model: Model) -> None:
    answer = model.answer(truthful)
    sent = "\n".join(message["content"] for message in model.server.requests[-1].messages)
    assert QUESTION in sent
    assert not any(report.id in sent for report in model.library.reports)
    assert len(answer.claims) <= MOST + 1


def test_grades_counts_and_refusals_ask_no_model(model: Model) -> None:
    for question in ("What overall grade did Saltmere get in 2019?", "What did the SEND inspection of Wigan find?"):
        answer = model.answer(truthful, question)
        assert model.server.requests == []
        assert answer.writing is None
        assert answer.text == model.extractive(question).text


def test_the_first_words_wait_for_the_model_to_write_and_not_to_understand(model: Model) -> None:
    """A follow-up begins to be answered while the model is still asked what it means."""
    shown = Event()
    waited: list[bool] = []

    def understands_late(messages: Messages) -> Iterator[Piece]:
        if given(messages):
            yield "".join(truthful(messages))
        else:
            waited.append(shown.wait(10))
            yield "What did inspectors say about supervision in Saltmere in 2019?"

    before = Conversation() + Turn(QUESTION, model.extractive())
    for answer in model.stream(understands_late, "And their supervision?", before):
        if answer.claims:
            shown.set()
    assert waited == [True]
    assert answer.question.standalone == "What did inspectors say about supervision in Saltmere in 2019?"
    assert answer.claims


def test_an_answer_begins_anew_only_where_the_model_understands_otherwise(model: Model) -> None:
    def agrees(messages: Messages) -> Iterator[Piece]:
        yield "".join(truthful(messages)) if given(messages) else "finding"

    model.answer(agrees, "How are caseloads in Saltmere?")
    assert len(model.written) == 1
