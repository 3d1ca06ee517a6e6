"""Where an answer leads on to."""

from dataclasses import replace

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.question import Question, Sort
from corpus.report import ImprovementList, Report
from tests.ui import made
from ui.ask import onward

LISTED = replace(
    made.REPORT, improvement_lists=(ImprovementList("areas for improvement", "What needs to improve", ("5a17-0001",)),)
)


def answer(sort: Sort, *reports: Report, topic: str = "") -> Answer:
    """An answer of a sort that cites the first paragraph of these reports."""
    citations = tuple(Citation(at, made.paragraph(1), report) for at, report in enumerate(reports, start=1))
    claims = tuple(Claim("Caseloads are to fall.", (citation.number,)) for citation in citations)
    return Answer(Question("How?", "How?", sort, topic=topic), "in the reports", claims, citations)


def test_a_list_of_what_inspectors_asked_for_leads_to_the_councils_improvements() -> None:
    assert onward.improvements(answer("list", LISTED)) == ("improvements", {"council": "Saltmere"})


def test_a_list_of_something_else_or_of_several_councils_leads_nowhere() -> None:
    assert onward.improvements(answer("list", made.REPORT)) is None
    assert onward.improvements(answer("fact", LISTED)) is None
    assert onward.improvements(answer("list", LISTED, replace(LISTED, council="Eldermarsh"))) is None


def test_grades_lead_to_all_grades_and_a_theme_across_councils_to_that_theme() -> None:
    said = "Saltmere, ILACS inspection, March 2019: overall effectiveness was judged “good”."
    graded = replace(answer("grade", made.REPORT), status="counted from the facts", claims=(Claim(said, (1,)),))
    assert onward.comparison(graded) == ("compare", {"part": "grades"})
    across = answer("across councils", made.REPORT, topic=" supervision")
    assert onward.comparison(across) == ("compare", {"part": "theme", "theme": "supervision"})
    assert onward.comparison(answer("fact", made.REPORT)) is None
