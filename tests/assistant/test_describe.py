"""Reports, dates and what was searched are said as a person would say them."""

from dataclasses import replace
from datetime import date

import pytest

from assistant.describe import name_dates, name_day, name_report, name_searched
from corpus.report import Report
from tests.assistant.made import report

UNDATED = replace(report(), inspected_from=None, inspected_to=None)


@pytest.mark.parametrize(
    ("name", "of"),
    [
        ("Fennimoor, ILACS inspection, June 2019", report()),
        ("Fennimoor, monitoring visit, June 2019", replace(report(), kind="monitoring visit")),
        ("Fennimoor, area SEND inspection, June 2019", replace(report(), kind="area SEND")),
        ("Fennimoor, June 2019", replace(report(), kind=None)),
        ("Fennimoor, ILACS inspection", UNDATED),
        ("Inspection of Fennimoor, ILACS inspection, June 2019", replace(report(), council=None)),
        ("fenn2019.pdf, ILACS inspection, June 2019", replace(report(), council=None, title="")),
    ],
)
def test_a_report_is_named_by_whom_and_when(name: str, of: Report) -> None:
    assert name_report(of) == name


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("10 to 21 June 2019", date(2019, 6, 10), date(2019, 6, 21)),
        ("28 May to 7 June 2019", date(2019, 5, 28), date(2019, 6, 7)),
        ("9 December 2019 to 10 January 2020", date(2019, 12, 9), date(2020, 1, 10)),
        ("10 June 2019", date(2019, 6, 10), date(2019, 6, 10)),
        ("June 2019", None, date(2019, 6, 21)),
        ("", None, None),
    ],
)
def test_an_inspection_is_dated_as_it_is_said(said: str, first: date | None, last: date | None) -> None:
    assert name_dates(replace(report(), inspected_from=first, inspected_to=last)) == said


def test_a_day_has_no_leading_nought() -> None:
    assert name_day(date(2019, 2, 4)) == "4 February 2019"


@pytest.mark.parametrize(
    ("said", "reports"),
    [
        ("1 report on Fennimoor (2019)", [report()]),
        ("2 reports on Fennimoor (2015 to 2019)", [report(), report(year=2015)]),
        ("2 reports on 2 councils (2019)", [report(), report(council="Wickersea")]),
        ("1 report on Fennimoor", [UNDATED]),
        ("0 reports", []),
    ],
)
def test_what_was_searched_is_counted(said: str, reports: list[Report]) -> None:
    assert name_searched(reports) == said
