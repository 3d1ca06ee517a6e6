"""The clock counts working days as the law defines them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.improvements.clock import Deadline, add_working_days, find_deadline, is_working_day, statement_due
from tests.assistant.made import report


@pytest.mark.parametrize(
    ("received", "due"),
    [
        pytest.param(date(2023, 5, 9), date(2023, 8, 16), id="over the spring bank holiday"),
        pytest.param(date(2019, 7, 10), date(2019, 10, 17), id="over the summer bank holiday"),
        pytest.param(date(2022, 8, 1), date(2022, 11, 9), id="over the day of the Queen's funeral"),
    ],
)
def test_a_statement_is_due_seventy_working_days_after_receipt(received: date, due: date) -> None:
    assert statement_due(received) == due


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2019, 4, 19), id="Good Friday"),
        pytest.param(date(2019, 4, 22), id="Easter Monday"),
        pytest.param(date(2021, 12, 27), id="Christmas Day in lieu"),
        pytest.param(date(2023, 5, 8), id="the coronation"),
        pytest.param(date(2024, 6, 1), id="a Saturday"),
        pytest.param(date(2024, 6, 2), id="a Sunday"),
    ],
)
def test_holidays_and_weekends_are_no_working_days(day: date) -> None:
    assert not is_working_day(day)


def test_the_day_of_receipt_is_not_counted() -> None:
    assert add_working_days(date(2024, 6, 3), 1) == date(2024, 6, 4)
    assert add_working_days(date(2024, 6, 7), 1) == date(2024, 6, 10)


def test_from_the_received_date_the_deadline_is_sure() -> None:
    due = find_deadline(report(), date(2019, 7, 10))
    assert due == Deadline(date(2019, 10, 17), date(2019, 7, 10), estimated=False)


def test_from_publication_the_deadline_is_an_estimate() -> None:
    due = find_deadline(replace(report(), published=date(2023, 5, 9)))
    assert due == Deadline(date(2023, 8, 16), date(2023, 5, 9), estimated=True)


def test_without_either_date_there_is_no_deadline() -> None:
    assert find_deadline(report()) is None


def test_where_the_report_prints_no_day_its_files_name_gives_the_estimate_and_says_so() -> None:
    day = (report().when or date.min) + timedelta(days=40)
    due = find_deadline(replace(report(), file=f"fennimoor--{day}.pdf", published=None))
    assert due is not None
    assert (due.counted_from, due.estimated, due.from_name) == (day, True, True)


@pytest.mark.parametrize("file", ["fennimoor-2012-01-05.pdf", "fennimoor-2019-02-31.pdf", "fennimoor-2024-05-01.pdf"])
def test_a_name_with_a_day_on_which_it_cannot_have_been_published_gives_none(file: str) -> None:
    assert find_deadline(replace(report(), file=file, published=None)) is None
