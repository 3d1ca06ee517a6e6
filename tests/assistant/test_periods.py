"""What a text says about time, and which reports that points at."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.dates import find_shift, find_when, replace_dates, without_time
from assistant.periods import Period, When, order, select
from corpus.report import Report
from tests.assistant.samples import NAMES

FOREVER = date.max
EVER = date.min
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
        (date(2015, 1, 1), date(2022, 12, 31), "from 2015 through to 2022"),
        (date(2015, 1, 1), date(2022, 12, 31), "from 2015 until 2022"),
        (date(2020, 1, 1), FOREVER, "after 2019"),
        (date(2020, 1, 1), FOREVER, "post-2019"),
        (date(2019, 4, 1), FOREVER, "later than March 2019"),
        (EVER, date(2018, 12, 31), "before 2019"),
        (EVER, date(2018, 12, 31), "pre-2019"),
        (EVER, date(2019, 5, 31), "prior to the summer of 2019"),
        (EVER, date(2019, 12, 31), "until the end of 2019"),
        (EVER, date(2019, 12, 31), "up to 2019"),
        (date(2019, 1, 1), date(2019, 12, 31), "told to improve after the 2019 inspection"),
        (date(2022, 10, 1), date(2022, 10, 31), "had to put right after the October 2022 visit"),
        (date(2018, 1, 1), date(2018, 1, 31), "went missing before the January 2018 report"),
        (date(2022, 1, 1), date(2022, 12, 31), "by the 2022 inspection"),
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
        ((2019,), "after 2019"),
        ((2019,), "before 2019"),
        ((2022,), "by 2022"),
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
        (0, "bed and breakfast as a last resort"),
        (0, "Did they visit last year?"),
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


@pytest.mark.parametrize("text", ["previous social workers", "children's previous homes", "before 2019"])
def test_not_everything_before_is_a_report(text: str) -> None:
    assert not find_when(text).before


@pytest.mark.parametrize(
    "text", ["the inspection before last", "the last but one", "the penultimate report", "the second to last"]
)
def test_the_last_but_one_is_asked_for(text: str) -> None:
    assert find_when(text) == When(last_but_one=True)


@pytest.mark.parametrize(
    ("oldest", "text"),
    [
        (1, "the first inspection"),
        (1, "the earliest report"),
        (1, "its oldest one"),
        (2, "the first two inspections"),
        (3, "the first three?"),
        (0, "How soon is the first visit after a referral?"),
        (0, "for the first time"),
    ],
)
def test_the_oldest_reports_are_counted(oldest: int, text: str) -> None:
    assert find_when(text) == When(oldest=oldest)


def test_the_first_may_be_set_beside_the_latest() -> None:
    assert find_when("Compare the first with the latest inspection") == When(newest=1, oldest=1)


@pytest.mark.parametrize(
    ("years", "text"), [(5, "over the last five years"), (3, "the past 3 years"), (10, "a decade")]
)
def test_years_of_time_are_not_inspections(years: int, text: str) -> None:
    when = find_when(text if "years" in text else "in the last decade")
    assert when == When(past=years)
    (period,) = when.up_to(date(2025, 1, 31)).periods
    assert (period.first, period.last) == (date(2025 - years, 1, 28), date(2025, 1, 31))


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (3, "and three years later?"),
        (2, "two years on"),
        (1, "a year after that"),
        (-10, "ten years earlier"),
        (-10, "a decade before"),
        (-4, "4 years before"),
        (0, "over the last four years"),
        (0, "in 2019"),
    ],
)
def test_years_are_counted_on_and_back(years: int, text: str) -> None:
    assert find_shift(text) == years


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
        (["Saltmere 2022", "Saltmere visit 2023", "Saltmere 2025"], "after 2021"),
        (["Saltmere 2015", "Saltmere 2019"], "before 2020"),
        (["Saltmere 2019"], "by August 2019"),
        (["Saltmere 2015"], "the first report"),
        (["Saltmere 2015", "Saltmere 2019"], "the first two reports"),
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


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("How were caseloads", "How were caseloads at the latest inspection"),
        ("caseloads", "caseloads over the last two inspections"),
        ("caseloads", "caseloads before 2019"),
        ("How were caseloads", "How were caseloads three years after that"),
        ("as a last resort", "as a last resort"),
    ],
)
def test_time_is_taken_out_with_the_words_that_lead_to_it(expected: str, text: str) -> None:
    assert without_time(text) == expected


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("2015", "the latest"), "Compare 2015 and the latest"),
        (("2015 to 2022",), "between 2015 and 2022"),
        (("since 2020",), "after 2019"),
        (("up to 2018",), "before 2019"),
        (("the last two",), "the last two inspections"),
        (("the first",), "the first inspection"),
        (("the first", "the latest"), "Compare the first and the latest inspection"),
        ((), "How are caseloads?"),
    ],
)
def test_a_time_is_shown_as_it_is_said(expected: tuple[str, ...], text: str) -> None:
    assert find_when(text).words == expected


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
