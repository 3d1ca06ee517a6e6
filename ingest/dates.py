"""Dates as reports write them: single days, and the first and last day of one or several ranges."""

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_MONTH = "|".join(f"{month}|{month[:3]}(?=[ .,])" for month in _MONTHS) + "|sept(?=[ .,])"
_DAY = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?:\s*(?:of\s+)?(?P<month>{_MONTH})\b\.?)?(?:,?\s*(?P<year>(?:19|20)\d\d)\b)?",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"\b(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)?\d\d)\b")


def span(text: str) -> tuple[date, date] | None:
    """The first and last day that a text of dates names, or None where it names none.

    A day without month or year takes those of the next one: "9–24 November 2017", "20 February to 3 March 2023",
    "8 to 19 July 2019 and 7 August 2019", "between 3 and 14 October 2022", "1/06/2015 – 25/06/2015".
    """
    found = [day for match in _NUMERIC.finditer(text) if (day := _day(*map(int, match.groups())))]
    if not found:
        found = _worded(text)
    return (min(found), max(found)) if found else None


def _worded(text: str) -> list[date]:
    """Every day that a text names in words, read from the last to the first."""
    days: list[date] = []
    month = year = 0
    for match in reversed(list(_DAY.finditer(text))):
        if match["month"]:
            month = 1 + next(index for index, name in enumerate(_MONTHS) if name.startswith(match["month"][:3].lower()))
        if match["year"]:
            year = int(match["year"])
        if month and year and (day := _day(int(match["day"]), month, year)):
            if days and day > days[-1] and not match["year"] and (earlier := _day(day.day, day.month, day.year - 1)):
                day = earlier  # "29 November to 10 January 2020" begins in the year before
            days.append(day)
    return days


def _day(day: int, month: int, year: int) -> date | None:
    try:
        return date(year + 2000 if year < 100 else year, month, day)
    except ValueError:
        return None
