"""What a report tells of the inspections before it: when they were, of what, and how they were graded."""

from pathlib import Path

import numpy as np
import pytest

from corpus.chunk import Entry
from corpus.report import Paragraph, PreviousInspection, Report
from corpus.store import open_store
from ingest import previous

FORMAL = "The previous inspection of the local authority’s"


def _paragraphs(*texts: str, page: int = 3) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"r-{n:04d}", "r", n, "prose", None, ("Summary",), page, page, text) for n, text in enumerate(texts)
    )


def _found(*texts: str, page: int = 3) -> list[tuple[str, str, str | None]]:
    return [(one.when, one.area, one.grade) for one in previous.find((), _paragraphs(*texts, page=page))]


@pytest.mark.parametrize(
    ("text", "when", "grade"),
    [
        ("Services have declined since the last inspection in 2018, when they were judged to be good.", "2018", "good"),
        ("At the last inspection of Saltmere’s services, in May 2017, all was well.", "May 2017", None),
        ("Since the last Ofsted judgement inspection, in 2017, which judged them to require improvement, much is new.",
         "2017", "requires improvement"),
        ("Since the single inspection in 2015, when services were found to be inadequate overall, much has changed.",
         "2015", "inadequate"),
        ("They have done much since the 2016 inspection.", "2016", None),
        ("Children’s services were judged requires improvement in 2019 and areas were named.", "2019",
         "requires improvement"),
        ("Problems led to the service of the council being judged inadequate in 2011, 2013 and 2015.", "2015",
         "inadequate"),
    ],
)  # fmt: skip
def test_a_sentence_of_the_summary_dates_the_last_inspection(text: str, when: str, grade: str | None) -> None:
    assert _found(text) == [(when, "overall", grade)]


@pytest.mark.parametrize(
    "text",
    [
        "Help has improved since the last inspection.",
        "Little has changed since the last inspection and two focused visits in October 2022 and January 2024.",
        "Much was left undone since the previous inspections in 2011 and 2013.",
        "Two children’s homes were good at their most recent inspection, in August 2015.",
        "The last inspection of the children’s home in 2015 judged it to be good.",
        "The last joint targeted inspection in 2018 judged it to be good.",
    ],
)
def test_what_names_no_earlier_inspection_of_the_council_with_its_date_gives_none(text: str) -> None:
    assert _found(text) == []


def test_two_areas_inspected_apart_are_two_previous_inspections() -> None:
    assert _found(
        f"{FORMAL} safeguarding arrangements was in March 2013. The local authority was judged to be adequate.",
        f"{FORMAL} services for looked after children was in July 2010. The local authority was good.",
    ) == [("March 2013", "help_and_protection", "adequate"), ("July 2010", "children_in_care", "good")]


def test_the_overall_grade_goes_before_those_of_areas_and_the_formal_account_before_the_summary() -> None:
    assert _found(
        "Much has changed since the last inspection in 2014, when services were found to be good.",
        f"{FORMAL} services for children in need of help and protection and children looked after was in April 2014. "
        "It was judged good for adoption. The overall effectiveness was judged to be inadequate.",
    ) == [("April 2014", "overall", "inadequate")]


def test_a_list_of_grades_is_cited_with_the_line_that_introduces_it() -> None:
    lead = "The last inspection report for the services was published in June 2015. The judgements were:"
    found = _paragraphs(lead, "Overall effectiveness: Inadequate.", "Adoption performance: good.")
    assert previous.find((), found) == (
        PreviousInspection("published June 2015", "overall", "Inadequate", "inadequate", ("r-0000", "r-0001")),
    )


def test_a_line_of_the_front_page_decides() -> None:
    front = _paragraphs("Date of previous inspection: 11 to 15 July 2016", page=1)
    assert previous.find(front, (*front, *_paragraphs("Since the last inspection in 2018, all is well."))) == (
        PreviousInspection("11 to 15 July 2016", "overall", None, None, ("r-0000",)),
    )


def test_what_later_sections_say_of_single_services_is_left_out() -> None:
    assert _found("Adoption has improved since the last inspection in 2015.", page=9) == []


def test_previous_inspections_come_back_from_the_store_as_they_went_in(tmp_path: Path) -> None:
    found = (PreviousInspection("2018", "overall", "good", "good", ("r-0003",)),)
    report = Report(
        "r", "r.pdf", "Saltmere", "Saltmere", "ILACS", None, None, None, None, 1, previous_inspections=found
    )
    store = open_store(tmp_path)
    store.add(Entry(report, (), (), np.empty((0, 0), np.float32), b"%PDF"), "words")
    assert store.reports() == (report,)
    store.close()
