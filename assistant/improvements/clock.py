"""The clock: by when a council's written statement of action is due. The only module that knows `holidays`."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import holidays

from corpus.report import Report

_STATEMENT = 70
"""Working days in which the council makes its written statement of the action it will take: Education and Inspections
Act 2006, section 137."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Deadline:
    """When the statement is due, counted from a day. `estimated` is True where that day is the report's publication.

    The law counts from the day on which the council received the report, which no report states and which comes
    before publication: the true day is then earlier.
    """

    due: date
    counted_from: date
    estimated: bool


def statement_due(received: date) -> date:
    """The last day for the written statement: 70 working days after the day on which the report was received."""
    return add_working_days(received, _STATEMENT)


def find_deadline(report: Report, received: date | None = None) -> Deadline | None:
    """When the statement on a report is due; from its publication where nobody knows when it was received.

    None where there is neither day to count from, as most reports do not state when they were published.
    """
    if received is not None:
        return Deadline(statement_due(received), received, estimated=False)
    if report.published is not None:
        return Deadline(statement_due(report.published), report.published, estimated=True)
    return None


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
