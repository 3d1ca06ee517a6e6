"""The main job: a question about the sample reports is answered with the very paragraphs that say so."""

from typing import Any

import pytest

from assistant.answer import Answer, Status
from tests.assistant.conftest import Ask
from tests.assistant.questions import ACROSS, FACTS, GRADES, LISTS, OVER_TIME, REWORDINGS, UNANSWERABLE, Wanted
from tests.assistant.samples import NAMES

FAULTS: dict[str, str] = {}
"""What the program gets wrong today, by question."""


def case(*values: Any, question: str) -> Any:
    """A row of a table, marked where the program gets it wrong today."""
    marks = [pytest.mark.xfail(reason=FAULTS[question], strict=True)] if question in FAULTS else []
    return pytest.param(*values, id=question, marks=marks)


def cited(answer: Answer) -> list[tuple[str, str]]:
    """The report and the text of each paragraph cited, in order."""
    return [(NAMES[citation.report.file], " ".join(citation.paragraph.text.split())) for citation in answer.citations]


def is_among(wanted: tuple[str, str], found: list[tuple[str, str]]) -> bool:
    """True if the words stand in a paragraph of that report."""
    return any(report == wanted[0] and wanted[1] in text for report, text in found)


@pytest.mark.parametrize(
    "wanted", [case(each, question=each.question) for each in (*FACTS, *LISTS, *GRADES, *OVER_TIME, *ACROSS)]
)
def test_an_answer_cites_the_paragraphs_that_say_so(ask: Ask, wanted: Wanted) -> None:
    found = cited(ask(wanted.question))
    assert [each for each in wanted.cites if not is_among(each, found)] == []
    if wanted.complete:
        assert [is_among(each, [one]) for each, one in zip(wanted.cites, found, strict=True)] == [True] * len(found)


@pytest.mark.parametrize(
    ("question", "councils", "counted"),
    [
        ("Which councils are outstanding now?", {"Eldermarsh"}, "That is 1 of 3 councils."),
        ("Which councils were judged inadequate?", {"Saltmere"}, "That is 1 of 3 councils."),
        ("How many councils are inadequate at the moment?", set(), "None of the inspections searched was judged so."),
    ],
)
def test_which_councils_were_given_a_grade_is_counted_from_the_facts(
    ask: Ask, question: str, councils: set[str], counted: str
) -> None:
    answer = ask(question)
    assert {citation.report.council for citation in answer.citations} == councils
    assert answer.status == "counted from the facts"
    assert answer.note.startswith(counted)


def test_findings_of_several_reports_stand_under_the_reports_names(ask: Ask) -> None:
    answer = ask("What do inspectors say about neglect?")
    reports = {citation.report.id for citation in answer.citations}
    assert len(reports) == 1 or all(claim.group for claim in answer.claims)


def test_the_recommendations_of_a_long_report_are_all_cited_in_order(ask: Ask) -> None:
    answer = ask("What were the recommendations for Saltmere in 2015?")
    numbers = [citation.paragraph.number for citation in answer.citations]
    assert numbers == [str(number) for number in (*range(1, 16), *range(1, 5))]
    assert {citation.paragraph.heading[-1] for citation in answer.citations} == {"Recommendations"}


@pytest.mark.parametrize("wanted", FACTS, ids=lambda wanted: wanted.question)
def test_a_single_fact_needs_few_paragraphs(ask: Ask, wanted: Wanted) -> None:
    assert len(ask(wanted.question).citations) <= 4


@pytest.mark.parametrize(
    ("status", "question"), [case(status, question, question=question) for status, question in UNANSWERABLE]
)
def test_what_the_reports_do_not_hold_is_not_answered(ask: Ask, status: Status, question: str) -> None:
    answer = ask(question)
    assert (answer.status, answer.abstained) == (status, True)
    assert answer.note.endswith((".", "”"))


def test_a_term_that_no_report_explains_is_explained_in_our_own_words(ask: Ask) -> None:
    answer = ask("What does section 20 mean?")
    assert answer.status == "our glossary"
    assert answer.claims == ()
    assert answer.note.endswith("(Our own words, not a report's; after the Children Act 1989, section 20.)")


def test_a_count_of_the_facts_says_so(ask: Ask) -> None:
    assert ask("What was Saltmere judged overall in 2019?").status == "counted from the facts"


def test_a_false_premise_is_put_right_with_the_grade(ask: Ask) -> None:
    assert "good" in ask("Was adoption in Saltmere inadequate in 2015?").claims[0].text


def test_a_search_over_every_council_says_what_was_searched(ask: Ask) -> None:
    note = ask("Which councils have used bed and breakfast for care leavers?").note
    assert "11 reports on 3 councils (2015 to 2025)" in note


def test_an_answer_about_the_past_says_that_there_is_a_later_report(ask: Ask) -> None:
    note = ask("How many return home interviews were on time in Saltmere in 2022?").note
    assert note == "There is a later report: Saltmere, ILACS inspection, January 2025."


def test_a_line_through_two_frameworks_is_marked(ask: Ask) -> None:
    note = ask("How has life-story work in Eldermarsh changed?").note
    assert "These inspections used different frameworks" in note


def test_half_of_a_question_is_answered_and_the_other_half_is_named(ask: Ask) -> None:
    answer = ask("What was Saltmere judged in 2022 and what is its budget?")
    assert [claim.text.rpartition(": ")[2] for claim in answer.claims] == [
        "overall effectiveness was judged “requires improvement to be good”."
    ]
    assert answer.note.startswith("Inspection reports do not hold the rest: they say what inspectors found, not money.")


def test_a_figure_is_given_though_its_price_is_not_in_the_reports(ask: Ask) -> None:
    answer = ask("How many agency workers does Saltmere have and how much does it pay them?")
    assert "Agency workers fill 9% of social work posts" in answer.claims[0].text
    assert "not money" in answer.note


def test_of_two_councils_the_one_that_is_held_is_answered_for(ask: Ask) -> None:
    answer = ask("Compare Eldermarsh and Wigan on care leavers")
    assert {citation.report.council for citation in answer.citations} == {"Eldermarsh"}
    assert answer.note.startswith("The library does not hold a report on Wigan.")


def test_of_two_years_the_one_that_is_held_is_answered_for(ask: Ask) -> None:
    answer = ask("How were caseloads in Saltmere in 2019 and 2018?")
    assert {NAMES[citation.report.file] for citation in answer.citations} == {"Saltmere 2019"}
    assert "Caseloads are far too high." in [claim.text for claim in answer.claims]
    assert answer.note.startswith("It holds no report on Saltmere from 2018.")


def test_a_year_of_which_only_a_letter_is_held_is_not_said_to_be_missing(ask: Ask) -> None:
    answer = ask("How were caseloads in Saltmere in 2019 and 2021?")
    assert "Saltmere 2019" in {NAMES[citation.report.file] for citation in answer.citations}
    assert "It holds no report on Saltmere from 2021" not in answer.note


def test_a_question_about_two_things_is_answered_on_both(ask: Ask) -> None:
    text = " ".join(claim.text for claim in ask("How are caseloads and supervision in Saltmere in 2019?").claims)
    assert "Caseloads are far too high" in text
    assert "upervision" in text


def test_the_council_that_is_praised_most_is_among_those_praised(ask: Ask) -> None:
    answer = ask("Which councils were praised for life-story work?")
    assert "Eldermarsh" in {claim.group for claim in answer.claims}
    assert "Life-story work has started." not in [claim.text for claim in answer.claims]


def test_there_are_at_least_twenty_five_questions_with_their_paragraphs() -> None:
    assert len([*FACTS, *LISTS, *GRADES, *OVER_TIME, *ACROSS]) >= 25


def test_five_wordings_of_a_question_cite_the_same_paragraphs_for_eight_questions_of_ten(ask: Ask) -> None:
    differing = [
        wordings[0]
        for wordings in REWORDINGS
        if len({frozenset(citation.paragraph.id for citation in ask(each).citations) for each in wordings}) > 1
    ]
    assert len(REWORDINGS) == 10
    assert len(differing) <= 2, differing


def test_whether_a_council_got_better_is_told_by_its_grades(ask: Ask) -> None:
    answer = ask("Has Saltmere gone backwards?")
    assert answer.status == "counted from the facts"
    years = [citation.report.when.year for citation in answer.citations if citation.report.when]
    assert years == sorted(years)
    assert len(set(years)) > 1
