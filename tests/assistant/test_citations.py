"""Paragraphs are numbered as they are first used, and a citation says where it stands."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.answer import Answer
from assistant.citations import Citation, Claim, Draft, number
from assistant.question import Question
from corpus.report import Report
from tests.assistant.made import paragraph, report

ONE, TWO, THREE = (paragraph(f"Finding {position}.", position) for position in range(3))


def test_paragraphs_are_numbered_in_the_order_of_their_first_use() -> None:
    claims, citations = number([Draft("b", (TWO,)), Draft("a", (ONE, TWO)), Draft("c", (THREE,), "Group")], [report()])
    assert claims == (Claim("b", (1,)), Claim("a", (2, 1)), Claim("c", (3,), "Group"))
    assert [citation.paragraph for citation in citations] == [TWO, ONE, THREE]
    assert [citation.number for citation in citations] == [1, 2, 3]


def test_a_paragraph_named_twice_by_one_sentence_is_marked_once() -> None:
    claims, citations = number([Draft("a", (ONE, ONE))], [report()])
    assert claims[0].citations == (1,)
    assert len(citations) == 1


def test_a_citation_knows_the_report_of_its_paragraph() -> None:
    other = report(year=2022)
    second = paragraph("Later.", 0, other.id)
    _claims, citations = number([Draft("a", (ONE, second))], [report(), other])
    assert [citation.report.id for citation in citations] == ["fenn2019", "fenn2022"]


def test_nothing_to_say_has_no_citations() -> None:
    assert number([], [report()]) == ((), ())


@pytest.mark.parametrize(
    ("label", "of", "numbered"),
    [
        ("Fennimoor, inspected June 2019, paragraph 12, page 1", report(), "12"),
        ("Fennimoor, inspected June 2019, page 1", report(), None),
        ("Fennimoor, 2 August 2019, page 1", replace(report(), published=date(2019, 8, 2)), None),
        ("Inspection of Fennimoor, inspected June 2019, page 1", replace(report(), council=None), None),
        ("Fennimoor, page 1", replace(report(), inspected_from=None, inspected_to=None), None),
    ],
)
def test_a_citation_says_where_it_stands(label: str, of: Report, numbered: str | None) -> None:
    assert Citation(1, replace(ONE, number=numbered), of).label == label


def test_the_text_of_an_answer_is_its_sentences_with_their_marks_under_their_groups() -> None:
    claims = (Claim("First.", (1,), "A"), Claim("Second.", (1, 2), "A"), Claim("Third.", (3,), "B"), Claim("Bare.", ()))
    answer = Answer(Question("q", "q"), "in the reports", claims, note="A note.")
    assert answer.text == "A:\nFirst. [1]\nSecond. [1][2]\nB:\nThird. [3]\nBare.\nA note."


@pytest.mark.parametrize(
    ("abstained", "answer"),
    [
        (True, Answer(Question("q", "q"), "the reports do not say", note="Nothing.")),
        (False, Answer(Question("q", "q"), "our glossary", note="A term: what it means.")),
        (False, Answer(Question("q", "q"), "in the reports", (Claim("First.", (1,)),))),
    ],
)
def test_an_answer_abstains_that_neither_claims_nor_explains(*, abstained: bool, answer: Answer) -> None:
    assert answer.abstained is abstained


def test_a_question_says_what_it_was_understood_to_be_about() -> None:
    question = Question("q", "q", councils=("Saltmere",), years=(2019, 2022), kind="ILACS", areas=("care_leavers",))
    assert question.about == "Saltmere · 2019 and 2022 · ILACS · care leavers"
    assert Question("q", "q").about == ""


def test_a_citation_says_where_else_its_report_says_the_same() -> None:
    also = (replace(TWO, number="31"), THREE)
    assert Citation(1, ONE, report(), also).also_at == "paragraph 31, page 1; page 1"
    assert Citation(1, ONE, report()).also_at == ""


def test_where_else_it_is_said_goes_with_the_paragraph_and_not_with_the_next() -> None:
    _claims, citations = number([Draft("a", (ONE,), None, (THREE,)), Draft("b", (TWO,))], [report()])
    assert [citation.also for citation in citations] == [(THREE,), ()]


def test_a_paragraph_where_it_is_also_said_has_no_number_of_its_own() -> None:
    claims, citations = number([Draft("a", (ONE,), None, (TWO,))], [report()])
    assert [claim.citations for claim in claims] == [(1,)]
    assert [citation.paragraph for citation in citations] == [ONE]
