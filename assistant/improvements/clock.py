"""The clock: by when a council's written statement of action is due. The only module that knows `holidays`."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from corpus.report import Report

_STATEMENT = 70
"""Working days in which the council makes its written statement of the action it will take: Education and Inspections
Act 2006, section 137."""
_SATURDAY = 5
_NAMED = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?=\.\w+$)")
_SOONEST, _LATEST = 14, 200
"""Days from the last day of an inspection to the publication of its report: of 55 real ones the soonest took 28, the
latest 124."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """When the statement is due, counted from a day. `estimated` is True where that day is the report's publication.

    `from_name` is True where the report does not print that day and its file's name ends with it.

    The law counts from the day on which the council received the report, which no report states and which comes
    before publication: the true day is then earlier.
    """

    due: date
    counted_from: date
    estimated: bool
    from_name: bool = False


def statement_due(received: date) -> date:
    """The last day for the written statement: 70 working days after the day on which the report was received."""
    return add_working_days(received, _STATEMENT)


def find_deadline(report: Report, received: date | None = None) -> Deadline | None:
    """When the statement on a report is due; from its publication where nobody knows when it was received.

    Reports since 2018 do not print when they were published; their files are often named by it. None where there is no
    day to count from.
    """
    if received is not None:
        return Deadline(statement_due(received), received, estimated=False)
    if report.published is not None:
        return Deadline(statement_due(report.published), report.published, estimated=True)
    named = _named_day(report)
    return Deadline(statement_due(named), named, estimated=True, from_name=True) if named else None


def _named_day(report: Report) -> date | None:
    """The day at the end of the file's name, where the report can have been published on it."""
    found = _NAMED.search(report.file)
    if found is None or report.when is None:
        return None
    try:
        day = date(*map(int, found.groups()))
    except ValueError:
        return None
    return day if _SOONEST <= (day - report.when).days <= _LATEST else None


def add_working_days(day: date, count: int) -> date:
    """The day that is so many working days after a day, which is not counted itself."""
    while count > 0:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def is_working_day(day: date) -> bool:
    """True unless a day is a Saturday, Sunday, Christmas Day, Good Friday or a bank holiday in England and Wales.

    The definition is that of SI 2007/462, regulation 1.
    """
    return day.weekday() < _SATURDAY and day not in _holidays(day.year)


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    """The bank holidays of England (those of Wales are the same), with Christmas Day and Good Friday."""
    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))
