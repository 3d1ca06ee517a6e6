"""The sort of answer a question wants, the areas and kinds it names, and the inspection that a clause points at."""

from typing import Any

import pytest

from assistant.beyond import find_beyond
from assistant.conversation import Conversation
from assistant.question import Sort
from assistant.sorts import (
    asks_for_figure,
    asks_for_several,
    asks_for_strengths,
    asks_of_the_whole,
    find_areas,
    find_clause_grade,
    find_kind,
    without_clause,
)
from assistant.understand import understand
from corpus.report import Area, Grade, Report, ReportKind

SORTS: dict[Sort, tuple[str, ...]] = {
    "fact": (
        "How many children did each social worker in Saltmere have in 2019?",
        "How long do pre-proceedings take in Eldermarsh?",
        "What did inspectors say about early help in Corvenshire?",
        "Are care leavers in Saltmere placed in bed and breakfast?",
        "Who runs the interviews with children who go missing in Eldermarsh?",
        "What share of return home interviews were on time in Saltmere in 2022?",
        "Why do families in Corvenshire wait for short breaks?",
        "How quickly are strategy meetings held in Saltmere?",
        "What are caseloads in Saltmere?",
        "Were strategy meetings in Saltmere any good when Ofsted came in 2019?",
        "Did all the council’s money troubles get in Saltmere’s way?",
        "Do social workers in Eldermarsh have too many cases?",
        "What do children in Saltmere think of their social workers?",
    ),
    "list": (
        "What does Saltmere need to improve?",
        "What were the recommendations for Eldermarsh in 2016?",
        "What are the areas for priority action in Corvenshire?",
        "Which things must Saltmere fix?",
        "What was Saltmere told to improve in 2019?",
        "List the areas for improvement in Corvenshire’s SEND report",
        "What should Saltmere do better?",
        "What should Saltmere have done straight away after its 2015 inspection?",
    ),
    "grade": (
        "What was Saltmere judged overall in 2019?",
        "What grade did Eldermarsh get?",
        "How was adoption in Eldermarsh rated in 2016?",
        "Did Saltmere fail its inspection in 2019?",
        "How did Corvenshire do at its last inspection?",
        "Which parts of Corvenshire’s services were good?",
        "When was Corvenshire last inspected?",
        "Is Saltmere still inadequate?",
        "Why did Eldermarsh drop from outstanding in 2023?",
        "What was the outcome grade for leadership in Saltmere in 2025?",
    ),
    "over time": (
        "How have caseloads changed in Saltmere?",
        "Trace how life-story work changed in Saltmere from one inspection to the next",
        "Has Saltmere got better at return home interviews?",
        "Are caseloads in Saltmere any better than in 2015?",
        "How has life-story work in Saltmere improved over the years?",
        "What has happened to agency staff in Saltmere since 2019?",
        "Is housing for care leavers in Saltmere better or worse than in 2019?",
        "What did each inspection of Saltmere say about neglect?",
    ),
    "across councils": (
        "Which councils use unregistered children’s homes?",
        "Compare caseloads in Saltmere and Eldermarsh",
        "Is Saltmere or Corvenshire better at life-story work?",
        "Which of these councils has the lowest caseloads?",
        "What do all the councils say about private fostering?",
        "Where have inspectors found long waits for mental health support?",
        "Across the reports, how common are agency social workers?",
    ),
    "definition": (
        "What does MASH mean?",
        "What is a personal adviser?",
        "What do inspectors mean by pre-proceedings?",
        "What’s an independent reviewing officer?",
        "What does NEET stand for?",
        "What counts as private fostering?",
        "What is the public law outline?",
        "What are pathway plans?",
    ),
    "beyond": (
        "What is Saltmere’s budget for next year?",
        "What does Saltmere spend on agency social workers?",
        "How much does Eldermarsh pay its social workers?",
        "When will Saltmere be inspected next?",
        "When is the next inspection of Corvenshire due?",
        "What was the name of the child who died in Eldermarsh?",
        "What is in Saltmere’s action plan? Show me its targets.",
        "Will Saltmere be good next time?",
    ),
}

"""What the program gets wrong today."""


def case(expected: object, text: str) -> Any:
    """A row of a table, marked where the program gets it wrong today."""
    return pytest.param(expected, text, id=f"{expected}: {text}")


@pytest.mark.parametrize(("sort", "text"), [case(sort, text) for sort, texts in SORTS.items() for text in texts])
def test_a_question_is_known_by_the_sort_of_answer_it_wants(reports: tuple[Report, ...], sort: Sort, text: str) -> None:
    assert understand(text, Conversation(), reports).sort == sort


@pytest.mark.parametrize(
    ("area", "text"),
    [
        ("care_leavers", "How are care leavers housed?"),
        ("care_leavers", "young people leaving care"),
        ("care_leavers", "care-experienced young people"),
        ("adoption", "Is adoption quick?"),
        ("lscb", "the local safeguarding board"),
        ("lscb", "What did the LSCB know?"),
        ("help_and_protection", "help and protection"),
        ("children_in_care", "looked-after children"),
        ("children_in_care", "children in care"),
        ("children_in_care", "children looked after"),
        ("children_in_care", "How many children are in care?"),
        ("children_in_care", "kids in care"),
        ("children_in_care", "looked-after kids"),
        ("children_in_care", "Do foster carers feel valued?"),
        ("children_in_care", "children in foster care"),
        ("adoption", "How long do adopters wait?"),
        ("leaders", "Who leads there?"),
        ("leaders", "What do leaders know?"),
        ("leaders", "leadership"),
    ],
)
def test_an_area_is_found_by_its_names(area: Area, text: str) -> None:
    assert find_areas(text) == (area,)


def test_a_question_may_name_several_areas_or_none() -> None:
    assert set(find_areas("Are care leavers better off than children in care?")) == {"care_leavers", "children_in_care"}
    assert find_areas("How are caseloads?") == ()
    assert find_areas("What about private fostering?") == ()


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("area SEND", "How is SEND in Corvenshire?"),
        ("area SEND", "children with special educational needs"),
        ("area SEND", "Are EHC plans on time?"),
        ("area SEND", "ehcps"),
        ("ILACS", "the ILACS report"),
        ("SIF", "under the single inspection framework"),
        ("monitoring visit", "the monitoring visits"),
        ("monitoring visit", "the monitoring letter"),
        ("focused visit", "the focused visit"),
        ("looked after children", "the inspection of looked after children"),
        (None, "the last inspection"),
        case(None, "Does the council send letters?"),
    ],
)
def test_a_kind_of_inspection_is_found_by_its_names(kind: ReportKind | None, text: str) -> None:
    assert find_kind(text) == kind


@pytest.mark.parametrize(
    ("grade", "text"),
    [
        ("inadequate", "What did Saltmere have to improve when it was judged inadequate?"),
        ("outstanding", "What was said about neglect when services were outstanding?"),
        ("requires improvement", "How were caseloads when it was rated requires improvement?"),
        case("inadequate", "Who led Saltmere when it failed?"),
        ("good", "What did they praise when they were found good?"),
        (None, "When was Saltmere judged?"),
        (None, "Is neglect inadequate?"),
    ],
)
def test_a_clause_says_which_inspection_is_meant(grade: Grade | None, text: str) -> None:
    assert find_clause_grade(text) == grade


def test_a_question_reads_on_without_its_clause() -> None:
    text = "What did Saltmere have to improve when it was judged inadequate?"
    assert without_clause(text) == "What did Saltmere have to improve?"


def test_a_clause_chooses_the_report_with_that_grade(reports: tuple[Report, ...]) -> None:
    question = understand("How were caseloads in Saltmere when it was judged inadequate?", Conversation(), reports)
    assert [report.file for report in reports if report.id in (question.reports or ())] == [
        "saltmere--childrens-services--2019-08-02.pdf"
    ]


@pytest.mark.parametrize(
    ("beyond", "text"),
    [
        ("money", "What is the budget?"),
        ("the future", "When will they be inspected again?"),
        ("named people", "Who was the child?"),
        ("the council's own plans", "What are our targets?"),
        ("", "How much time do social workers have?"),
        ("", "What did inspectors find?"),
        ("", "Does the council use financial planning well?"),
    ],
)
def test_what_reports_never_hold_is_named(beyond: str, text: str) -> None:
    assert find_beyond(text) == beyond


def test_more_than_one_finding_is_asked_for_in_the_plural() -> None:
    assert asks_for_several("What are the main problems?")
    assert asks_for_several("Why was Saltmere judged inadequate?")
    assert not asks_for_several("How many children are in care?")


def test_strengths_are_asked_for_in_several_ways() -> None:
    assert all(asks_for_strengths(text) for text in ("What are its strengths?", "What is going well?", "the positives"))
    assert not asks_for_strengths("What needs to improve?")


@pytest.mark.parametrize(
    ("asks", "text"),
    [
        (True, "How many children wait for an assessment?"),
        (True, "How long do pre-proceedings take?"),
        (True, "What share of posts is filled by agency workers?"),
        (True, "Turnover in Saltmere: what is the figure?"),
        (False, "How many of the councils were judged good?"),
        (False, "How is supervision in Saltmere?"),
        (False, ""),
    ],
)
def test_a_question_may_ask_for_a_figure(*, asks: bool, text: str) -> None:
    assert asks_for_figure(text) is asks


@pytest.mark.parametrize(
    ("beyond", "text"),
    [
        ("other services", "How often are bins emptied in Eldermarsh?"),
        ("other services", "How good are the swimming pools in Corvenshire?"),
        ("other services", "Which bus routes in Saltmere are the longest?"),
        ("", "Do foster children swim, and do they get to school by bus?"),
        ("", "Are libraries used by care leavers?"),
    ],
)
def test_what_other_services_do_is_beyond_inspection_reports(beyond: str, text: str) -> None:
    assert find_beyond(text) == beyond


@pytest.mark.parametrize(
    ("sort", "text"),
    [
        ("list", "What should Saltmere focus on?"),
        ("list", "What should our priorities be in Saltmere?"),
        ("list", "What should we do before the next inspection in Saltmere?"),
        ("over time", "Is Saltmere getting worse?"),
        ("list", "What stands between Saltmere and good?"),
        ("list", "What would it take for Saltmere to get to good?"),
        ("over time", "Has Saltmere improved?"),
        ("over time", "Did caseloads come down in Saltmere?"),
        ("over time", "Have caseloads in Saltmere fallen?"),
        ("over time", "Has the number of agency workers in Saltmere gone up?"),
        ("over time", "How did Saltmere go from inadequate to good?"),
        ("over time", "Has Saltmere stayed good?"),
        ("fact", "Have children in Saltmere been good at school?"),
        ("beyond", "What happens if our council is judged inadequate?"),
        ("fact", "What should happen when a child goes missing in Saltmere?"),
        ("fact", "What happens when children go missing in Saltmere?"),
    ],
)
def test_what_people_ask_before_an_inspection_is_understood(reports: tuple[Report, ...], sort: Sort, text: str) -> None:
    assert understand(text, Conversation(), reports).sort == sort


@pytest.mark.parametrize(
    ("whole", "topic"),
    [
        (True, "Has it gone backwards?"),
        (True, "Did things get better?"),
        (True, "Have children's services improved overall?"),
        (True, "How did it go from inadequate to good?"),
        (True, "Has it stayed good?"),
        (False, "Has supervision got better?"),
        (False, "Did care leavers' housing improve?"),
    ],
)
def test_a_change_of_everything_is_told_from_a_change_of_one_thing(*, whole: bool, topic: str) -> None:
    assert asks_of_the_whole(topic) is whole
