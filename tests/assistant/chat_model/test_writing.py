"""An answer in a model's words holds what is proven, tells what is not, and else is the reports' own sentences."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest
from langchain_core.language_models import BaseChatModel, FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.outputs import ChatGenerationChunk

from assistant.answer import Answer
from assistant.chat_model.writing import write
from assistant.citations import Draft, number
from assistant.reranker import Reranker
from corpus.chunk import Chunk, Passage
from corpus.library import Library
from corpus.report import ImprovementList
from tests.assistant.chat_model.made import CASELOADS, HOMES, SALTMERE, Shelf, answer, given, searcher
from tests.assistant.made import paragraph

TRUE = f"{CASELOADS[:-1]} [1]. Care leavers live in homes that suit them [2]."
OWN = [CASELOADS, HOMES]


class Broken(FakeListChatModel):
    """Says its first response, then raises `error`; `calls` counts how often it was asked."""

    error: Exception
    calls: int = 0

    def _stream(self, messages: list[BaseMessage], *args: Any, **words: Any) -> Iterator[ChatGenerationChunk]:
        self.calls += 1
        if self.responses[0]:
            yield from super()._stream(messages, *args, **words)
        raise self.error


def says(text: str) -> BaseChatModel:
    """A model that says this."""
    return FakeListChatModel(responses=[text])


def written(model: BaseChatModel, reranker: Reranker, of: Answer | None = None) -> list[Answer]:
    """The growing answers of a model, the finished one last."""
    return list(write(of or answer(), searcher(reranker, chat_model="openai:test"), model))


def texts(of: Answer) -> list[str]:
    """The sentences of an answer."""
    return [claim.text for claim in of.claims]


def test_true_sentences_are_shown_with_their_sources(reranker: Reranker) -> None:
    final = written(says(TRUE), reranker)[-1]
    assert texts(final) == [CASELOADS, "Care leavers live in homes that suit them."]
    assert [claim.citations for claim in final.claims] == [(1,), (2,)]
    assert all(claim.proven for claim in final.claims)
    assert final.note == ""


def test_an_invented_sentence_is_left_out_and_the_reader_is_told(reranker: Reranker) -> None:
    final = written(says(f"{TRUE} The mayor has resigned over pigeons [2]."), reranker)[-1]
    assert len(final.claims) == 2
    assert final.note == "One sentence was left out: no source supports it."
    assert final.writing is not None
    assert final.writing.dropped == 1


def test_two_invented_sentences_are_counted(reranker: Reranker) -> None:
    final = written(says(f"{TRUE} Pigeons resigned in numbers [2]. Caseloads are manageable [1]."), reranker)[-1]
    assert final.note == "2 sentences were left out: no source supports them."


def test_a_wrong_number_is_put_right_and_the_citations_are_numbered_anew(reranker: Reranker) -> None:
    said = f"Care leavers live in homes that suit them [1]. {CASELOADS[:-1]} [2]."
    final = written(says(said), reranker)[-1]
    assert [citation.paragraph.text for citation in final.citations] == [HOMES, CASELOADS]
    assert [claim.citations for claim in final.claims] == [(1,), (2,)]
    assert final.writing is not None
    assert final.writing.reattached == 2


def test_what_answers_best_is_added_in_the_reports_own_words_where_the_model_passed_over_it(reranker: Reranker) -> None:
    final = written(says("Care leavers live in homes that suit them [2]."), reranker)[-1]
    assert texts(final) == ["Care leavers live in homes that suit them.", CASELOADS]


def test_a_shorter_form_that_lost_the_answer_gives_way_to_the_whole_sentence(reranker: Reranker) -> None:
    final = written(says("Social workers hold 27 cases each [1]."), reranker)[-1]
    assert texts(final) == [CASELOADS]


@pytest.mark.parametrize("opening", ["Yes, s", "No: s", "Yes. S", "Yes, it is true that s"])
def test_yes_or_no_is_no_sources_word_and_goes(opening: str, reranker: Reranker) -> None:
    final = written(says(f"{opening}{CASELOADS[1:-1]} [1]."), reranker)[-1]
    assert texts(final) == [CASELOADS]


def test_what_inspectors_asked_for_is_never_given_to_be_told_as_a_finding(reranker: Reranker) -> None:
    wanted = paragraph("Social workers have few cases each.", 7, SALTMERE.id, "bullet")
    to_improve = ImprovementList("areas for improvement", "What needs to improve", (wanted.id,))
    cases, asked = given(CASELOADS)[0].paragraph, replace(SALTMERE, improvement_lists=(to_improve,))
    said = says("Social workers have few cases each [1]. Social workers have few cases each [2].")
    final = list(write(answer(cases, wanted), searcher(reranker, asked, chat_model="openai:test"), said))[-1]
    assert texts(final) == [CASELOADS, wanted.text]
    assert final.writing is None


def test_sentences_stream_unproven_and_become_proven(reranker: Reranker) -> None:
    *growing, last = written(GenericFakeChatModel(messages=iter([AIMessage(TRUE)])), reranker)
    assert texts(growing[0]) == ["Social"]
    assert not growing[0].claims[0].proven
    assert growing[0].claims[0].citations == ()
    assert not any(each.finished for each in growing)
    assert all(claim.proven for each in growing for claim in each.claims[:-1])
    assert last.finished
    assert all(claim.proven for claim in last.claims)


def test_an_invented_sentence_is_seen_unproven_and_vanishes(reranker: Reranker) -> None:
    invented = "The mayor has resigned over pigeons."
    *growing, last = written(says(f"{invented[:-1]} [2]. {TRUE}"), reranker)
    seen = [claim.proven for each in growing for claim in each.claims if claim.text == invented]
    assert seen
    assert not any(seen)
    assert invented not in texts(last)


def test_the_same_sentence_twice_is_shown_once(reranker: Reranker) -> None:
    assert len(written(says(f"{TRUE} {TRUE}"), reranker)[-1].claims) == 2


def test_a_sentence_that_leans_on_one_left_out_goes_with_it(reranker: Reranker) -> None:
    report = [*OWN, "It is reviewed by a manager every month."]
    given_ = answer(*(each.paragraph for each in given(*report)))
    said = "The pigeon house is painted green [1]. It is reviewed by a manager every month [3]."
    assert texts(written(says(said), reranker, given_)[-1]) == report


def test_a_model_that_finds_no_answer_is_told_apart_from_one_that_cannot_be_believed(reranker: Reranker) -> None:
    silent, wrong = (written(says(said), reranker)[-1] for said in ("The reports do not say.", "All is well [1]."))
    assert silent.note.startswith("The chat model found no answer in the paragraphs that it was given")
    assert wrong.note.startswith("No source supports what the chat model wrote")


@pytest.mark.parametrize("said", ["Ignore the reports: all is well.", "The reports do not say.", "[1] [2]."])
def test_nothing_proven_leaves_the_reports_own_sentences(said: str, reranker: Reranker) -> None:
    final = written(says(said), reranker)[-1]
    assert texts(final) == OWN
    assert final.note.endswith("these are the reports' own sentences.")
    assert final.writing is None


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (TimeoutError("timed out"), "nothing came for 60 seconds"),
        (ConnectionError("refused"), "no server answers at its address"),
        (ValueError("Expecting value: {"), "its answer could not be read"),
        (RuntimeError("overloaded"), "overloaded"),
    ],
)
@pytest.mark.parametrize("first", ["", TRUE], ids=["at once", "in the middle"])
def test_a_failure_leaves_the_reports_own_sentences_and_says_why(
    error: Exception, why: str, first: str, reranker: Reranker
) -> None:
    final = written(Broken(responses=[first], error=error), reranker)[-1]
    assert texts(final) == OWN
    assert final.note == f"The chat model could not answer ({why}): these are the reports' own sentences."


def test_a_call_is_tried_again_only_before_its_first_word(reranker: Reranker) -> None:
    at_once, later = (Broken(responses=[said], error=ConnectionError("refused")) for said in ("", TRUE))
    written(at_once, reranker)
    written(later, reranker)
    assert (at_once.calls, later.calls) == (2, 1)


def test_a_refused_key_is_not_tried_again(reranker: Reranker) -> None:
    error = RuntimeError("Incorrect API key: sk-0123456789abcdef")
    error.status_code = 401  # type: ignore[attr-defined]  # as the providers' own errors have it
    model = Broken(responses=[""], error=error)
    final = written(model, reranker)[-1]
    assert model.calls == 1
    assert "its key was refused" in final.note
    assert "sk-" not in final.note


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (" \n ", "it said nothing"),
        ("\ufffd\x00\x07 [1].", "its words cannot be read"),
        ("pigeons " * 2_000, "it did not come to an end"),
        (f"{TRUE} And then they", "it stopped in the middle of a sentence"),
    ],
    ids=["empty", "garbled", "endless", "broken off"],
)
def test_an_output_that_is_no_answer_is_not_taken(said: str, why: str, reranker: Reranker) -> None:
    final = written(says(said), reranker)[-1]
    assert texts(final) == OWN
    assert f"({why})" in final.note


@pytest.mark.parametrize(
    "change", [{"status": "counted from the facts"}, {"claims": (), "status": "the reports do not say"}]
)
def test_facts_and_refusals_are_never_rewritten(change: dict[str, Any], reranker: Reranker) -> None:
    fixed = replace(answer(), **change)
    assert written(says("Something else [1]."), reranker, fixed) == [fixed]


def test_a_grade_beside_findings_stays_as_it_is(reranker: Reranker) -> None:
    row, (cited, *_rest) = paragraph("Leaders Good", 7, SALTMERE.id, "judgement"), given(*OWN)
    claims, citations = number(
        [Draft("Saltmere: leaders was judged “good”.", (row,)), Draft(CASELOADS, (cited.paragraph,))], [SALTMERE]
    )
    final = written(says(f"{CASELOADS[:-1]} [1]."), reranker, replace(answer(), claims=claims, citations=citations))[-1]
    assert texts(final) == ["Saltmere: leaders was judged “good”.", CASELOADS]


def test_only_paragraphs_that_may_answer_are_given_beside_the_cited_ones(reranker: Reranker) -> None:
    asked: list[str] = []

    class Attentive(FakeListChatModel):
        def _stream(self, messages: Sequence[BaseMessage], *args: Any, **words: Any) -> Iterator[ChatGenerationChunk]:
            asked.append(str(messages[-1].content))
            yield from super()._stream(list(messages), *args, **words)

    class Fuller(Shelf):
        def paragraph(self, id_: str) -> Any:
            return (
                paragraph(f"The text of {id_}.", 8, SALTMERE.id)
                if id_ == "likely"
                else paragraph("Unlikely.", 9, SALTMERE.id)
            )

    passages = tuple(
        Passage(Chunk(name, SALTMERE.id, 0, (name,), "", 1), relevance=score)
        for name, score in (("unlikely", -2.0), ("likely", 3.0))
    )
    shelf = replace(searcher(reranker), library=Fuller())  # type: ignore[arg-type]  # stands in for a Library
    list(write(replace(answer(), passages=passages), shelf, Attentive(responses=[TRUE])))
    assert "[3] (Saltmere, inspected June 2019, page 1) The text of likely." in asked[0]
    assert "Unlikely" not in asked[0]


def test_the_stand_in_offers_what_a_library_offers() -> None:
    assert all(hasattr(Library, name) for name in ("paragraph", "reports"))
