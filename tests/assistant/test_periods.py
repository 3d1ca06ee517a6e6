"""What a text says about time, and which reports that points at."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.periods import Period, When, find_when, order, replace_dates, select
from corpus.report import Report
from tests.assistant.samples import NAMES

FOREVER = date.max
BARE = Report("0", "bare.pdf", "", "Fennimoor", None, None, None, None, None, pages=1)


def names(reports: tuple[Report, ...]) -> list[str]:
    """The reports as the tables call them, oldest first."""
    return [NAMES[report.file] for report in order(reports)]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2019, 1, 1), date(2019, 12, 31), "What did they find in 2019?"),
        (date(2019, 1, 1), date(2019, 12, 31), "2019’s inspection"),
        (date(2013, 1, 1), date(2014, 12, 31), "in 2013-14"),
        (date(2013, 1, 1), date(2014, 12, 31), "in 2013–14"),
        (date(2013, 1, 1), date(2014, 12, 31), "in 2013/14"),
        (date(2013, 1, 1), date(2014, 12, 31), "2013-2014"),
        (date(2019, 3, 1), date(2019, 3, 31), "the report of March 2019"),
        (date(2019, 3, 1), date(2019, 3, 31), "mar. 2019"),
        (date(2019, 9, 1), date(2019, 9, 30), "sept 2019"),
        (date(2020, 2, 1), date(2020, 2, 29), "the visit in February of 2020"),
        (date(2015, 6, 1), date(2015, 6, 30), "published 12 June 2015"),
        (date(2022, 3, 1), date(2022, 5, 31), "in spring 2022"),
        (date(2022, 6, 1), date(2022, 8, 31), "summer 2022"),
        (date(2022, 9, 1), date(2022, 11, 30), "the autumn of 2022"),
        (date(2021, 12, 1), date(2021, 12, 31), "winter 2021"),
        (date(2015, 1, 1), FOREVER, "since 2015"),
        (date(2020, 3, 1), FOREVER, "since the visit of March 2020"),
        (date(2015, 1, 1), FOREVER, "from 2015 to now"),
        (date(2015, 1, 1), FOREVER, "from 2015 onwards"),
        (date(2015, 1, 1), FOREVER, "from 2015 on"),
        (date(2015, 1, 1), date(2022, 12, 31), "between 2015 and 2022"),
        (date(2015, 1, 1), date(2022, 12, 31), "from 2015 to 2022"),
        (date(2015, 1, 1), date(2022, 12, 31), "2015–2022"),
        (date(2021, 1, 1), date(2021, 12, 31), "May they improve in 2021?"),
    ],
)
def test_one_stretch_of_time_is_read_to_its_last_day(first: date, last: date, text: str) -> None:
    assert find_when(text) == When((Period(first, last),))


@pytest.mark.parametrize(
    ("years", "text"),
    [
        ((2019,), "in 2019"),
        ((2015, 2022), "in 2015 and 2022"),
        ((2015, 2022), "between 2015 and 2022"),
        ((2015, 2019, 2022), "in 2015, 2019 and 2022"),
        ((2013, 2014), "in 2013-14"),
        ((2015,), "since 2015"),
        ((), "20 children and 35 carers"),
        ((), "in 1999"),
        ((), "How are caseloads?"),
    ],
)
def test_years_are_those_named(years: tuple[int, ...], text: str) -> None:
    assert find_when(text).years == years


@pytest.mark.parametrize(
    ("newest", "text"),
    [
        (1, "at the last inspection"),
        (1, "How are caseloads now?"),
        (1, "the most recent report"),
        (2, "the last two inspections"),
        (3, "over the past three inspections"),
        (3, "the latest 3 reports"),
        (0, "How are caseloads?"),
    ],
)
def test_the_newest_reports_are_counted(newest: int, text: str) -> None:
    assert find_when(text) == When(newest=newest)


def test_a_year_and_the_latest_are_both_wanted() -> None:
    assert find_when("Compare 2015 and the latest") == When((Period(date(2015, 1, 1), date(2015, 12, 31)),), newest=1)


@pytest.mark.parametrize(
    "text", ["And the one before?", "the inspection before", "and before that?", "previous report"]
)
def test_the_report_before_is_asked_for(text: str) -> None:
    assert find_when(text) == When(before=True)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Saltmere 2015"], "in 2015"),
        (["Saltmere 2015"], "the report published in June 2015"),
        (["Saltmere 2015"], "inspected in March 2015"),
        (["Saltmere 2019"], "in 2019"),
        (["Saltmere visit 2020"], "in February 2020"),
        (["Saltmere visit 2020"], "the letter of March 2020"),
        (["Saltmere 2022"], "in 2022"),
        (["Saltmere visit 2023"], "in November 2023"),
        (["Saltmere visit 2023"], "in January 2024"),
        (["Saltmere 2015", "Saltmere 2022"], "in 2015 and 2022"),
        (["Saltmere 2019", "Saltmere visit 2020", "Saltmere visit 2021", "Saltmere 2022"], "between 2019 and 2022"),
        (["Saltmere visit 2021", "Saltmere 2022", "Saltmere visit 2023", "Saltmere 2025"], "since 2021"),
        (["Saltmere visit 2023", "Saltmere 2025"], "the last two reports"),
        (["Saltmere 2025"], "the latest report"),
        (["Saltmere 2015", "Saltmere 2025"], "2015 and the latest"),
        ([], "in 2012"),
    ],
)
def test_reports_are_chosen_by_when_they_were_inspected_or_published(
    reports: tuple[Report, ...], expected: list[str], text: str
) -> None:
    own = [report for report in reports if report.council == "Saltmere"]
    assert names(select(own, find_when(text))) == expected


def test_the_latest_means_the_latest_of_each_council(reports: tuple[Report, ...]) -> None:
    assert names(select(reports, find_when("the latest report"))) == [
        "Eldermarsh 2023",
        "Corvenshire SEND 2024",
        "Saltmere 2025",
    ]


def test_all_reports_are_chosen_where_no_time_is_named(reports: tuple[Report, ...]) -> None:
    assert select(reports, When()) == reports


def test_a_report_that_does_not_say_when_it_appeared_counts_for_three_months_after_its_inspection() -> None:
    inspected = replace(BARE, inspected_from=date(2019, 11, 4), inspected_to=date(2019, 11, 15))
    assert select([inspected], find_when("2019")) == (inspected,)
    assert select([inspected], find_when("2020")) == (inspected,)
    assert select([inspected], find_when("2021")) == ()


def test_a_report_with_only_a_publication_date_is_found_by_it() -> None:
    published = replace(BARE, published=date(2014, 5, 6))
    assert select([published], find_when("spring 2014")) == (published,)


def test_a_report_without_dates_is_found_for_no_date_and_never_the_newest() -> None:
    dated = replace(BARE, id="1", published=date(2014, 5, 6))
    assert select([BARE], find_when("2014")) == ()
    assert select([BARE, dated], When(newest=1)) == (dated,)
    assert order([dated, BARE]) == [BARE, dated]


@pytest.mark.parametrize(
    ("expected", "text", "other"),
    [
        ("caseloads in", "caseloads in 2019", ""),
        ("caseloads in 2022", "caseloads in March 2019", "2022"),
        ("from to", "from 2015 to 2019", ""),
    ],
)
def test_dates_are_replaced(expected: str, text: str, other: str) -> None:
    assert replace_dates(text, other) == expected


def test_a_single_year_is_opened_for_a_question_about_change() -> None:
    assert find_when("in 2015").onwards == find_when("since 2015")
    assert find_when("in 2015 and 2019").onwards == find_when("in 2015 and 2019")


@given(st.text(max_size=200))
def test_any_text_is_read_without_fail(text: str) -> None:
    when = find_when(text)
    assert all(period.first <= period.last for period in when.periods)
    assert 0 <= when.newest <= 5


@given(st.integers(2000, 2029), st.integers(0, 99), st.sampled_from("-–/"))
def test_a_range_never_ends_before_it_begins(year: int, end: int, dash: str) -> None:
    (period,) = find_when(f"in {year}{dash}{end:02d}").periods
    assert period.first.year == year
    assert period.last.year == max(year, 2000 + end)
