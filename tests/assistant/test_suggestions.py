"""Questions that are offered: before the first, and after an answer."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.citations import Claim
from assistant.conversation import Conversation
from assistant.question import Question, Sort
from assistant.suggestions import suggest, suggest_next
from corpus.report import ImprovementList, Judgement, Report
from tests.ui import made

ELSEWHERE = replace(made.REPORT, id="e1de", council="Eldermarsh", inspected_to=date(2024, 5, 3))
LATER = replace(
    made.JUDGED,
    id="5a18",
    inspected_to=date(2022, 5, 3),
    improvement_lists=(ImprovementList("areas for improvement", "What needs to improve", ()),),
)
HELD = (made.JUDGED, LATER, ELSEWHERE)


def after(asked: str = "How are caseloads in Saltmere?", sort: Sort = "fact", **question: object) -> tuple[str, ...]:
    """What is offered after an answer to this question, whose source is the first report."""
    about = Question(asked, asked, sort, **{"councils": ("Saltmere",), **question})  # type: ignore[arg-type]
    return suggest_next(Conversation((made.turn(Claim("A.", (1,)), asked=asked, question=about),)), HELD)


@pytest.mark.parametrize("reports", [(made.REPORT,), HELD], ids=["one report", "three reports"])
def test_each_kind_of_reader_is_offered_three_questions(reports: tuple[Report, ...]) -> None:
    readers = {suggestion.reader: suggestion.questions for suggestion in suggest(reports)}
    assert list(readers) == ["For councillors", "For council staff", "For trainers"]
    assert [len(questions) for questions in readers.values()] == [3, 3, 3]


def test_questions_name_what_the_library_holds_and_nothing_else() -> None:
    offered = " ".join(question for each in suggest([made.REPORT]) for question in each.questions)
    assert "Saltmere" in offered
    assert "inadequate" not in offered
    assert "compare" not in offered


def test_more_reports_offer_more_questions() -> None:
    offered = [question for each in suggest(HELD) for question in each.questions]
    assert "How have the judgements in Saltmere changed over time?" in offered
    assert "How do Saltmere and Eldermarsh compare on help and protection?" in offered
    assert "Which councils were judged inadequate?" in offered


def test_an_empty_library_offers_no_questions() -> None:
    assert suggest([]) == ()
    assert suggest_next(Conversation((made.turn(),)), ()) == ()


def test_an_answer_from_an_older_report_offers_the_newer_one_first() -> None:
    assert after()[0] == "And in 2022?"


def test_a_grade_is_followed_by_why_and_by_what_has_to_improve() -> None:
    offered = after("What was Saltmere judged?", "grade")
    assert offered == (
        "Why was Saltmere judged inadequate?",
        "What needs to improve in Saltmere?",
        "How have the judgements in Saltmere changed over time?",
    )


def test_grades_that_were_told_over_time_are_not_offered_again() -> None:
    told = Claim("Saltmere, ILACS inspection, March 2019: overall effectiveness was judged “inadequate”.", (1,))
    about = Question("How has it changed?", "How has it changed?", "over time", councils=("Saltmere",))
    first = made.turn(told, asked="How has it changed?", question=about, status="counted from the facts")
    last = made.turn(Claim("A.", (1,)), asked="Q?", question=Question("Q?", "Q?", councils=("Saltmere",)))
    for turns in ((first,), (first, last)):
        offered = suggest_next(Conversation(turns), HELD)
        assert not any("judge" in question for question in offered)


def test_nothing_is_offered_that_was_asked_already() -> None:
    assert "What needs to improve in Saltmere?" not in after("what needs to improve in Saltmere", "list")


def test_a_council_that_is_not_held_is_not_asked_about_again() -> None:
    offered = after("How is Wigan?", councils=("Wigan",), missing="a report on Wigan")
    assert len(offered) == 3
    assert "Wigan" not in " ".join(offered)


def test_a_judgement_on_one_area_is_no_overall_grade() -> None:
    lscb = replace(made.REPORT, judgements=(Judgement("lscb", "The board", "good", "good", "5a17-0000"),))
    about = Question("Q?", "Q?", "grade", councils=("Saltmere",))
    offered = suggest_next(Conversation((made.turn(Claim("A.", (1,)), asked="Q?", question=about),)), (lscb,))
    assert not any(question.startswith(("Why was", "What was")) for question in offered)
