"""Grades, outcomes and dates come from the facts, each with the paragraph that states it."""

import re

import pytest

from assistant.citations import Draft
from assistant.conversation import Conversation
from assistant.grades import find_area_grades, find_dates, find_grades, named_grades
from assistant.understand import understand
from corpus.library import Library
from corpus.report import Grade, Report
from tests.assistant.samples import FILES


def graded(samples: Library, report: str, text: str) -> list[Draft]:
    """The sentences on grades that a question asks of one report."""
    question = understand(text, Conversation(), samples.reports)
    return find_grades(question, [samples.report(FILES[report])], samples)


def areas(drafts: list[Draft]) -> list[str]:
    """What was judged, in the words of each sentence: "care leavers: outstanding"."""
    return [re.sub(r" (?:was|were) judged “", ": ", draft.text.rsplit(": ", 1)[1]).rstrip("”.") for draft in drafts]


@pytest.mark.parametrize(
    ("expected", "report", "text"),
    [
        (["overall effectiveness: inadequate"], "Saltmere 2019", "What was Saltmere judged in 2019?"),
        (["overall effectiveness: outstanding"], "Eldermarsh 2023", "How did Eldermarsh do overall in 2023?"),
        (["adoption: outstanding"], "Eldermarsh 2016", "How was adoption judged in Eldermarsh in 2016?"),
        (
            ["care leavers: requires improvement to be good"],
            "Saltmere 2025",
            "How were care leavers judged in Saltmere in 2025?",
        ),
        (["help and protection: good"], "Eldermarsh 2023", "What grade did help and protection get in Eldermarsh?"),
        (["the work of leaders: good"], "Corvenshire 2021", "How was leadership rated in Corvenshire?"),
        (
            ["overall effectiveness: good", "help and protection: requires improvement to be good"],
            "Corvenshire 2021",
            "Which parts of Corvenshire’s services were not good?",
        ),
        (
            ["overall effectiveness: good", "help and protection: requires improvement to be good"],
            "Corvenshire 2021",
            "Which parts of Corvenshire’s services require improvement?",
        ),
    ],
)
def test_the_grades_that_are_asked_for_are_told(samples: Library, expected: list[str], report: str, text: str) -> None:
    assert areas(graded(samples, report, text)) == expected


def test_every_area_is_told_where_everything_is_asked_for(samples: Library) -> None:
    drafts = graded(samples, "Eldermarsh 2023", "Was everything in Eldermarsh judged outstanding in 2023?")
    assert len(drafts) == 5
    assert areas(drafts)[0] == "overall effectiveness: outstanding"


def test_a_grade_cites_the_table_in_which_it_stands(samples: Library) -> None:
    (draft,) = graded(samples, "Saltmere 2019", "What was Saltmere judged in 2019?")
    assert draft.paragraphs[0].kind == "judgement"
    assert "Inadequate" in draft.paragraphs[0].text


def test_a_grade_of_a_long_report_cites_the_sentence_that_says_it_again(samples: Library) -> None:
    (draft,) = graded(samples, "Eldermarsh 2016", "How was adoption judged in Eldermarsh in 2016?")
    assert len(draft.paragraphs) == 2
    assert "adoption" in draft.paragraphs[1].text


def test_an_outcome_in_place_of_grades_is_quoted(samples: Library) -> None:
    (draft,) = graded(samples, "Corvenshire SEND 2024", "What was Corvenshire’s SEND outcome?")
    assert draft.text.startswith("Corvenshire, area SEND inspection, May 2024: “There are widespread")
    assert draft.paragraphs[0].text.startswith("There are widespread")


def test_a_letter_without_grades_gives_none(samples: Library) -> None:
    assert graded(samples, "Saltmere visit 2020", "What was Saltmere judged in 2020?") == []


def test_an_area_that_a_report_does_not_judge_gives_none(samples: Library) -> None:
    report = samples.report(FILES["Saltmere 2019"])
    assert find_area_grades(["adoption"], report, samples) == []
    (draft,) = find_area_grades(["leaders"], report, samples)
    assert areas([draft]) == ["the work of leaders: inadequate"]


def test_the_dates_of_an_inspection_cite_the_line_that_states_them(samples: Library) -> None:
    (draft,) = find_dates([samples.report(FILES["Eldermarsh 2023"])], samples)
    assert draft.text == "Eldermarsh, ILACS inspection, June 2023: inspected 12 to 23 June 2023."
    assert "12 to 23 June 2023" in draft.paragraphs[0].text


def test_every_grade_of_every_report_has_its_paragraph(samples: Library) -> None:
    reports: list[Report] = [report for report in samples.reports if report.judgements]
    assert len(reports) == 7
    for report in reports:
        drafts = find_area_grades([each.area for each in report.judgements], report, samples)
        assert len(drafts) == len(report.judgements)


@pytest.mark.parametrize(
    ("grades", "text"),
    [
        (("outstanding",), "What was outstanding?"),
        (("requires improvement",), "It requires improvement"),
        (("requires improvement",), "Which services require improvement?"),
        (("inadequate",), "Was it inadequate?"),
        (("adequate",), "adequate in 2012"),
        (("outstanding", "good"), "Was it good or outstanding?"),
        ((), "How was it?"),
    ],
)
def test_grades_are_found_in_a_text(grades: tuple[Grade, ...], text: str) -> None:
    assert named_grades(text) == grades
