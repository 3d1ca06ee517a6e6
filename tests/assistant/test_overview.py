"""A council as a whole: the grade first, then how the newest report sums up."""

import pytest

from assistant.overview import asks_for_overview
from tests.assistant.conftest import Ask


@pytest.mark.parametrize(
    "topic", ["How good are children's services?", "What about?", "What are the key messages?", "How is doing?"]
)
def test_nothing_smaller_than_the_whole_is_asked(topic: str) -> None:
    assert asks_for_overview(topic)


@pytest.mark.parametrize("topic", ["How good are social workers?", "Are children safe?", "How long do children wait?"])
def test_a_matter_within_it_is_no_question_about_the_whole(topic: str) -> None:
    assert not asks_for_overview(topic)


@pytest.mark.parametrize(
    "question",
    [
        "How good is Saltmere?",
        "How good are children's services in Saltmere?",
        "What are the key messages for Saltmere?",
    ],
)
def test_the_newest_grade_comes_first_and_then_the_summarys_own_words(ask: Ask, question: str) -> None:
    answer = ask(question)
    first, *others = answer.claims
    assert first.text.startswith("Saltmere, ILACS inspection, January 2025")
    assert "overall effectiveness was judged" in first.text
    assert {citation.report.file for citation in answer.citations} == {"saltmere--childrens-services--2025-03-10.pdf"}
    cited = {citation.number: citation.paragraph.text for citation in answer.citations}
    quoted = [claim for claim in others if "judged “" not in claim.text]
    assert quoted
    assert all(claim.text in cited[claim.citations[0]] for claim in quoted)


def test_grades_that_differ_from_the_overall_one_are_told(ask: Ask) -> None:
    told = [claim.text for claim in ask("How good was Saltmere in 2019?").claims if "judged “" in claim.text]
    assert "overall effectiveness was judged “inadequate”" in told[0]
    assert any(
        "children in care and care leavers were judged “requires improvement to be good”" in each for each in told
    )


def test_why_a_council_was_judged_so_is_what_the_report_of_that_grade_sums_up(ask: Ask) -> None:
    answer = ask("Why was Saltmere judged inadequate in 2019?")
    assert {citation.report.file for citation in answer.citations} == {"saltmere--childrens-services--2019-08-02.pdf"}
    assert len(answer.claims) > 2


def test_councils_are_compared_by_what_each_was_judged(ask: Ask) -> None:
    answer = ask("How do Saltmere and Eldermarsh compare?")
    begins = {claim.group: claim.text for claim in reversed(answer.claims)}
    assert list(begins) == ["Eldermarsh", "Saltmere"]
    assert all("overall effectiveness was judged" in text for text in begins.values())


def test_councils_are_compared_on_an_area_by_its_grade_and_section(ask: Ask) -> None:
    answer = ask("How do Saltmere and Eldermarsh compare on help and protection?")
    begins = {claim.group: claim.text for claim in reversed(answer.claims)}
    assert set(begins) == {"Saltmere", "Eldermarsh"}
    assert all("help and protection was judged" in text for text in begins.values())


def test_a_place_that_no_report_names_is_not_answered_with_the_lists_of_others(ask: Ask) -> None:
    answer = ask("What needs to improve in Nowhereshire?")
    assert answer.status == "not in the library"
    assert "Nowhereshire" in answer.note


def test_a_name_of_six_letters_may_lack_one(ask: Ask) -> None:
    answer = ask("What needs to improve in Saltmre?")
    assert {citation.report.council for citation in answer.citations} == {"Saltmere"}
