"""A question about a whole graded area is answered with its grade and what its section says."""

import pytest
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.areas import asks_of_the_area
from assistant.chain import Asked


@pytest.mark.parametrize(
    "topic",
    [
        "How well are children in care looked after?",
        "What did inspectors say about care leavers?",
        "What did inspectors find about leadership?",
        "How good is help and protection?",
        "What was found on adoption services?",
        "How are young people in care doing?",
    ],
)
def test_a_question_that_names_only_an_area_is_about_all_of_it(topic: str) -> None:
    assert asks_of_the_area(topic)


@pytest.mark.parametrize(
    "topic",
    [
        "How well does fostering work?",
        "Where do care leavers live?",
        "Do children in care see their brothers and sisters?",
        "Are leaders visible to staff?",
        "How are caseloads?",
        "",
    ],
)
def test_a_smaller_matter_is_not_the_whole_area(topic: str) -> None:
    assert not asks_of_the_area(topic)


def test_the_newest_section_on_the_area_is_told_after_its_grade(chain: Runnable[Asked, Answer]) -> None:
    answer = chain.invoke(Asked("What did inspectors say about care leavers in Saltmere?"))
    grade, *findings = answer.claims
    assert "care leavers were judged" in grade.text
    assert findings
    by_number = {citation.number: citation for citation in answer.citations}
    for claim in findings:
        heading = " ".join(by_number[claim.citations[0]].paragraph.heading).lower()
        assert "care leavers" in heading
    assert len({citation.report.id for citation in answer.citations}) == 1
