"""Finding dates in what people write, and the reports they point at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from corpus.report import Report

_MONTHS = {
    name: number
    for number, names in enumerate(
        "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,"
        "october oct,november nov,december dec".split(","),
        start=1,
    )
    for name in names.split()
}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 12)}
_DATED = re.compile(
    r"(?:\b(?P<month>" + "|".join([*_MONTHS, *_SEASONS]) + r")\.?\s+(?:of\s+)?)?\b(?P<year>20[012]\d)"
    r"(?:\s*[-–/]\s*(?P<to>(?:20)?\d\d))?\b",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(since|after|from)\s+(?:\w+\s+){0,3}$", re.IGNORECASE)
_UNTIL = re.compile(r"\bto\s+(?:now|today|date|the (?:latest|last|newest))\b", re.IGNORECASE)
_ONWARDS = re.compile(r"\s*on(?:wards?)?\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:last|latest|past|most recent|previous)\s+(?P<count>two|three|four|five|2|3|4|5)\b", re.IGNORECASE
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}
_LATEST = re.compile(
    r"\b(?:latest|newest|most recent|last|current|currently|these days|now|today|at the moment)\b", re.IGNORECASE
)
_AND_LATEST = re.compile(r"\b(?:and|to|with) (?:the|its|their) (?:latest|newest|most recent|last)\b", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|until|[-–])\s*", re.IGNORECASE)
_AND = re.compile(r"\s*and\s*", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_PREVIOUS = re.compile(
    r"\b(?:the (?:one|time|inspection|report) before|last time but one|previous|before that)\b", re.IGNORECASE
)
_TO_PUBLICATION = timedelta(days=90)
"""How long after an inspection its report may appear; only to understand "the 2019 report" where none is stated."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time named in a question, from its first to its last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class When:
    """What a question says about time: periods, or a number of newest reports (1: the latest), or neither.

    `before` asks for the report before the one in hand.
    """

    periods: tuple[Period, ...] = ()
    newest: int = 0
    before: bool = False

    @property
    def onwards(self) -> "When":
        """The same, with its only period open to the end: "any better than in 2015?" asks about 2015 and since.

        A stretch of years stays as it is.
        """
        if len(self.periods) != 1 or self.periods[0].first.year != self.periods[0].last.year:
            return self
        return When((Period(self.periods[0].first, date.max),), self.newest, self.before)

    @property
    def years(self) -> tuple[int, ...]:
        """The years named, in order: of a period its first and its last, of an open one its first."""
        ends = (day for each in self.periods for day in (each.first, each.last) if day != date.max)
        return tuple(dict.fromkeys(day.year for day in ends))


def find_when(text: str) -> When:
    """What a text says about time."""
    dates = list(_DATED.finditer(text))
    periods = tuple(_period(match, text) for match in dates)
    if len(dates) == 2 and _is_stretch(text, *dates):
        periods = (Period(periods[0].first, periods[1].last),)
    if counted := _COUNTED.search(text):
        word = counted["count"].lower()
        return When(periods, newest=_NUMBERS.get(word) or int(word))
    latest = _AND_LATEST if periods else _LATEST
    return When(
        periods,
        newest=1 if latest.search(text) else 0,
        before=bool(_PREVIOUS.search(text)),
    )


def replace_dates(text: str, other: str) -> str:
    """The text with its dates replaced by another, or without them."""
    return " ".join(_DATED.sub(other or " ", text).split())


def select(reports: Sequence[Report], when: When) -> tuple[Report, ...]:
    """The reports that fall in the periods and the newest of each council; all where the question names no time."""
    if not when.periods and not when.newest:
        return tuple(reports)
    return tuple(
        report
        for report in reports
        if any(_falls_in(report, period) for period in when.periods)
        or (when.newest and report in _newest(reports, report.council, when.newest))
    )


def order(reports: Sequence[Report]) -> list[Report]:
    """The reports from oldest to newest; those without a date first."""
    return sorted(reports, key=lambda report: (report.when or date.min, report.file))


def _newest(reports: Sequence[Report], council: str | None, count: int) -> list[Report]:
    return order([report for report in reports if report.council == council and report.when])[-count:]


def _falls_in(report: Report, period: Period) -> bool:
    inspected = report.inspected_from or report.inspected_to
    ended = report.inspected_to or report.inspected_from
    appeared = report.published or (ended + _TO_PUBLICATION if ended else None)
    if appeared is None:
        return False
    # A report that gives no publication date may have appeared at any time in the three months after.
    first = inspected or appeared
    return first <= period.last and period.first <= appeared


def _is_stretch(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """True for "2015 to 2022" and "between 2015 and 2022"; "2015 and 2022" are two years."""
    joint = text[first.end() : last.start()]
    between = _AND.fullmatch(joint) and _BETWEEN.search(text[: first.start()])
    return bool(_TO.fullmatch(joint) or between)


def _period(match: re.Match[str], text: str) -> Period:
    year = int(match["year"])
    month = (match["month"] or "").lower()
    first, last = (_MONTHS[month],) * 2 if month in _MONTHS else _SEASONS.get(month, (1, 12))
    to = int(match["to"]) if match["to"] else year
    end = year if match["to"] is None else (to if to > 100 else 2000 + to)
    begin = date(year, first, 1)
    if _SINCE.search(text[: match.start()]) and _is_open(match, text):
        return Period(begin, date.max)
    return Period(begin, _month_end(max(year, end), last))


def _is_open(match: re.Match[str], text: str) -> bool:
    word = re.findall(r"\b(since|after|from)\b", text[: match.start()], re.IGNORECASE)[-1].lower()
    rest = text[match.end() :]
    return word == "since" or (word == "from" and bool(_UNTIL.match(rest.strip()) or _ONWARDS.match(rest)))


def _month_end(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)
