"""What reports of each kind state of themselves is found, and nothing else."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corpus.report import Report
from ingest import facts, paragraphs
from ingest.document import Document, Line
from ingest.read import read
from tests.ingest.printed import CELL, INDENT, LEFT, document, line, paragraph

BODY = "Leaders in Saltmere know their children well and act early, so that most families get the help that they need."


def _report(*lines: Line) -> Report:
    whole = document(*lines, *paragraph(f"1. {BODY} {BODY}", 100, hang=INDENT, page=9))
    return facts.find(whole, paragraphs.find(whole, "r"), "r", "report.pdf")


def _rows(*rows: tuple[str, str], y: float = 300) -> list[Line]:
    return [
        line(text, y + 30 * index, x)
        for index, row in enumerate(rows)
        for text, x in zip(row, (LEFT, CELL), strict=True)
    ]


def _ilacs(*rows: tuple[str, str]) -> Report:
    return _report(
        line("Inspection of Saltmere City Council local authority", 80, size=26),
        line("children’s services", 112, size=26),
        line("Inspection dates: 20 February to 3 March 2023", 150),
        line("Lead inspector: A. Mere, His Majesty’s Inspector", 180),
        *_rows(("Judgement", "Grade"), *rows),
    )


LEADERS = ("The impact of leaders on social work practice", "Requires improvement to be good")
HELP = ("The experiences and progress of children who need help", "Inadequate")
IN_CARE = ("The experiences and progress of children in care", "Good")
LEAVERS = ("The experiences and progress of care leavers", "Outstanding")
OVERALL = ("Overall effectiveness", "Requires improvement to be good")


def test_an_ilacs_report_gives_its_council_kind_version_dates_and_grades() -> None:
    help_row = ("Children who need help and protection", "Inadequate")
    report = _ilacs(LEADERS, help_row, IN_CARE, LEAVERS, OVERALL)
    assert (report.council, report.kind, report.framework) == ("Saltmere", "ILACS", "ILACS 2023")
    assert (report.inspected_from, report.inspected_to) == (date(2023, 2, 20), date(2023, 3, 3))
    assert [(one.area, one.grade) for one in report.judgements] == [
        ("leaders", "requires improvement"), ("help_and_protection", "inadequate"), ("children_in_care", "good"),
        ("care_leavers", "outstanding"), ("overall", "requires improvement"),
    ]  # fmt: skip
    assert report.judgements[0].words == "Requires improvement to be good"


def test_a_report_without_care_leavers_apart_is_of_the_first_version() -> None:
    report = _ilacs(LEADERS, ("The experiences and progress of children in care and care leavers", "Good"), OVERALL)
    assert report.framework == "ILACS 2018"
    assert report.grade("care_leavers") is None


def test_a_report_without_an_overall_grade_is_of_the_last_version() -> None:
    report = _ilacs(LEADERS, IN_CARE, LEAVERS)
    assert (report.framework, report.grade("overall")) == ("ILACS 2026", None)


def test_what_is_not_stated_is_none() -> None:
    report = _ilacs(LEADERS)
    assert report.published is None
    assert report.outcome is None
    assert "published" not in report.stated


def test_every_fact_has_the_paragraph_that_states_it() -> None:
    report = _ilacs(LEADERS)
    stated = (report.stated["council"], report.stated["inspected"], report.judgements[0].paragraph_id)
    assert stated == ("r-0000", "r-0000", "r-0002")


def test_a_single_inspection_report_gives_its_sub_grades_and_the_board_s_review() -> None:
    report = _report(
        line("London Borough of Saltmere", 60, size=26),
        line("Inspection of services for children in need of help and", 100, size=14, bold=True),
        line("protection, children looked after and care leavers", 117, size=14, bold=True),
        line("and", 140, size=14),
        line("Review of the effectiveness of the local safeguarding children board", 160, size=14, bold=True),
        line("Inspection date: 1/06/2015 – 25/06/2015", 190, size=14, bold=True),
        line("Report published: 10/08/2015", 215, size=14, bold=True),
        line("Children’s services in Saltmere require improvement to be good", 250, bold=True),
        *_rows(
            ("1. Children who need help and protection", "Inadequate"),
            ("2. Children looked after and achieving permanence", "Good"),
            ("2.1 Adoption performance", "Good"),
            ("2.2 Experiences and progress of care leavers", "Good"),
            ("3. Leadership, management and governance", "Good"),
        ),
        line("The Local Safeguarding Children Board is inadequate", 100, page=8, size=14, bold=True),
    )
    assert (report.council, report.kind, report.published) == ("Saltmere", "SIF", date(2015, 8, 10))
    assert {one.area: one.grade for one in report.judgements} == {
        "overall": "requires improvement", "help_and_protection": "inadequate", "children_in_care": "good",
        "adoption": "good", "care_leavers": "good", "leaders": "good", "lscb": "inadequate",
    }  # fmt: skip
    assert report.title.startswith("London Borough of Saltmere: Inspection of services for children in need")


def test_a_grade_that_a_heading_gives_differently_is_kept_as_a_note() -> None:
    report = _report(
        line("Inspection of Saltmere children’s services", 80, size=26),
        *_rows(("The experiences and progress of care leavers", "Good")),
        line("The experiences and progress of care leavers: inadequate", 80, page=4, size=14, bold=True),
    )
    assert report.grade("care_leavers") == "good"
    (note,) = report.notes
    assert "page 4 says “inadequate”" in note


def test_an_early_report_grades_each_section_under_its_heading() -> None:
    report = _report(
        line("Inspection of looked after children services", 80, size=18, bold=True),
        line("Saltmere Council", 110, size=18, bold=True),
        line("Inspection dates:", 150),
        line("15-19 July 2013", 150, CELL),
        line("Published:", 180),
        line("23 August 2013", 180, CELL),
        line("Capacity to improve", 80, page=5, size=18, bold=True),
        line("Grade 3 (Adequate)", 110, page=5, bold=True),
    )
    assert (report.kind, report.inspected_to, report.published) == (
        "looked after children",
        date(2013, 7, 19),
        date(2013, 8, 23),
    )
    assert [(one.area, one.label, one.grade) for one in report.judgements] == [
        ("capacity_to_improve", "Capacity to improve", "adequate")
    ]


def test_a_partnership_s_report_has_an_outcome_and_no_grades() -> None:
    report = _report(
        line("Area SEND inspection of Saltmere Local Area Partnership", 80, size=26),
        line("Inspection dates: 29 January 2024 to 2 February 2024", 130),
        line("Inspection outcome", 160, size=14, bold=True),
        *paragraph("The partnership’s arrangements lead to inconsistent experiences. It must work jointly.", 190),
    )
    assert (report.council, report.kind, report.framework) == ("Saltmere", "area SEND", "Area SEND 2023")
    assert report.outcome == "The partnership’s arrangements lead to inconsistent experiences."
    assert report.judgements == ()


def test_a_letter_about_a_visit_has_its_council_and_no_grades() -> None:
    report = _report(
        line("12 May 2021", 60),
        line("A. Mere, Director of Children’s Services", 90),
        line("Dear Ms Mere", 120),
        line("Focused visit to Saltmere local authority children’s services", 150, bold=True),
        *paragraph("This letter summarises the findings of the visit to Saltmere on 20 and 21 April 2021.", 190),
    )
    assert (report.council, report.kind, report.judgements) == ("Saltmere", "focused visit", ())
    assert (report.inspected_from, report.inspected_to) == (date(2021, 4, 20), date(2021, 4, 21))
    assert report.published == date(2021, 5, 12)


def test_a_document_of_no_known_kind_is_read_without_guesses() -> None:
    whole = Document((Line("Saltmere in the news", 1, mark="heading"), Line(BODY, 1, mark="paragraph")), 1)
    report = facts.find(whole, paragraphs.find(whole, "r"), "r", "leeds--childrens-services--2019-01-01.txt")
    assert report.title == "Saltmere in the news"
    assert (report.council, report.kind, report.published) == (None, None, None)


def test_an_article_that_only_speaks_of_an_inspection_is_of_no_kind() -> None:
    """Neither its headline nor a mention of a visit makes it a report."""
    words = b"""Make an Enquiry\nContact Us\n\nInspectors praise final monitoring visit to Saltmere\n
Published: 4 April 2022\n\nInspection of Saltmere children's services found help that comes early, Ofsted has said."""
    whole = read(words, "article.txt")
    report = facts.find(whole, paragraphs.find(whole, "r"), "r", "article.txt")
    assert (report.kind, report.framework, report.judgements) == (None, None, ())
    assert report.title == "Inspectors praise final monitoring visit to Saltmere"


def test_a_letter_in_plain_text_is_known_by_its_greeting() -> None:
    words = b"Dear Ms Mere\n\nFocused visit to Saltmere local authority children's services\n\nHelp comes early."
    whole = read(words, "letter.txt")
    report = facts.find(whole, paragraphs.find(whole, "r"), "r", "letter.txt")
    assert (report.kind, report.framework, report.council) == ("focused visit", "ILACS", "Saltmere")


def _listed(*lines: Line) -> Report:
    return _report(line("Inspection of Saltmere children’s services", 80, size=26), *lines)


def test_what_needs_to_improve_is_a_list_of_its_bullets_without_sub_bullets() -> None:
    report = _listed(
        line("What needs to improve?", 100, page=2, size=14, bold=True),
        line("■ Supervision, in particular:", 130, page=2),
        line("- of new staff.", 150, INDENT, page=2),
        line("■ Plans.", 170, page=2),
        line("The experiences and progress of care leavers: good", 200, page=2, size=14, bold=True),
        line("■ No item of the list.", 230, page=2),
    )
    (found,) = report.improvement_lists
    assert (found.kind, found.heading, found.paragraph_ids) == (
        "areas for improvement",
        "What needs to improve?",
        ("r-0002", "r-0004"),
    )


def test_rows_of_a_table_of_one_column_are_items_that_introduce_their_sub_bullets() -> None:
    """The heading stands twice: over the table and in its head."""
    lines = [
        line("Areas for improvement", 100, page=2, size=14, bold=True),
        line("Areas for improvement", 130, page=2, size=12, bold=True),
        line("Leaders across the area should improve communication to:", 160, page=2),
        line("■ reach every family; and", 180, INDENT, page=2),
        line("■ answer every letter.", 200, INDENT, page=2),
        line("Leaders should listen to what parents tell them.", 240, page=2),
    ]
    whole = document(
        line("Inspection of Saltmere", 80, size=26), *lines, *paragraph(f"1. {BODY} {BODY}", 100, hang=INDENT, page=9)
    )
    found = paragraphs.find(whole, "r")
    (improvements,) = facts.find(whole, found, "r", "report.pdf").improvement_lists
    first, _, _, last = found[3:7]
    assert improvements.paragraph_ids == (first.id, last.id)
    assert [(one.heading, one.introduced_by) for one in found[4:6]] == [(("Areas for improvement",), first.id)] * 2


@pytest.mark.parametrize("named", ["paragraphs", "paras", "Paras."])
def test_named_paragraphs_are_the_next_of_their_number(named: str) -> None:
    report = _listed(
        line("Recommendations", 100, page=2, size=16, bold=True),
        line(f"1. Improve plans ({named} 2 and 3 to 4).", 130, page=2),
        line("Help", 160, page=2, size=16, bold=True),
        *(line(f"{number}. Finding {number}.", 160 + 30 * number, page=2) for number in (2, 3, 4)),
        line("The board", 400, page=2, size=26),
        *(line(f"{number}. Another {number}.", 400 + 30 * number, page=2) for number in (1, 2, 3)),
    )
    (found,) = report.improvement_lists
    assert found.kind == "recommendations"
    assert found.evidence == {"r-0002": ("r-0004", "r-0005", "r-0006")}


def test_a_line_that_only_leads_in_what_is_asked_for_is_no_item() -> None:
    report = _listed(
        line("Areas for improvement", 100, page=2, size=16, bold=True),
        line("1. To improve services, the local authority should take the following action.", 130, page=2),
        line("2. Improve plans.", 160, page=2),
        line("Help", 190, page=2, size=16, bold=True),
    )
    assert [found.paragraph_ids for found in report.improvement_lists] == [("r-0003",)]


def test_priority_actions_and_areas_for_improvement_are_two_lists() -> None:
    report = _listed(
        line("What does the local authority need to improve?", 100, page=2, size=16, bold=True),
        line("Priority and immediate action", 130, page=2, size=14, bold=True),
        line("1. Act at once.", 160, page=2),
        line("Areas for improvement", 190, page=2, size=14, bold=True),
        line("2. Improve plans.", 220, page=2),
    )
    assert [one.kind for one in report.improvement_lists] == ["areas for priority action", "areas for improvement"]


def test_a_table_of_priority_actions_is_a_list_of_its_rows() -> None:
    report = _listed(
        line("Areas for priority action", 100, page=2, size=14, bold=True),
        line("Responsible body", 130, page=2, bold=True),
        line("Areas for priority action", 130, CELL, page=2, bold=True),
        line("Saltmere Council", 160, page=2),
        line("Leaders should cut waits.", 160, CELL, page=2),
    )
    (found,) = report.improvement_lists
    assert (found.kind, len(found.paragraph_ids)) == ("areas for priority action", 1)


@pytest.mark.parametrize("kind", ["heading", "paragraph", "bullet", "row"])
@given(texts=some.lists(some.text(min_size=1, max_size=60), max_size=8))
def test_no_text_makes_the_facts_fail(kind: str, texts: list[str]) -> None:
    lines = tuple(Line(" ".join(text.split()), 1, mark=kind) for text in texts)  # type: ignore[arg-type]
    whole = Document(lines, 1)
    assert facts.find(whole, paragraphs.find(whole, "r"), "r", "any").id == "r"


@pytest.mark.parametrize(
    "words", ["visit inspection ", "Aa ", "inspection of Aa ", "since the last inspection in 2018 "]
)
def test_an_endless_sentence_does_not_hold_the_facts_up(words: str) -> None:
    text = "Dear Ms Mere\n\nFocused visit to Saltmere\n\n" + words * 20_000
    whole = read(text.encode(), "endless.txt")
    started = time.monotonic()
    facts.find(whole, paragraphs.find(whole, "r"), "r", "endless.txt")
    assert time.monotonic() - started < 10
