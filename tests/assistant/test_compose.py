"""Answers say where nothing was found and what is newer; one without a sentence says why."""

import re

import pytest

from assistant.answer import Answer, Status
from assistant.citations import Claim, number
from assistant.compose import compose, refuse, remark
from assistant.conversation import Conversation
from assistant.describe import name_report
from assistant.grades import find_area_grades
from assistant.plans import Found, find
from assistant.question import Question
from assistant.search import Group, Searcher
from assistant.understand import understand
from corpus.library import Library
from tests.assistant.samples import FILES


def asked(text: str, samples: Library) -> Question:
    return understand(text, Conversation(), samples.reports)


@pytest.mark.parametrize(
    ("status", "note", "text"),
    [
        (
            "not in the library",
            r"The library does not hold a report on Wigan\. It holds 11 reports on 3 councils \(2015 to 2025\)\.",
            "How is Wigan doing?",
        ),
        (
            "not in the library",
            r"The library does not hold a report on Saltmere from 2012\. It holds 7 reports on Saltmere .*",
            "How was Saltmere in 2012?",
        ),
        (
            "not in the library",
            r"The library does not hold a focused visit report on Eldermarsh\. It holds 2 reports on Eldermarsh .*",
            "What did the focused visit to Eldermarsh find?",
        ),
        (
            "not in inspection reports",
            r"Inspection reports do not hold this: .*, not money\. .* officers: “What is the budget in Saltmere\?”",
            "What is the budget in Saltmere?",
        ),
        (
            "our glossary",
            r"Section 20: The part of the Children Act .* \(Our own words, not a report's; after .*, section 20\.\)",
            "What does section 20 mean?",
        ),
        (
            "the reports do not say",
            r"The reports do not say\. Searched: 7 reports on Saltmere \(2015 to 2025\)\.",
            "Does Saltmere have a zoo?",
        ),
        (
            "the reports do not say",
            r"The reports do not say\. Searched: 7 reports on Saltmere .*\. None of them mentions “Mockingbird”\.",
            "What is the Mockingbird scheme in Saltmere?",
        ),
        (
            "the reports do not say",
            r"The reports do not say\. .* None of them mentions “family drug and alcohol court”\.",
            "Does Saltmere have a family drug and alcohol court?",
        ),
        ("not understood", r"Ask about what inspectors found, in your own words\.", "Thanks!"),
        ("not understood", r"Ask about what inspectors found, in your own words\.", "hello"),
    ],
)
def test_a_refusal_says_why(samples: Library, status: Status, note: str, text: str) -> None:
    answer = refuse(Found(asked(text, samples)), samples)
    assert answer.status == status
    assert re.fullmatch(note, answer.note), answer.note


def test_a_refusal_shows_the_nearest_finding_but_claims_nothing(searcher: Searcher) -> None:
    question = asked("What do inspectors say about horse riding in Corvenshire?", searcher.library)
    (answer,) = compose(find(question, searcher), searcher)
    assert answer.note.endswith("The nearest finding is in source 1.")
    assert (answer.abstained, answer.claims) == (True, ())
    (nearest,) = answer.citations
    best = max(answer.passages, key=lambda passage: passage.relevance or 0.0)
    assert nearest.paragraph.id in best.chunk.paragraph_ids
    assert nearest.report.council == "Corvenshire"


def test_a_refusal_shows_no_finding_that_is_not_near(searcher: Searcher) -> None:
    (answer,) = compose(find(asked("Does Saltmere have a zoo?", searcher.library), searcher), searcher)
    assert answer.citations == ()
    assert "nearest" not in answer.note


def test_small_talk_is_not_searched_for(searcher: Searcher) -> None:
    (answer,) = compose(find(asked("OK, thank you!", searcher.library), searcher), searcher)
    assert (answer.status, answer.passages) == ("not understood", ())


def test_what_is_found_by_nothing_is_refused(searcher: Searcher) -> None:
    found = Found(asked("Does Saltmere have a zoo?", searcher.library), (Group(),))
    (only,) = compose(found, searcher)
    assert only.abstained


def test_a_question_with_something_missing_is_not_searched(searcher: Searcher) -> None:
    assert find(asked("How is Wigan doing?", searcher.library), searcher).groups == ()
    assert find(asked("What is Saltmere’s budget?", searcher.library), searcher).groups == ()


def test_a_question_over_time_has_a_group_for_each_inspection_from_the_oldest(searcher: Searcher) -> None:
    found = find(asked("How has supervision changed in Saltmere?", searcher.library), searcher)
    assert [group.label for group in found.groups] == [
        "Saltmere, SIF inspection, April 2015",
        "Saltmere, ILACS inspection, June 2019",
        "Saltmere, ILACS inspection, October 2022",
        "Saltmere, ILACS inspection, January 2025",
    ]


def test_a_question_on_two_councils_has_a_group_for_each_in_the_order_named(searcher: Searcher) -> None:
    found = find(asked("Compare supervision in Eldermarsh and Saltmere", searcher.library), searcher)
    assert [group.label for group in found.groups] == ["Eldermarsh", "Saltmere"]


def answered(samples: Library, sort_of: str, *reports: str) -> Answer:
    """An answer that cites the overall grade of these reports."""
    cited = [samples.report(FILES[report]) for report in reports]
    drafts = [draft for report in cited for draft in find_area_grades(["overall"], report, samples)]
    claims, citations = number(drafts, samples.reports)
    return Answer(asked(sort_of, samples), "in the reports", claims, citations)


def test_the_reader_learns_where_nothing_was_found(samples: Library) -> None:
    answer = answered(samples, "Compare zoos in Saltmere and Eldermarsh", "Saltmere 2025", "Eldermarsh 2023")
    assert remark(answer, ["Saltmere", "Eldermarsh"], samples) == "Nothing on this was found for: Saltmere; Eldermarsh."


def test_the_reader_learns_of_a_later_inspection_by_its_name(samples: Library) -> None:
    later = name_report(samples.report(FILES["Saltmere 2025"]))
    answer = answered(samples, "How was Saltmere judged in 2019?", "Saltmere 2019")
    assert remark(answer, [], samples) == f"There is a later report: {later}."


def test_the_newest_inspection_needs_no_remark(samples: Library) -> None:
    answer = answered(samples, "How was Saltmere judged?", "Saltmere 2025")
    assert remark(answer, [], samples) == ""


def test_inspections_under_different_frameworks_are_to_be_compared_with_care(samples: Library) -> None:
    answer = answered(samples, "How has Eldermarsh changed over the years?", "Eldermarsh 2016", "Eldermarsh 2023")
    assert remark(answer, [], samples).endswith("compare with care.")


def test_a_question_about_every_council_says_how_many_have_it_and_how_new_it_is(samples: Library) -> None:
    answer = answered(samples, "Which councils have choirs?", "Saltmere 2025", "Eldermarsh 2023")
    assert remark(answer, [], samples) == (
        "Found in the reports of 2 of 3 councils, the newest from January 2025. "
        "Searched: 11 reports on 3 councils (2015 to 2025). Others may say it in other words."
    )


def test_two_reports_of_one_council_count_as_one_council(samples: Library) -> None:
    answer = answered(samples, "Which councils have choirs?", "Saltmere 2025", "Saltmere 2022")
    assert remark(answer, [], samples).startswith("Found in the reports of 1 of 3 councils, ")


def test_a_question_about_named_councils_needs_no_count_of_them(samples: Library) -> None:
    answer = answered(samples, "Compare choirs in Saltmere and Eldermarsh", "Saltmere 2025", "Eldermarsh 2023")
    assert remark(answer, [], samples) == ""


def test_the_part_that_cannot_be_answered_is_told_first(samples: Library) -> None:
    answer = answered(samples, "Compare Eldermarsh and Wigan on care leavers", "Eldermarsh 2023")
    assert remark(answer, [], samples) == "The library does not hold a report on Wigan."


def test_a_sentence_that_a_report_says_twice_is_cited_once_with_where_else_it_stands(invented: Searcher) -> None:
    question = asked("How often does supervision take place in Fennimoor?", invented.library)
    *_growing, answer = compose(find(question, invented), invented)
    (citation,) = answer.citations
    assert (len(answer.claims), citation.also_at) == (1, "page 1")


@pytest.mark.parametrize(("text", "told"), [("It has many advisers.", True), ("It has 12 advisers.", False)])
def test_a_figure_that_was_asked_for_and_not_found_is_told(samples: Library, text: str, *, told: bool) -> None:
    question = asked("How many personal advisers are there?", samples)
    answer = Answer(question, "in the reports", (Claim(text, (1,)),))
    assert ("No figure for this was found." in remark(answer, [], samples)) is told
