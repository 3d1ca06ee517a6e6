"""What was understood is shown in parts, and a part taken away widens the question to all the reports it then fits."""

import pytest
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.conversation import Conversation
from assistant.correct import Part, parts, without
from assistant.question import Question
from assistant.understand import understand
from corpus.library import Library
from corpus.report import Report
from tests.assistant.samples import NAMES

INSPECTIONS = ["Saltmere 2015", "Saltmere 2019", "Saltmere 2022", "Saltmere 2025"]


def asked(text: str, reports: tuple[Report, ...]) -> Question:
    """A question that stands alone, understood."""
    return understand(text, Conversation(), reports)


def looked_at(question: Question, reports: tuple[Report, ...]) -> list[str]:
    """The reports that a question is about, by the names of samples.py; every one where it is about all."""
    held = [report for report in reports if question.reports is None or report.id in question.reports]
    return [NAMES[report.file] for report in held]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            (Part("council", "Saltmere"), Part("year", "2019"), Part("year", "2022"), Part("area", "care leavers")),
            "How were care leavers in Saltmere in 2019 and 2022?",
        ),
        ((Part("council", "Corvenshire"), Part("kind", "area SEND")), "What did Corvenshire’s SEND report find?"),
        ((Part("council", "Saltmere"), Part("year", "since 2020")), "What did they find in Saltmere after 2019?"),
        ((Part("council", "Saltmere"), Part("year", "the latest")), "How are caseloads in Saltmere now?"),
        ((), "How many cases are too many?"),
    ],
)
def test_a_question_is_shown_in_its_parts(reports: tuple[Report, ...], expected: tuple[Part, ...], text: str) -> None:
    assert parts(asked(text, reports)) == expected


@pytest.mark.parametrize("words", ["2019", "2022"])
def test_one_of_two_years_taken_away_leaves_the_other(reports: tuple[Report, ...], words: str) -> None:
    question = without(asked("What was Saltmere judged in 2019 and 2022?", reports), Part("year", words), reports)
    (kept,) = {"2019", "2022"} - {words}
    assert parts(question) == (Part("council", "Saltmere"), Part("year", kept))
    assert looked_at(question, reports) == [f"Saltmere {kept}"]
    assert words not in question.standalone
    assert question.sort == "over time"


@pytest.mark.parametrize("time", ["in 2019", "after 2019", "at the latest inspection", "at the first inspection"])
def test_a_question_without_its_time_is_about_every_report(reports: tuple[Report, ...], time: str) -> None:
    question = asked(f"What was Saltmere judged {time}?", reports)
    (part,) = [part for part in parts(question) if part.what == "year"]
    widened = without(question, part, reports)
    assert looked_at(widened, reports) == INSPECTIONS
    assert widened.years == ()


def test_one_of_two_councils_taken_away_leaves_a_question_about_the_other(reports: tuple[Report, ...]) -> None:
    question = asked("Compare caseloads in Saltmere and Eldermarsh", reports)
    widened = without(question, Part("council", "Saltmere"), reports)
    assert (question.sort, widened.sort) == ("across councils", "fact")
    assert widened.councils == ("Eldermarsh",)
    assert "Saltmere" not in widened.standalone
    assert "caseloads" in widened.topic


def test_a_question_without_its_council_is_about_all_of_them(reports: tuple[Report, ...]) -> None:
    widened = without(asked("How big are caseloads in Saltmere?", reports), Part("council", "Saltmere"), reports)
    assert widened.councils == ()
    assert widened.reports is None


def test_a_question_without_its_kind_looks_beyond_it(reports: tuple[Report, ...]) -> None:
    question = asked("What did Corvenshire’s SEND report say about health?", reports)
    assert looked_at(question, reports) == ["Corvenshire SEND 2024"]
    widened = without(question, Part("kind", "area SEND"), reports)
    assert looked_at(widened, reports) == ["Corvenshire 2021", "Corvenshire SEND 2024"]


def test_a_question_without_its_area_asks_for_no_grade_of_it_but_keeps_its_words(reports: tuple[Report, ...]) -> None:
    question = asked("How have care leavers in Saltmere fared over the years?", reports)
    widened = without(question, Part("area", "care leavers"), reports)
    assert widened.areas == ()
    assert "care leavers" in widened.topic
    assert widened.reports == question.reports


def test_a_part_that_a_question_does_not_have_changes_nothing(reports: tuple[Report, ...]) -> None:
    question = asked("How big are caseloads in Saltmere?", reports)
    assert without(question, Part("year", "2019"), reports) == question


def test_the_chain_answers_a_corrected_question_as_it_is(chain: Runnable[Asked, Answer], samples: Library) -> None:
    reports = tuple(samples.reports)
    question = without(asked("What was Saltmere judged in 2019?", reports), Part("year", "2019"), reports)
    answer = chain.invoke(Asked("What was Saltmere judged in 2019?", understood=question))
    assert answer.question == question
    assert [citation.report.file for citation in answer.citations] != []
    assert all("2019" not in citation.report.file for citation in answer.citations)


def test_every_part_can_be_taken_away_in_turn(reports: tuple[Report, ...]) -> None:
    question = asked("Compare care leavers in Saltmere and Eldermarsh in 2016 and at the latest inspection", reports)
    for count in range(len(parts(question)), 0, -1):
        assert len(parts(question)) == count
        question = without(question, parts(question)[0], reports)
    assert parts(question) == ()
