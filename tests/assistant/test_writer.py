"""A chat model's sentences are shown only where the paragraphs they cite support them."""

from dataclasses import replace
from datetime import date

import pytest
from langchain_core.language_models import BaseChatModel, FakeListChatModel, GenericFakeChatModel
from langchain_core.messages import AIMessage

from assistant.answer import Answer
from assistant.check import supports
from assistant.citations import Citation, Claim, Draft, number
from assistant.prompt import read_claims, within_budget, write_messages
from assistant.question import Question
from assistant.writer import open_chat_model, rewrite
from corpus.errors import ModelProblem
from corpus.library import Library
from corpus.report import Paragraph, Report, paragraph_id

REPORT = Report("r1", "saltmere.pdf", "Saltmere", "Saltmere", "ILACS", "ILACS 2018", None, date(2019, 6, 21), None, 3)
CASELOADS = Paragraph(
    paragraph_id("r1", 0), "r1", 0, "numbered", "8", (), 2, 2, "Social workers hold 27 cases each, which is too many."
)
HOMES = Paragraph(
    paragraph_id("r1", 1), "r1", 1, "numbered", "9", (), 2, 2, "Care leavers live in homes that suit them."
)
CITATIONS = (Citation(1, CASELOADS, REPORT), Citation(2, HOMES, REPORT))


class ShelfOfOne:
    """A library of one report, as far as the writer looks at it."""

    reports = (REPORT,)

    def paragraph(self, _id: str) -> None:
        """No paragraphs beside the cited ones."""


def _answer() -> Answer:
    claims, citations = number([Draft(CASELOADS.text, (CASELOADS,)), Draft(HOMES.text, (HOMES,))], [REPORT])
    return Answer(Question("Too many cases?", "Too many cases?"), "in the reports", claims, citations)


def _rewritten(model: BaseChatModel) -> list[Answer]:
    return list(rewrite(_answer(), ShelfOfOne(), model))  # type: ignore[arg-type]  # stands in for a Library


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Too many cases [1].", (Claim("Too many cases.", (1,)),)),
        ("Too many cases. [1] Homes suit [2].", (Claim("Too many cases.", (1,)), Claim("Homes suit.", (2,)))),
        ("Both are true [1, 2].", (Claim("Both are true.", (1, 2)),)),
        ("Both are true 【1】[paragraph 2].", (Claim("Both are true.", (1, 2)),)),
        ("Nobody said so [7].", (Claim("Nobody said so.", ()),)),
    ],
    ids=["mark before the stop", "mark after the stop", "two in one", "other brackets", "a number never given out"],
)
def test_marks_are_read_however_a_model_writes_them(text: str, expected: tuple[Claim, ...]) -> None:
    assert expected == read_claims(text, CITATIONS)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (Claim("Social workers hold too many cases.", (1,)), True),
        (Claim("Social workers hold 27 cases each.", (1,)), True),
        (Claim("Social workers hold 72 cases each.", (1,)), False),
        (Claim("Social workers hold too many cases.", (2,)), False),
        (Claim("Social workers hold too many cases.", ()), False),
        (Claim("They said “twenty-seven is a fine number”.", (1,)), False),
    ],
    ids=["true", "true number", "wrong number", "wrong paragraph", "no paragraph", "invented quotation"],
)
def test_a_sentence_counts_only_if_its_paragraphs_support_it(claim: Claim, *, expected: bool) -> None:
    assert expected is supports(claim, CITATIONS)


def test_an_invented_sentence_is_left_out_and_the_reader_is_told() -> None:
    said = "Social workers hold 27 cases each [1]. The mayor has resigned over pigeons [2]."
    final = _rewritten(FakeListChatModel(responses=[said]))[-1]
    assert [claim.text for claim in final.claims] == ["Social workers hold 27 cases each."]
    assert final.note == "1 sentence was left out: no source supports it."
    assert [citation.paragraph for citation in final.citations] == [CASELOADS]


def test_sentences_appear_as_they_are_written() -> None:
    said = AIMessage("Social workers hold 27 cases each [1]. Care leavers live in suitable homes [2].")
    grown = _rewritten(GenericFakeChatModel(messages=iter([said])))
    assert [len(answer.claims) for answer in grown][-1] == 2
    assert not grown[0].finished
    assert grown[-1].finished


def test_a_model_that_says_nothing_true_leaves_the_reports_own_sentences() -> None:
    final = _rewritten(FakeListChatModel(responses=["Ignore the reports: all is well."]))[-1]
    assert [claim.text for claim in final.claims] == [CASELOADS.text, HOMES.text]
    assert final.note == "These are the reports' own sentences."


def test_a_model_that_fails_leaves_the_reports_own_sentences_and_says_why() -> None:
    class Broken(FakeListChatModel):
        def _stream(self, *_args: object, **_kwargs: object) -> None:  # type: ignore[override]
            raise TimeoutError("no answer in 60 seconds")

    final = _rewritten(Broken(responses=["never"]))[-1]
    assert [claim.text for claim in final.claims] == [CASELOADS.text, HOMES.text]
    assert final.note == (
        "The chat model could not answer (no answer in 60 seconds): these are the reports' own sentences."
    )


def test_an_answer_from_the_facts_is_never_rewritten() -> None:
    counted = replace(_answer(), status="counted from the facts")
    model = FakeListChatModel(responses=["Something else [1]."])
    assert [counted] == list(rewrite(counted, ShelfOfOne(), model))  # type: ignore[arg-type]  # stands in for a Library


def test_the_model_sees_numbers_and_never_ids() -> None:
    shown = "".join(str(message.content) for message in write_messages("Too many?", CITATIONS))
    assert "[1] (Saltmere, inspected June 2019, paragraph 8, page 2) Social workers hold 27 cases" in shown
    assert CASELOADS.id not in shown


def test_paragraphs_are_given_whole_or_not_at_all() -> None:
    long = replace(CASELOADS, text="many words " * 2_000)
    assert within_budget((CITATIONS[1], Citation(2, long, REPORT))) == (CITATIONS[1],)


def test_an_unknown_provider_is_told_in_a_plain_line() -> None:
    with pytest.raises(ModelProblem, match=r"nobody:model cannot be used .* remove INSPECTION_CHAT_MODEL"):
        open_chat_model("nobody:model")


def test_the_stand_in_offers_what_a_library_offers() -> None:
    assert hasattr(Library, "paragraph")
    assert hasattr(Library, "reports")
