"""Dates in every form that reports use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ingest import dates


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("4 to 15 February 2019", date(2019, 2, 4), date(2019, 2, 15)),
        ("20 February to 3 March 2023", date(2023, 2, 20), date(2023, 3, 3)),
        ("9–24 November 2017", date(2017, 11, 9), date(2017, 11, 24)),
        ("8 – 12 July 2013", date(2013, 7, 8), date(2013, 7, 12)),
        ("4 July 2016–28 July 2016", date(2016, 7, 4), date(2016, 7, 28)),
        ("1/06/2015 – 25/06/2015", date(2015, 6, 1), date(2015, 6, 25)),
        ("29 January 2024 to 02 February 2024", date(2024, 1, 29), date(2024, 2, 2)),
        ("between 3 and 14 October 2022", date(2022, 10, 3), date(2022, 10, 14)),
        ("8 to 19 July 2019 and 7 August 2019 to 9 August 2019", date(2019, 7, 8), date(2019, 8, 9)),
        ("30 November to 11 January 2020", date(2019, 11, 30), date(2020, 1, 11)),
        ("Monday 3rd June, 2024", date(2024, 6, 3), date(2024, 6, 3)),
        ("12 Sept 2016", date(2016, 9, 12), date(2016, 9, 12)),
    ],
)
def test_the_first_and_last_day_are_found(text: str, first: date, last: date) -> None:
    assert dates.span(text) == (first, last)


@pytest.mark.parametrize("text", ["", "in due course", "31 February 2020", "two weeks in 2019", "12 inspectors"])
def test_what_names_no_day_gives_none(text: str) -> None:
    assert dates.span(text) is None


@given(some.text())
def test_no_text_fails(text: str) -> None:
    found = dates.span(text)
    assert found is None or found[0] <= found[1]


@given(some.dates(min_value=date(2000, 1, 1), max_value=date(2030, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    assert dates.span(f"{day.day} {day:%B %Y}") == (day, day)
