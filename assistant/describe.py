"""Saying in words which report, which dates and which area."""

from collections.abc import Sequence
from datetime import date

from corpus.report import Area, Report

AREA_NAMES: dict[Area, str] = {
    "overall": "overall effectiveness",
    "leaders": "the work of leaders",
    "help_and_protection": "help and protection",
    "children_in_care": "children in care",
    "care_leavers": "care leavers",
    "adoption": "adoption",
    "lscb": "the local safeguarding children board",
}
"""What we call an area where a sentence is ours and not the report's."""


def name_report(report: Report) -> str:
    """A report by whom and when: "Stoke-on-Trent, ILACS inspection, February 2019"."""
    kind = f"{report.kind} inspection" if report.kind in ("ILACS", "SIF", "area SEND") else report.kind or ""
    when = f"{report.when:%B %Y}" if report.when else ""
    return ", ".join(filter(None, [report.council or report.title or report.file, kind, when]))


def name_dates(report: Report) -> str:
    """When an inspection was: "4 to 15 February 2019", "in 2015" or "" where the report does not say."""
    first, last = report.inspected_from, report.inspected_to
    if first is None or last is None:
        return f"{report.when:%B %Y}" if report.when else ""
    if first == last:
        return name_day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {name_day(last)}"
    if first.year == last.year:
        return f"{first.day} {first:%B} to {name_day(last)}"
    return f"{name_day(first)} to {name_day(last)}"


def name_day(day: date) -> str:
    """A day as it is said: "4 February 2019"."""
    return f"{day.day} {day:%B %Y}"


def name_searched(reports: Sequence[Report]) -> str:
    """What was searched: "4 reports on Stoke-on-Trent (2015 to 2024)" or "56 reports on 14 councils"."""
    councils = sorted({report.council for report in reports if report.council})
    years = sorted({report.when.year for report in reports if report.when})
    count = f"{len(reports)} report{'' if len(reports) == 1 else 's'}"
    whom = f" on {councils[0]}" if len(councils) == 1 else f" on {len(councils)} councils" if councils else ""
    span = f" ({years[0]} to {years[-1]})" if len(years) > 1 else f" ({years[0]})" if years else ""
    return count + whom + span
